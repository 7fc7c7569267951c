"""Deciding how two recommendations stand to each other, as changes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from anbefal.analysis.duplicates import suggesting
from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.pairs import Pair
from anbefal.analysis.linking import Relation
from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Discard, SetValue
from anbefal.model.recommendation import Links, Recommendation
from anbefal.model.vocabulary import Actor


class Standing(Enum):
    """What became of a pair since somebody saw it."""

    OPEN = "nobody has decided, and both are as they were"
    DECIDED = "somebody has decided"
    GONE = "one of them is not there any more"
    CHANGED = "one of them says something else than it did, or says it elsewhere"


def standing(
    dataset: Dataset, decided: Decided, pair: Pair, seen: Mapping[str, Recommendation]
) -> Standing:
    """Return what became of a pair.

    Args:
        dataset: The records as they are now.
        decided: What their links say.
        pair: The pair.
        seen: Its records as somebody saw them, by id.
    """
    there = dataset.recommendations
    if not {pair.a, pair.b} <= there.keys():
        return Standing.GONE
    if decided.holds(pair.a, pair.b):
        return Standing.DECIDED
    same = all(is_seen(there[one], seen[one]) for one in (pair.a, pair.b))
    return Standing.OPEN if same else Standing.CHANGED


def is_seen(now: Recommendation, seen: Recommendation) -> bool:
    """Return whether a record is as it was in all that is shown to somebody who decides."""
    return now is seen or _shown(now) == _shown(seen)


def _shown(record: Recommendation) -> tuple[object, ...]:
    return (record.kind, record.text, record.summary, record.source, record.provenance)


def judged_anew(dataset: Dataset, pair: Pair, least: float) -> Pair | None:
    """Return what is thought of a pair now; ``None`` where it would not be suggested any more.

    Args:
        dataset: The records as they are now, both of the pair among them.
        pair: The pair as it was.
        least: The lowest score of a duplicate.
    """
    wanted = {Key("recommendation", one) for one in (pair.a, pair.b)}
    alone = Dataset(
        tuple(
            entry
            for entry in dataset.entries
            if entry.key in wanted or isinstance(entry.record, Actor)
        )
    )
    return next(iter(suggesting.suggest(alone, least=least).pairs), None)


def stands(dataset: Dataset, a: str, b: str, relation: Relation) -> bool:
    """Return whether a link stands in ``a``."""
    record = dataset.recommendations.get(a)
    return record is not None and b in getattr(record.links, relation)


def taken_back(
    dataset: Dataset, a: str, b: str, relation: Relation
) -> tuple[Discard | SetValue, ...]:
    """Return the change that takes a link out of ``a``; none where it does not stand there."""
    if not stands(dataset, a, b, relation):
        return ()
    key = Key("recommendation", a)
    if dataset.recommendations[a].links == Links(**{relation: (b,)}):
        return (SetValue(key, ("links",), None),)  # as it was, without an empty mapping
    return (Discard(key, ("links", relation), b),)
