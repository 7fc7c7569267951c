"""Which recommendations a question is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from anbefal.analysis.followup import value_on
from anbefal.model.dataset import Dataset
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True)
class Selection:
    """Filters that a recommendation must all pass; an empty one lets everything through.

    Within one filter any of its words is enough.

    Attributes:
        bodies: Ids of bodies.
        themes: Ids of themes, as main theme or another.
        ministries: Ids of ministries that answer.
        groups: Whom it concerns.
        kinds: recommendation, concern, follow-up-request.
        reported: Newest status that the state reported; ``none`` for no report.
        assessed: Newest status that somebody independent assessed; ``graded`` where only the
            committee graded it, on its own scale; ``none`` for neither.
        years: Years of the source document.
        due_before: The committee's follow-up is due on this day or before.
        meetings: Ids of meetings that name it, or whose theme it has where they name none.
        verified: Whether a person compared it with the official document.
    """

    bodies: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    assessed: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    due_before: date | None = None
    meetings: tuple[str, ...] = ()
    verified: bool | None = None


def select(dataset: Dataset, selection: Selection) -> tuple[Recommendation, ...]:
    """Return the recommendations that pass every filter, sorted by id."""
    return tuple(_passing(dataset, selection))


def discussed_at(dataset: Dataset, meeting_id: str) -> frozenset[str]:
    """Return the recommendations of a meeting: those it names, else all of its theme."""
    meeting = dataset.meetings[meeting_id]
    if meeting.recommendations:
        return frozenset(meeting.recommendations)
    return frozenset(r.id for r in dataset.recommendations_by_theme.get(meeting.theme, ()))


def _passing(dataset: Dataset, selection: Selection) -> Iterator[Recommendation]:
    at_meetings = frozenset(
        one for meeting in selection.meetings for one in discussed_at(dataset, meeting)
    )
    for record in dataset.recommendations.values():
        if selection.meetings and record.id not in at_meetings:
            continue
        if _matches_words(record, selection) and _matches_rest(record, selection):
            yield record


def _matches_words(record: Recommendation, selection: Selection) -> bool:
    wanted_and_held = (
        (selection.bodies, (record.source.body,)),
        (selection.themes, record.themes),
        (selection.ministries, record.ministries),
        (_composed(selection.groups), _composed(record.groups)),
        (selection.kinds, (record.kind,)),
        (selection.reported, (value_on(record, "reported") or "none",)),
        (selection.assessed, (value_on(record, "assessed") or _unassessed(record),)),
    )
    return all(not wanted or set(wanted) & set(held) for wanted, held in wanted_and_held)


def _unassessed(record: Recommendation) -> str:
    graded = record.follow_up is not None and record.follow_up.grades
    return "graded" if graded else "none"


def _composed(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(composed(name) for name in names)


def _matches_rest(record: Recommendation, selection: Selection) -> bool:
    source_date = record.source.date
    if selection.years and (source_date is None or source_date.year not in selection.years):
        return False
    if selection.due_before is not None:
        due = record.follow_up.due if record.follow_up else None
        if due is None or due.last > selection.due_before:
            return False
    return selection.verified in {None, record.provenance.verified}
