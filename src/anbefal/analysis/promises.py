"""Measures, wherever they stand: promised at a meeting or listed in a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.analysis.asks import Reach
from anbefal.analysis.followup import latest_said
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Measure, Meeting, Plan

DONE = frozenset({"implemented", "no-longer-relevant"})
"""What a report says of a measure that nobody waits for any more."""


@dataclass(frozen=True)
class Promise:
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

    @property
    def is_done(self) -> bool:
        """Whether the newest report says that it is done, or that it has lost its object."""
        said = latest_said(self.measure.updates, "reported")
        return said is not None and said.value in DONE


def promises(dataset: Dataset) -> Iterator[Promise]:
    """Yield every measure: of meetings, then of plans, each in order of ids and of the file."""
    for meeting in dataset.meetings.values():
        for measure in meeting.commitments:
            yield Promise(meeting, measure, _reach(dataset, measure, meeting.theme))
    for plan in dataset.plans.values():
        for measure in plan.measures:
            yield Promise(plan, measure, _reach(dataset, measure, None))


def _reach(dataset: Dataset, measure: Measure, theme: str | None) -> Reach:
    known = dataset.recommendations
    addressed = [known[one] for one in measure.addresses if one in known]
    themes = [theme, *(one for record in addressed for one in record.themes)]
    return Reach(
        answers=tuple(dict.fromkeys(measure.responsible)),
        bodies=tuple(dict.fromkeys(record.source.body for record in addressed)),
        themes=tuple(dict.fromkeys(one for one in themes if one)),
    )
