"""What a page of the site is made of, whatever kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address
from anbefal.model.base import Language
from anbefal.sheets import Workbook


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another page of the site, or elsewhere.

    Attributes:
        text: The words.
        path: Where they lead: a path from the site's root, with ``#`` and an anchor if need be.
        language: The language of the words, where it is not the page's.
        is_outside: Whether it leads out of the site; ``path`` is then an address on the web.
    """

    text: str
    path: str
    language: Language | None = None
    is_outside: bool = False


SiteLine = tuple[Run | Link, ...]
"""What stands in one paragraph or cell: words, and words that lead somewhere."""


@dataclass(frozen=True, slots=True)
class Downloads:
    """What a page offers as files: what it shows, and no more.

    Attributes:
        stem: Where they lie, as a path from the site's root without an ending.
        book: What stands in the workbook; the first sheet of it is the CSV file, and the rows are
            the JSON file. ``None`` where a single record is offered in the form of ``anbefal
            export``. That is also the form of a group's records as JSON, which lie where
            :meth:`anbefal.documents.site.addresses.Address.data_stem` says.
    """

    stem: str
    book: Workbook | None


@dataclass(frozen=True, slots=True)
class Page:
    """One page, in one language.

    Attributes:
        address: Which page it is.
        language: Its language.
        path: Where it lies, from the site's root.
        title: What it is called.
        title_language: The language of the title, where it is not the page's.
        above: The pages above it, from the front page down; the page itself is not among them.
        content: What its kind of page shows, for the template of that kind.
        downloads: What it offers as files; ``None`` for pages that show no data.
    """

    address: Address
    language: Language
    path: str
    title: str
    title_language: Language | None
    above: tuple[Link, ...]
    content: object
    downloads: Downloads | None
