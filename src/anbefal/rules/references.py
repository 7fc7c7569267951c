"""A reference names a record that does not exist.

Themes, ministries, bodies, networks and other recommendations are named by their id, and the
record with that id must be in the repository. A misspelt id would silently drop a ministry from
an invitation or a recommendation from a brief. A record that is there but has a mistake of its
own is not reported here as well.

Wrong, where `data/themes.yaml` has no theme `isolation`:

```yaml
themes: [isolation]
```

Right:

```yaml
themes: [isolasjon]
```
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.names import nearest
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

MOST_HINTS = 200
"""How many misspelt names get one: the nearest of ten thousand ids takes some milliseconds."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every reference to a record that the dataset does not have."""
    known: dict[str, Collection[str]] = {
        "actor": dataset.actors.keys(),
        "theme": dataset.themes.keys(),
        "recommendation": dataset.recommendations.keys(),
    }
    missing = (
        (kind, name, places)
        for (kind, name), places in dataset.references.items()
        if name not in known[kind] and not dataset.may_hold(kind, name)
    )
    for number, (kind, name, places) in enumerate(missing):
        near = nearest(name, known[kind]) if number < MOST_HINTS else None
        hint = f"Did you mean {near!r}?" if near else ""
        for entry, reference in places:
            message = f"There is no {kind} with the id {name!r}."
            yield problem(entry, reference.steps, message, hint)
