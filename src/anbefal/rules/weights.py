"""A weight is not positive.

A weight says how much a criterion counts, as a share of the sum of all. Any positive number will
do. Zero would be a criterion that is asked for and never counts, and a negative one would turn
the question round.

Wrong:

```yaml
- id: omfang
  weight: 0
  name: {nb: Omfang}
```

Right:

```yaml
- id: omfang
  weight: 5
  name: {nb: Omfang}
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
    """Yield every weight of zero or less."""
    for entry in dataset.entries_of(CriteriaSet):
        for number, criterion in enumerate(entry.record.criteria):
            if criterion.weight <= 0:
                message = f"The weight of {criterion.id!r} is {criterion.weight:g}."
                hint = "Any number above zero will do."
                yield problem(entry, ("criteria", number, "weight"), message, hint)
