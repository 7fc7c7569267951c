"""Who owes what: asks without a report, measures and deadlines that have passed, old records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from anbefal.analysis.asks import Ask, Reach, asks, reach_of
from anbefal.analysis.followup import grades_of, in_order, latest, latest_said
from anbefal.analysis.hints import SOON
from anbefal.analysis.measures import HeldMeasure, held_measures, is_done, is_overdue
from anbefal.analysis.owed import (
    Deadline,
    DeadlineState,
    Filters,
    OpenMeasure,
    Overdue,
    Overview,
    Stale,
    Unreported,
)
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Grade, Recommendation, Update


def overview(dataset: Dataset, filters: Filters | None = None) -> Overview:
    """Return who owes what, as of the dataset's reference date.

    Args:
        dataset: The repository.
        filters: What it is narrowed to; without it, nothing is left out.
    """
    filters, today = filters or Filters(), dataset.reference_date
    all_asks = asks(dataset)
    picked = [
        (record, reach)
        for record, reach in _picked(dataset, all_asks)
        if filters.let_through(reach)
    ]
    wanted = [ask for ask in all_asks if filters.let_through(ask.reach)]
    held = tuple(held_measures(dataset))
    measures = [one for one in held if filters.let_through(one.reach)]
    return Overview(
        today=today,
        filters=filters,
        asks=tuple(wanted),
        overdue=_overdue(measures, today),
        open_measures=_open(measures, today),
        unreported=_unreported(wanted, held),
        deadlines=_deadlines(picked, today),
        stale=_stale(wanted, today, dataset.settings.stale_after_days),
        undated=tuple(r for r, _ in picked if r.follow_up and not r.follow_up.due),
    )


def _overdue(measures: Iterable[HeldMeasure], today: date | None) -> tuple[Overdue, ...]:
    found = [
        Overdue(
            held=one,
            due=one.measure.due,
            days=(today - one.measure.due.last).days,
            reported=latest(one.measure.updates, "reported"),
            assessed=_found(one),
        )
        for one in measures
        if today and one.measure.due and is_overdue(one.measure, today)
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.held.id)))


def _found(held: HeldMeasure) -> Update | None:
    """Return what somebody independent said last, else that they found no report."""
    log = held.measure.updates
    return latest_said(log, "assessed") or latest(log, "assessed")


def _open(measures: Iterable[HeldMeasure], today: date | None) -> tuple[OpenMeasure, ...]:
    found = [
        OpenMeasure(
            held=one,
            due=one.measure.due,
            days=(one.measure.due.last - today).days if today and one.measure.due else None,
            reported=latest(one.measure.updates, "reported"),
            assessed=_found(one),
        )
        for one in measures
        if not is_done(one.measure) and not is_overdue(one.measure, today)
    ]
    return tuple(sorted(found, key=_how_soon))


def _how_soon(one: OpenMeasure) -> tuple[date, str]:
    return one.due.last if one.due else date.max, one.held.id


def _unreported(wanted: Iterable[Ask], measures: Iterable[HeldMeasure]) -> tuple[Unreported, ...]:
    found, following = [], _following(measures)
    for ask in wanted:
        log = tuple(update for record in ask.records for update in record.status)
        if latest_said(log, "reported"):
            continue
        silent = tuple(update for update in log if update.value == "no-report")
        grades = [(grade, record) for grade, record in _grades(ask) if grade.date] or _grades(ask)
        newest = max(grades, key=_grade_place, default=None)
        found.append(
            Unreported(
                ask=ask,
                looked_into=in_order(silent)[-1] if silent else None,
                assessed=latest_said(log, "assessed"),
                grade=(newest[1], newest[0]) if newest else None,
                promised=tuple(
                    {p.id: p for one in ask.ids for p in following.get(one, ())}.values()
                ),
            )
        )
    return tuple(sorted(found, key=_how_often))


def _following(measures: Iterable[HeldMeasure]) -> Mapping[str, list[HeldMeasure]]:
    """Return the id of a recommendation to the measures that follow it up."""
    found: defaultdict[str, list[HeldMeasure]] = defaultdict(list)
    for one in measures:
        for addressed in one.measure.addresses:
            found[addressed].append(one)
    return found


def _how_often(one: Unreported) -> tuple[int, int, tuple[str, ...]]:
    """Return what sorts asks: those of the most cycles first, then the longest asked for."""
    years = [asking.year for asking in one.ask.asked_by if asking.year is not None]
    return -len(one.ask.asked_by), min(years, default=date.max.year), one.ask.ids


def _grades(ask: Ask) -> list[tuple[Grade, Recommendation]]:
    return [(grade, record) for record in ask.records for grade in grades_of(record)]


def _grade_place(one: tuple[Grade, Recommendation]) -> tuple[date, str]:
    grade, record = one
    return grade.date.last if grade.date else date.min, record.id


def _picked(dataset: Dataset, all_asks: Iterable[Ask]) -> Iterator[tuple[Recommendation, Reach]]:
    """Yield what committees picked for follow-up, in order of ids, and whom it concerns.

    Who answers and the themes are those of the whole ask; the body is the one that waits.
    """
    ask_of = {dataset.links.family(ask.shown.id): ask for ask in all_asks}
    for record in dataset.recommendations.values():
        if record.follow_up:
            ask = ask_of.get(dataset.links.family(record.id))
            reach = ask.reach if ask else reach_of(record)
            body = (record.source.body,)
            yield record, Reach(reach.answers, body, reach.themes, reach.inferred)


def _deadlines(
    picked: Iterable[tuple[Recommendation, Reach]], today: date | None
) -> tuple[Deadline, ...]:
    found = []
    for record, reach in picked:
        due = record.follow_up.due if record.follow_up else None
        if today is None or due is None:
            continue
        grades, reported = grades_of(record), latest_said(record.status, "reported")
        days = (due.last - today).days
        if days < 0 and reported is None:
            state: DeadlineState = "graded" if grades else "passed"
        elif 0 <= days <= SOON:
            state = "near"
        else:
            continue
        found.append(Deadline(record, reach, due, days, state, reported, grades))
    return tuple(sorted(found, key=lambda one: (one.days, one.record.id)))


def _stale(wanted: Iterable[Ask], today: date | None, limit: int) -> tuple[Stale, ...]:
    newest = ((ask, _newest_entry(ask)) for ask in wanted)
    found = [
        Stale(ask, entry[0], (today - entry[0].last).days, entry[1], entry[2])
        for ask, entry in newest
        if today and entry and (today - entry[0].last).days > limit
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.ask.ids)))


def _newest_entry(ask: Ask) -> tuple[PartialDate, Recommendation, Update | Grade] | None:
    """Return the newest dated entry of an ask's records; of one day, the last in the file."""
    entries: list[tuple[PartialDate, Recommendation, Update | Grade]] = []
    for record in ask.records:
        entries += [(grade.date, record, grade) for grade in grades_of(record) if grade.date]
        entries += [(update.date, record, update) for update in in_order(record.status)]
    return max(reversed(entries), key=lambda one: (one[0].last, one[0].first), default=None)
