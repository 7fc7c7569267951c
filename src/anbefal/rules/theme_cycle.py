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
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

MOST_NAMED = 8
"""How many themes of a circle a message names."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every theme from which the way up leads back to itself."""
    circle_of: dict[str, tuple[str, ...]] = {}
    done: set[str] = set()
    for theme in dataset.themes:
        way = _way_up(theme, dataset.themes, done)
        done.update(way[:-1])
        if way[-1] in way[:-1]:
            circle = tuple(way[way.index(way[-1]) : -1])
            circle_of.update(dict.fromkeys(circle, circle))
    for entry in dataset.entries_of(Theme):
        name = entry.record.id
        if name in circle_of:
            message = f"The theme is its own ancestor: {_told(name, circle_of[name])}."
            yield problem(entry, ("parent",), message, "Take the parent away from one of them.")


def _way_up(theme: str, themes: Mapping[str, Theme], done: set[str]) -> list[str]:
    """Return the ids from a theme to the first that is known, that comes again, or that is last."""
    way: dict[str, None] = {}
    name: str | None = theme
    while name is not None and name in themes and name not in way and name not in done:
        way[name] = None
        name = themes[name].parent
    return [*way, name or ""]


def _told(name: str, circle: tuple[str, ...]) -> str:
    start = circle.index(name)
    way = (*circle[start:], *circle[:start])
    shown = (*way[:MOST_NAMED], "…") if len(way) > MOST_NAMED else way
    return " → ".join((*shown, name)) if len(way) > 1 else f"{name} → {name}"
