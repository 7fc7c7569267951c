"""Where each page of the site lies. An address lasts as long as the id that it is made of."""

from __future__ import annotations

import re
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

DATA = "data"
"""The folder of what a page shows as data, where that is the same in every language."""

_GROUPS: frozenset[PageKind] = frozenset({"theme", "ministry", "body"})

_OF_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Ids that are names of devices in Windows, which makes no files of those names."""


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
        return f"{place}/{file_name(self.key)}" if self.key else place

    @property
    def is_group(self) -> bool:
        """Whether the page shows the records of a theme, a ministry or a body."""
        return self.kind in _GROUPS

    def data_stem(self) -> str:
        """Return where the records of a group lie as data, in no language: ``data/themes/vold``."""
        return f"{DATA}/{_PLACES[self.kind]}/{file_name(self.key)}"

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


def file_name(key: str) -> str:
    """Return the name, without ending, of the files of an id.

    No id ends in a hyphen, so that no two ids share a name. Ids are in small letters, so that it
    makes no difference whether a computer tells small letters from capitals.
    """
    return f"{key}-" if _OF_WINDOWS.fullmatch(key) else key


def record_stem(record: str) -> str:
    """Return where a recommendation lies as data, from the site's root, without an ending."""
    return f"{RECORDS}/{file_name(record)}"


def to_root(path: str) -> str:
    """Return what leads from a page to the site's root: ``../../`` from ``nb/themes/vold.html``."""
    return "../" * path.count("/")
