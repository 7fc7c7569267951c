"""A year of meetings against the goal, and how long requests have waited."""

from __future__ import annotations

from datetime import date

import pytest

from anbefal.analysis.meeting_year import (
    MeetingYear,
    calendar_meetings,
    deadlines_of,
    meeting_year,
)
from repositories import Data, dataset, meeting, recommendation, theme

TODAY = date(2022, 12, 1)


def year(*meetings: Data, of: int = 2022, today: date | None = TODAY) -> MeetingYear:
    return meeting_year(dataset(as_of=today, meetings=meetings, themes=[theme("a")]), of)


def test_meetings_are_counted_by_how_far_they_have_come() -> None:
    goal = year(
        meeting("m1", "a", "held", date="2022-03", ministries=["jd"]),
        meeting("m2", "a", "confirmed", date="2022-12-10"),
        meeting("m3", "a", "requested", requested_on="2022-10"),
        meeting("m4", "a", "cancelled", date="2022-05-02"),
        meeting("m5", "a", "held", date="2021-03", ministries=["jd"]),
    ).goal

    assert (goal.held, goal.confirmed, goal.requested, goal.cancelled) == (1, 1, 1, 1)
    assert (goal.meetings, goal.remaining, goal.not_arranged) == (4, 3, 2)
    assert not goal.is_over


def test_a_meeting_belongs_to_the_year_of_its_date_and_until_then_to_that_of_the_request() -> None:
    asked = meeting("m1", "a", "held", requested_on="2022-12", date="2023-02", ministries=["jd"])
    open_still = meeting("m2", "a", "requested", requested_on="2022-12")

    assert [one.id for one in year(asked, open_still).meetings] == ["m2"]
    assert [one.id for one in year(asked, open_still, of=2023).meetings] == ["m1"]


def test_an_open_meeting_without_any_date_is_of_no_year() -> None:
    found = year(meeting("m1", "a", "planned"), meeting("m2", "a", "cancelled"))

    assert found.meetings == ()
    assert [one.id for one in found.undated] == ["m1"]


@pytest.mark.parametrize(
    ("sent", "least", "most"),
    [("2022-11-21", 10, 10), ("2022-10", 31, 61), ("2022-12", 0, 0), ("2022", 0, 334), (None,) * 3],
)
def test_a_wait_is_no_longer_than_the_date_of_the_request_tells(
    sent: str | None, least: int | None, most: int | None
) -> None:
    (wait,) = year(meeting("m1", "a", "requested", requested_on=sent)).unanswered

    assert (wait.least, wait.most) == (least, most)


def test_requests_of_other_years_wait_as_well_the_longest_first() -> None:
    new = meeting("m1", "a", "requested", requested_on="2022-11-01")
    old = meeting("m2", "a", "requested", requested_on="2019")

    assert [one.meeting.id for one in year(new, old, of=2022).unanswered] == ["m2", "m1"]


def test_an_agreed_meeting_whose_day_has_passed_should_be_recorded() -> None:
    passed = meeting("m1", "a", "confirmed", date="2022-11-30")
    coming = meeting("m2", "a", "confirmed", date="2022-12-01")

    assert [one.id for one in year(passed, coming).unrecorded] == ["m1"]


def test_the_calendar_of_a_year_has_the_meetings_that_may_be_held_in_it() -> None:
    days = {"requested_on": "2022-12", "proposed_dates": ["2023-01-10", "2024"]}
    data = dataset(
        themes=[theme("a")],
        meetings=[
            meeting("m1", "a", "requested", **days),
            meeting("m2", "a", "cancelled", **days),
            meeting("m3", "a", "confirmed", date="2023-01-10", **days),
            meeting("m4", "a", "planned"),
        ],
    )
    found = {year: [one.id for one in calendar_meetings(data, year)] for year in (2022, 2023, 2024)}

    assert found == {2022: ["m2"], 2023: ["m1", "m3"], 2024: ["m1"]}
    assert [one.id for one in calendar_meetings(data, None)] == ["m1", "m2", "m3", "m4"]


def test_deadlines_are_of_the_year_in_which_they_are_due() -> None:
    due = {"cat-1": {"due": "2022-05"}, "cat-2": {"due": "2023"}, "cat-3": {}}
    records = [recommendation(one, "a", follow_up=picked) for one, picked in due.items()]
    data = dataset(themes=[theme("a")], recommendations=records)

    assert [one.id for one in deadlines_of(data, 2022)] == ["cat-1"]
    assert [one.id for one in deadlines_of(data, None)] == ["cat-1", "cat-2"]
