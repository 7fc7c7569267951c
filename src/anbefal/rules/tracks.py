"""The state assesses itself, or somebody else reports for it.

The log of a recommendation has two tracks that are never mixed. `reported` is what the state says:
a ministry, an agency or the state itself. `assessed` is what somebody independent of the state
says: a treaty body, an ombud, an organisation or a network. A brief shows them side by side, so an
entry on the wrong track would tell a minister that others agree.

Wrong, where `nim` is an ombud:

```yaml
status:
  - {date: 2021-03-01, track: reported, by: nim, value: implemented}
```

Right:

```yaml
status:
  - {date: 2021-03-01, track: assessed, by: nim, value: implemented}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

STATE = frozenset({"ministry", "agency", "state"})


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every entry whose author is on the other side of its track."""
    of_state = {name: actor.kind in STATE for name, actor in dataset.actors.items()}
    for entry in dataset.entries_of(Recommendation):
        for number, update in enumerate(entry.record.status):
            by_state = of_state.get(update.by)
            if by_state is None or by_state == (update.track == "reported"):
                continue
            side = "belongs to the state" if by_state else "is independent of the state"
            message = f"{update.by!r} {side}, and the track is {update.track}."
            hint = f"Is the track {'reported' if by_state else 'assessed'}, or the author another?"
            yield problem(entry, ("status", number, "track"), message, hint)
