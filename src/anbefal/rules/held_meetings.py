"""A meeting was held, and it is not told when or with whom.

Once a meeting's `state` is `held`, its record is what the calendar, the annual report and the
follow-up of commitments rest on. It then has a `date` (a month or a year will do) and at least
one of `ministries`.

Wrong:

```yaml
state: held
date: null
ministries: []
```

Right:

```yaml
state: held
date: 2022-03
ministries: [kud, jd]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every held meeting that lacks its date or its ministries."""
    for entry in dataset.entries_of(Meeting):
        if entry.record.state != "held":
            continue
        if entry.record.date is None:
            hint = "Write its date; a month or a year will do."
            yield problem(entry, ("state",), "The meeting was held, but has no date.", hint)
        if not entry.record.ministries:
            hint = "Write which ministries took part; the first leads."
            yield problem(entry, ("state",), "The meeting was held, but has no ministries.", hint)
