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

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.references import named_by
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.WARNING


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every actor that is known and of another kind than its place demands."""
    for name, actor in dataset.actors.items():
        for entry, reference in named_by(dataset, "actor", name):
            allowed = reference.actor_kinds
            if allowed and actor.kind not in allowed:
                words = " or ".join(allowed)
                message = f"{name!r} is of the kind {actor.kind}; here stands {words}."
                hint = "Is it another actor, or its kind wrong?"
                yield problem(entry, reference.steps, message, hint)
