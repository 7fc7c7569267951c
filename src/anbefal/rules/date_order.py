"""Dates stand in an order that cannot be.

A recommendation is made first and answered, followed up, graded and reported on afterwards. A
meeting is held after it was requested, what was promised there falls due and is reported on
after the meeting, and a plan is reported on after it was decided.

| date | not before |
|---|---|
| `status`, `follow_up.due`, `follow_up.grades`, `provenance.seen` | `source.date` |
| `state_position.date` | the year before `source.date` |
| a meeting's `date` | `requested_on` |
| `due` and `updates` of a commitment | the meeting's `date` |
| `due` and `updates` of a plan's measure, a report's `date` | `decided` |

A month or a year is only reported where the whole of it lies too early: `2018` is not before
`2018-06-05`. A state may answer in the UPR some weeks before the report with the recommendations
has its date, so its position has the year before to itself.

Wrong:

```yaml
source: {body: cat, date: 2018-06-05}
status:
  - {date: 2016-02-04, track: reported, by: ud, value: in-progress}
```

Right:

```yaml
source: {body: cat, date: 2018-06-05}
status:
  - {date: 2019-02-04, track: reported, by: ud, value: in-progress}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity, Steps
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.measures import measures_of
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

Place = tuple[Steps, PartialDate | None]
"""A date, and where it stands in its record."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every date that surely lies before what it must come after."""
    for entry in dataset.entries_of(Recommendation):
        yield from _in_recommendation(entry)
    for meeting in dataset.entries_of(Meeting):
        asked = meeting.record.requested_on
        if _surely_before(meeting.record.date, asked):
            message = f"The meeting of {meeting.record.date} was requested later, {asked}."
            yield problem(meeting, ("date",), message)
    for plan in dataset.entries_of(Plan):
        yield from _in_plan(plan)
    yield from _in_measures(dataset)


def _in_recommendation(entry: Entry[Recommendation]) -> Iterator[Problem]:
    record = entry.record
    start = record.source.date
    if start is None:
        return
    for steps, day in _later_dates(record):
        if _surely_before(day, start):
            yield problem(entry, steps, f"{day} lies before the record's own date, {start}.")
    position = record.state_position
    if position and _surely_before(position.date, PartialDate(start.year - 1)):
        message = f"{position.date} lies long before the record's own date, {start}."
        yield problem(entry, ("state_position", "date"), message)


def _later_dates(record: Recommendation) -> Iterator[Place]:
    for number, update in enumerate(record.status):
        yield ("status", number, "date"), update.date
    if record.follow_up:
        yield ("follow_up", "due"), record.follow_up.due
        for number, grade in enumerate(record.follow_up.grades):
            yield ("follow_up", "grades", number, "date"), grade.date
    yield ("provenance", "seen"), record.provenance.seen


def _in_plan(entry: Entry[Plan]) -> Iterator[Problem]:
    decided = entry.record.decided
    for number, report in enumerate(entry.record.reports):
        if _surely_before(report.date, decided):
            message = f"The report of {report.date} lies before the plan was decided, {decided}."
            yield problem(entry, ("reports", number, "date"), message)


def _in_measures(dataset: Dataset) -> Iterator[Problem]:
    for holder, steps, measure in measures_of(dataset):
        record = holder.record
        start = record.date if isinstance(record, Meeting) else record.decided
        what = "the meeting" if isinstance(record, Meeting) else "the plan was decided"
        dates: list[Place] = [(("due",), measure.due)]
        dates += [(("updates", n, "date"), update.date) for n, update in enumerate(measure.updates)]
        for inner, day in dates:
            if _surely_before(day, start):
                yield problem(holder, (*steps, *inner), f"{day} lies before {what}, {start}.")


def _surely_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Return whether both are known and one surely lies before the other."""
    return one is not None and other is not None and one.surely_before(other)
