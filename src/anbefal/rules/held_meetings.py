"""A meeting was held without a date or ministries, or has minutes or promises and was not held.

Once a meeting's `state` is `held`, its record is what the calendar, the annual report and the
follow-up of commitments rest on. It then has a `date` (a month or a year will do) and at least
one of `ministries`.

`commitments` and `minutes` belong to a meeting that was held: what a meeting that is planned or
cancelled was to bring is promised by nobody, and no overview, brief or deadline counts it.

Wrong:

```yaml
state: held
date: null
ministries: []
```

```yaml
state: cancelled
commitments:
  - id: veileder
    text: {nb: Lage en veileder}
```

Right:

```yaml
state: held
date: 2022-03
ministries: [kud, jd]
commitments:
  - id: veileder
    text: {nb: Lage en veileder}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.meeting import Meeting
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield held meetings without date or ministries, and others with promises or minutes."""
    for entry in dataset.entries_of(Meeting):
        yield from _held(entry) if entry.record.state == "held" else _not_held(entry)


def _held(entry: Entry[Meeting]) -> Iterator[Problem]:
    if entry.record.date is None:
        hint = "Write its date; a month or a year will do."
        yield problem(entry, ("state",), "The meeting was held, but has no date.", hint)
    if not entry.record.ministries:
        hint = "Write which ministries took part; the first leads."
        yield problem(entry, ("state",), "The meeting was held, but has no ministries.", hint)


def _not_held(entry: Entry[Meeting]) -> Iterator[Problem]:
    found = {"commitments": entry.record.commitments, "minutes": entry.record.minutes}
    for field, recorded in found.items():
        if recorded:
            message = f"The meeting is {entry.record.state!r}, but has {field}."
            hint = f"Write state: held if it took place; otherwise take {field} out."
            yield problem(entry, (field,), message, hint, at_key=True)
