"""The asks that a theme or a meeting is about, in the order in which a handout numbers them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from anbefal.analysis.asks import Ask, asks_made_by
from anbefal.analysis.prioritisation import Ranking, rank_recommendations
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import CriteriaSet


def ranked_for(
    dataset: Dataset,
    criteria: CriteriaSet,
    language: Language,
    theme: str,
    chosen: Collection[str] = (),
) -> Ranking:
    """Return the recommendations of a theme, ranked.

    Args:
        dataset: The repository.
        criteria: The criteria that rank.
        language: The language of summaries; the order is the same in all.
        theme: Id of the theme.
        chosen: Ids of the recommendations that a meeting is about, of whatever theme; empty for
            the whole theme.
    """
    if not chosen:
        return rank_recommendations(dataset, criteria, language, theme=theme)
    ranking = rank_recommendations(dataset, criteria, language)
    return replace(ranking, items=tuple(item for item in ranking.items if item.id in chosen))


def asks_in_order(dataset: Dataset, ranking: Ranking) -> tuple[Ask, ...]:
    """Return ranked recommendations as asks, each where the best ranked of its records stands."""
    known = dataset.recommendations
    return asks_made_by(dataset, (known[item.id] for item in ranking.items))
