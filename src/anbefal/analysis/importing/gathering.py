"""The rows of a file, gathered before anything is done with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from anbefal.model.incoming import Incoming, Place, Reading, Skipped, SkipReason, Unread

MOST_DETAILS = 1_000
"""How many different details of skipped rows are counted."""


@dataclass
class Gathered:
    """What the rows of a file are.

    Attributes:
        incoming: The recommendations, in the order of the file.
        unread: The rows that cannot be read, in the order of the file.
        skipped: Reason to the number of rows that are left out for it.
        details: Reason and detail to their number, such as another country and which.
        repeats: Where rows stand that repeat an earlier one.
    """

    incoming: list[Incoming] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    skipped: Counter[SkipReason] = field(default_factory=Counter)
    details: Counter[tuple[SkipReason, str]] = field(default_factory=Counter)
    repeats: list[Place] = field(default_factory=list)

    @property
    def read(self) -> int:
        """The number of rows."""
        return len(self.incoming) + len(self.unread) + sum(self.skipped.values())

    def skip(self, one: Skipped) -> None:
        """Count a row that is left out."""
        self.skipped[one.reason] += 1
        known = (one.reason, one.detail)
        if known in self.details or len(self.details) < MOST_DETAILS:
            self.details[known] += 1
        if one.reason == "repeats an earlier row":
            self.repeats.append(one.place)


def gather(readings: Iterable[Reading]) -> Gathered:
    """Return what the rows of a file are; reading them may take minutes."""
    gathered = Gathered()
    for one in readings:
        if isinstance(one, Incoming):
            gathered.incoming.append(one)
        elif isinstance(one, Unread):
            gathered.unread.append(one)
        else:
            gathered.skip(one)
    return gathered
