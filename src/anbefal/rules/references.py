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

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from anbefal.diagnostics import Severity
from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.names import nearest
from anbefal.model.recommendation import Recommendation, Update
from anbefal.model.vocabulary import Actor, Theme
from anbefal.rules.support.problem import Problem, Steps, problem

SEVERITY = Severity.ERROR

MOST_HINTS = 200
"""Looking for the nearest of ten thousand ids takes some milliseconds a name."""

Reference = tuple[str, Steps, str | None]
"""The kind of record that is referred to, where that is said, and the id."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every reference to a record that the dataset does not have."""
    known: dict[str, Collection[str]] = {
        "actor": dataset.actors.keys(),
        "theme": dataset.themes.keys(),
        "recommendation": dataset.recommendations.keys(),
    }
    hints = _Hints(known)
    for entry in dataset.entries:
        for kind, steps, name in _references(entry):
            if name is None or name in known[kind] or dataset.may_hold(kind, name):
                continue
            hint = hints.of(kind, name)
            yield problem(entry, steps, f"There is no {kind} with the id {name!r}.", hint)


class _Hints:
    """Suggests the nearest known id, for each misspelt name once and for a limited number."""

    def __init__(self, known: Mapping[str, Collection[str]]) -> None:
        self._known = known
        self._found: dict[tuple[str, str], str] = {}

    def of(self, kind: str, name: str) -> str:
        if (kind, name) not in self._found:
            if len(self._found) >= MOST_HINTS:
                return ""
            near = nearest(name, self._known[kind])
            self._found[kind, name] = f"Did you mean {near!r}?" if near else ""
        return self._found[kind, name]


def _references(entry: Entry[Any]) -> Iterable[Reference]:
    reader = _READERS.get(type(entry.record))
    return reader(entry.record) if reader else ()


def _each(kind: str, steps: Steps, names: tuple[str, ...]) -> list[Reference]:
    return [(kind, (*steps, number), name) for number, name in enumerate(names)]


def _in_recommendation(record: Recommendation) -> list[Reference]:
    links = record.links
    return [
        ("actor", ("source", "body"), record.source.body),
        *_each("theme", ("themes",), record.themes),
        *_each("actor", ("ministries",), record.ministries),
        *_in_updates(("status",), record.status),
        *_each("recommendation", ("links", "same_as"), links.same_as),
        *_each("recommendation", ("links", "repeats"), links.repeats),
        *_each("recommendation", ("links", "related"), links.related),
        *_each("recommendation", ("links", "distinct_from"), links.distinct_from),
    ]


def _in_theme(record: Theme) -> Iterator[Reference]:
    yield "theme", ("parent",), record.parent
    yield from _each("actor", ("ministries",), record.ministries)


def _in_actor(record: Actor) -> Iterator[Reference]:
    yield "actor", ("coordinated_by",), record.coordinated_by
    yield from _each("actor", ("members",), record.members)
    yield from _each("actor", ("speaks_for",), record.speaks_for)


def _in_plan(record: Plan) -> Iterator[Reference]:
    yield "actor", ("owner",), record.owner
    yield from _in_measures(("measures",), record.measures)


def _in_updates(steps: Steps, updates: tuple[Update, ...]) -> list[Reference]:
    return [("actor", (*steps, n, "by"), update.by) for n, update in enumerate(updates)]


def _in_measures(steps: Steps, measures: tuple[Measure, ...]) -> Iterator[Reference]:
    for number, measure in enumerate(measures):
        place = (*steps, number)
        yield from _each("actor", (*place, "responsible"), measure.responsible)
        yield from _each("recommendation", (*place, "addresses"), measure.addresses)
        yield from _in_updates((*place, "updates"), measure.updates)


def _in_meeting(record: Meeting) -> Iterator[Reference]:
    yield "theme", ("theme",), record.theme
    yield from _each("actor", ("ministries",), record.ministries)
    yield from _each("recommendation", ("recommendations",), record.recommendations)
    for number, participant in enumerate(record.participants):
        yield "actor", ("participants", number, "actor"), participant.actor
    for number, item in enumerate(record.agenda):
        yield "actor", ("agenda", number, "actor"), item.actor
    yield from _in_measures(("commitments",), record.commitments)


def _in_assessment(record: Assessment) -> Iterator[Reference]:
    yield "actor", ("assessor",), record.assessor
    for number, entry in enumerate(record.scores):
        yield "theme", ("scores", number, "theme"), entry.theme
        yield "recommendation", ("scores", number, "recommendation"), entry.recommendation


_READERS: dict[type, Callable[[Any], Iterable[Reference]]] = {
    Recommendation: _in_recommendation,
    Theme: _in_theme,
    Actor: _in_actor,
    Assessment: _in_assessment,
    Meeting: _in_meeting,
    Plan: _in_plan,
}
"""Kind of record to what finds the references in one."""
