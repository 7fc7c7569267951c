"""How far a year of meetings has come, and which requests wait, in words."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.meeting_year import Waiting
from anbefal.report.meetings.telling import Telling
from anbefal.report.sections import Line, Section


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
    counts = (
        ("held", goal.held),
        ("confirmed", goal.confirmed),
        ("requested", goal.requested),
        ("planned", goal.planned),
        ("cancelled", goal.cancelled),
    )
    told = [words.counted(key, number) for key, number in counts if number]
    told = told if goal.held else [words.say("nothing_held"), *told]
    states = words.say("so_far", states=words.listed(told))
    yield Line(f"{words.counted('goal', goal.meetings)} {states}")
    if not goal.remaining:
        yield Line(words.say("reached"))
    elif goal.is_over:
        yield Line(words.counted("missed", goal.remaining))
    else:
        rest = [words.counted("remaining", goal.remaining)]
        if goal.confirmed:
            left = goal.not_arranged
            rest.append(words.counted("not_arranged", left) if left else words.say("all_arranged"))
        yield Line(" ".join(rest))


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
