"""Recommendations as asks: each ask once, with everyone who made it and what was answered.

What the links ``same_as`` and ``repeats`` join, in any chain, is one ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from anbefal.analysis.asked_by import asked_by
from anbefal.analysis.followup import grades_of, standing
from anbefal.documents.citations import Citation, Citer
from anbefal.documents.updates import told
from anbefal.model.asking import Asking
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation, Track
from anbefal.wording import Wording


@dataclass(frozen=True)
class Ask:
    """One ask.

    Attributes:
        number: From 1, in the order of the document.
        wording: What is asked for.
        own_words: Our own words beside an official wording, or an empty text.
        language: The language of the wording.
        official: Whether it is the official wording; else it is our own words.
        verified: Whether all its records of this kind were compared with the official documents.
        citation: The record whose wording is shown: the newest of those that repeat each other.
        same: The other records of the same ask that none of them repeats.
        repeats: The earlier records that they repeat.
        asked_by: Every body that makes it with its years, earlier and later cycles among them, as
            a list in words; empty for a concern.
        ministries: Short names of the ministries that answer, as the sources have it.
        position: What the state answered in the UPR.
        deadline: The committee's own deadline for follow-up.
        reported: What the state says was done; empty where nothing is recorded.
        assessed: What others say; empty where nothing is recorded.
    """

    number: int
    wording: str
    own_words: str
    language: Language
    official: bool
    verified: bool
    citation: Citation
    same: tuple[Citation, ...]
    repeats: tuple[Citation, ...]
    asked_by: str
    ministries: tuple[str, ...]
    position: tuple[str, ...]
    deadline: tuple[str, ...]
    reported: tuple[str, ...]
    assessed: tuple[str, ...]


@dataclass(frozen=True)
class AskedBy:
    """An ask with the records that it was made from, which no template sees.

    Attributes:
        ask: The ask, in words.
        records: The records of its kind, the one whose wording is shown first.
        askings: Who makes it, and in which cycles.
    """

    ask: Ask
    records: tuple[Recommendation, ...]
    askings: tuple[Asking, ...]


class AskBuilder:
    """Makes asks from records, numbering them as they come.

    Args:
        dataset: The repository.
        citer: Cites records and numbers sources.
        words: The document's language.
        today: The day that deadlines are measured from.
    """

    def __init__(self, dataset: Dataset, citer: Citer, words: Wording, today: date | None) -> None:
        self._dataset = dataset
        self._citer = citer
        self._words = words
        self._today = today
        self._done: set[str] = set()
        self._last = 0

    def build(self, records: Iterable[Recommendation]) -> tuple[AskedBy, ...]:
        """Return the asks of records, each where its first record stands.

        Its wording is that of the first record, or the newest of the records that repeat it.
        Numbers go on from one call to the next, and no record stands in two asks.
        """
        asks: list[AskedBy] = []
        offered = {record.id: record for record in records}
        for record in offered.values():
            if record.id not in self._done:
                group = self._group(_newest(self._dataset, record, offered))
                self._done.update(one.id for one in group)
                self._last += 1
                askings = asked_by(self._dataset, [one.id for one in group])
                asks.append(AskedBy(self._ask(self._last, group, askings), group, askings))
        return tuple(asks)

    def _group(self, record: Recommendation) -> tuple[Recommendation, ...]:
        family = self._dataset.links.family(record.id)
        others = (self._dataset.recommendations[one] for one in family if one != record.id)
        return (record, *(one for one in others if one.kind == record.kind))

    def _ask(
        self, number: int, group: tuple[Recommendation, ...], askings: tuple[Asking, ...]
    ) -> Ask:
        first = group[0]
        earlier = self._repeated(group)
        wording = first.text or first.summary
        assert wording is not None  # noqa: S101 - the model demands one of them
        language, words = wording.choose(self._words.language)
        return Ask(
            number=number,
            wording=words,
            own_words=self._own_words(first),
            language=language,
            official=first.text is not None,
            verified=all(record.provenance.verified for record in group),
            citation=self._citer.cite(first),
            same=self._cited(record for record in group[1:] if record.id not in earlier),
            repeats=self._cited(earlier.values()),
            asked_by=self._citer.asked_by(askings),
            ministries=self._ministries(group),
            position=self._attributed(group, self._position),
            deadline=self._attributed(group, self._deadline),
            reported=self._attributed(group, lambda record: self._said(record, "reported")),
            assessed=self._attributed(
                group, lambda record: [*self._said(record, "assessed"), *self._grades(record)]
            ),
        )

    def _own_words(self, record: Recommendation) -> str:
        if record.text is None or record.summary is None:
            return ""
        return record.summary.within(self._words.language)

    def _ministries(self, group: tuple[Recommendation, ...]) -> tuple[str, ...]:
        ids = dict.fromkeys(one for record in group for one in record.ministries)
        return tuple(self._dataset.name_of_actor(one, self._words.language) for one in ids)

    def _attributed(
        self, group: tuple[Recommendation, ...], lines_of: Callable[[Recommendation], list[str]]
    ) -> tuple[str, ...]:
        """Return what was said of a group, saying of which record where not the same of all."""
        said = [(record, lines_of(record)) for record in group]
        if all(lines == said[0][1] for _, lines in said):
            return tuple(said[0][1])
        return tuple(
            self._words.say("attributed", who=self._citer.short(record), said=line)
            for record, lines in said
            for line in lines
        )

    def _cited(self, records: Iterable[Recommendation]) -> tuple[Citation, ...]:
        return tuple(self._citer.cite(record) for record in records)

    def _repeated(self, group: tuple[Recommendation, ...]) -> dict[str, Recommendation]:
        """Return what the records of a group repeat, of whatever kind, by id and in their order."""
        known, links = self._dataset.recommendations, self._dataset.links
        earlier = {one for record in group for one in links.repeats.get(record.id, ())}
        shown = group[0].id
        return {one: known[one] for one in sorted(earlier) if one in known and one != shown}

    def _position(self, record: Recommendation) -> list[str]:
        position = record.state_position
        if position is None:
            return []
        value = self._words.position[position.value]
        if position.date is None:
            return [self._words.say("position", value=value)]
        return [
            self._words.say("position_dated", value=value, date=self._words.date(position.date))
        ]

    def _deadline(self, record: Recommendation) -> list[str]:
        follow_up = record.follow_up
        if follow_up is None:
            return []
        if follow_up.due is None:
            return [self._words.say("deadline_unknown")]
        key = "deadline_passed" if follow_up.due.is_over(self._today) else "deadline"
        return [self._words.say(key, date=self._words.date(follow_up.due))]

    def _said(self, record: Recommendation, track: Track) -> list[str]:
        log = standing(record.status, track)
        return [told(self._dataset, self._words, update) for update in log]

    def _grades(self, record: Recommendation) -> list[str]:
        by = self._citer.body(record)
        return [
            self._words.say("grade", by=by, date=self._words.date(g.date), value=g.value)
            if g.date
            else self._words.say("grade_undated", by=by, value=g.value)
            for g in grades_of(record)
        ]


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
