"""Links make two records one ask, and another link says that they are distinct.

`same_as` says that two records ask the same, `repeats` that a body asks again what it asked before.
Both hold through chains: where a is the same as b, and b repeats c, then all three are one ask.
`distinct_from` says of two records that they are not. Both cannot be, on whichever side each of
them is written. `related` may stand beside either.

Wrong, in `cat-2018-16.yaml`, which repeats an ask, and in `ccpr-2018-15b.yaml`, which is told apart
from that ask:

```yaml
links: {repeats: [cat-2012-9], same_as: [ccpr-2018-15b]}
```

```yaml
links: {distinct_from: [cat-2012-9]}
```

Right: `distinct_from`, or the links that lead from the one record to the other, but not both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

MOST_NAMED = 4
"""How many links of a chain a message names."""

MOST_SEARCHED = 1000
"""How many records are looked at for the chain that a message names."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every `distinct_from` between records that other links make one ask."""
    links = dataset.links
    for entry in dataset.entries_of(Recommendation):
        record = entry.record
        for number, other in enumerate(record.links.distinct_from):
            if other != record.id and links.are_one_ask(record.id, other):
                told = _told(dataset, record.id, other)
                steps = ("links", "distinct_from", number)
                yield problem(
                    entry, steps, told, "Decide which of these links is wrong, and delete it."
                )


def _told(dataset: Dataset, one: str, other: str) -> str:
    chain = dataset.links.chain(one, other, most=MOST_SEARCHED)
    steps = [_step(dataset, a, b) for a, b in pairwise(chain)]
    if len(steps) > MOST_NAMED:
        left = len(steps) - MOST_NAMED + 1
        steps[MOST_NAMED - 1 :] = [f"{left} more links lead to {other}"]
    why = f" ({', '.join(steps)})" if steps else ""
    return f"Links make {one!r} and {other!r} the same ask{why}, and here they are distinct."


def _step(dataset: Dataset, one: str, other: str) -> str:
    """Return the link between two records as it is written, whichever of them holds it."""
    for holder, named in ((one, other), (other, one)):
        links = dataset.recommendations[holder].links
        for relation in ("same_as", "repeats"):
            if named in getattr(links, relation):
                return f"{holder} {relation} {named}"
    raise AssertionError(one, other)
