"""A theme is its own ancestor.

A theme may have a `parent`, that one another, and so on up to a theme without. Where the way up
leads back to where it began, there is no top, and a list of themes would have no end.

Wrong:

```yaml
- id: vold
  parent: vold-mot-kvinner
  name: {nb: Vold}
- id: vold-mot-kvinner
  parent: vold
  name: {nb: Vold mot kvinner}
```

Right:

```yaml
- id: vold
  name: {nb: Vold}
- id: vold-mot-kvinner
  parent: vold
  name: {nb: Vold mot kvinner}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import Theme
from anbefal.rules.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every theme from which the way up leads back to itself."""
    for entry in dataset.entries_of(Theme):
        way = _way_up(entry.record, dataset.themes)
        if len(way) > 1 and way[-1] == entry.record.id:
            message = f"The theme is its own ancestor: {' → '.join(way)}."
            yield problem(entry, ("parent",), message, "Take the parent away from one of them.")


def _way_up(theme: Theme, themes: Mapping[str, Theme]) -> list[str]:
    """Return the ids from a theme to its topmost ancestor, or to the first that comes again."""
    way = [theme.id]
    parent = theme.parent
    while parent is not None and parent in themes and parent not in way:
        way.append(parent)
        parent = themes[parent].parent
    return [*way, parent] if parent is not None and parent in way else way
