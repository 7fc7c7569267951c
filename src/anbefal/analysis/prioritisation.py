"""Themes or recommendations, scored and ranked by the criteria.

The score is the weighted mean over the criteria that somebody assessed, on 0 to 100:
``100 · Σ w_c (v̄_ic - min) / (max - min) / Σ w_c``, where ``v̄_ic`` is the mean over the assessors
who gave a value. A criterion that nobody assessed is unknown, not zero; ``low`` and ``high`` are
the score with every unknown criterion at the bottom and at the top of the scale.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum

from anbefal.analysis.values import (
    ItemValues,
    Level,
    Round,
    mean,
    recommendation_values,
    round_of,
    theme_values,
)
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset, summary_of
from anbefal.model.vocabulary import CriteriaSet

DECIMALS = 9
"""Scores that agree to this many decimals are tied; beyond them stands only rounding."""


@dataclass(frozen=True)
class RankedItem:
    """A theme or recommendation with its score.

    Attributes:
        id: Its id.
        name: Its name, or its summary, in the language asked for.
        values: Criterion to the values that assessors gave.
        means: Every criterion to the mean of its values, ``None`` where nobody gave one.
        score: 0 to 100, ``None`` where no criterion has a value.
        low: The score with every unknown criterion at the bottom of the scale.
        high: The score with every unknown criterion at the top of the scale.
        coverage: Share of the criteria that have a value, 0 to 1.
        assessors: How many assessors gave it at least one value.
        rank: From 1; ties share the better rank; ``None`` without a score.
    """

    id: str
    name: str
    values: ItemValues
    means: Mapping[str, float | None]
    score: float | None
    low: float | None
    high: float | None
    coverage: float
    assessors: int
    rank: int | None = None

    @property
    def has_own_value(self) -> bool:
        """Whether anybody gave a value to the item itself, so that not all are inherited."""
        return any(value.origin == "own" for given in self.values.values() for value in given)


@dataclass(frozen=True)
class Ranking:
    """Items in order of rank; those that nobody assessed stand last.

    Attributes:
        level: What is ranked.
        theme: The theme whose recommendations are ranked, where it is one.
        round: The round of assessments, ``None`` where there is none.
        criteria: The criteria that were used.
        assessors: Ids of the round's assessors, sorted.
        example: Whether any assessment of the round is made up.
        items: Ranked items.
        left_out: How many concerns and requests for follow-up are no asks and not ranked.
    """

    level: Level
    theme: str | None
    round: str | None
    criteria: CriteriaSet
    assessors: tuple[str, ...]
    example: bool
    items: tuple[RankedItem, ...]
    left_out: int = 0

    @property
    def ranked(self) -> tuple[RankedItem, ...]:
        """The items that have a rank: somebody gave them a value."""
        return tuple(item for item in self.items if item.rank is not None)

    def item(self, item_id: str) -> RankedItem | None:
        """Return the item with an id, if it was ranked."""
        return next((item for item in self.items if item.id == item_id), None)


def rank_themes(
    dataset: Dataset,
    criteria: CriteriaSet,
    language: Language,
    round_name: str | None = None,
    only: Collection[str] | None = None,
) -> Ranking:
    """Rank all themes.

    Args:
        dataset: The repository.
        criteria: Its criteria.
        language: The language of names.
        round_name: The round of assessments; the latest where it is ``None``.
        only: Ids of the assessors that count; ``None`` for all.
    """
    chosen = round_of(dataset, round_name, only)
    values = theme_values(dataset, chosen.assessments)
    names = {theme: dataset.name_of_theme(theme, language) for theme in values}
    return _ranking(criteria, "theme", chosen, _items(criteria, values, names))


def rank_recommendations(
    dataset: Dataset,
    criteria: CriteriaSet,
    language: Language,
    round_name: str | None = None,
    theme: str | None = None,
    only: Collection[str] | None = None,
) -> Ranking:
    """Rank what bodies ask for, in one theme or in all.

    Concerns and requests for follow-up are no asks and are left out.

    Args:
        dataset: The repository.
        criteria: Its criteria.
        language: The language of summaries.
        round_name: The round of assessments; the latest where it is ``None``.
        theme: Only recommendations that name this theme.
        only: Ids of the assessors that count; ``None`` for all.
    """
    inside = dataset.recommendations_by_theme.get(theme, ()) if theme else None
    records = dataset.recommendations.values() if inside is None else inside
    asks = [record for record in records if record.kind == "recommendation"]
    chosen = round_of(dataset, round_name, only)
    values = recommendation_values(dataset, chosen.assessments, [record.id for record in asks])
    names = {record.id: summary_of(record, language)[1] for record in asks}
    items = _items(criteria, values, names)
    ranking = _ranking(criteria, "recommendation", chosen, items)
    return replace(ranking, theme=theme, left_out=len(records) - len(asks))


def leaving_out(ranking: Ranking, assessor: str) -> Ranking:
    """Return a ranking as it would be without one assessor's values."""
    items = [
        _scored(ranking.criteria, item.id, item.name, _without(item.values, assessor))
        for item in ranking.items
    ]
    assessors = tuple(one for one in ranking.assessors if one != assessor)
    return replace(ranking, assessors=assessors, items=_ranked(items))


