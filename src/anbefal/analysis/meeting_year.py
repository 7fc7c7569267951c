"""A year of meetings against the goal, and requests that nobody has answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Meeting, MeetingState
from anbefal.model.recommendation import Recommendation

OPEN: tuple[MeetingState, ...] = ("planned", "requested", "confirmed")
"""States of a meeting that may still be held."""


@dataclass(frozen=True)
class Goal:
    """How far a year has come towards the goal.

    Attributes:
        meetings: How many meetings a year are the goal.
        held: How many were held.
        confirmed: How many the ministries said yes to, and are not recorded as held.
        requested: How many the ministries were asked for without an answer on record.
        planned: How many we mean to ask for.
        cancelled: How many will not take place.
        is_over: Whether the year ended before the reference day.
    """

    meetings: int
    held: int
    confirmed: int
    requested: int
    planned: int
    cancelled: int
    is_over: bool

    @property
    def remaining(self) -> int:
        """How many more must be held to reach the goal."""
        return max(0, self.meetings - self.held)

    @property
    def not_arranged(self) -> int:
        """How many of those that remain the ministries have not said yes to."""
        return max(0, self.remaining - self.confirmed)


@dataclass(frozen=True)
class Waiting:
    """A request that has no answer on record.

    Attributes:
        meeting: The meeting that was asked for.
        least: Days that it has waited at least, counted from the last day on which it can have
            been sent; ``None`` where no date of the request is recorded.
        most: Days that it has waited at most; equal to ``least`` where the day is known.
    """

    meeting: Meeting
    least: int | None
    most: int | None


@dataclass(frozen=True)
class MeetingYear:
    """The meetings of a year.

    Attributes:
        year: The year.
        goal: How far it has come.
        meetings: The meetings of the year, in order of their dates.
        unanswered: Requests of any year without an answer on record, the longest wait first.
        unrecorded: Confirmed meetings of any year whose day has passed: somebody should record
            whether they were held.
        undated: Open meetings of which no date at all is recorded, so that they are of no year.
    """

    year: int
    goal: Goal
    meetings: tuple[Meeting, ...]
    unanswered: tuple[Waiting, ...]
    unrecorded: tuple[Meeting, ...]
    undated: tuple[Meeting, ...]


def meeting_year(dataset: Dataset, year: int) -> MeetingYear:
    """Return a year of meetings.

    Args:
        dataset: The repository. Waits are measured to its reference date.
        year: The year.
    """
    today, known = dataset.reference_date, tuple(dataset.meetings.values())
    of_year = in_order(one for one in known if (when := when_of(one)) and when.year == year)
    confirmed = (one for one in known if one.state == "confirmed")
    return MeetingYear(
        year=year,
        goal=_goal(dataset.settings.meetings_per_year, of_year, year, today),
        meetings=of_year,
        unanswered=unanswered(dataset),
        unrecorded=in_order(one for one in confirmed if one.date and one.date.is_over(today)),
        undated=tuple(one for one in known if one.state in OPEN and when_of(one) is None),
    )


def unanswered(dataset: Dataset) -> tuple[Waiting, ...]:
    """Return the requests without an answer on record, the longest wait first."""
    known, today = dataset.meetings.values(), dataset.reference_date
    asked = (_waiting(one, today) for one in known if one.state == "requested")
    return tuple(sorted(asked, key=_longest_first))


def when_of(meeting: Meeting) -> PartialDate | None:
    """Return the date of a meeting; while it has none, the date of the request."""
    return meeting.date or meeting.requested_on


def in_order(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return meetings in order of their dates; those of a month or a year by its last day."""
    return tuple(sorted(meetings, key=_by_date))


def held_meetings(dataset: Dataset) -> tuple[Meeting, ...]:
    """Return the meetings of any year that were held, in order of their dates."""
    return in_order(one for one in dataset.meetings.values() if one.state == "held")


def meeting_to_come(dataset: Dataset, theme: str | None = None) -> Meeting | None:
    """Return the open meeting that is closest to being held, if there is one.

    A confirmed one comes before one that was requested, and that before a planned one. Of several
    it is the soonest, of requests the newest; what has no date comes after what has one, and what
    should have been held already after all others.

    Args:
        dataset: The repository.
        theme: The theme that it is on; ``None`` for any.
    """
    today = dataset.reference_date
    known = (
        one for one in dataset.meetings.values() if theme in {None, one.theme} and one.state in OPEN
    )
    return min(known, key=lambda one: _closest_first(one, today), default=None)


def other_requests(dataset: Dataset, meeting: Meeting) -> tuple[Meeting, ...]:
    """Return what was asked for besides on a meeting's theme and has no answer, the oldest first.

    A request without a date, or dated after the meeting's own, is none of them.
    """
    own = meeting.requested_on
    found = (
        one
        for one in dataset.meetings.values()
        if one.theme == meeting.theme and one.state == "requested" and one.id != meeting.id
    )
    dated = (one for one in found if one.requested_on)
    return in_order(
        one
        for one in dated
        if not (own and one.requested_on and own.surely_before(one.requested_on))
    )


def calendar_meetings(dataset: Dataset, year: int | None) -> tuple[Meeting, ...]:
    """Return the meetings that the calendar of a year is about, by id.

    A meeting that was asked for and has no date is in every year that a day was proposed in.

    Args:
        dataset: The repository.
        year: The year; ``None`` for all meetings.
    """

    def belongs(one: Meeting) -> bool:
        dates = one.possible_dates or (when_of(one),)
        return year is None or any(when and when.year == year for when in dates)

    return tuple(one for one in dataset.meetings.values() if belongs(one))


def deadlines_of(dataset: Dataset, year: int | None) -> tuple[Recommendation, ...]:
    """Return what committees picked for a follow-up that is due in a year, or in any, by id."""
    return tuple(
        one
        for one in dataset.recommendations.values()
        if one.follow_up and one.follow_up.due and year in {None, one.follow_up.due.year}
    )


def _closest_first(meeting: Meeting, today: date | None) -> tuple[bool, int, bool, int, str]:
    is_over = meeting.date is not None and meeting.date.is_over(today)
    order = ("confirmed", "requested", "planned").index(meeting.state)
    when = when_of(meeting)
    day = when.last.toordinal() if when else 0
    is_newest_first = is_over or meeting.state == "requested"
    return is_over, order, when is None, -day if is_newest_first else day, meeting.id


def _by_date(meeting: Meeting) -> tuple[date, date, str]:
    when = when_of(meeting)
    return (when.last, when.first, meeting.id) if when else (date.max, date.max, meeting.id)


def _goal(goal: int, meetings: Iterable[Meeting], year: int, today: date | None) -> Goal:
    states = [one.state for one in meetings]
    return Goal(
        meetings=goal,
        held=states.count("held"),
        confirmed=states.count("confirmed"),
        requested=states.count("requested"),
        planned=states.count("planned"),
        cancelled=states.count("cancelled"),
        is_over=PartialDate(year).is_over(today),
    )


def _waiting(meeting: Meeting, today: date | None) -> Waiting:
    sent = meeting.requested_on
    if sent is None or today is None:
        return Waiting(meeting, None, None)
    return Waiting(meeting, max(0, (today - sent.last).days), max(0, (today - sent.first).days))


def _longest_first(one: Waiting) -> tuple[int, str]:
    return (-1 if one.least is None else -one.least, one.meeting.id)
