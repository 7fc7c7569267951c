"""What stands around every page: its ways to the others, and what the data is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from anbefal.documents.site.addresses import ABOUT, FRONT, MEETINGS, NEW, SEARCH
from anbefal.documents.site.page import Link, Page
from anbefal.documents.site.voice import Voice
from anbefal.model.base import Language
from anbefal.wording import LANGUAGES, Wording

ENDINGS = ("xlsx", "csv", "json")
"""The files that a page of data offers."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page.

    Attributes:
        site: What the site is called.
        home: The path of the front page.
        ways: The pages that every page leads to.
        languages: Language of each translation of the page, to the link to it.
        downloads_heading: What the files are.
        downloads: What the page offers as files.
        as_of: Up to which day the data speaks; empty where it has no date.
        author: Who the site is from; may be empty.
        unverified: How much of the data nobody has compared with the official documents.
    """

    site: str
    home: str
    ways: tuple[Link, ...]
    languages: tuple[tuple[Language, Link], ...]
    downloads_heading: str
    downloads: tuple[Link, ...]
    as_of: str
    author: str
    unverified: str


def frame_of(page: Page, voice: Voice) -> Frame:
    """Return what stands around a page."""
    words = voice.words("site")
    return replace(
        voice.kept(_around_all),
        languages=tuple(
            (one, Link(words.label[f"language_{one}"], page.address.path(one))) for one in LANGUAGES
        ),
        downloads_heading=words.label[
            "downloads_record" if page.downloads and not page.downloads.book else "downloads"
        ],
        downloads=tuple(_files(page, words)),
    )


def _files(page: Page, words: Wording) -> Iterator[Link]:
    """Yield the links to what a page offers as files."""
    if page.downloads is None:
        return
    for ending in ENDINGS:
        is_shared = ending == "json" and page.address.is_group
        stem = page.address.data_stem() if is_shared else page.downloads.stem
        yield Link(words.label[f"download_{ending}"], f"{stem}.{ending}")


def _around_all(voice: Voice) -> Frame:
    """Return what stands around every page of a language: thousands of pages need it."""
    return Frame(
        site=site_title(voice),
        home=FRONT.path(voice.language),
        ways=_ways(voice.language),
        languages=(),
        downloads_heading="",
        downloads=(),
        as_of=as_of(voice),
        author=voice.site.dataset.name_of_secretariat(voice.language),
        unverified=unverified(voice),
    )


def site_title(voice: Voice) -> str:
    """Return what the site is called."""
    words = voice.words("site")
    return words.say("site_title", country=words.country(voice.site.dataset.settings.country))


@cache
def _ways(language: Language) -> tuple[Link, ...]:
    from anbefal.wording import wording

    label = wording(language, "site").label
    return (
        Link(label["search"], SEARCH.path(language)),
        Link(label["new"], NEW.path(language)),
        Link(label["meetings"], MEETINGS.path(language)),
        Link(label["about"], ABOUT.path(language)),
    )


def as_of(voice: Voice) -> str:
    """Return up to which day the data speaks, or nothing where it has no date."""
    dataset = voice.site.dataset
    if dataset.told_date is None:
        return ""
    key = "as_of" if dataset.as_of else "as_of_data"
    return voice.words("site").say(key, date=voice.date(dataset.told_date))


def unverified(voice: Voice) -> str:
    """Return how much nobody has compared with the official documents, or nothing."""
    total = len(voice.site.records)
    unchecked = voice.site.unverified
    words = voice.words("site")
    if not unchecked:
        return ""
    if unchecked == total:
        return words.say("unverified_all")
    return words.say("unverified_some", n=words.number(unchecked), total=words.number(total))
