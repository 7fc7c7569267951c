"""Measures, wherever they stand: promised in a meeting or listed in a plan."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Steps
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.meeting import Measure, Meeting, Plan

Holder = Entry[Meeting] | Entry[Plan]


def measures_of(dataset: Dataset) -> Iterator[tuple[Holder, Steps, Measure]]:
    """Yield every measure with the record that holds it and where in it."""
    for meeting in dataset.entries_of(Meeting):
        for number, measure in enumerate(meeting.record.commitments):
            yield meeting, ("commitments", number), measure
    for plan in dataset.entries_of(Plan):
        for number, measure in enumerate(plan.record.measures):
            yield plan, ("measures", number), measure
