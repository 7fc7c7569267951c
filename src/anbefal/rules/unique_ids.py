"""Two records have the same id.

An id names one record of its kind. Where two have the same, nobody can know which of them a
reference means, and only the first would count. Likewise an assessor gives one assessment in a
round; a measure's id is its own within its meeting or plan, a report's within its plan, and a
criterion's among the criteria.

Wrong, in two files:

```yaml
id: cat-2018-16
```

Right, in one of them:

```yaml
id: cat-2018-16b
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anbefal.diagnostics import Severity, Steps
from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor, CriteriaSet, Theme
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

Name = tuple[str, str, str, Steps]
"""What it names, the name, the file it must be unique in (or none: everywhere), and its place."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every name that an earlier record, or an earlier part of one, has."""
    owners: dict[tuple[str, str, str], str] = {}
    for entry in dataset.entries:
        for what, name, scope, steps in _names(entry):
            owner = owners.get((what, name, scope))
            if owner is None:
                owners[what, name, scope] = entry.file
                continue
            place = "earlier in this file" if owner == entry.file else f"in {owner}"
            message = f"The {what} {name!r} is not the only one: it stands {place} already."
            yield problem(entry, steps, message, "Give one of the two another name, or delete it.")


def _names(entry: Entry[Any]) -> Iterator[Name]:
    match entry.record:
        case Recommendation() | Theme() | Actor() | Meeting() | Plan() as record:
            yield entry.kind.name, record.id, "", ("id",)
        case Assessment() as record:
            name = f"{composed(record.round)}/{composed(record.assessor)}"
            yield entry.kind.name, name, "", ("assessor",)
    yield from _names_inside(entry)


def _names_inside(entry: Entry[Any]) -> Iterator[Name]:
    match entry.record:
        case Meeting() as record:
            yield from _parts(entry, "measure", "commitments", record.commitments)
        case Plan() as record:
            yield from _parts(entry, "measure", "measures", record.measures)
            yield from _parts(entry, "report", "reports", record.reports)
        case CriteriaSet() as record:
            yield from _parts(entry, "criterion", "criteria", record.criteria)


def _parts(entry: Entry[Any], what: str, key: str, parts: tuple[Any, ...]) -> Iterator[Name]:
    return ((what, part.id, entry.file, (key, n, "id")) for n, part in enumerate(parts))
