"""The lists of an overview: each with its sentences, and its rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from anbefal.analysis.owed import (
    Deadline,
    DeadlineState,
    Overview,
    Stale,
    Unreported,
)
from anbefal.report.overview.measures import (
    OPEN,
    OVERDUE,
    Row,
    open_lines,
    open_row,
    overdue_lines,
    overdue_row,
    promised,
)
from anbefal.report.overview.telling import Telling
from anbefal.report.sections import Line


@dataclass(frozen=True)
class Listed:
    """One list of an overview.

    Attributes:
        heading: The label of its heading.
        sheet: The label of its sheet in a workbook.
        found: Its findings, in their order.
        columns: The labels of its columns in a spreadsheet.
        lines: Returns a finding as sentences.
        row: Returns a finding as a row.
    """

    heading: str
    sheet: str
    found: Sequence[Any]
    columns: tuple[str, ...]
    lines: Callable[[Telling, Any], Iterator[Line]]
    row: Callable[[Telling, Any], Row]


def lists_of(found: Overview) -> tuple[Listed, ...]:
    """Return the lists of an overview, in their order."""
    return (
        Listed(
            heading="overdue_heading",
            sheet="overdue_sheet",
            found=found.overdue,
            columns=OVERDUE,
            lines=overdue_lines,
            row=overdue_row,
        ),
        Listed(
            heading="open_heading",
            sheet="open_sheet",
            found=found.open_measures,
            columns=OPEN,
            lines=open_lines,
            row=open_row,
        ),
        Listed(
            heading="unreported_heading",
            sheet="unreported_sheet",
            found=found.unreported,
            columns=_UNREPORTED,
            lines=_unreported_lines,
            row=_unreported_row,
        ),
        Listed(
            heading="deadlines_heading",
            sheet="deadlines_sheet",
            found=found.deadlines,
            columns=_DEADLINES,
            lines=_deadline_lines,
            row=_deadline_row,
        ),
        Listed(
            heading="stale_heading",
            sheet="stale_sheet",
            found=found.stale,
            columns=_STALE,
            lines=_stale_lines,
            row=_stale_row,
        ),
    )


_UNREPORTED = ("ask", "asked_by", "answers", "themes", "known", "ids")
_DEADLINES = (
    *("place", "ask", "state", "due", "days_left", "answers", "reported"),
    *("grade", "themes", "ids"),
)
_STALE = ("ask", "asked_by", "answers", "themes", "newest", "days_since", "ids")


_SENTENCES: dict[DeadlineState, str] = {
    "near": "deadline_near",
    "passed": "deadline_passed",
    "graded": "deadline_graded",
}
_STATES: dict[DeadlineState, str] = {
    "near": "state_near",
    "passed": "state_passed",
    "graded": "state_graded",
}


def _unreported_lines(telling: Telling, one: Unreported) -> Iterator[Line]:
    yield Line(telling.asked(one.ask.shown))
    told = telling.words.say(
        "unreported_line",
        asked_by=telling.asked_by(one.ask),
        who=telling.who(one.reach),
        known=_known(telling, one),
        ids=", ".join(one.ask.ids),
    )
    yield Line(told, inner=True)


def _unreported_row(telling: Telling, one: Unreported) -> Row:
    return (
        telling.asked(one.ask.shown),
        telling.asked_by(one.ask),
        telling.who(one.reach),
        telling.themes(one.reach.themes),
        _known(telling, one),
        ", ".join(one.ask.ids),
    )


def _known(telling: Telling, one: Unreported) -> str:
    """Return what is recorded of an ask without a report."""
    say, told = telling.words.say, []
    if one.looked_into:
        when = telling.words.when(one.looked_into.date)
        by, silence = telling.name(one.looked_into.by), telling.value(one.looked_into.value)
        told.append(say("known_silence", by=by, date=when, silence=silence))
    if one.assessed:
        told.append(say("known_assessed", said=telling.update(one.assessed)))
    if one.grade:
        told.append(say("known_graded", said=telling.grade(*one.grade)))
    told += [promised(telling, held) for held in one.promised]
    return " ".join(told) or say("known_nothing")


def _deadline_lines(telling: Telling, one: Deadline) -> Iterator[Line]:
    say, place = telling.words.say, telling.place(one.record)
    yield Line(say("at_place", place=place, ask=telling.asked(one.record)))
    told = say(
        "deadline_today" if one.days == 0 else _SENTENCES[one.state],
        due=telling.day(one.due),
        days=telling.days(one.days),
        who=telling.who(one.reach),
        reported=telling.update(one.reported),
        grades=_grades(telling, one),
        id=one.record.id,
    )
    yield Line(told, inner=True)


def _deadline_row(telling: Telling, one: Deadline) -> Row:
    return (
        telling.place(one.record),
        telling.asked(one.record),
        telling.words.say(_STATES[one.state]),
        str(one.due),
        one.days,
        telling.who(one.reach),
        telling.cell(one.reported),
        _grades(telling, one) or telling.words.say("nothing_recorded"),
        telling.themes(one.reach.themes),
        one.record.id,
    )


def _grades(telling: Telling, one: Deadline) -> str:
    return "; ".join(telling.grade(one.record, grade) for grade in one.grades)


def _stale_lines(telling: Telling, one: Stale) -> Iterator[Line]:
    yield Line(telling.asked(one.ask.shown))
    told = telling.words.say(
        "stale_line",
        said=telling.entry(one.record, one.said),
        days=telling.days(one.days),
        asked_by=telling.asked_by(one.ask),
        who=telling.who(one.reach),
        ids=", ".join(one.ask.ids),
    )
    yield Line(told, inner=True)


def _stale_row(telling: Telling, one: Stale) -> Row:
    return (
        telling.asked(one.ask.shown),
        telling.asked_by(one.ask),
        telling.who(one.reach),
        telling.themes(one.reach.themes),
        telling.entry(one.record, one.said),
        one.days,
        ", ".join(one.ask.ids),
    )
