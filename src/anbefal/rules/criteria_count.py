"""The criteria are not ten.

The method has ten criteria. Results of assessments made by nine or eleven could not be compared
with those of other rounds.

Wrong:

```yaml
criteria:
  - {id: alvorlighet, weight: 60, name: {nb: Alvorlighetsgrad}}
  - {id: omfang, weight: 40, name: {nb: Omfang}}
```

Right: a list of ten. A criterion that a group leaves aside for now keeps a small weight.
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import CriteriaSet
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

NUMBER = 10


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the list of criteria where it is longer or shorter than ten."""
    for entry in dataset.entries_of(CriteriaSet):
        count = len(entry.record.criteria)
        if count != NUMBER:
            message = f"The method has {NUMBER} criteria, and here stand {count}."
            yield problem(entry, ("criteria",), message, at_key=True)
