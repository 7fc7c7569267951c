"""A score has no place in the method.

Values lie on the scale, and values and reasons stand under a criterion that
`data/criteria.yaml` has. An assessor scores a theme (or a recommendation) once in a round: of two
scores nobody could say which one counts. A criterion that was not assessed is left out or null,
and never 0.

Wrong, on a scale from 0 to 4:

```yaml
scores:
  - theme: isolasjon
    values: {alvorlighet: 5, omfangg: 2}
```

Right:

```yaml
scores:
  - theme: isolasjon
    values: {alvorlighet: 4, omfang: 2}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anbefal.diagnostics import Severity, Steps
from anbefal.model.assessment import Assessment, ScoreEntry
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.names import nearest
from anbefal.model.vocabulary import CriteriaSet, Scale
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield what is scored twice; and, where criteria are known, scores that they do not have."""
    for entry in dataset.entries_of(Assessment):
        yield from _twice(entry)
        if dataset.criteria:
            yield from _beside(entry, dataset.criteria)


def _twice(entry: Entry[Assessment]) -> Iterator[Problem]:
    seen: set[tuple[str, str | None]] = set()
    for number, score in enumerate(entry.record.scores):
        key = "theme" if score.theme else "recommendation"
        subject = (key, score.theme or score.recommendation)
        if subject in seen:
            message = f"The {key} {subject[1]!r} is scored twice in this file."
            yield problem(entry, ("scores", number, key), message, "Keep one of the two.")
        seen.add(subject)


def _beside(entry: Entry[Assessment], criteria: CriteriaSet) -> Iterator[Problem]:
    known = {criterion.id for criterion in criteria.criteria}
    for number, score in enumerate(entry.record.scores):
        steps = ("scores", number)
        yield from _unknown(entry, (*steps, "values"), score.values, known)
        if criteria.scale.min < criteria.scale.max:
            yield from _off_scale(entry, (*steps, "values"), score, criteria.scale)
        yield from _unknown(entry, (*steps, "reasons"), score.reasons, known)


def _unknown(
    entry: Entry[Assessment], steps: Steps, names: Iterable[str], known: set[str]
) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"Did you mean {near!r}?" if near else "The criteria are in data/criteria.yaml."
            message = f"There is no criterion with the id {name!r}."
            yield problem(entry, (*steps, name), message, hint, at_key=True)


def _off_scale(
    entry: Entry[Assessment], steps: Steps, score: ScoreEntry, scale: Scale
) -> Iterator[Problem]:
    for name, value in score.values.items():
        if value is not None and not scale.min <= value <= scale.max:
            message = f"The value {value:g} is not on the scale {scale.min:g} to {scale.max:g}."
            yield problem(entry, (*steps, name), message)
