"""What a change is, in the data's own terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from anbefal.model.dataset import Key

What = Literal[
    "record",
    "status",
    "promise",
    "measure",
    "meeting-state",
    "state-position",
    "follow-up",
    "grade",
    "score",
    "link",
    "wording",
    "report",
    "internal",
    "field",
]
"""What changed.

- ``record``: the record came or went.
- ``status``: an entry of a log, of a recommendation, a promise or a measure.
- ``promise``: a measure promised at a meeting; ``measure``: one in a plan.
- ``grade``: a committee's own, on its own scale.
- ``report``: the head of a memo.
- ``wording``: the official text of a recommendation, or our own words for it.
- ``internal``: a note for the secretariat.
- ``field``: anything else.
"""

How = Literal["added", "removed", "changed", "reordered"]
"""How it changed; an entry of a log that is ``changed`` was corrected."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two states of a record.

    Attributes:
        record: The record.
        what: What changed.
        how: How it changed.
        part: The part of the record that it is in: a promise, measure or report by its id, a theme
            or recommendation that was scored; ``None`` for the record itself.
        field: The key that changed, from the part or the record inwards, as in ``source.date``.
        date: The date that the data gives what was said, promised, graded or scored.
        by: The id of whoever said, graded or scored it.
        track: ``reported`` by the state or ``assessed`` by others; of log entries only.
        old: The value before, in words; ``None`` where there was none.
        new: The value after.
        note: What was said beside the value, of an entry that came or went.
        evidence: What was given as evidence with it.
        themes: The themes that it concerns, before and after.
        inferred: Whether the value was concluded and not seen in a source.
        example: Whether it is a score that is made up.
        withheld: Whether the words are for the secretariat only: a minority view, an assessor's
            reason, the name of a person.
    """

    record: Key
    what: What
    how: How
    part: str | None = None
    field: str | None = None
    date: str | None = None
    by: str | None = None
    track: str | None = None
    old: str | None = None
    new: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    inferred: bool = False
    example: bool = False
    withheld: bool = False

    def public(self) -> Change:
        """Return the change without words that are for the secretariat only."""
        return replace(self, old=None, new=None) if self.withheld else self
