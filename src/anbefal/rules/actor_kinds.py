"""An actor of the wrong kind is named.

A ministry answers, a treaty body or another mechanism recommends, and an organisation, a network
or an ombud assesses. A letter to an ombud instead of a ministry, or a score given by a ministry,
comes from an id in the wrong place.

| where | kinds |
|---|---|
| `ministries`, `coordinated_by` | ministry |
| `source.body`, `speaks_for` | treaty-body, mechanism |
| `assessor` | organisation, network, ombud |

Wrong, where `ldo` is an ombud:

```yaml
ministries: [ldo]
```

Right:

```yaml
ministries: [kud]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anbefal.diagnostics import Severity
from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor, Theme
from anbefal.rules.support.problem import Problem, Steps, problem

SEVERITY = Severity.WARNING

MINISTRY = ("ministry",)
BODY = ("treaty-body", "mechanism")
ASSESSOR = ("organisation", "network", "ombud")

Place = tuple[Steps, str | None, tuple[str, ...]]
"""Where an actor is named, its id, and the kinds that it may be of."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every actor that is known and of another kind than its place demands."""
    kinds = {name: actor.kind for name, actor in dataset.actors.items()}
    for entry in dataset.entries:
        for steps, name, allowed in _places(entry):
            kind = kinds.get(name) if name else None
            if kind and kind not in allowed:
                message = f"{name!r} is of the kind {kind}; here stands {' or '.join(allowed)}."
                yield problem(entry, steps, message, "Is it another actor, or its kind wrong?")


def _places(entry: Entry[Any]) -> Iterator[Place]:
    match entry.record:
        case Recommendation() as record:
            yield ("source", "body"), record.source.body, BODY
            yield from _each("ministries", record.ministries, MINISTRY)
        case Theme() | Meeting() as record:
            yield from _each("ministries", record.ministries, MINISTRY)
        case Actor() as record:
            yield ("coordinated_by",), record.coordinated_by, MINISTRY
            yield from _each("speaks_for", record.speaks_for, BODY)
        case Assessment() as record:
            yield ("assessor",), record.assessor, ASSESSOR


def _each(key: str, names: tuple[str, ...], kinds: tuple[str, ...]) -> Iterator[Place]:
    return (((key, number), name, kinds) for number, name in enumerate(names))
