"""How far a year of meetings has come, and which requests wait, in words."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.meeting_year import Waiting
from anbefal.report.meetings.telling import Telling
from anbefal.report.sections import Line, Section
from anbefal.wording.meetings import year_remaining, year_so_far


def year_sections(telling: Telling) -> Iterator[Section]:
    """Yield how far the year has come, and what waits for somebody."""
    label, found = telling.words.label, telling.found
    yield Section(label["goal"], tuple(_goal(telling)))
    yield Section(label["unanswered"], tuple(_unanswered(telling)))
    if found.unrecorded:
        yield Section(label["unrecorded"], tuple(_unrecorded(telling)))
    if found.undated:
        yield Section(label["undated"], tuple(_undated(telling)))


def _goal(telling: Telling) -> Iterator[Line]:
    words, goal = telling.words, telling.found.goal
    yield Line(f"{words.counted('goal', goal.meetings)} {year_so_far(words, goal)}")
    yield Line(year_remaining(words, goal))


def _unanswered(telling: Telling) -> Iterator[Line]:
    waits = telling.found.unanswered
    if not waits:
        yield Line(telling.words.say("no_unanswered"))
        return
    for one in waits:
        yield Line(_wait(telling, one))
        yield Line(one.meeting.id, inner=True)
    yield Line(telling.words.say("answer_hint"))


def _wait(telling: Telling, one: Waiting) -> str:
    about = {
        "theme": telling.theme(one.meeting.theme),
        "ministries": telling.ministries(one.meeting),
    }
    sent = one.meeting.requested_on
    if sent is None:
        return telling.words.say("unanswered_undated", **about)
    date, wait = telling.words.when(sent), telling.waited(one)
    if not wait:
        return telling.words.say("unanswered_new", **about, date=date)
    return telling.words.say("unanswered", **about, date=date, wait=wait)


def _unrecorded(telling: Telling) -> Iterator[Line]:
    words = telling.words
    for one in telling.found.unrecorded:
        if one.date:
            about = {"theme": telling.theme(one.theme), "date": words.date(one.date)}
            yield Line(words.say("unrecorded", **about, id=one.id))


def _undated(telling: Telling) -> Iterator[Line]:
    words = telling.words
    for one in telling.found.undated:
        state, theme = words.label[one.state], telling.theme(one.theme)
        yield Line(words.say("undated", theme=theme, state=state, id=one.id))
