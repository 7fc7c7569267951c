"""The scale has no width, or a level lies beside it.

Values lie between `min` and `max`, both included, and `min` is the lower one. A criterion's
`levels` say what some of the values mean, so they are values of the scale.

Wrong:

```yaml
scale: {min: 0, max: 4}
criteria:
  - id: omfang
    weight: 10
    name: {nb: Omfang}
    levels: {5: {nb: Alle i landet}}
```

Right:

```yaml
    levels: {4: {nb: Alle i landet}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import CriteriaSet
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a scale without width, or else every level that lies beside it."""
    for entry in dataset.entries_of(CriteriaSet):
        scale = entry.record.scale
        if scale.min >= scale.max:
            message = f"The scale goes from {scale.min:g} to {scale.max:g}."
            yield problem(entry, ("scale", "max"), message, "The upper end is above the lower.")
            continue
        for number, criterion in enumerate(entry.record.criteria):
            for level in criterion.levels:
                if not scale.min <= level <= scale.max:
                    message = (
                        f"The level {level} is not on the scale {scale.min:g} to {scale.max:g}."
                    )
                    steps = ("criteria", number, "levels", level)
                    yield problem(entry, steps, message, at_key=True)
