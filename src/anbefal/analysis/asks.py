"""Asks: what the links ``same_as`` and ``repeats`` join, in any chain, is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.analysis.asked_by import asked_by
from anbefal.model.asking import Asking
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation


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
    """One ask.

    Attributes:
        records: The recommendations that make it, the newest first; one that another of them
            repeats comes after it. Concerns and requests for follow-up are none.
        asked_by: Who makes it, and in which cycles.
        reach: Whom it concerns. The ministry that leads is the first of the newest record that
            names any.
    """

    records: tuple[Recommendation, ...]
    asked_by: tuple[Asking, ...]
    reach: Reach

    @property
    def newest(self) -> Recommendation:
        """The newest of its records."""
        return self.records[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its records, sorted."""
        return tuple(sorted(record.id for record in self.records))


def asks(dataset: Dataset) -> tuple[Ask, ...]:
    """Return every ask of a repository once, sorted by the first of its ids."""
    families = {
        dataset.links.family(record.id)
        for record in dataset.recommendations.values()
        if record.kind == "recommendation"
    }
    found = (_ask(dataset, family) for family in families)
    return tuple(sorted(found, key=lambda ask: ask.ids))


def reach_of(record: Recommendation) -> Reach:
    """Return whom a record concerns, by itself."""
    return _reach([record], (record.source.body,))


def _ask(dataset: Dataset, family: tuple[str, ...]) -> Ask:
    members = (dataset.recommendations[one] for one in family)
    made = [record for record in members if record.kind == "recommendation"]
    records = sorted(made, key=lambda record: _age(dataset, family, record))
    askings = asked_by(dataset, family[:1])
    return Ask(tuple(records), askings, _reach(records, (one.body for one in askings)))


def _reach(records: list[Recommendation], bodies: Iterable[str]) -> Reach:
    """Return whom records concern together, the first of them before the others."""
    leading = next((record for record in records if record.ministries), None)
    return Reach(
        answers=tuple(dict.fromkeys(one for record in records for one in record.ministries)),
        bodies=tuple(dict.fromkeys(bodies)),
        themes=tuple(dict.fromkeys(one for record in records for one in record.themes)),
        inferred=leading is not None and "ministries" in leading.provenance.inferred,
    )


def _age(
    dataset: Dataset, family: tuple[str, ...], record: Recommendation
) -> tuple[bool, int, str]:
    """Return what sorts the records of a family, the newest first."""
    is_repeated = not set(dataset.links.repeated_by.get(record.id, ())).isdisjoint(family)
    day = record.source.date
    return is_repeated, -day.last.toordinal() if day else 0, record.id
