"""The columns of an export: what they mean, by any of the names that versions have for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from anbefal.errors import Unreadable
from anbefal.exchange.tables.headings import heading_key
from anbefal.exchange.tables.rows import Field, Row

Role = Literal[
    "text",
    "countries",
    "body",
    "symbol",
    "themes",
    "persons",
    "sdgs",
    "date",
    "states",
    "position",
    "type",
    "id",
    "session",
]

_SPELLINGS: dict[Role, tuple[str, ...]] = {
    "text": ("Text",),
    "countries": ("Countries Concerned", "Countries", "Country Concerned"),
    "body": ("Reccomending Body", "Recommending Body", "Body"),
    "symbol": ("Document Symbol", "Symbol"),
    "themes": ("Themes",),
    "persons": ("Affected Persons", "AffectedPersons"),
    "sdgs": ("Sdgs",),
    "date": ("Document Publication Date", "PublicationDate"),
    "states": (
        "UPR Reccomending States",
        "UPR Recommending States",
        "UprRecommendingCountry",
        "UprRecommendingCountries",
        "UPR Recommending State",
    ),
    "position": ("UPR Position", "UprPositions"),
    "type": ("Type", "AnnotationType"),
    "id": ("OHCHR Annotation Id", "AnnotationId"),
    "session": ("UPR Session", "UprSession"),
}
"""What a column means to its names in the spreadsheet, and in JSON."""

HEADINGS = tuple(one for names in _SPELLINGS.values() for one in names)
"""Every heading and key that is known, in one spelling each."""

_NOT_USED = (
    "Regions Concerned",
    "Recommending Regions",
    "Date of publication on UHRI",
    "Regions",
    "UprRecommendingRegions",
    "PublicationDateOnUhri",
    "DocumentId",
    "UprCycle",
)
"""Columns of every export that nothing is read from."""
_USUAL: tuple[Role, ...] = ("date", "type", "themes", "persons", "sdgs", "id")
"""What every export has, and can be read without."""
_NEEDED: tuple[Role, ...] = ("text", "countries", "body", "symbol")
_ROLES = {heading_key(one): role for role, names in _SPELLINGS.items() for one in names}
_KNOWN = frozenset((*_ROLES, *map(heading_key, _NOT_USED)))


def not_read(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the headings that no export has, so that nothing is read from their columns."""
    return tuple(one for one in headings if one and heading_key(one) not in _KNOWN)


def missing(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the usual names of columns that an export has and these headings have not.

    Those of the UPR are not missed: an export of committees only has none.
    """
    there = {_ROLES.get(heading_key(one)) for one in headings}
    return tuple(_SPELLINGS[role][0] for role in _USUAL if role not in there)


class Columns:
    """Finds the columns of an export in its rows.

    Args:
        headings: The headings as the file spells them.

    Raises:
        Unreadable: One is missing that nothing can be told without.
    """

    def __init__(self, headings: Sequence[str]) -> None:
        self._names: dict[Role, str] = {}
        for heading in headings:
            if role := _ROLES.get(heading_key(heading)):
                self._names.setdefault(role, heading)
        missing = [_SPELLINGS[role][0] for role in _NEEDED if role not in self._names]
        if missing:
            names = ", ".join(repr(one) for one in missing)
            message = f"The file is no export of UHRI: it has no column {names}."
            raise Unreadable(message, "Export it from UHRI again, with all columns.")

    def field(self, row: Row, role: Role) -> Field | None:
        """Return what stands in a column; ``None`` where it is empty or there is no such column."""
        name = self._names.get(role)
        return row.fields.get(name) if name else None

    @property
    def names(self) -> Collection[str]:
        """What the file calls the columns that are read."""
        return self._names.values()

    def name(self, role: Role) -> str:
        """Return what the file calls a column."""
        return self._names.get(role, _SPELLINGS[role][0])
