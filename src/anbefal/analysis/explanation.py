"""Where every point of a score comes from, and what would lift an item past the one above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from anbefal.analysis.hints import Hint, hints_for
from anbefal.analysis.prioritisation import (
    DECIMALS,
    RankedItem,
    Ranking,
    score_of,
)
from anbefal.analysis.values import Value
from anbefal.model.dataset import Dataset


@dataclass(frozen=True)
class Contribution:
    """One criterion's part of a score.

    Attributes:
        criterion: Its id.
        name: Its name.
        share: Its share of the sum of all weights, 0 to 1.
        values: What assessors gave.
        mean: Their mean, on the scale, ``None`` where nobody gave a value.
        most: What it would add with the highest mean, ``None`` where it has none.
        points: What it adds to the score, 0 to 100; the points of all criteria sum to the score.
        hints: What the data says beside the criterion; it is no part of the score.
        needed: The mean that would, alone, lift the item to the score above; ``None`` where no
            value on the scale does.
    """

    criterion: str
    name: str
    share: float
    values: tuple[Value, ...]
    mean: float | None
    most: float | None
    points: float | None
    hints: tuple[Hint, ...]
    needed: float | None


@dataclass(frozen=True)
class Explanation:
    """An item's score, taken apart.

    Attributes:
        item: The item.
        above: The nearest item with a higher score, if there is one.
        contributions: One for each criterion, in the order of the criteria.
    """

    item: RankedItem
    above: RankedItem | None
    contributions: tuple[Contribution, ...]


def explain(
    dataset: Dataset, ranking: Ranking, item: RankedItem, language_names: Mapping[str, str]
) -> Explanation:
    """Take an item's score apart.

    Args:
        dataset: The repository, for what it says beside the criteria.
        ranking: The ranking that the item stands in.
        item: One of its items.
        language_names: Criterion to its name in the reader's language.
    """
    above = _above(ranking, item)
    criteria = ranking.criteria.criteria
    shares = ranking.criteria.weight_shares
    known = fsum(c.weight for c in criteria if item.means[c.id] is not None)
    scale = ranking.criteria.scale
    hints = hints_for(dataset, ranking.criteria, ranking.level, item.id)
    contributions = []
    for criterion in criteria:
        mean = item.means[criterion.id]
        most = points = None
        if mean is not None:
            most = 100 * criterion.weight / known
            points = most * scale.share(mean)
        contributions.append(
            Contribution(
                criterion=criterion.id,
                name=language_names[criterion.id],
                share=shares[criterion.id],
                values=item.values.get(criterion.id, ()),
                mean=mean,
                most=most,
                points=points,
                hints=hints.get(criterion.id, ()),
                needed=_needed(ranking, item, criterion.id, above),
            )
        )
    return Explanation(item, above, tuple(contributions))


def _above(ranking: Ranking, item: RankedItem) -> RankedItem | None:
    if item.score is None:
        return None
    mine = round(item.score, DECIMALS)
    higher = [i for i in ranking.items if i.score is not None and round(i.score, DECIMALS) > mine]
    return higher[-1] if higher else None


def _needed(
    ranking: Ranking, item: RankedItem, criterion: str, above: RankedItem | None
) -> float | None:
    """Return the mean on one criterion that draws level with the item above.

    The score is linear in one mean, so two points give the line. A criterion that nobody
    assessed counts from then on, which also moves the weights' sum; the line holds for that too.
    """
    if above is None or above.score is None:
        return None
    scale = ranking.criteria.scale
    at_bottom = score_of(ranking.criteria, {**item.means, criterion: scale.min})
    at_top = score_of(ranking.criteria, {**item.means, criterion: scale.max})
    if at_bottom is None or at_top is None:
        return None
    if round(at_top, DECIMALS) < round(above.score, DECIMALS):
        return None
    share = min(1.0, max(0.0, (above.score - at_bottom) / (at_top - at_bottom)))
    return scale.min + share * (scale.max - scale.min)
