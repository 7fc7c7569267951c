"""A year of meetings in every form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from anbefal.analysis.measures import promises_of
from anbefal.analysis.meeting_year import Waiting
from anbefal.markup import legible
from anbefal.model.meeting import Meeting
from anbefal.report.meetings.proposal import proposal_data, proposal_section
from anbefal.report.meetings.telling import Telling
from anbefal.report.meetings.turns import turn_sections, turns_data
from anbefal.report.meetings.year import year_sections
from anbefal.report.output import Format, Result
from anbefal.report.ranking.telling import caveats
from anbefal.report.sections import Section
from anbefal.report.tables import Cell, Column, Table

if TYPE_CHECKING:
    from rich.console import Console

_COLUMNS = (
    *("id", "theme", "theme_name", "state", "requested_on", "date", "ministries"),
    *("participants", "commitments", "waiting_days_min", "waiting_days_max"),
)


def meetings_result(telling: Telling, form: Format) -> Result:
    """Return a year of meetings; a spreadsheet gets the meetings with keys for headings."""
    words = telling.words
    title = [words.say("title", year=telling.found.year)]
    today = telling.dataset.told_date
    if today:
        title.append(words.say("as_of", date=words.date(today)))
    return Result(
        data=_data(telling),
        table=_sheet(telling) if form is Format.csv else _page(telling),
        title="\n".join(title),
        notes=_notes(telling),
        sections=tuple(_sections(telling)),
        show=lambda out: _show(telling, out),
    )


def _notes(telling: Telling) -> tuple[str, ...]:
    """Return what must be said of the ranking that the proposal rests on, and of the past."""
    found, meetings = telling.proposal, telling.dataset.meetings.values()
    notes = caveats(found.ranking, telling.ranking_words) if found.candidates else ()
    if telling.as_it_stood and any(one.state not in {"requested", "held"} for one in meetings):
        return (*notes, telling.words.say("states_undated"))
    return notes


def _sections(telling: Telling) -> Iterator[Section]:
    yield from year_sections(telling)
    yield proposal_section(telling)
    yield from turn_sections(telling)


def _data(telling: Telling) -> dict[str, Any]:
    found, today = telling.found, telling.dataset.reference_date
    goal = found.goal
    return {
        "year": found.year,
        "as_of": today.isoformat() if today else None,
        "as_it_stood": telling.as_it_stood,
        "goal": {
            "meetings": goal.meetings,
            "held": goal.held,
            "confirmed": goal.confirmed,
            "requested": goal.requested,
            "planned": goal.planned,
            "cancelled": goal.cancelled,
            "remaining": goal.remaining,
            "not_arranged": goal.not_arranged,
            "year_is_over": goal.is_over,
        },
        "meetings": [_meeting(telling, one) for one in found.meetings],
        "unanswered": [_unanswered(telling, one) for one in found.unanswered],
        "unrecorded": [_meeting(telling, one) for one in found.unrecorded],
        "undated": [_meeting(telling, one) for one in found.undated],
        "turns": turns_data(telling),
        "proposal": proposal_data(telling),
        "notes": list(_notes(telling)),
    }


def _meeting(telling: Telling, one: Meeting) -> dict[str, Any]:
    return {
        "id": one.id,
        "theme": one.theme,
        "theme_name": telling.theme(one.theme),
        "state": one.state,
        "requested_on": str(one.requested_on) if one.requested_on else None,
        "date": str(one.date) if one.date else None,
        "ministries": list(one.ministries),
        "participants": list(dict.fromkeys(who.actor for who in one.participants)),
        "commitments": [promise.id for promise in promises_of(one)],
    }


def _unanswered(telling: Telling, one: Waiting) -> dict[str, Any]:
    days = {"waiting_days_min": one.least, "waiting_days_max": one.most}
    return _meeting(telling, one.meeting) | days


def _sheet(telling: Telling) -> Table:
    waits = {one.meeting.id: one for one in telling.found.unanswered}
    rows = tuple(
        tuple(_cells(_meeting(telling, one), waits.get(one.id))) for one in telling.found.meetings
    )
    return Table(tuple(map(Column, _COLUMNS)), rows)


def _cells(meeting: dict[str, Any], wait: Waiting | None) -> Iterator[Cell]:
    for key in _COLUMNS[:-2]:
        value = meeting[key]
        if key == "commitments":
            yield len(value)
        else:
            yield " ".join(value) if isinstance(value, list) else value
    yield wait.least if wait else None
    yield wait.most if wait else None


def _page(telling: Telling) -> Table:
    label = telling.words.label
    names = ("when", "state", "theme", "ministries", "promises")
    rows = tuple(
        (*_shown(telling, one), f"{telling.theme(one.theme)} ({one.id})", *_rest(telling, one))
        for one in telling.found.meetings
    )
    return Table(tuple(Column(label[name], right=name == "promises") for name in names), rows)


def _shown(telling: Telling, one: Meeting) -> tuple[str, str]:
    """Return date and state of a meeting; of one without a date, when it was asked for."""
    words, when = telling.words, ""
    if one.date:
        when = words.date(one.date)
    elif one.requested_on:
        when = words.say("asked_for", date=words.date(one.requested_on))
    return when, words.label[one.state]


def _rest(telling: Telling, one: Meeting) -> tuple[str, int]:
    return ", ".join(map(telling.actor, one.ministries)), len(promises_of(one))


def _show(telling: Telling, out: Console) -> None:
    """Write the meetings to a terminal: names fold, ids stand below them."""
    from rich.table import Table as RichTable
    from rich.text import Text

    words = telling.words
    if not telling.found.meetings:
        out.print(words.say("no_meetings", year=telling.found.year))
        return
    shown = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("when", "state", "theme", "ministries"):
        shown.add_column(words.label[name], overflow="fold")
    shown.add_column(words.label["promises"], justify="right")
    for one in telling.found.meetings:
        theme = Text(legible(telling.theme(one.theme)))
        theme.append(f"\n{one.id}", style="dim")
        when, state = _shown(telling, one)
        ministries, promises = _rest(telling, one)
        shown.add_row(when, state, theme, Text(legible(ministries)), str(promises))
    out.print(shown)
