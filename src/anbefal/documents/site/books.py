"""What a page shows, as a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.documents.site.frame import as_of, site_title, unverified
from anbefal.documents.site.voice import Voice
from anbefal.sheets import Sheet, Workbook


def site_book(
    voice: Voice, title: str, sheets: Sequence[Sheet], about: Sequence[str] = ()
) -> Workbook:
    """Return the workbook of a page.

    Args:
        voice: The language.
        title: What the page is called.
        sheets: What it shows; the first is what it is mainly about.
        about: What must be known of the numbers besides what holds for the whole site.
    """
    words = voice.words("site_book")
    name = words.label["about"]
    site = site_title(voice)
    said = ("" if title == site else site, as_of(voice), unverified(voice), words.say("nothing"))
    return Workbook(
        title=title,
        author=voice.site.dataset.name_of_secretariat(voice.language),
        lead=words.say("lead", sheet=name),
        sheets=tuple(sheets),
        about_name=name,
        about=tuple(filter(None, (*said, *about))),
        page=words.say("page"),
    )
