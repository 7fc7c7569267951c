"""What has happened, by date: everything dated in the data that readers of what is new ask for.

What happened to several records of one document on one date is one happening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from anbefal.analysis.measures import held_measures
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Grade, Recommendation, StatePosition, Update

HappeningKind = Literal[
    "held",
    "cancelled",
    "asked",
    "made",
    "answered",
    "graded",
    "passed",
    "reported",
    "assessed",
    "measure",
    "due",
    "plan",
]
"""What can happen.

- ``held``, ``cancelled``, ``asked``: a meeting was held, was called off, or was asked for. When it
  was called off is not recorded: the date is the one that it was to be held on.
- ``made``: a body made recommendations, voiced concerns, or asked for reports.
- ``answered``: the state said whether it supports them.
- ``graded``: a committee graded the follow-up.
- ``passed``: a committee's deadline has passed.
- ``reported``, ``assessed``: somebody reported on recommendations, or judged them.
- ``measure``: somebody reported on a measure, or judged it.
- ``due``: the day by which a measure was to be done has passed.
- ``plan``: a plan was decided.
"""

_ORDER: tuple[HappeningKind, ...] = get_args(HappeningKind)
"""The order of what happened on one date."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened.

    Attributes:
        date: When; a month or a year where no more is known.
        kind: What.
        records: The records that it happened to, by id; of a held meeting those it took up.
        holder: The meeting or plan.
        measure: The measure.
        update: What was reported or found; of several records, the entry of the first of them.
        grade: The committee's grade, which all the records got.
        answer: The state's answer to the first of the records.
    """

    date: PartialDate
    kind: HappeningKind
    records: tuple[Recommendation, ...] = ()
    holder: Meeting | Plan | None = None
    measure: Measure | None = None
    update: Update | None = None
    grade: Grade | None = None
    answer: StatePosition | None = None


def happenings(dataset: Dataset) -> tuple[Happening, ...]:
    """Return everything that happened, the newest first.

    What is known to the month or the year only counts as its last day, and stands before what has
    a day in it. Deadlines have passed that surely lie before the reference date.
    """
    found = [*_of_records(dataset), *_of_measures(dataset), *_of_meetings(dataset)]
    found += [
        Happening(plan.decided, "plan", holder=plan)
        for plan in dataset.plans.values()
        if plan.decided
    ]
    return tuple(sorted(found, key=newest_first))


def newest_first(one: Happening) -> tuple[int, int, int, tuple[str, ...]]:
    """Return what sorts happenings: years and months before the days that end them."""
    holder = [one.holder.id] if one.holder else []
    ids = (*holder, *(record.id for record in one.records))
    newest = -one.date.last.toordinal(), one.date.first.toordinal()
    return *newest, _ORDER.index(one.kind), ids


def year_only_last(one: Happening) -> tuple[int, bool]:
    """Return what sorts happenings that are sorted: of each year those of no known month last.

    Among a few of the newest, what is only known to be of this year would stand before what surely
    happened last.
    """
    return -one.date.year, one.date.month is None


def _of_records(dataset: Dataset) -> Iterator[Happening]:
    """Yield what happened to records, those of one document, date and matter as one."""
    groups: defaultdict[tuple[Any, ...], list[tuple[Recommendation, Happening]]] = defaultdict(list)
    for record in dataset.recommendations.values():
        for one, same in _of_record(dataset, record):
            groups[one.date, one.kind, *same].append((record, one))
    for group in groups.values():
        records = tuple({record.id: record for record, _ in group}.values())
        first = group[0][1]
        yield Happening(
            first.date,
            first.kind,
            records,
            update=first.update,
            grade=first.grade,
            answer=first.answer,
        )


def _of_record(
    dataset: Dataset, record: Recommendation
) -> Iterator[tuple[Happening, tuple[str | None, ...]]]:
    """Yield what happened to a record, each with what others must share to be the same."""
    source, follow_up = record.source, record.follow_up
    document = source.body, source.document
    if source.date:
        yield Happening(source.date, "made"), (*document, record.kind)
    answer = record.state_position
    if answer and answer.date:
        yield Happening(answer.date, "answered", answer=answer), (*document, answer.value)
    for grade in follow_up.grades if follow_up else ():
        if grade.date:
            given = grade.scale, grade.value, grade.document
            yield Happening(grade.date, "graded", grade=grade), (*document, *given)
    due = follow_up.due if follow_up else None
    if due and due.is_over(dataset.reference_date):
        yield Happening(due, "passed"), document
    for update in record.status:
        yield (
            Happening(update.date, update.track, update=update),
            (update.track, update.by, update.value),
        )


def _of_measures(dataset: Dataset) -> Iterator[Happening]:
    for held in held_measures(dataset):
        holder, measure = held.holder, held.measure
        if measure.due and measure.due.is_over(dataset.reference_date):
            yield Happening(measure.due, "due", holder=holder, measure=measure)
        for update in measure.updates:
            yield Happening(update.date, "measure", holder=holder, measure=measure, update=update)


def _of_meetings(dataset: Dataset) -> Iterator[Happening]:
    known = dataset.recommendations
    for meeting in dataset.meetings.values():
        taken_up = dict.fromkeys(meeting.recommendations)
        records = tuple(known[one] for one in taken_up if one in known)
        if meeting.requested_on:
            yield Happening(meeting.requested_on, "asked", holder=meeting)
        if meeting.date and meeting.state == "held":
            yield Happening(meeting.date, "held", records, holder=meeting)
        if meeting.date and meeting.state == "cancelled":
            yield Happening(meeting.date, "cancelled", holder=meeting)


def by_month(found: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return what happened with the reports of a month, and the assessments, taken together.

    Those are one that are by the same actor and say the same; so a page of very many stays legible.
    """
    groups: defaultdict[tuple[Any, ...], list[Happening]] = defaultdict(list)
    for number, one in enumerate(found):
        key: tuple[Any, ...] = (number,)
        if one.update and one.measure is None:
            key = one.kind, one.date.year, one.date.month, one.update.by, one.update.value
        groups[key].append(one)
    return tuple(sorted(map(_joined, groups.values()), key=newest_first))


def _joined(group: list[Happening]) -> Happening:
    first = group[0]
    if len(group) == 1:
        return first
    records = {record.id: record for one in group for record in one.records}
    month = PartialDate(first.date.year, first.date.month)
    return replace(first, date=month, records=tuple(records[one] for one in sorted(records)))
