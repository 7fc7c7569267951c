"""Briefs for tests: made of data, and read back as a reader's program would show them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from anbefal.documents.brief import Audience, Brief, build_brief
from anbefal.documents.rendering import render_brief
from anbefal.model.dataset import Dataset

UNSEEN = {"style"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self._inside: list[str] = []
        self._in_picture = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._in_picture:
            self.tags.append(" ".join([tag, *(name for name, _ in attrs)]))
        self._in_picture |= tag == "svg"
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in_picture &= tag != "svg"
        self._inside.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if not (self._inside and self._inside[-1] in UNSEEN):
            self.words.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def as_html(page: str, form: str) -> str:
    """Return a page as HTML; Markdown is rendered as GitHub does."""
    if form == "html":
        return page
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(page)


def normal(words: str) -> str:
    """Return text with every run of spaces and line breaks as one space."""
    return " ".join(words.split())


def shown_text(page: str, form: str) -> str:
    """Return the text that a reader of the page sees."""
    return normal("".join(_read(as_html(page, form)).words))


def structure(page: str, form: str) -> list[str]:
    """Return the page's elements with the names of their attributes, in order.

    What is inside a picture is left out: it has more elements where text needs more lines.
    """
    return _read(as_html(page, form)).tags


def brief_on(
    dataset: Dataset,
    theme: str = "isolasjon",
    *,
    audience: Audience = "public",
    meeting: str | None = None,
) -> Brief:
    """Return the content of a brief."""
    assert dataset.criteria is not None
    return build_brief(dataset, dataset.criteria, theme, audience=audience, meeting=meeting)


def page(
    dataset: Dataset,
    form: str,
    audience: Audience = "public",
    repository: Path | None = None,
) -> str:
    """Return a brief on isolation as a page."""
    return render_brief(brief_on(dataset, audience=audience), form, repository)
