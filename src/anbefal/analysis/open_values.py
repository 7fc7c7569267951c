"""What an assessor has to give values to, in which order, and how far they have come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from anbefal.analysis.values import Level
from anbefal.model.assessment import Assessment, ScoreEntry
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import CriteriaSet

_LAST_LETTERS = str.maketrans({"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|"})
"""What sorts as the last letters of the Norwegian alphabet do: after z, and in this order."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that an assessor gives values to.

    Attributes:
        level: What it is.
        id: Its id.
    """

    level: Level
    id: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an assessor has come.

    Attributes:
        items: How many items there are.
        done: How many of them have a value on every criterion.
        values: How many values there can be: items times criteria.
        given: How many of them are given.
    """

    items: int
    done: int
    values: int
    given: int


def items_to_score(
    dataset: Dataset,
    language: Language,
    themes: Collection[str] | None = None,
    *,
    recommendations: bool = False,
) -> tuple[Item, ...]:
    """Return themes by name, and recommendations by id, each after the first of its themes here.

    Args:
        dataset: The repository.
        language: The language of the names that themes are sorted by.
        themes: Ids of the only themes; all where it is ``None``.
        recommendations: Whether what bodies ask for is scored as well. What is on no theme stands
            last, where no themes are named; concerns are no asks.
    """
    chosen = [one for one in dataset.themes if themes is None or one in themes]
    chosen.sort(key=lambda one: (_alphabetical(dataset.name_of_theme(one, language)), one))
    if not recommendations:
        return tuple(Item("theme", one) for one in chosen)
    below: dict[str | None, list[Item]] = {one: [] for one in chosen}
    for record in dataset.recommendations.values():
        if record.kind == "recommendation":
            place = _first_theme(record, below)
            below.setdefault(place, []).append(Item("recommendation", record.id))
    items = [item for one in chosen for item in (Item("theme", one), *below[one])]
    return tuple(items if themes is not None else [*items, *below.get(None, ())])


def _first_theme(record: Recommendation, chosen: Collection[str | None]) -> str | None:
    return next((theme for theme in record.themes if theme in chosen), None)


def _alphabetical(name: str) -> str:
    return name.casefold().translate(_LAST_LETTERS)


def open_criteria(
    assessment: Assessment | None, criteria: CriteriaSet, items: Iterable[Item]
) -> Mapping[Item, tuple[str, ...]]:
    """Return each item's criteria without a value of the assessor's own, in their order."""
    entries = entries_by_item(assessment)
    return {
        item: tuple(
            criterion.id
            for criterion in criteria.criteria
            if item not in entries or entries[item].values.get(criterion.id) is None
        )
        for item in items
    }


def progress(
    assessment: Assessment | None, criteria: CriteriaSet, items: Sequence[Item]
) -> Progress:
    """Return how many items and values are done; only the assessor's own values count."""
    still_open = [len(left) for left in open_criteria(assessment, criteria, items).values()]
    values = len(still_open) * len(criteria.criteria)
    return Progress(
        items=len(still_open),
        done=still_open.count(0),
        values=values,
        given=values - sum(still_open),
    )


def begun_last(assessment: Assessment | None) -> Item | None:
    """Return the item that was begun last: a new entry is added at the end."""
    return next(reversed(entries_by_item(assessment)), None)


def entries_by_item(assessment: Assessment | None) -> dict[Item, ScoreEntry]:
    """Return what an assessment says, by item; of two entries about one item the first."""
    entries: dict[Item, ScoreEntry] = {}
    for entry in assessment.scores if assessment else ():
        item = Item("theme", entry.theme) if entry.theme else None
        entries.setdefault(item or Item("recommendation", str(entry.recommendation)), entry)
    return entries
