"""Two records are linked as the same ask and as not the same.

`same_as` holds both ways and through chains: where a is the same as b, and b the same as c, then
a and c are the same. `distinct_from` says of two records that they are not. Both cannot be, on
whichever side each of them is written.

Wrong, in `cat-2018-16.yaml` and in `ccpr-2018-15b.yaml`:

```yaml
links: {same_as: [ccpr-2018-15b]}
```

```yaml
links: {distinct_from: [cat-2018-16]}
```

Right: one of the two links.
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.links import LinkIndex
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

MOST_NAMED = 8
"""How many records of a group a message looks at."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every `distinct_from` between records of the same ask."""
    links = dataset.links
    for entry in dataset.entries_of(Recommendation):
        record = entry.record
        for number, other in enumerate(record.links.distinct_from):
            if links.are_same(record.id, other):
                told = _told(record.id, other, links)
                steps = ("links", "distinct_from", number)
                yield problem(entry, steps, told, "Decide which is right, and delete the other.")


def _told(one: str, other: str, links: LinkIndex) -> str:
    group = ""
    if len(links.groups[one]) > 2:  # noqa: PLR2004 - the two themselves
        others = [name for name in links.groups[one][:MOST_NAMED] if name not in {one, other}]
        group = f" (linked with {', '.join(others)} as well)"
    return f"same_as makes {one!r} and {other!r} the same ask{group}; here they are distinct."
