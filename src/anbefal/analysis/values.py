"""Who gave which value to what: the inputs of the prioritisation method.

The method (values): for a theme, the assessor's own value for the theme; where there is none, the
mean of that assessor's own values for recommendations whose main theme it is. For a
recommendation, the assessor's own value for it; where there is none, that assessor's own value
for its main theme. Nothing is inherited twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Literal

from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset

Level = Literal["theme", "recommendation"]
Origin = Literal["own", "recommendations", "theme"]


@dataclass(frozen=True, slots=True)
class Value:
    """One assessor's value for one item on one criterion.

    Attributes:
        assessor: Id of the assessor.
        number: On the scale of the criteria.
        origin: Given to the item itself, or to its recommendations, or to its main theme.
        reason: The assessor's reason, where the value is the assessor's own for the item.
        mean_of: Of how many recommendations it is the mean; 0 where it is no mean.
    """

    assessor: str
    number: float
    origin: Origin
    reason: str | None = None
    mean_of: int = 0


ItemValues = Mapping[str, tuple[Value, ...]]
"""Criterion to the values that assessors gave an item, sorted by assessor."""


def mean(numbers: Iterable[float]) -> float:
    """Return the mean; it does not depend on the order of the numbers."""
    listed = list(numbers)
    return fsum(listed) / len(listed)


def rounds(dataset: Dataset) -> tuple[str, ...]:
    """Return the names of all rounds, sorted."""
    return tuple(sorted({assessment.round for assessment in dataset.assessments}))


def latest_round(dataset: Dataset) -> str | None:
    """Return the round with the newest assessment, or ``None`` where nobody assessed anything.

    A made-up assessment counts only where there is no other: an example must not stand in the way
    of what people mean. Of rounds with equally new assessments, the last by name.
    """

    def order(assessment: Assessment) -> tuple[bool, date, str]:
        return (not assessment.example, assessment.date.first, assessment.round)

    newest = max(dataset.assessments, key=order, default=None)
    return newest.round if newest else None


def assessments_in(dataset: Dataset, round_name: str | None) -> tuple[Assessment, ...]:
    """Return the assessments of a round, sorted by assessor."""
    return tuple(a for a in dataset.assessments if a.round == round_name)


@dataclass(frozen=True)
class Round:
    """A round of assessments, as far as it counts.

    Attributes:
        name: Its name, ``None`` where nobody assessed anything.
        assessments: Those that count, sorted by assessor.
    """

    name: str | None
    assessments: tuple[Assessment, ...]


def round_of(
    dataset: Dataset, name: str | None = None, only: Collection[str] | None = None
) -> Round:
    """Return a round.

    Args:
        dataset: The repository.
        name: Its name; the latest where it is ``None``.
        only: Ids of the assessors that count; ``None`` for all.
    """
    chosen = name or latest_round(dataset)
    of_round = assessments_in(dataset, chosen)
    return Round(chosen, tuple(a for a in of_round if only is None or a.assessor in only))


def theme_values(dataset: Dataset, assessments: Iterable[Assessment]) -> dict[str, ItemValues]:
    """Return the values of every theme of the dataset, by theme id."""
    collected = {theme: _Collected() for theme in dataset.themes}
    for assessment in assessments:
        own = _own(assessment)
        inherited = _from_recommendations(dataset, own)
        for theme, collector in collected.items():
            collector.add_inherited(inherited.get(theme, {}))
            collector.add_own(own.themes.get(theme, {}))
    return {theme: collector.sorted() for theme, collector in collected.items()}


def recommendation_values(
    dataset: Dataset, assessments: Iterable[Assessment], ids: Iterable[str]
) -> dict[str, ItemValues]:
    """Return the values of the named recommendations, by id."""
    collected = {one: _Collected() for one in ids}
    for assessment in assessments:
        own = _own(assessment)
        for one, collector in collected.items():
            main = dataset.recommendations[one].main_theme
            of_theme = own.themes.get(main, {}) if main else {}
            collector.add_inherited({c: _as_inherited(v, "theme") for c, v in of_theme.items()})
            collector.add_own(own.recommendations.get(one, {}))
    return {one: collector.sorted() for one, collector in collected.items()}


@dataclass(frozen=True, slots=True)
class _Own:
    themes: Mapping[str, Mapping[str, Value]]
    recommendations: Mapping[str, Mapping[str, Value]]


class _Collected:
    """Values of one item while they are gathered, by criterion and assessor."""

    def __init__(self) -> None:
        self._values: defaultdict[str, dict[str, Value]] = defaultdict(dict)

    def add_inherited(self, values: Mapping[str, Value]) -> None:
        for criterion, value in values.items():
            self._values[criterion].setdefault(value.assessor, value)

    def add_own(self, values: Mapping[str, Value]) -> None:
        for criterion, value in values.items():
            self._values[criterion][value.assessor] = value

    def sorted(self) -> ItemValues:
        return {
            criterion: tuple(sorted(values.values(), key=lambda v: v.assessor))
            for criterion, values in sorted(self._values.items())
        }


def _own(assessment: Assessment) -> _Own:
    themes: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    recommendations: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for entry in assessment.scores:
        target = themes[entry.theme] if entry.theme else recommendations[str(entry.recommendation)]
        for criterion, number in entry.values.items():
            if number is not None:
                reason = entry.reasons.get(criterion)
                target[criterion] = Value(assessment.assessor, number, "own", reason)
    return _Own(themes, recommendations)


def _from_recommendations(dataset: Dataset, own: _Own) -> dict[str, dict[str, Value]]:
    numbers: defaultdict[str, defaultdict[str, list[Value]]]
    numbers = defaultdict(lambda: defaultdict(list))
    for one, values in own.recommendations.items():
        record = dataset.recommendations.get(one)
        if record is None or record.main_theme is None:
            continue
        for criterion, value in values.items():
            numbers[record.main_theme][criterion].append(value)
    return {
        theme: {criterion: _mean_value(values) for criterion, values in by_criterion.items()}
        for theme, by_criterion in numbers.items()
    }


def _mean_value(values: list[Value]) -> Value:
    number = mean(value.number for value in values)
    return Value(values[0].assessor, number, "recommendations", mean_of=len(values))


def _as_inherited(value: Value, origin: Origin) -> Value:
    return Value(value.assessor, value.number, origin, value.reason)
