"""Asks: what the links ``same_as`` and ``repeats`` join, in any chain, is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.analysis.asked_by import asked_by
from anbefal.analysis.followup import is_assessed, latest_said
from anbefal.model.asking import Asking
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation, RecommendationKind, Update


@dataclass(frozen=True)
class Reach:
    """Whom something concerns; ids in all of it.

    Attributes:
        answers: Who answers, the one that leads first: ministries, or of a measure those who are
            to do it.
        bodies: The bodies that ask.
        themes: The themes, the main one first.
        inferred: Whether it was concluded who answers, not seen in a source.
    """

    answers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    inferred: bool = False

    @property
    def lead(self) -> str | None:
        """The one that leads among those who answer, ``None`` where nobody is recorded."""
        return self.answers[0] if self.answers else None


@dataclass(frozen=True)
class Ask:
    """One ask, or one concern: the records of one kind that links join.

    Attributes:
        records: The records that make it: those in question before the others, and among each the
            newest first.
        repeated: What they repeat, of whatever kind, by id, without the one that is shown.
        asked_by: Who asks for it, and in which cycles; concerns and requests for follow-up do not.
        reach: Whom it concerns. The ministry that leads is the first of the first record that
            names any.
    """

    records: tuple[Recommendation, ...]
    repeated: tuple[Recommendation, ...]
    asked_by: tuple[Asking, ...]
    reach: Reach

    @property
    def shown(self) -> Recommendation:
        """The record whose wording is shown: the newest of those in question."""
        return self.records[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its records, sorted."""
        return tuple(sorted(record.id for record in self.records))

    @property
    def others(self) -> tuple[Recommendation, ...]:
        """The records besides the one shown that none of them repeats."""
        repeated = {record.id for record in self.repeated}
        return tuple(record for record in self.records[1:] if record.id not in repeated)

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


def asks(dataset: Dataset) -> tuple[Ask, ...]:
    """Return every ask of a repository once, sorted by the first of its ids.

    Concerns and requests for follow-up are no asks.
    """
    records = dataset.recommendations.values()
    found = asks_made_by(dataset, (one for one in records if one.kind == "recommendation"))
    return tuple(sorted(found, key=lambda ask: ask.ids))


def asks_made_by(dataset: Dataset, records: Iterable[Recommendation]) -> tuple[Ask, ...]:
    """Return the asks and concerns that records make, each where the first of its records stands.

    The others of its family and kind belong to it, but the wording that is shown is that of the
    newest among the records that are in question here.

    Args:
        dataset: The repository.
        records: The records that are in question, of whatever kind.
    """
    found: dict[tuple[tuple[str, ...], RecommendationKind], dict[str, Recommendation]] = {}
    for record in records:
        group = found.setdefault((dataset.links.family(record.id), record.kind), {})
        group[record.id] = record
    return tuple(_ask(dataset, family, group) for (family, _), group in found.items())


def reach_of(record: Recommendation) -> Reach:
    """Return whom a record concerns, by itself."""
    return _reach([record], (record.source.body,))


def _ask(dataset: Dataset, family: tuple[str, ...], asked: dict[str, Recommendation]) -> Ask:
    first = _newest_first(dataset, asked.values())
    members = (dataset.recommendations[one] for one in family if one not in asked)
    rest = _newest_first(dataset, (one for one in members if one.kind == first[0].kind))
    records, askings = (*first, *rest), asked_by(dataset, family[:1])
    repeated = _repeated(dataset, records)
    return Ask(records, repeated, askings, _reach(records, (one.body for one in askings)))


def _newest_first(
    dataset: Dataset, records: Iterable[Recommendation]
) -> tuple[Recommendation, ...]:
    """Return records with the newest first; one that another of them repeats comes after it.

    A month or a year counts as its last day; of one day the first id comes first, and what has no
    date comes last.
    """
    found = {record.id: record for record in records}

    def age(record: Recommendation) -> tuple[bool, int, str]:
        is_repeated = not found.keys().isdisjoint(dataset.links.repeated_by.get(record.id, ()))
        day = record.source.date
        return is_repeated, -day.last.toordinal() if day else 0, record.id

    return tuple(sorted(found.values(), key=age))


def _repeated(dataset: Dataset, records: tuple[Recommendation, ...]) -> tuple[Recommendation, ...]:
    known, links = dataset.recommendations, dataset.links
    earlier = {one for record in records for one in links.repeats.get(record.id, ())}
    return tuple(known[one] for one in sorted(earlier) if one in known and one != records[0].id)


def _reach(records: Iterable[Recommendation], bodies: Iterable[str]) -> Reach:
    """Return whom records concern together, the first of them before the others."""
    records = tuple(records)
    leading = next((record for record in records if record.ministries), None)
    return Reach(
        answers=tuple(dict.fromkeys(one for record in records for one in record.ministries)),
        bodies=tuple(dict.fromkeys(bodies)),
        themes=tuple(dict.fromkeys(one for record in records for one in record.themes)),
        inferred=leading is not None and "ministries" in leading.provenance.inferred,
    )
