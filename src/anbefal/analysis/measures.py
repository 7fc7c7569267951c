"""Measures, wherever they stand: promised at a meeting or listed in a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from anbefal.analysis.asks import Reach
from anbefal.analysis.followup import in_order, latest, latest_said
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Update

_DONE = frozenset({"implemented", "no-longer-relevant"})
"""What a report says of a measure that nobody waits for any more."""


@dataclass(frozen=True)
class HeldMeasure:
    """A measure, and the meeting or plan that it stands in.

    Attributes:
        holder: The meeting or plan.
        measure: The measure.
        reach: Whom it concerns: those who are to do it, and bodies and themes of what it addresses.
    """

    holder: Meeting | Plan
    measure: Measure
    reach: Reach

    @property
    def id(self) -> str:
        """Its id with that of the meeting or plan, as commands take it: ``2022-vold/veileder``."""
        return f"{self.holder.id}/{self.measure.id}"


def held_measures(dataset: Dataset) -> Iterator[HeldMeasure]:
    """Yield every measure: of meetings, then of plans, each in order of ids and of the file."""
    for meeting in dataset.meetings.values():
        for measure in meeting.commitments:
            yield HeldMeasure(meeting, measure, _reach(dataset, measure, meeting.theme))
    for plan in dataset.plans.values():
        for measure in plan.measures:
            yield HeldMeasure(plan, measure, _reach(dataset, measure, None))


def is_done(measure: Measure) -> bool:
    """Return whether the newest report says that it is done, or that it has lost its object."""
    said = latest_said(measure.updates, "reported")
    return said is not None and said.value in _DONE


def is_overdue(measure: Measure, today: date | None) -> bool:
    """Return whether its day has passed and it is not reported to be done.

    Args:
        measure: The measure.
        today: The day to measure from; without one, nothing is overdue.
    """
    return measure.due is not None and measure.due.is_over(today) and not is_done(measure)


def answers_differ(measure: Measure) -> bool:
    """Return whether those who reported on it say different things, each by their newest entry."""
    newest: dict[str, Update] = {update.by: update for update in in_order(measure.updates)}
    reported = [latest(_by(measure, by), "reported") for by in newest]
    return len({update.value for update in reported if update}) > 1


def _by(measure: Measure, actor: str) -> tuple[Update, ...]:
    return tuple(update for update in measure.updates if update.by == actor)


def _reach(dataset: Dataset, measure: Measure, theme: str | None) -> Reach:
    known = dataset.recommendations
    addressed = [known[one] for one in measure.addresses if one in known]
    themes = [theme, *(one for record in addressed for one in record.themes)]
    return Reach(
        answers=tuple(dict.fromkeys(measure.responsible)),
        bodies=tuple(dict.fromkeys(record.source.body for record in addressed)),
        themes=tuple(dict.fromkeys(one for one in themes if one)),
    )
