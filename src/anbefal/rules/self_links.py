"""A record is linked to itself.

A link says how two records belong together. An id that stands in its own record is one that was
meant to be another.

Wrong:

```yaml
id: cat-2018-16
links: {repeats: [cat-2018-16]}
```

Right:

```yaml
id: cat-2018-16
links: {repeats: [cat-2012-9]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

RELATIONS = ("same_as", "repeats", "related", "distinct_from")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every link from a record to itself."""
    for entry in dataset.entries_of(Recommendation):
        record = entry.record
        for relation in RELATIONS:
            names: tuple[str, ...] = getattr(record.links, relation)
            if record.id in names:
                steps = ("links", relation, names.index(record.id))
                yield problem(entry, steps, "The record is linked to itself.")
