"""Where each page of the site lies. An address lasts as long as the id that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from anbefal.model.base import Language

PageKind = Literal[
    "front",
    "theme",
    "ministry",
    "body",
    "recommendation",
    "meetings",
    "new",
    "search",
    "about",
]

_PLACES: dict[PageKind, str] = {
    "front": "index",
    "theme": "themes",
    "ministry": "ministries",
    "body": "bodies",
    "recommendation": "recommendations",
    "meetings": "meetings",
    "new": "new",
    "search": "search",
    "about": "about",
}
"""Folders of the kinds that have a page for each id, names of the files of the others."""

ASSETS = "assets"
"""The folder of what pages of every language use: the style sheet, scripts, data to search."""

RECORDS = "records"
"""The folder of single recommendations as data, which are the same in every language."""


@dataclass(frozen=True, slots=True)
class Address:
    """Which page it is, whatever its language.

    Attributes:
        kind: What kind of page it is.
        key: The id of the theme, ministry, body or recommendation; the year of a page of what is
            new; empty for a page of which there is one.
    """

    kind: PageKind
    key: str = ""

    def stem(self, language: Language) -> str:
        """Return the page's path from the site's root without its ending: ``nb/themes/vold``."""
        place = f"{language}/{_PLACES[self.kind]}"
        return f"{place}/{self.key}" if self.key else place

    def path(self, language: Language) -> str:
        """Return the page's path from the site's root: ``nb/themes/vold.html``."""
        return f"{self.stem(language)}.html"


FRONT, MEETINGS, NEW, SEARCH, ABOUT = (
    Address("front"),
    Address("meetings"),
    Address("new"),
    Address("search"),
    Address("about"),
)


def to_root(path: str) -> str:
    """Return what leads from a page to the site's root: ``../../`` from ``nb/themes/vold.html``."""
    return "../" * path.count("/")
