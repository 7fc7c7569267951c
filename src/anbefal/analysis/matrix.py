"""What a body asked for, what was done, and who says so: for the next report to it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from anbefal.analysis.asked_by import asked_by
from anbefal.analysis.followup import grades_of, in_order
from anbefal.analysis.measures import HeldMeasure, held_measures
from anbefal.analysis.paragraphs import Numbering, numbering
from anbefal.model.asking import Asking
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Grade, Recommendation, Update

Said = TypeVar("Said", Update, Grade)


@dataclass(frozen=True)
class About(Generic[Said]):
    """An entry, and the recommendation that it is recorded on.

    Attributes:
        record: The row's own, or another that asks for the same.
        said: The entry of a log, or the grade.
    """

    record: Recommendation
    said: Said


@dataclass(frozen=True)
class MatrixRow:
    """One recommendation of the body.

    Attributes:
        record: The recommendation.
        reported: What the state has reported on it and on what asks for the same: its own entries
            first, each record's the oldest first.
        assessed: What others have said, in the same order.
        grades: The committees' grades, in the same order.
        repeats: The earlier records that it repeats, in order of ids.
        repeated_by: The later records that repeat it.
        elsewhere: Who else asks for it, and in which cycles; neither the record itself nor what it
            repeats or is repeated by is among them.
        measures: The measures of meetings and plans that address it or what asks for the same.
    """

    record: Recommendation
    reported: tuple[About[Update], ...]
    assessed: tuple[About[Update], ...]
    grades: tuple[About[Grade], ...]
    repeats: tuple[Recommendation, ...]
    repeated_by: tuple[Recommendation, ...]
    elsewhere: tuple[Asking, ...]
    measures: tuple[HeldMeasure, ...]


@dataclass(frozen=True)
class Cycle:
    """What the body asked for in one cycle.

    Attributes:
        year: The year of its documents, ``None`` for what has no date.
        rows: In the order of places, unknown ones last.
    """

    year: int | None
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class Matrix:
    """What a body asked for.

    Attributes:
        body: Its id.
        since: The first year that counts; ``None`` for all. What has no date is always there.
        cycles: The newest first, what has no date last.
        others: How many statements of the body ask for nothing and are left out.
    """

    body: str
    since: int | None
    cycles: tuple[Cycle, ...]
    others: int

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The rows of all cycles."""
        return tuple(row for cycle in self.cycles for row in cycle.rows)


def matrix(
    dataset: Dataset,
    body: str,
    since: int | None = None,
    wanted: Callable[[Recommendation], bool] | None = None,
) -> Matrix:
    """Return what a body asked for, with all that is recorded of it.

    Args:
        dataset: The repository.
        body: Id of the body.
        since: The first year that counts.
        wanted: Tells which recommendations to show; without it, all of them.
    """
    stated = [
        record
        for record in dataset.recommendations.values()
        if record.source.body == body
        and not (since and record.source.date and record.source.date.year < since)
        and (wanted is None or wanted(record))
    ]
    measures = tuple(held_measures(dataset))
    asked = sorted((r for r in stated if r.kind == "recommendation"), key=_place)
    years = list(dict.fromkeys(_year(record) for record in asked))
    cycles = [
        Cycle(year, tuple(_row(dataset, r, measures) for r in asked if _year(r) == year))
        for year in years
    ]
    return Matrix(body, since, tuple(cycles), len(stated) - len(asked))


def _year(record: Recommendation) -> int | None:
    return record.source.date.year if record.source.date else None


def _place(record: Recommendation) -> tuple[bool, int, bool, bool, Numbering, Numbering, str]:
    """Return what sorts records: the newest year first, then by document and place in it."""
    source, year = record.source, _year(record)
    where = source.paragraph or source.proposal
    return (
        year is None,
        -(year or 0),
        where is None,
        source.document is None,
        numbering(source.document or ""),
        numbering(where or ""),
        record.id,
    )


def _row(dataset: Dataset, record: Recommendation, measures: Iterable[HeldMeasure]) -> MatrixRow:
    links, known = dataset.links, dataset.recommendations
    family = links.family(record.id)
    others = (known[one] for one in family if one != record.id and one in known)
    same = (record, *(one for one in others if one.kind == "recommendation"))
    ids = {one.id for one in same}
    repeats = _known(dataset, links.repeats.get(record.id, ()))
    repeated_by = _known(dataset, links.repeated_by.get(record.id, ()))
    named = {one.id for one in (record, *repeats, *repeated_by)}
    return MatrixRow(
        record=record,
        reported=tuple(About(one, u) for one in same for u in in_order(one.status, "reported")),
        assessed=tuple(About(one, u) for one in same for u in in_order(one.status, "assessed")),
        grades=tuple(About(one, grade) for one in same for grade in grades_of(one)),
        repeats=repeats,
        repeated_by=repeated_by,
        elsewhere=tuple(_without(named, asked_by(dataset, [record.id]))),
        measures=tuple(one for one in measures if not ids.isdisjoint(one.measure.addresses)),
    )


def _known(dataset: Dataset, ids: Iterable[str]) -> tuple[Recommendation, ...]:
    return tuple(dataset.recommendations[one] for one in ids if one in dataset.recommendations)


def _without(named: Container[str], askings: Iterable[Asking]) -> Iterator[Asking]:
    for asking in askings:
        others = tuple(one for one in asking.records if one.id not in named)
        if others:
            yield replace(asking, records=others)
