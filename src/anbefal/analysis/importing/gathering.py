"""The rows of a file, gathered before anything is done with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from anbefal.model.incoming import Incoming, Reading, Skipped, SkipReason, Unread


@dataclass
class Gathered:
    """What the rows of a file are.

    Attributes:
        incoming: The recommendations, in the order of the file.
        unread: The rows that cannot be read, in the order of the file.
        skipped: Reason to the number of rows that are left out for it.
        countries: Which other countries skipped rows are about, to their number.
        left_out: What is no recommendation although something stands there.
    """

    incoming: list[Incoming] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    skipped: Counter[SkipReason] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    left_out: list[Skipped] = field(default_factory=list)

    @property
    def is_elsewhere(self) -> bool:
        """Whether every row is about another country."""
        return set(self.skipped) == {"another country"} and not (self.incoming or self.unread)

    @property
    def only_country(self) -> str | None:
        """The one other country that every row is about; ``None`` where there is none such."""
        is_one = self.is_elsewhere and len(self.countries) == 1
        return next(iter(self.countries)) or None if is_one else None


def gather(readings: Iterable[Reading]) -> Gathered:
    """Return what the rows of a file are; reading them may take minutes."""
    gathered = Gathered()
    for one in readings:
        if isinstance(one, Incoming):
            gathered.incoming.append(one)
        elif isinstance(one, Unread):
            gathered.unread.append(one)
        else:
            _skip(gathered, one)
    return gathered


def _skip(gathered: Gathered, one: Skipped) -> None:
    gathered.skipped[one.reason] += one.number
    if one.reason == "another country":
        gathered.countries[one.detail] += one.number
    elif one.reason == "no recommendation" and one.detail:
        gathered.left_out.append(one)
