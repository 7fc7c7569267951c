"""Who owes what, for programs: as JSON, and as rows of CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anbefal.analysis.asks import Ask, Reach
from anbefal.analysis.overview_groups import Dimension, Group, groups, total
from anbefal.analysis.owed import Deadline, OpenMeasure, Overdue, Overview, Stale, Unreported
from anbefal.model.recommendation import Grade, Recommendation, Update
from anbefal.report.asked_by import asked_by_data
from anbefal.report.overview.spaces import searchable
from anbefal.report.overview.summary import COUNTS
from anbefal.report.overview.telling import Telling
from anbefal.report.tables import Cell, Column, Table


def overview_data(
    found: Overview, by: Dimension, notes: tuple[str, ...], *, as_it_stood: bool
) -> dict[str, Any]:
    """Return who owes what as it stands in JSON, one list a table."""
    filters = found.filters
    return {
        "as_of": str(found.today) if found.today else None,
        "as_it_stood": as_it_stood,
        "by": by,
        "filters": {
            "ministries": list(filters.ministries),
            "bodies": list(filters.bodies),
            "themes": list(filters.themes),
        },
        "groups": [_group(one) for one in groups(found, by)],
        "total": {key: value for key, value in _group(total(found)).items() if key != "key"},
        "overdue": [_overdue(one) for one in found.overdue],
        "open_measures": [_open(one) for one in found.open_measures],
        "unreported": [_unreported(one) for one in found.unreported],
        "deadlines": [_deadline(one) for one in found.deadlines],
        "stale": [_stale(one) for one in found.stale],
        "undated": [record.id for record in found.undated],
        "notes": list(notes),
    }


def _group(group: Group) -> dict[str, Any]:
    return {"key": group.key, **{key: getattr(group, key) for key in COUNTS}}


def _reach(reach: Reach) -> dict[str, Any]:
    return {
        "answers": list(reach.answers),
        "answers_inferred": reach.inferred,
        "bodies": list(reach.bodies),
        "themes": list(reach.themes),
    }


def _ask(ask: Ask) -> dict[str, Any]:
    return {
        "recommendations": list(ask.ids),
        "newest": ask.shown.id,
        "text": _text(ask.shown),
        "verified": all(record.provenance.verified for record in ask.records),
        "asked_by": asked_by_data(ask.asked_by),
        **_reach(ask.reach),
    }


def _text(record: Recommendation) -> dict[str, str]:
    """Return our own words for a record in every language, else the official ones."""
    return record.our_words.model_dump(exclude_none=True)


def update_data(update: Update | None) -> dict[str, Any] | None:
    """Return an entry of a log as it stands in JSON."""
    return update.model_dump(mode="json", exclude={"internal"}) if update else None


def grade_data(grade: Grade) -> dict[str, Any]:
    """Return a committee's grade as it stands in JSON."""
    return grade.model_dump(mode="json")


def _overdue(one: Overdue) -> dict[str, Any]:
    return {**_measure(one), "due": str(one.due), "days_overdue": one.days, **_said(one)}


def _open(one: OpenMeasure) -> dict[str, Any]:
    return {
        **_measure(one),
        "due": str(one.due) if one.due else None,
        "days_left": one.days,
        **_said(one),
    }


def _measure(one: Overdue | OpenMeasure) -> dict[str, Any]:
    return {
        "in": one.held.holder.id,
        "measure": one.held.measure.id,
        "text": one.held.measure.text.model_dump(exclude_none=True),
    }


def _said(one: Overdue | OpenMeasure) -> dict[str, Any]:
    return {
        "reported": update_data(one.reported),
        "assessed": update_data(one.assessed),
        "addresses": list(one.held.measure.addresses),
        **_reach(one.reach),
    }


def _unreported(one: Unreported) -> dict[str, Any]:
    return {
        **_ask(one.ask),
        "looked_into": update_data(one.looked_into),
        "assessed": update_data(one.assessed),
        "grade": grade_data(one.grade[1]) if one.grade else None,
        "measures": [held.id for held in one.promised],
    }


def _deadline(one: Deadline) -> dict[str, Any]:
    return {
        "id": one.record.id,
        "kind": one.record.kind,
        "text": _text(one.record),
        "state": one.state,
        "due": str(one.due),
        "days_left": one.days,
        "reported": update_data(one.reported),
        "grades": [grade_data(grade) for grade in one.grades],
        **_reach(one.reach),
    }


def _stale(one: Stale) -> dict[str, Any]:
    said = one.said
    return {
        **_ask(one.ask),
        "on": one.record.id,
        "date": str(one.when),
        "days_since": one.days,
        "update": None if isinstance(said, Grade) else update_data(said),
        "grade": grade_data(said) if isinstance(said, Grade) else None,
    }


_COLUMNS = (
    *("what", "id", "answers", "answers_inferred", "bodies", "themes", "date", "days_since"),
    *("track", "by", "value", "verified", "words"),
)


def overview_table(telling: Telling, found: Overview) -> Table:
    """Return a row for each finding; ids stand with spaces between them."""
    rows = (searchable(row) for row in _rows(telling, found))
    return Table(tuple(map(Column, _COLUMNS)), tuple(rows))


def _rows(telling: Telling, found: Overview) -> Iterator[tuple[Cell, ...]]:
    for overdue in found.overdue:
        words = telling.text(overdue.held.measure.text)
        when = (str(overdue.due), overdue.days, *_entry(overdue.reported))
        yield ("overdue", overdue.held.id, *_cells(overdue.reach), *when, None, words)
    for measure in found.open_measures:
        words = telling.text(measure.held.measure.text)
        due = str(measure.due) if measure.due else None
        days = None if measure.days is None else -measure.days
        when = (due, days, *_entry(measure.reported))
        yield ("open", measure.held.id, *_cells(measure.reach), *when, None, words)
    for one in found.unreported:
        when = (None, None, *_entry(one.looked_into))
        yield ("unreported", *_asked(one.ask), *when, *_worded(telling, one.ask.shown))
    for deadline in found.deadlines:
        when = (str(deadline.due), -deadline.days, *_entry(deadline.reported))
        what = (f"deadline-{deadline.state}", deadline.record.id)
        yield (*what, *_cells(deadline.reach), *when, *_worded(telling, deadline.record))
    for stale in found.stale:
        said = ("grade", stale.record.source.body, stale.said.value)
        entry = _entry(stale.said) if isinstance(stale.said, Update) else said
        when = (str(stale.when), stale.days, *entry)
        yield ("stale", *_asked(stale.ask), *when, *_worded(telling, stale.ask.shown))


def _asked(ask: Ask) -> tuple[Cell, ...]:
    return (" ".join(ask.ids), *_cells(ask.reach))


def _cells(reach: Reach) -> tuple[Cell, ...]:
    answers, bodies, themes = map(" ".join, (reach.answers, reach.bodies, reach.themes))
    return answers, reach.inferred, bodies, themes


def _entry(update: Update | None) -> tuple[Cell, ...]:
    return (update.track, update.by, update.value) if update else (None, None, None)


def _worded(telling: Telling, record: Recommendation) -> tuple[Cell, ...]:
    return record.provenance.verified, telling.text(record.our_words)
