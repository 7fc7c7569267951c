"""Recommendations as others' files give them, before they are records.

Readers in :mod:`anbefal.exchange` make these values; :mod:`anbefal.analysis.importing` tells what
they change in a repository. Every row of a file is in exactly one of them, so that rows add up. Of
the world's 267,500 rows most are skipped, so what is made for each of them is light.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from anbefal.model.recommendation import InferredField

ImportSource = Literal["uhri", "upr-info", "upr-matrix", "observations", "table"]

SkipReason = Literal[
    "another country",
    "another body",
    "an earlier date",
    "no date",
    "repeats an earlier row",
    "no recommendation",
]
"""Why a row that can be read is left out.

no recommendation: a row that a table has besides, such as an empty one or a positive aspect.
"""


class Place(NamedTuple):
    """Where something stands in a file.

    Attributes:
        row: The number of the row, record or paragraph, from 1; headings count.
        sheet: The name of the sheet; empty where the file has no sheets.
        column: The column, as a person finds it: its letter, heading or key; in a document the
            number that the paragraph has there. Empty for all of a row.
        unit: What is counted: ``row``, ``record``, ``table row``, ``paragraph``, ``line``.
    """

    row: int
    sheet: str = ""
    column: str = ""
    unit: str = "row"

    def __str__(self) -> str:
        """Return it in words: ``Ark1, row 12, column D`` or ``paragraph 22(a) (line 31 in it)``.

        People know a paragraph by its number, and only then by where it stands.
        """
        if self.column and self.unit in {"paragraph", "line"}:
            number = "line" if self.unit == "line" else "no."
            return f"paragraph {self.column} ({number} {self.row} in the file)"
        column = f"column {self.column}" if self.column else ""
        return ", ".join(filter(None, (self.sheet, f"{self.unit} {self.row}", column)))


@dataclass(frozen=True, slots=True)
class SourceLabels:
    """What a source calls things that a repository has words of its own for.

    Attributes:
        body: Who recommends; empty where only the document's symbol may tell.
        themes: What it is about, the main one first.
        groups: Whom it concerns.
        ministries: Who answers.
    """

    body: str = ""
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One recommendation as a file gives it.

    Attributes:
        place: Where it stands in the file.
        fields: Dotted field of a recommendation to a plain value as a data file holds it:
            ``source.document``, ``source.paragraph``, ``source.date`` (a text, ``YYYY-MM-DD`` or
            less), ``source.recommended_by`` (a list), ``text.en``, ``kind``, ``sdgs`` (a list),
            ``state_position`` (a mapping). Nothing is given as ``None`` or empty.
        labels: What the source calls body, themes, groups and ministries.
        inferred: The fields that no column or head gave, and that were concluded from the text or
            from other fields.
        raw: The row as the file has it, heading to text, for a file that a person can mend.
    """

    place: Place
    fields: Mapping[str, Any]
    labels: SourceLabels = SourceLabels()
    inferred: frozenset[InferredField] = frozenset()
    raw: Mapping[str, str] = field(default_factory=dict)


class Skipped(NamedTuple):
    """A row that was read and is not wanted, or several that are left out for the same reason.

    Attributes:
        place: Where it stands in the file.
        reason: Why it is left out.
        detail: More of it, such as which country; empty where there is nothing to add.
        number: How many rows it stands for; the place is that of one of them.
    """

    place: Place
    reason: SkipReason
    detail: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that cannot be read, or not safely.

    Attributes:
        place: Where it stands in the file, with the column where one is to blame.
        message: What is wrong, one sentence.
        hint: What to do about it.
        raw: The row as the file has it, heading to text.
        spoils_the_file: Whether nothing of the file may be taken because of it, as where merged
            cells make it uncertain which row a value belongs to.
    """

    place: Place
    message: str
    hint: str = ""
    raw: Mapping[str, str] = field(default_factory=dict)
    spoils_the_file: bool = False


Reading = Incoming | Skipped | Unread
"""What became of one row of a file."""
