"""What is in each file of a site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from anbefal.cli.publishing.downloads import Offers
from anbefal.documents.site.addresses import FRONT, Address
from anbefal.model.base import Language
from anbefal.wording import LANGUAGES

if TYPE_CHECKING:
    from anbefal.documents.site.page import Page
    from anbefal.documents.site.site_data import SiteData
    from anbefal.documents.site.voice import Voice

File = tuple[str, bytes]
"""Where a file lies, from the site's top, and what is in it."""
INDEX = "index.html"
"""The page that opens first."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The files that all pages use: the style sheet, scripts."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What is searched in.

    Attributes:
        language: The language that one searches in.
    """

    language: Language


@dataclass(frozen=True, slots=True)
class Records:
    """Recommendations as data, each by itself.

    Attributes:
        ids: Which.
    """

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """The recommendations of themes, ministries and bodies as data, in no language.

    Attributes:
        addresses: Their pages.
    """

    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages in one language, with what they offer as files.

    Attributes:
        language: The language.
        addresses: Which pages.
    """

    language: Language
    addresses: tuple[Address, ...]


Task = Assets | SearchIndex | Records | Groups | Pages
"""A part of the site that one process makes."""


class Maker:
    """Makes the files of a site, part by part.

    Args:
        site: What the site is made from.
        opening: The language of the page that opens first.
    """

    def __init__(self, site: SiteData, opening: Language) -> None:
        self.site = site
        self.opening = opening

    def files(self, task: Task) -> Iterator[File]:
        """Yield the files of a part.

        Raises:
            Misuse: A workbook cannot hold what it should.
        """
        if isinstance(task, Assets):
            yield from _assets()
        elif isinstance(task, SearchIndex):
            from anbefal.documents.site.searching.data import search_files

            yield from search_files(self._voices[task.language]).items()
        elif isinstance(task, Records):
            for one in task.ids:
                yield from self._offers.of_record(one)
        elif isinstance(task, Groups):
            for address in task.addresses:
                yield self._offers.of_group(address)
        else:
            for address in task.addresses:
                yield from self._page(self._voices[task.language], address)

    def _page(self, voice: Voice, address: Address) -> Iterator[File]:
        from anbefal.documents.site.building import build_page
        from anbefal.documents.site.rendering import render_page

        page = build_page(voice, address)
        yield from self._offers.of_page(page)
        yield page.path, render_page(page, voice)
        if self._opens(page):
            first = replace(page, path=INDEX)
            yield first.path, render_page(first, voice)

    def _opens(self, page: Page) -> bool:
        return page.address == FRONT and page.language == self.opening

    @cached_property
    def _voices(self) -> dict[Language, Voice]:
        from anbefal.documents.site.voice import Voice

        return {one: Voice(self.site, one) for one in LANGUAGES}

    @cached_property
    def _offers(self) -> Offers:
        return Offers(self.site)


def _assets() -> Iterator[File]:
    from anbefal.documents.site.assets import asset_files

    yield from asset_files().items()
