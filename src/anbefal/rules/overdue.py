"""A deadline has passed, and nothing was written about it.

Two deadlines are looked at: a measure's `due`, where the measure has no entry in `updates`; and a
recommendation's `follow_up.due`, where the record has neither a grade nor an entry in `status`.
Any entry will do, also one that says `no-report`: that nobody reports is a finding, that nobody
looked is not.

A deadline has passed when its last day (of the month, of the year) lies before the day that is
asked about: the one given with `--as-of`, else the newest date in the data. The clock is never
asked.

Wrong, in data that goes on to 2024:

```yaml
- id: veileder
  text: {nb: Lage en veileder}
  due: 2023-06
```

Right:

```yaml
- id: veileder
  text: {nb: Lage en veileder}
  due: 2023-06
  updates:
    - {date: 2023-09-01, track: assessed, by: nim, value: no-report}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.measures import measures_of
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.WARNING


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every deadline that has passed in silence."""
    today = dataset.reference_date
    if today is None:
        return
    for entry in dataset.entries_of(Recommendation):
        follow_up = entry.record.follow_up
        if follow_up is None or follow_up.grades or entry.record.status:
            continue
        if _passed(follow_up.due, today):
            message = f"The follow-up was due {follow_up.due}, and nothing is recorded of it."
            hint = "Write the committee's grade, or what is known in status."
            yield problem(entry, ("follow_up", "due"), message, hint)
    for holder, steps, measure in measures_of(dataset):
        if not measure.updates and _passed(measure.due, today):
            message = f"The measure {measure.id!r} was due {measure.due}, and has no update."
            hint = "Write what is known in updates; that nobody reports is no-report."
            yield problem(holder, (*steps, "due"), message, hint)


def _passed(due: PartialDate | None, today: date) -> bool:
    return due is not None and due.is_over(today)
