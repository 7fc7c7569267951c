"""A table from others as importers read it, whatever kind of file it came in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from anbefal.model.incoming import Place, Unread

FieldKind = Literal["text", "number", "boolean", "date", "time", "error", "formula", "list"]


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in one column of a row. Nothing empty is a field.

    Attributes:
        place: Where it stands.
        kind: What it holds. A formula is no value, and a text that was typed is no number: a
            paragraph ``140.10`` that became the number 140.1 can be told from one that is text.
        text: The value as text: a date as ``YYYY-MM-DD``, a number as short as it can be said, the
            items of a list on a line each.
        items: The items of a list; of anything else the text alone.
    """

    place: Place
    kind: FieldKind
    text: str
    items: tuple[str, ...] = ()


class LazyFields(Mapping[str, Field]):
    """Fields that are made when they are asked for."""

    __slots__ = ()

    def text_of(self, heading: str) -> str:
        """Return the text under a heading; an empty one where nothing stands."""
        field = self.get(heading)
        return field.text if field else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        place: Where it stands.
        fields: Heading, as the file spells it, to what stands under it; without empty fields. Where
            two columns have the same heading, the later one's ends with its place.
    """

    place: Place
    fields: Mapping[str, Field]

    def text_of(self, heading: str) -> str:
        """Return the text under a heading, the quickest way; an empty one where nothing stands."""
        quick: Callable[[str], str] | None = getattr(self.fields, "text_of", None)
        if quick:
            return quick(heading)
        field = self.fields.get(heading)
        return field.text if field else ""

    @property
    def raw(self) -> dict[str, str]:
        """Heading to text."""
        return {heading: field.text for heading, field in self.fields.items()}


class Rows(Protocol):
    """The rows of a table, read as they are asked for, and once.

    Iterating raises :class:`anbefal.errors.Unreadable` where the file is no such table or is
    damaged.
    """

    headings: tuple[str, ...]
    """The headings as the file spells them, in its order; for JSON those of the first record."""
    counts_from: date
    """The day that serial numbers of days count from."""

    @property
    def share_read(self) -> float:
        """How much of the file was read by now, 0 to 1."""
        ...

    def __iter__(self) -> Iterator[Row | Unread]:
        """Yield the rows below the headings that are not empty.

        A row that is no such thing comes as :class:`Unread`: with more or fewer cells than there
        are headings, or with formulas or merged cells in columns that are known, which spoil the
        file.
        """
        ...
