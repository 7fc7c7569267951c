"""Who assessed in a round, what each left open, and where a minority sees it otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.analysis.prioritisation import RankedItem, Ranking
from anbefal.analysis.values import assessments_in
from anbefal.model.assessment import ScoreEntry
from anbefal.model.dataset import Dataset


@dataclass(frozen=True)
class LeftOpen:
    """What an assessor gave no value, own or inherited.

    Attributes:
        assessor: Id of the assessor.
        given: How many values they gave, of items times criteria.
        possible: How many there could be.
        items: Ids of the items that got no value at all, in order of rank.
        criteria: Criterion and on how many of the other items it was left open, where on any; in
            the order of the criteria.
    """

    assessor: str
    given: int
    possible: int
    items: tuple[str, ...]
    criteria: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Dissent:
    """A minority view inside an assessor.

    Attributes:
        assessor: Id of the assessor.
        item: Id of the theme or recommendation.
        words: The view, in their words.
    """

    assessor: str
    item: str
    words: str


def is_thin(ranking: Ranking, item: RankedItem) -> bool:
    """Return whether an item's score rests on fewer than half of the values it could have.

    It could have one from every assessor of the round on every criterion.
    """
    given = sum(len(values) for values in item.values.values())
    return 2 * given < len(ranking.assessors) * len(ranking.criteria.criteria)


def left_open(ranking: Ranking) -> tuple[LeftOpen, ...]:
    """Return what each assessor of the round left open, sorted by assessor."""
    given = _given(ranking)
    return tuple(_left_open(ranking, one, given[one]) for one in ranking.assessors)


def _given(ranking: Ranking) -> dict[str, dict[str, set[str]]]:
    """Return assessor to item to the criteria on which the assessor gave it a value."""
    found: dict[str, dict[str, set[str]]] = {
        assessor: {item.id: set() for item in ranking.items} for assessor in ranking.assessors
    }
    for item in ranking.items:
        for criterion, values in item.values.items():
            for value in values:
                found[value.assessor][item.id].add(criterion)
    return found


def _left_open(ranking: Ranking, assessor: str, given: dict[str, set[str]]) -> LeftOpen:
    criteria = [criterion.id for criterion in ranking.criteria.criteria]
    begun = [found for found in given.values() if found]
    missing = {one: sum(one not in found for found in begun) for one in criteria}
    return LeftOpen(
        assessor=assessor,
        given=sum(map(len, begun)),
        possible=len(ranking.items) * len(criteria),
        items=tuple(item for item, found in given.items() if not found),
        criteria=tuple((one, number) for one, number in missing.items() if number),
    )


def dissents(dataset: Dataset, ranking: Ranking) -> tuple[Dissent, ...]:
    """Return the minority views on ranked items and on their theme, in order of rank.

    They are shown as they are: no score knows of them.
    """
    rank = {item.id: place for place, item in enumerate(ranking.items)}
    if ranking.theme:
        rank.setdefault(ranking.theme, -1)
    found = [
        Dissent(assessment.assessor, item, entry.dissent)
        for assessment in assessments_in(dataset, ranking.round)
        if assessment.assessor in ranking.assessors
        for entry, item in _of_level(ranking, assessment.scores)
        if entry.dissent and item in rank
    ]
    return tuple(sorted(found, key=lambda one: (rank[one.item], one.item, one.assessor)))


def _of_level(ranking: Ranking, entries: Iterable[ScoreEntry]) -> Iterable[tuple[ScoreEntry, str]]:
    """Return the entries about items of the ranking, or about its theme, with what they are on."""
    for entry in entries:
        if entry.recommendation and ranking.level == "recommendation":
            yield entry, entry.recommendation
        if entry.theme and (ranking.level == "theme" or entry.theme == ranking.theme):
            yield entry, entry.theme
