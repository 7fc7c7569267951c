"""The method of prioritisation, written slowly and plainly, to test the real one against.

Written from the description of the method alone: loops and exact fractions, nothing clever.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import CriteriaSet
from repositories import Data, criteria, criteria_data, dataset, recommendation, scores, theme

Given = dict[tuple[str, str, str], Fraction | None]
"""Assessor, item, criterion to a value; None stands for a null in the file."""


@dataclass(frozen=True)
class World:
    """Everything that a ranking depends on.

    Attributes:
        weights: Criterion to weight.
        low: Bottom of the scale.
        high: Top of the scale.
        themes: Ids.
        main_themes: Recommendation to its main theme, None where it has no theme.
        assessors: Ids.
        given: The values.
    """

    weights: dict[str, Fraction]
    low: Fraction
    high: Fraction
    themes: list[str]
    main_themes: dict[str, str | None]
    assessors: list[str]
    given: Given = field(default_factory=dict)

    @property
    def criteria(self) -> CriteriaSet:
        weights = {criterion: float(weight) for criterion, weight in self.weights.items()}
        return criteria(weights, float(self.low), float(self.high))

    @property
    def dataset(self) -> Dataset:
        return dataset(
            criteria=criteria_data({"a": 1.0}),
            themes=[theme(one) for one in self.themes],
            recommendations=[
                recommendation(one, *([main] if main else []))
                for one, main in self.main_themes.items()
            ],
            assessments=[self._assessment(one) for one in self.assessors],
        )

    def _assessment(self, assessor: str) -> Data:
        of_items: dict[str, dict[str, float | None]] = {}
        for (who, item, criterion), value in self.given.items():
            if who == assessor:
                values = of_items.setdefault(item, {})
                values[criterion] = None if value is None else float(value)
        return scores(assessor, of_items, recommendations=self.main_themes)


def own(world: World, assessor: str, item: str, criterion: str) -> Fraction | None:
    return world.given.get((assessor, item, criterion))


def value_of_theme(world: World, assessor: str, theme: str, criterion: str) -> Fraction | None:
    """The own value; else the mean of the own values for recommendations of that main theme."""
    value = own(world, assessor, theme, criterion)
    if value is not None:
        return value
    found = []
    for one, main in world.main_themes.items():
        if main == theme:
            value = own(world, assessor, one, criterion)
            if value is not None:
                found.append(value)
    if not found:
        return None
    return sum(found, Fraction(0)) / len(found)


def value_of_recommendation(
    world: World, assessor: str, one: str, criterion: str
) -> Fraction | None:
    """The own value; else the own value for its main theme."""
    value = own(world, assessor, one, criterion)
    if value is not None:
        return value
    main = world.main_themes[one]
    if main is None:
        return None
    return own(world, assessor, main, criterion)


def means_of(world: World, item: str) -> dict[str, Fraction | None]:
    means: dict[str, Fraction | None] = {}
    for criterion in world.weights:
        values = []
        for assessor in world.assessors:
            if item in world.main_themes:
                value = value_of_recommendation(world, assessor, item, criterion)
            else:
                value = value_of_theme(world, assessor, item, criterion)
            if value is not None:
                values.append(value)
        means[criterion] = sum(values, Fraction(0)) / len(values) if values else None
    return means


def score_of(world: World, means: dict[str, Fraction | None]) -> Fraction | None:
    points = Fraction(0)
    weights = Fraction(0)
    for criterion, mean in means.items():
        if mean is not None:
            weight = world.weights[criterion]
            points += weight * (mean - world.low) / (world.high - world.low)
            weights += weight
    if weights == 0:
        return None
    return 100 * points / weights


def with_unknown_at(
    means: dict[str, Fraction | None], value: Fraction
) -> dict[str, Fraction | None]:
    return {c: value if mean is None else mean for c, mean in means.items()}


@dataclass(frozen=True)
class Expected:
    """What the method says of one item."""

    item: str
    means: dict[str, Fraction | None]
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction
    rank: int | None


def expected_ranking(world: World, items: list[str]) -> list[Expected]:
    """By score, ties by id with the better rank, and last by id what nobody assessed."""
    all_scores = {item: score_of(world, means_of(world, item)) for item in items}
    result = []
    for item in items:
        means = means_of(world, item)
        score = all_scores[item]
        known = [mean for mean in means.values() if mean is not None]
        low = score_of(world, with_unknown_at(means, world.low)) if known else None
        high = score_of(world, with_unknown_at(means, world.high)) if known else None
        rank = None
        if score is not None:
            better = [s for s in all_scores.values() if s is not None and s > score]
            rank = 1 + len(better)
        coverage = Fraction(len(known), len(means))
        result.append(Expected(item, means, score, low, high, coverage, rank))
    ranked = [one for one in result if one.rank is not None]
    others = [one for one in result if one.rank is None]
    ranked.sort(key=lambda one: (one.rank, one.item))
    others.sort(key=lambda one: one.item)
    return ranked + others
