"""Measures, wherever they stand: promised at a meeting or listed in a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from anbefal.analysis.asks import Reach
from anbefal.analysis.followup import in_order, latest_said, perhaps_last_said, silence_since
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Measure, Meeting, Plan

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
        for measure in promises_of(meeting):
            yield HeldMeasure(meeting, measure, _reach(dataset, measure, meeting.theme))
    for plan in dataset.plans.values():
        for measure in plan.measures:
            yield HeldMeasure(plan, measure, _reach(dataset, measure, None))


def promises_of(meeting: Meeting) -> tuple[Measure, ...]:
    """Return what was promised at a meeting; nothing was at one that was not held."""
    return meeting.commitments if meeting.state == "held" else ()


def is_done(measure: Measure) -> bool:
    """Return whether the newest report says that it is done, or that it has lost its object.

    Where it is not sure which report is the newest, each that may be must say so.
    """
    said = perhaps_last_said(measure.updates, "reported")
    return bool(said) and all(update.value in _DONE for update in said)


def is_contested(measure: Measure) -> bool:
    """Return whether it is reported to be done, and somebody independent leaves that in doubt.

    Either what was assessed last is something else, or it was found later that nobody reports.
    """
    if not is_done(measure):
        return False
    judged = perhaps_last_said(measure.updates, "assessed")
    is_judged_open = any(update.value not in _DONE for update in judged)
    return is_judged_open or silence_since(measure.updates) is not None


def is_overdue(measure: Measure, today: date | None) -> bool:
    """Return whether its day has passed and it is surely not reported to be done.

    Where it is not sure which report is the newest, it is overdue only if none of those that may
    be says that it is done.

    Args:
        measure: The measure.
        today: The day to measure from; without one, nothing is overdue.
    """
    if measure.due is None or not measure.due.is_over(today):
        return False
    said = perhaps_last_said(measure.updates, "reported")
    return not any(update.value in _DONE for update in said)


def is_perhaps_overdue(measure: Measure, today: date | None) -> bool:
    """Return whether its day has passed and it is not sure that the newest report says it is done.

    Args:
        measure: The measure.
        today: The day to measure from; without one, no day has passed.
    """
    is_over = measure.due is not None and measure.due.is_over(today)
    return is_over and not is_done(measure) and not is_overdue(measure, today)


def answers_differ(measure: Measure) -> bool:
    """Return whether those who reported on it say different things, each by their newest entry.

    A later finding that nobody reports is no answer.
    """
    said = latest_said(measure.updates, "reported")
    answers: dict[str, str] = {}
    for update in in_order(measure.updates, "reported"):
        is_silence = said and update.value == "no-report" and said.date.surely_before(update.date)
        if not is_silence:
            answers[update.by] = update.value
    return len(set(answers.values())) > 1


def _reach(dataset: Dataset, measure: Measure, theme: str | None) -> Reach:
    known = dataset.recommendations
    addressed = [known[one] for one in measure.addresses if one in known]
    themes = [theme, *(one for record in addressed for one in record.themes)]
    return Reach(
        answers=tuple(dict.fromkeys(measure.responsible)),
        bodies=tuple(dict.fromkeys(record.source.body for record in addressed)),
        themes=tuple(dict.fromkeys(one for one in themes if one)),
    )
