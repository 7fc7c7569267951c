"""Recommendations as asks: each ask once, with everyone who made it.

What the links ``same_as`` and ``repeats`` join, in any chain, is one ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from anbefal.analysis.asked_by import asked_by
from anbefal.analysis.followup import is_assessed, latest_said
from anbefal.documents.content.blocks import Line
from anbefal.documents.content.sentences import numbers_line, sentence
from anbefal.model.asking import Asking
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation, Update
from anbefal.wording import Wording

ASK = "ask"
"""The anchor of asks and concerns."""


@dataclass(frozen=True)
class Ask:
    """One ask, or one concern, with the records that make it.

    Attributes:
        number: From 1, in the order of the document.
        records: The records of its kind, the one whose wording is shown first.
        earlier: The records that they repeat, by id, of whatever kind.
        askings: Who makes it, and in which cycles; empty for a concern.
    """

    number: int
    records: tuple[Recommendation, ...]
    earlier: tuple[Recommendation, ...]
    askings: tuple[Asking, ...]

    @property
    def shown(self) -> Recommendation:
        """The record whose wording is shown: the newest of those that repeat each other."""
        return self.records[0]

    @property
    def same(self) -> tuple[Recommendation, ...]:
        """The other records of the same ask that none of them repeats."""
        earlier = {record.id for record in self.earlier}
        return tuple(record for record in self.records[1:] if record.id not in earlier)

    @property
    def reports(self) -> tuple[Update, ...]:
        """What the state last said of each record, the newest last."""
        said = [latest_said(record.status, "reported") for record in self.records]
        return tuple(sorted((u for u in said if u), key=lambda u: (u.date.last, u.date.first)))

    @property
    def is_silent(self) -> bool:
        """Whether nothing is recorded on it: no report and no assessment of any record."""
        judged = any(is_assessed(record) for record in self.records)
        return not judged and not any(record.status for record in self.records)


def numbers_of(asks: Iterable[Ask]) -> dict[str, int]:
    """Return record id to the number of its ask; that of the later one where it has none."""
    asks = tuple(asks)
    numbers = {record.id: ask.number for ask in asks for record in ask.records}
    for ask in asks:
        for record in ask.earlier:
            numbers.setdefault(record.id, ask.number)
    return numbers


def asks_named(numbers: Iterable[int], words: Wording) -> Line:
    """Return numbers of asks as a list, each leading to its ask."""
    return numbers_line(numbers, ASK, words)


def said_of(numbers: Collection[int], key: str, words: Wording) -> Line:
    """Return a sentence on one ask or on several, with their numbers."""
    form = "one" if len(numbers) == 1 else "other"
    return sentence(words, f"{key}_{form}", numbers=asks_named(numbers, words))


class AskBuilder:
    """Makes asks of records, numbering them as they come.

    Args:
        dataset: The repository.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._done: set[str] = set()
        self._last = 0

    def build(self, records: Iterable[Recommendation]) -> tuple[Ask, ...]:
        """Return the asks of records, each where its first record stands.

        Its wording is that of the first record, or the newest of the records that repeat it.
        Numbers go on from one call to the next, and no record stands in two asks.
        """
        asks: list[Ask] = []
        offered = {record.id: record for record in records}
        for record in offered.values():
            if record.id not in self._done:
                group = self._group(_newest(self._dataset, record, offered))
                self._done.update(one.id for one in group)
                self._last += 1
                askings = asked_by(self._dataset, [one.id for one in group])
                asks.append(Ask(self._last, group, self._repeated(group), askings))
        return tuple(asks)

    def _group(self, record: Recommendation) -> tuple[Recommendation, ...]:
        family = self._dataset.links.family(record.id)
        others = (self._dataset.recommendations[one] for one in family if one != record.id)
        return (record, *(one for one in others if one.kind == record.kind))

    def _repeated(self, group: tuple[Recommendation, ...]) -> tuple[Recommendation, ...]:
        """Return what the records of a group repeat, of whatever kind, by id."""
        known, links = self._dataset.recommendations, self._dataset.links
        earlier = {one for record in group for one in links.repeats.get(record.id, ())}
        shown = group[0].id
        return tuple(known[one] for one in sorted(earlier) if one in known and one != shown)


def _newest(
    dataset: Dataset, record: Recommendation, offered: Mapping[str, Recommendation]
) -> Recommendation:
    """Return the newest of a record and those among the offered that repeat it, by any chain."""
    later = [
        offered[one]
        for one in _later(dataset, record.id)
        if one in offered and offered[one].kind == record.kind
    ]
    return max(later, key=lambda one: _newness(dataset, one, offered), default=record)


def _later(dataset: Dataset, one: str) -> set[str]:
    """Return the ids of all that repeats a record, by any chain, but not its own."""
    found: set[str] = set()
    waiting = [one]
    while waiting:
        new = set(dataset.links.repeated_by.get(waiting.pop(), ())) - found - {one}
        found |= new
        waiting += new
    return found


def _newness(
    dataset: Dataset, record: Recommendation, offered: Mapping[str, Recommendation]
) -> tuple[bool, date, str]:
    """Return what sorts records by how new they are; what another of them repeats comes first."""
    is_last = offered.keys().isdisjoint(dataset.links.repeated_by.get(record.id, ()))
    day = record.source.date
    return is_last, day.last if day else date.min, record.id
