"""Filters of recommendations, from the words of the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from anbefal.cli.naming import bodies_named, ministries_named
from anbefal.cli.session import day, require_all

if TYPE_CHECKING:
    from anbefal.analysis.selection import Selection
    from anbefal.model.dataset import Dataset

Words = Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user filters by, as it was written; see :class:`~anbefal.analysis.selection`."""

    bodies: Words
    themes: Words
    ministries: Words
    groups: Words
    kinds: Words
    reported: Words
    assessed: Words
    years: Sequence[int] | None
    due_before: str | None
    meetings: Words
    verified: bool | None


def selection_of(dataset: Dataset, filters: Filters) -> Selection:
    """Return the filters, every name of which is known.

    Raises:
        UnknownName: One of them is not.
        Misuse: A day is none.
    """
    from anbefal.analysis.selection import Selection

    return Selection(
        bodies=bodies_named(dataset, filters.bodies),
        themes=require_all("theme", filters.themes, dataset.themes),
        ministries=ministries_named(dataset, filters.ministries),
        groups=require_all("group", filters.groups, _groups(dataset)),
        kinds=require_all("kind", filters.kinds, _kinds()),
        reported=require_all("status", filters.reported, _statuses()),
        assessed=require_all("status", filters.assessed, ("graded", *_statuses())),
        years=tuple(filters.years or ()),
        due_before=day(filters.due_before) if filters.due_before else None,
        meetings=require_all("meeting", filters.meetings, dataset.meetings),
        verified=filters.verified,
    )


def _groups(dataset: Dataset) -> set[str]:
    from anbefal.model.names import composed

    records = dataset.recommendations.values()
    return {composed(group) for record in records for group in record.groups}


def _kinds() -> tuple[str, ...]:
    from anbefal.model.recommendation import RecommendationKind

    return get_args(RecommendationKind)


def _statuses() -> tuple[str, ...]:
    from anbefal.model.recommendation import StatusValue

    return ("none", *get_args(StatusValue))
