"""What a reader must know before the numbers of an import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anbefal.analysis.importing.plan import Plan
from anbefal.model.edits import Create
from anbefal.report.importing_sections import counted

MOST_NAMED = 12
"""Headings that a note names."""
LONGEST_SHOWN = 60
"""Letters of a heading that a note shows."""


@dataclass(frozen=True, slots=True)
class UnusedColumns:
    """Where a table and what is read of it differ.

    Attributes:
        not_read: Headings that nothing is taken from.
        missing: Headings that such a table usually has.
    """

    not_read: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def notes_of(plan: Plan, columns: UnusedColumns) -> tuple[str, ...]:
    """Return what a reader must know, a sentence or two each."""
    return (*_of_columns(columns), *_taken_on_trust(plan), *_without_paragraph(plan))


def _of_columns(columns: UnusedColumns) -> list[str]:
    notes = []
    if columns.not_read:
        notes.append(f"Columns that nothing is taken from: {_quoted(columns.not_read)}.")
    if columns.missing:
        missing = _quoted(columns.missing)
        notes.append(f"Columns that are not there: {missing}. Records lack what they say.")
    return notes


def _quoted(headings: Sequence[str]) -> str:
    more = f" and {len(headings) - MOST_NAMED} more" if headings[MOST_NAMED:] else ""
    return ", ".join(f"'{one[:LONGEST_SHOWN]}'" for one in headings[:MOST_NAMED]) + more


def _taken_on_trust(plan: Plan) -> list[str]:
    """Return how many records a file brings that says of itself that ``export`` wrote it."""
    made = [one.value for one in plan.edits if isinstance(one, Create)]
    number = sum(
        1
        for one in made
        if "status" in one or "internal" in one or one.get("provenance", {}).get("verified")
    )
    be = "has" if number == 1 else "have"
    what = "a log, a note or a mark as verified that nobody entered here"
    return [f"{counted(number, 'new record')} {be} {what}."] if number else []


def _without_paragraph(plan: Plan) -> list[str]:
    number = sum(1 for one in plan.imported if not one.has_paragraph)
    be = "has" if number == 1 else "have"
    return [f"{counted(number, 'new record')} {be} no paragraph."] if number else []
