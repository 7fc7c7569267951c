"""Decisions about how recommendations are related, as changes."""

from __future__ import annotations

from typing import Literal

from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Append, Discard

Relation = Literal["same_as", "repeats", "related", "distinct_from"]
"""The lists of :class:`anbefal.model.recommendation.Links`; all but ``repeats`` hold both ways."""


def linked(dataset: Dataset, one: str, other: str, relation: Relation) -> tuple[Append, ...]:
    """Return the change that relates two recommendations: none where one of them says so already.

    Args:
        dataset: The repository.
        one: Id of the recommendation whose file will hold the link.
        other: Id of the other.
        relation: How they are related.
    """
    if _holders(dataset, one, other, relation):
        return ()
    return (Append(Key("recommendation", one), ("links", relation), other),)


def unlinked(dataset: Dataset, one: str, other: str, relation: Relation) -> tuple[Discard, ...]:
    """Return the changes that take a relation away, in whichever files hold it."""
    return tuple(
        Discard(Key("recommendation", a), ("links", relation), b)
        for a, b in _holders(dataset, one, other, relation)
    )


def _holders(dataset: Dataset, one: str, other: str, relation: Relation) -> list[tuple[str, str]]:
    pairs = [(one, other)] if relation == "repeats" else [(one, other), (other, one)]
    records = dataset.recommendations
    return [(a, b) for a, b in pairs if b in getattr(records[a].links, relation)]
