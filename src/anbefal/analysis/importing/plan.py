"""What an import does to a repository: the result of planning it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from anbefal.analysis.importing.merging import FieldChange
from anbefal.model.dates import PartialDate
from anbefal.model.edits import Edit
from anbefal.model.incoming import ImportSource, Place, Skipped, SkipReason, Unread

Outcome = Literal["new", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from.

    Attributes:
        source: The kind of import.
        title: The file in words, as a new record's provenance names it.
        seen: When somebody looked there, if that was said.
        part: Which of several lists of the kind it is, so that one does not take another's values
            for its own; empty where there is only one such source.
    """

    source: ImportSource
    title: str
    seen: PartialDate | None = None
    part: str = ""

    @property
    def name(self) -> str:
        """What the kind of import is called in the notes of records."""
        return f"{self.source}-{self.part}" if self.part else self.source


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one row that is a recommendation.

    Attributes:
        record: The id of the record.
        place: Where the row stands.
        outcome: Whether the record is new, updated or stays as it is.
        changes: The fields that change in a record that was there.
        kept: The fields that stay although the file says otherwise.
        lookalike: The id of a record that a new one may be the same as.
        has_paragraph: Whether the row gives a paragraph.
    """

    record: str
    place: Place
    outcome: Outcome
    changes: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()
    lookalike: str | None = None
    has_paragraph: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does.

    Attributes:
        imported: What became of each row that is a recommendation, in the order of the file.
        unread: The rows that could not be read, or not be told from records, in that order.
        skipped: Reason to the number of rows that are left out for it.
        unmapped: ``themes``, ``groups`` and ``ministries`` to their labels that nothing in the
            repository stands for, each with the number of rows.
        left_out: The rows that are no recommendation although something stands there.
        new_bodies: Id to the name of bodies that the repository did not have.
        edits: All changes, to be applied.
    """

    imported: tuple[Imported, ...]
    unread: tuple[Unread, ...]
    skipped: Mapping[SkipReason, int]
    unmapped: Mapping[str, Mapping[str, int]]
    left_out: tuple[Skipped, ...]
    new_bodies: Mapping[str, str]
    edits: tuple[Edit, ...]

    def number(self, outcome: Outcome) -> int:
        """Return how many rows came to an outcome."""
        return sum(1 for one in self.imported if one.outcome == outcome)

    @property
    def read(self) -> int:
        """The number of rows: new, updated, unchanged, skipped and unreadable ones together."""
        return len(self.imported) + len(self.unread) + sum(self.skipped.values())
