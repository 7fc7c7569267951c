"""Deciding how two recommendations stand to each other, as changes."""

from __future__ import annotations

from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.linking import Relation, linked
from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Append, Discard, SetValue
from anbefal.model.recommendation import Links


def is_open(dataset: Dataset, a: str, b: str) -> bool:
    """Return whether two records are there and nobody has decided on them."""
    return {a, b} <= dataset.recommendations.keys() and not Decided.index(dataset).holds(a, b)


def is_repeat(dataset: Dataset, later: str, earlier: str) -> bool:
    """Return whether two records are of the same body, and the one surely later than the other."""
    now, before = (dataset.recommendations[one].source for one in (later, earlier))
    if now.date is None or before.date is None:
        return False
    return now.body == before.body and before.date.surely_before(now.date)


def decided(dataset: Dataset, a: str, b: str, relation: Relation) -> tuple[Append, ...]:
    """Return the change that writes a decision in ``a``; none where there is one already."""
    return linked(dataset, a, b, relation) if is_open(dataset, a, b) else ()


def taken_back(
    dataset: Dataset, a: str, b: str, relation: Relation
) -> tuple[Discard | SetValue, ...]:
    """Return the change that takes back what :func:`decided` wrote, if it still stands there."""
    record, key = dataset.recommendations.get(a), Key("recommendation", a)
    if record is None or b not in getattr(record.links, relation):
        return ()
    if record.links == Links(**{relation: (b,)}):
        return (SetValue(key, ("links",), None),)  # as it was, without an empty mapping
    return (Discard(key, ("links", relation), b),)
