"""Measures that are waited for: as sentences, and as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.followup import latest
from anbefal.analysis.measures import HeldMeasure
from anbefal.analysis.owed import OpenMeasure, Overdue
from anbefal.model.meeting import Plan
from anbefal.report.overview.telling import Telling
from anbefal.report.sections import Line

Row = tuple[str | int, ...]

OVERDUE = (
    *("measure", "responsible", "due", "days_over", "follows", "reported", "assessed"),
    *("themes", "holder", "ids"),
)
OPEN = tuple("days_left" if column == "days_over" else column for column in OVERDUE)
"""The columns of the lists of measures."""


def overdue_lines(telling: Telling, one: Overdue) -> Iterator[Line]:
    """Yield a measure whose day has passed as sentences."""
    due = telling.words.say("day_past", date=telling.day(one.due), days=telling.days(one.days))
    yield from _measure_lines(telling, one, due)


def open_lines(telling: Telling, one: OpenMeasure) -> Iterator[Line]:
    """Yield a measure that is waited for as sentences."""
    say, due = telling.words.say, one.due
    if due is None:
        told = say("nobody_recorded")
    elif one.days is None:
        told = telling.day(due)
    elif one.days == 0:
        told = say("day_now", date=telling.day(due))
    else:
        key = "day_to_come" if one.days > 0 else "day_past"
        told = say(key, date=telling.day(due), days=telling.days(one.days))
    yield from _measure_lines(telling, one, told)


def _measure_lines(telling: Telling, one: Overdue | OpenMeasure, due: str) -> Iterator[Line]:
    say = telling.words.say
    yield Line(telling.text(one.held.measure.text))
    told = [say("measure_line", who=telling.names(one.reach.answers), due=due)]
    if places := _places(telling, one):
        told.append(say("measure_follows", places=places))
    said = say(
        "measure_said",
        holder=telling.holder(one.held),
        reported=telling.update(one.reported),
        assessed=telling.update(one.assessed),
        id=one.held.id,
    )
    yield Line(" ".join([*told, said]), inner=True)


def overdue_row(telling: Telling, one: Overdue) -> Row:
    """Return a measure whose day has passed as a row."""
    return _measure_row(telling, one, one.days)


def open_row(telling: Telling, one: OpenMeasure) -> Row:
    """Return a measure that is waited for as a row."""
    return _measure_row(telling, one, "" if one.days is None else one.days)


def _measure_row(telling: Telling, one: Overdue | OpenMeasure, days: str | int) -> Row:
    return (
        telling.text(one.held.measure.text),
        telling.names(one.reach.answers),
        str(one.due) if one.due else telling.words.say("nobody_recorded"),
        days,
        _places(telling, one) or telling.words.say("nobody_recorded"),
        telling.cell(one.reported),
        telling.cell(one.assessed),
        telling.themes(one.reach.themes),
        telling.holder(one.held),
        one.held.id,
    )


def _places(telling: Telling, one: Overdue | OpenMeasure) -> str:
    """Return where the recommendations stand that a measure follows up, if it names any."""
    known = telling.dataset.recommendations
    found = (known[name] for name in one.held.measure.addresses if name in known)
    return "; ".join(map(telling.place, found))


def promised(telling: Telling, held: HeldMeasure) -> str:
    """Return what was promised or planned on an ask, and what was reported of that."""
    say, said = telling.words.say, latest(held.measure.updates, "reported")
    key = "known_planned" if isinstance(held.holder, Plan) else "known_promised"
    told = say(key, told=telling.measure(held))
    return say("known_reported", told=told, said=telling.update(said)) if said else told
