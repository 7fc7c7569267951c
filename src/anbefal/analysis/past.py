"""A dataset as it stood on a day in the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Provenance, Recommendation, Update


def as_it_stood(dataset: Dataset, day: date) -> Dataset:
    """Return what was known on a day: nothing that is surely dated later.

    Left out are recommendations, assessments, plans, their reports, log entries, grades, answers
    of the state, and the day that a source was seen. A meeting that was held later had only been
    requested, or did not exist yet. When one was planned, confirmed or cancelled is not recorded,
    so it stands as it is.

    Args:
        dataset: The repository.
        day: The last day that counts.
    """
    entries = [replace(e, record=_then(e.record, day)) for e in dataset.entries if _existed(e, day)]
    return replace(dataset, entries=tuple(entries))


def _later(written: PartialDate | None, day: date) -> bool:
    return written is not None and written.first > day


def _existed(entry: Entry[Any], day: date) -> bool:
    match entry.record:
        case Recommendation() as record:
            return not _later(record.source.date, day)
        case Assessment() as record:
            return not _later(record.date, day)
        case Plan() as record:
            return not _later(record.decided, day)
        case Meeting() as record:
            began = record.requested_on or (record.date if record.state == "held" else None)
            return not _later(began, day)
        case _:
            return True


def _then(record: Any, day: date) -> Any:
    match record:
        case Recommendation():
            return _recommendation(record, day)
        case Meeting():
            return _meeting(record, day)
        case Plan():
            reports = tuple(report for report in record.reports if not _later(report.date, day))
            measures, origin = _measures(record.measures, day), _origin(record.provenance, day)
            changes = {"measures": measures, "reports": reports, "provenance": origin}
            return record.model_copy(update=changes)
        case _:
            return record


def _recommendation(record: Recommendation, day: date) -> Recommendation:
    changes: dict[str, Any] = {"status": _log(record.status, day)}
    changes["provenance"] = _origin(record.provenance, day)
    if record.follow_up:
        grades = tuple(g for g in record.follow_up.grades if not _later(g.date, day))
        changes["follow_up"] = record.follow_up.model_copy(update={"grades": grades})
    if record.state_position and _later(record.state_position.date, day):
        changes["state_position"] = None
    return record.model_copy(update=changes)


def _meeting(meeting: Meeting, day: date) -> Meeting:
    changes: dict[str, Any] = {"provenance": _origin(meeting.provenance, day)}
    if meeting.state == "held" and _later(meeting.date, day):
        changes |= {"state": "requested", "date": None, "commitments": (), "minutes": None}
    else:
        changes["commitments"] = _measures(meeting.commitments, day)
    return meeting.model_copy(update=changes)


def _origin(origin: Provenance, day: date) -> Provenance:
    return origin.model_copy(update={"seen": None}) if _later(origin.seen, day) else origin


def _measures(measures: tuple[Measure, ...], day: date) -> tuple[Measure, ...]:
    return tuple(m.model_copy(update={"updates": _log(m.updates, day)}) for m in measures)


def _log(log: tuple[Update, ...], day: date) -> tuple[Update, ...]:
    return tuple(update for update in log if not _later(update.date, day))