def _without(values: ItemValues, assessor: str) -> ItemValues:
    return {
        criterion: tuple(value for value in given if value.assessor != assessor)
        for criterion, given in values.items()
    }


def _ranking(
    criteria: CriteriaSet, level: Level, chosen: Round, items: Iterable[RankedItem]
) -> Ranking:
    return Ranking(
        level=level,
        theme=None,
        round=chosen.name,
        criteria=criteria,
        assessors=tuple(assessment.assessor for assessment in chosen.assessments),
        example=any(assessment.example for assessment in chosen.assessments),
        items=_ranked(items),
    )


def _items(
    criteria: CriteriaSet, values: Mapping[str, ItemValues], names: Mapping[str, str]
) -> list[RankedItem]:
    known = {criterion.id for criterion in criteria.criteria}
    return [
        _scored(criteria, one, names[one], {c: v for c, v in of_item.items() if c in known})
        for one, of_item in values.items()
    ]


def _scored(criteria: CriteriaSet, item_id: str, name: str, values: ItemValues) -> RankedItem:
    means = {
        criterion.id: mean(v.number for v in values[criterion.id])
        if values.get(criterion.id)
        else None
        for criterion in criteria.criteria
    }
    known = [value for value in means.values() if value is not None]
    return RankedItem(
        id=item_id,
        name=name,
        values=values,
        means=means,
        score=score_of(criteria, means),
        low=score_of(criteria, _filled(means, criteria.scale.min)) if known else None,
        high=score_of(criteria, _filled(means, criteria.scale.max)) if known else None,
        coverage=len(known) / len(means),
        assessors=len({v.assessor for of_criterion in values.values() for v in of_criterion}),
    )


def _filled(means: Mapping[str, float | None], value: float) -> dict[str, float | None]:
    return {criterion: value if mean is None else mean for criterion, mean in means.items()}


def score_of(criteria: CriteriaSet, means: Mapping[str, float | None]) -> float | None:
    """Return the score of an item, 0 to 100, or ``None`` where no criterion has a mean.

    Args:
        criteria: The criteria with their weights and scale.
        means: Criterion to mean, ``None`` where it is unknown.
    """
    weighted, weights = [], []
    for criterion in criteria.criteria:
        value = means[criterion.id]
        if value is not None:
            weighted.append(criterion.weight * criteria.scale.share(value))
            weights.append(criterion.weight)
    return 100 * fsum(weighted) / fsum(weights) if weights else None


def _ranked(items: Iterable[RankedItem]) -> tuple[RankedItem, ...]:
    def order(item: RankedItem) -> tuple[float, str]:
        return (-round(item.score, DECIMALS) if item.score is not None else float("inf"), item.id)

    ranked: list[RankedItem] = []
    for number, item in enumerate(sorted(items, key=order), start=1):
        tied = ranked and order(ranked[-1])[0] == order(item)[0]
        rank = ranked[-1].rank if tied else number
        ranked.append(replace(item, rank=None if item.score is None else rank))
    return tuple(ranked)
