"""What an overview of who owes what holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from anbefal.analysis.asks import Ask, Reach
from anbefal.analysis.measures import HeldMeasure
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Grade, Recommendation, Update

DeadlineState = Literal["near", "passed", "graded"]


@dataclass(frozen=True)
class Filters:
    """What an overview is narrowed to; an empty filter lets everything through.

    Within one filter any of its ids is enough.

    Attributes:
        ministries: Ids of ministries that answer, whether they lead or not.
        bodies: Ids of bodies.
        themes: Ids of themes, as main theme or another.
    """

    ministries: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def let_through(self, reach: Reach) -> bool:
        """Return whether what concerns these is shown."""
        pairs = (
            (self.ministries, reach.answers),
            (self.bodies, reach.bodies),
            (self.themes, reach.themes),
        )
        return all(not wanted or not set(wanted).isdisjoint(held) for wanted, held in pairs)


@dataclass(frozen=True)
class Overdue:
    """A measure whose day has passed, and that is not reported to be done.

    Attributes:
        held: The measure.
        due: By when it was to be done.
        days: Days since.
        reported: The newest entry on the state's track, ``None`` where there is none.
        assessed: The newest entry of anybody independent.
    """

    held: HeldMeasure
    due: PartialDate
    days: int
    reported: Update | None
    assessed: Update | None

    @property
    def reach(self) -> Reach:
        """Whom it concerns."""
        return self.held.reach


@dataclass(frozen=True)
class OpenMeasure:
    """A measure that is not surely reported to be done, and is not overdue.

    Attributes:
        held: The measure.
        due: By when it is to be done, ``None`` where no date is recorded.
        days: Days until then, ``None`` where there is no date to measure from or to; negative
            where it is not sure which report is the newest, and one of them says that it is done.
        reported: The newest entry on the state's track, ``None`` where there is none.
        assessed: The newest entry of anybody independent.
    """

    held: HeldMeasure
    due: PartialDate | None
    days: int | None
    reported: Update | None
    assessed: Update | None

    @property
    def reach(self) -> Reach:
        """Whom it concerns."""
        return self.held.reach


@dataclass(frozen=True)
class Unreported:
    """An ask on which the state has reported nothing, on any of its records.

    Attributes:
        ask: The ask.
        looked_into: The newest entry that says that nobody reports (``no-report``); ``None`` where
            nobody has written that either.
        assessed: The newest entry in which anybody independent says something.
        grade: The newest grade that a committee gave, with its record.
        promised: The measures of meetings and plans that follow it up.
    """

    ask: Ask
    looked_into: Update | None
    assessed: Update | None
    grade: tuple[Recommendation, Grade] | None
    promised: tuple[HeldMeasure, ...]

    @property
    def reach(self) -> Reach:
        """Whom it concerns."""
        return self.ask.reach


@dataclass(frozen=True)
class Deadline:
    """A committee's own deadline for follow-up.

    Attributes:
        record: What it picked, of whatever kind.
        reach: Whom it concerns.
        due: The deadline.
        days: Days until it, negative once it has passed.
        state: ``near``: within half a year; ``passed``: with neither a report nor a grade;
            ``graded``: passed without a report on record, but the committee has judged it.
        reported: The newest report on the record.
        grades: The committee's grades, the oldest first.
    """

    record: Recommendation
    reach: Reach
    due: PartialDate
    days: int
    state: DeadlineState
    reported: Update | None
    grades: tuple[Grade, ...]


@dataclass(frozen=True)
class Stale:
    """An ask of which nothing was written for long.

    Attributes:
        ask: The ask.
        when: The date of the newest entry, of either track or a grade.
        days: Days since.
        record: Which of its records has that entry.
        said: The entry: of a log, or a grade.
    """

    ask: Ask
    when: PartialDate
    days: int
    record: Recommendation
    said: Update | Grade

    @property
    def reach(self) -> Reach:
        """Whom it concerns."""
        return self.ask.reach


@dataclass(frozen=True)
class Overview:
    """Who owes what.

    Attributes:
        today: The day that deadlines are measured from; ``None`` where the data holds no date, and
            then nothing is overdue or old.
        filters: What it is narrowed to.
        asks: Every ask.
        overdue: Measures whose day has passed, the longest overdue first.
        open_measures: The other measures that are not reported to be done, the soonest first, then
            those without a date.
        unreported: Asks without a report, those asked in the most cycles first.
        deadlines: The committees' deadlines that are near or have passed, by date.
        stale: Asks of which nothing was written for long, the oldest first.
        undated: What committees picked for follow-up without a known deadline.
    """

    today: date | None
    filters: Filters
    asks: tuple[Ask, ...]
    overdue: tuple[Overdue, ...]
    open_measures: tuple[OpenMeasure, ...]
    unreported: tuple[Unreported, ...]
    deadlines: tuple[Deadline, ...]
    stale: tuple[Stale, ...]
    undated: tuple[Recommendation, ...]
