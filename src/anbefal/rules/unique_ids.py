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

from anbefal.diagnostics import Severity
from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor, CriteriaSet, Theme
from anbefal.rules.problem import Problem, Steps, problem

SEVERITY = Severity.ERROR

Name = tuple[tuple[str, ...], Steps, str]
"""What must be unique, where it stands in its record, and how a message tells it."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every name that an earlier record, or an earlier part of one, has."""
    owners: dict[tuple[str, ...], str] = {}
    for entry in dataset.entries:
        for name, steps, told in _names(entry):
            owner = owners.get(name)
            if owner is None:
                owners[name] = entry.file
                continue
            place = "earlier in this file" if owner == entry.file else f"in {owner}"
            yield problem(entry, steps, f"{told} is taken: it stands {place} already.")


def _names(entry: Entry[Any]) -> Iterator[Name]:
    match entry.record:
        case Recommendation() | Theme() | Actor() as record:
            yield _of_record(entry, record.id)
        case Meeting() as record:
            yield _of_record(entry, record.id)
            yield from _of_parts(entry, "measure", "commitments", record.commitments)
        case Plan() as record:
            yield _of_record(entry, record.id)
            yield from _of_parts(entry, "measure", "measures", record.measures)
            yield from _of_parts(entry, "report", "reports", record.reports)
        case CriteriaSet() as record:
            yield from _of_parts(entry, "criterion", "criteria", record.criteria)
        case Assessment() as record:
            name = ("assessment", composed(record.round), record.assessor)
            told = f"The assessment by {record.assessor!r} in round {record.round!r}"
            yield name, ("assessor",), told


def _of_record(entry: Entry[Any], name: str) -> Name:
    return (entry.kind.name, name), ("id",), f"The {entry.kind.name} id {name!r}"


def _of_parts(entry: Entry[Any], kind: str, key: str, parts: tuple[Any, ...]) -> Iterator[Name]:
    for number, part in enumerate(parts):
        yield (entry.file, kind, part.id), (key, number, "id"), f"The {kind} id {part.id!r}"
