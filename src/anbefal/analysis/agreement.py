"""How far the assessors of a round agree, and what they should talk about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import fsum, sqrt

from anbefal.analysis.prioritisation import DECIMALS, RankedItem, Ranking, score_of
from anbefal.analysis.values import Value, mean

FEWEST_ASSESSORS, FEWEST_ITEMS = 2, 3
"""Below these, agreement says nothing."""


@dataclass(frozen=True)
class Agreement:
    """Kendall's coefficient of concordance among the assessors.

    Attributes:
        kendall_w: From 0 (no agreement) to 1 (the same order); ``None`` below two assessors or
            three items, or where no assessor tells any items apart.
        assessors: How many assessors gave any value.
        items: How many items all of them scored.
    """

    kendall_w: float | None
    assessors: int
    items: int


@dataclass(frozen=True)
class Spread:
    """How differently the assessors value one item on one criterion.

    Attributes:
        item: Id of the item.
        criterion: Id of the criterion.
        deviation: The standard deviation of the values, on the scale of the criteria.
        values: What each gave, sorted by assessor; at least two.
    """

    item: str
    criterion: str
    deviation: float
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Disagreements:
    """Where the assessors are furthest apart, the furthest first.

    Attributes:
        values: Single values that differ.
        criteria: Criterion and the mean of its deviations over the items.
        items: Item and the mean of its deviations over the criteria.
    """

    values: tuple[Spread, ...]
    criteria: tuple[tuple[str, float], ...]
    items: tuple[tuple[str, float], ...]


def agreement(ranking: Ranking) -> Agreement:
    """Return Kendall's W over the items that every assessor scored.

    Each assessor ranks the items by their own weighted mean; items that tie get the mean of their
    ranks. With m assessors, n items and R_i the sum of an item's ranks,
    ``W = 12 Σ (R_i - R̄)² / (m² (n³ - n) - m Σ_j Σ_ties (t³ - t))``, the last sum over the groups
    of t tied items in assessor j's ranking (Kendall and Babington Smith 1939; Kendall, Rank
    Correlation Methods, the chapter on m rankings, for the correction).

    An assessor that gave no value at all is no assessor here.
    """
    scores = _own_scores(ranking)
    by_assessor = list(scores.values())
    common = [
        item.id for item in ranking.items if by_assessor and all(item.id in s for s in by_assessor)
    ]
    measured = None
    if len(by_assessor) >= FEWEST_ASSESSORS and len(common) >= FEWEST_ITEMS:
        measured = kendall_w([[s[item] for item in common] for s in by_assessor])
    return Agreement(measured, len(by_assessor), len(common))


def kendall_w(scores: Sequence[Sequence[float]]) -> float | None:
    """Return Kendall's W with the correction for ties; see :func:`agreement`.

    Args:
        scores: One row an assessor, one column an item; the higher is ranked first.

    Returns:
        0 to 1, or ``None`` where every assessor ties all items.
    """
    m, n = len(scores), len(scores[0])
    ranks = [average_ranks(row) for row in scores]
    sums = [fsum(column) for column in zip(*ranks, strict=True)]
    center = m * (n + 1) / 2
    squares = fsum((total - center) ** 2 for total in sums)
    ties = sum(t**3 - t for row in ranks for t in Counter(row).values())
    most = m**2 * (n**3 - n) - m * ties
    return 12 * squares / most if most else None


def average_ranks(scores: Sequence[float]) -> list[float]:
    """Return the rank of every score, 1 for the highest; ties share the mean of their ranks."""
    order = sorted(range(len(scores)), key=lambda place: -scores[place])
    ranks = [0.0] * len(scores)
    before = 0
    for _, tied in groupby(order, key=lambda place: scores[place]):
        places = list(tied)
        for place in places:
            ranks[place] = before + (len(places) + 1) / 2
        before += len(places)
    return ranks


def disagreements(ranking: Ranking) -> Disagreements:
    """Return where the assessors are furthest apart, measured by the standard deviation.

    The range would not tell one odd value among many from two camps. What ties is in order of
    rank, criteria in their own order; where all agree, nothing is listed.
    """
    spreads = [spread for item in ranking.items for spread in _spreads(ranking, item)]
    by_criterion: dict[str, list[float]] = {one.id: [] for one in ranking.criteria.criteria}
    by_item: dict[str, list[float]] = {item.id: [] for item in ranking.items}
    for spread in spreads:
        by_criterion[spread.criterion].append(spread.deviation)
        by_item[spread.item].append(spread.deviation)
    apart = [spread for spread in spreads if spread.deviation > 0]
    return Disagreements(
        values=tuple(sorted(apart, key=lambda s: -s.deviation)),
        criteria=_furthest(by_criterion),
        items=_furthest(by_item),
    )


def _spreads(ranking: Ranking, item: RankedItem) -> Iterable[Spread]:
    for criterion in ranking.criteria.criteria:
        values = item.values.get(criterion.id, ())
        if len(values) >= FEWEST_ASSESSORS:
            yield Spread(item.id, criterion.id, _deviation(values), values)


def _deviation(values: Sequence[Value]) -> float:
    center = mean(value.number for value in values)
    return round(sqrt(mean((value.number - center) ** 2 for value in values)), DECIMALS)


def _furthest(deviations: Mapping[str, list[float]]) -> tuple[tuple[str, float], ...]:
    means = {one: round(mean(found), DECIMALS) for one, found in deviations.items() if found}
    apart = [(one, found) for one, found in means.items() if found > 0]
    return tuple(sorted(apart, key=lambda pair: -pair[1]))


def _own_scores(ranking: Ranking) -> dict[str, dict[str, float]]:
    """Return each assessor's own score of every item that they gave a value, by assessor."""
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for item in ranking.items:
        mine: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for criterion, values in item.values.items():
            for value in values:
                mine[value.assessor][criterion] = value.number
        for assessor, numbers in mine.items():
            own = {c.id: numbers.get(c.id) for c in ranking.criteria.criteria}
            score = score_of(ranking.criteria, own)
            if score is not None:
                scores[assessor][item.id] = round(score, DECIMALS)
    return dict(sorted(scores.items()))
