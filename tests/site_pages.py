"""Single pages of a site, made from records in memory, and what a reader sees on them."""

from __future__ import annotations

import re

from anbefal.documents.site.addresses import Address, PageKind
from anbefal.documents.site.building import build_page
from anbefal.documents.site.page import Page
from anbefal.documents.site.rendering import render_page
from anbefal.documents.site.site_data import site_data
from anbefal.documents.site.voice import Voice
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from documents.pages import shown_text


def page_of(data: Dataset, kind: PageKind, key: str = "", language: Language = "nb") -> Page:
    """Return a page as what it shows."""
    return build_page(Voice(site_data(data), language), Address(kind, key))


def html_of(data: Dataset, kind: PageKind, key: str = "", language: Language = "nb") -> str:
    """Return a page as HTML."""
    voice = Voice(site_data(data), language)
    return render_page(build_page(voice, Address(kind, key)), voice).decode()


def main_of(html: str) -> str:
    """Return what stands between the head and the foot of a page, without its downloads."""
    inner = html.split('<main id="content">', 1)[1].split("</main>", 1)[0]
    return inner.split('<section class="downloads"', 1)[0]


def below(html: str, heading: str) -> str:
    """Return the words of a page below a heading of the second level, up to the next of these."""
    for part in re.split(r"<h2[^>]*>", main_of(html))[1:]:
        title, content = part.split("</h2>", 1)
        if shown_text(title, "html").startswith(heading):
            return shown_text(spaced(content), "html")
    msg = f"there is no heading {heading}"
    raise AssertionError(msg)


def words_of(html: str) -> str:
    """Return the words of a page's content."""
    return shown_text(spaced(main_of(html)), "html")


def spaced(html: str) -> str:
    """Return HTML with a space between the words of elements that stand below each other."""
    return re.sub(r"(</?(?:p|li|dt|dd|br|h\d|div|section|blockquote)\b[^>]*>)", r" \1", html)


def links_in(html: str) -> dict[str, str]:
    """Return the words of a page's links to where they lead."""
    found = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', html)
    return {shown_text(words, "html"): path for path, words in found}
