"""One question to the prioritisation method, and all that it answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from anbefal.analysis.acceptability import DRAWS, Acceptability, Weights, acceptability
from anbefal.analysis.agreement import Agreement, Disagreements, agreement, disagreements
from anbefal.analysis.participation import Dissent, LeftOpen, dissents, left_open
from anbefal.analysis.prioritisation import Ranking, rank_recommendations, rank_themes
from anbefal.analysis.sensitivity import Shortlist, shortlist
from anbefal.analysis.whatif import WhatIf, supposed
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import CriteriaSet


@dataclass(frozen=True)
class Query:
    """What is to be ranked, and how.

    Attributes:
        recommendations: Whether recommendations are ranked; else themes are.
        theme: Only recommendations on this theme.
        round: The round of assessments; the latest where it is ``None``.
        what_if: What is supposed for this once.
        weights: Which weights are drawn; see :mod:`anbefal.analysis.acceptability`.
        draws: How many times they are drawn.
        places: Places on the shortlist; the goal for meetings in a year where it is ``None``.
    """

    recommendations: bool = False
    theme: str | None = None
    round: str | None = None
    what_if: WhatIf = field(default_factory=WhatIf)
    weights: Weights = "near"
    draws: int = DRAWS
    places: int | None = None


@dataclass(frozen=True)
class Priorities:
    """A ranking, how sure it is, and how far its assessors agree.

    Attributes:
        query: What was asked.
        ranking: The ranking, as supposed.
        stored: The ranking without what is supposed; the same where nothing is.
        acceptability: How sure the ranking is, ``None`` where that was not worked out.
        shortlist: The items that come first, and what their choice hangs on.
        agreement: How far the assessors agree.
        disagreements: Where they are furthest apart.
        left_open: What each left open.
        dissents: Minority views.
    """

    query: Query
    ranking: Ranking
    stored: Ranking
    acceptability: Acceptability | None
    shortlist: Shortlist
    agreement: Agreement
    disagreements: Disagreements
    left_open: tuple[LeftOpen, ...]
    dissents: tuple[Dissent, ...]


def prioritise(
    dataset: Dataset, criteria: CriteriaSet, language: Language, query: Query
) -> Priorities:
    """Answer a query.

    Args:
        dataset: The repository.
        criteria: Its criteria.
        language: The language of names.
        query: What is asked; its names are known.

    Raises:
        ValueError: What is supposed leaves nothing to rank by; see
            :func:`anbefal.analysis.whatif.supposed`.
    """
    stored = _ranked(dataset, criteria, language, query)
    ranking = stored
    if query.what_if:
        changed = supposed(criteria, query.what_if)
        ranking = _ranked(dataset, changed, language, query, query.what_if.assessors)
    return Priorities(
        query=query,
        ranking=ranking,
        stored=stored,
        acceptability=acceptability(ranking, query.weights, query.draws),
        shortlist=shortlist(ranking, query.places or dataset.settings.meetings_per_year),
        agreement=agreement(ranking),
        disagreements=disagreements(ranking),
        left_open=left_open(ranking),
        dissents=dissents(dataset, ranking),
    )


def _ranked(
    dataset: Dataset,
    criteria: CriteriaSet,
    language: Language,
    query: Query,
    only: Collection[str] | None = None,
) -> Ranking:
    if query.recommendations or query.theme:
        return rank_recommendations(dataset, criteria, language, query.round, query.theme, only)
    return rank_themes(dataset, criteria, language, query.round, only)
