"""How far the follow-up of some recommendations has come, on each of the two tracks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from anbefal.analysis.followup import grades_of, is_looked_into, perhaps_last_said
from anbefal.model.recommendation import Recommendation, StatusValue, Track

Reached = StatusValue | Literal["unsure", "graded", "nothing"]
"""What a track says last of a record: a status value, or

- ``unsure``: it is not sure which of several entries is the newest, and they differ.
- ``graded``: the committee has graded it on its own scale, and nobody else has assessed it.
- ``nothing``: nothing is recorded.
"""

_BEFORE: tuple[StatusValue, ...] = (
    "implemented",
    "partly-implemented",
    "in-progress",
    "not-started",
    "not-accepted",
    "contrary",
    "no-longer-relevant",
)
ORDER: tuple[Reached, ...] = (*_BEFORE, "unsure", "graded", "no-report", "nothing")
"""All of them, from the most done to what nothing is known of."""

assert set(ORDER) == {*get_args(StatusValue), "unsure", "graded", "nothing"}  # noqa: S101


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of some records have reached what.

    Attributes:
        total: How many records there are.
        reported: What the state says, to how many; in :data:`ORDER`, without those of none.
        assessed: What others find, in the same way.
        silent: On how many nothing is recorded: no report, no assessment, no grade, nor that
            anybody looked for a report.
    """

    total: int
    reported: Mapping[Reached, int]
    assessed: Mapping[Reached, int]
    silent: int

    @property
    def with_report(self) -> int:
        """On how many the state has reported."""
        return self.total - self.unreported

    @property
    def with_assessment(self) -> int:
        """How many others have judged, the committee among them."""
        return self.total - self.unassessed

    @property
    def unreported(self) -> int:
        """How many the state is not recorded to have reported anything on."""
        return self.reported.get("nothing", 0) + self.reported.get("no-report", 0)

    @property
    def unassessed(self) -> int:
        """How many nobody independent is recorded to have judged."""
        return self.assessed.get("nothing", 0)


def progress_of(found: Iterable[tuple[Reached, Reached]]) -> Progress:
    """Return how far follow-up has come by what each record has reached on the two tracks."""
    found = tuple(found)
    return Progress(
        total=len(found),
        reported=_counted(reported for reported, _ in found),
        assessed=_counted(assessed for _, assessed in found),
        silent=found.count(("nothing", "nothing")),
    )


def reached_on_both(record: Recommendation) -> tuple[Reached, Reached]:
    """Return what the state says last of a record, and what others find."""
    return reached(record, "reported"), reached(record, "assessed")


def reached(record: Recommendation, track: Track) -> Reached:
    """Return what a track says last of a record.

    That somebody looked and found no report is ``no-report`` on the state's track, on whichever
    track it stands; it is no judgement of what was done.
    """
    values = {update.value for update in perhaps_last_said(record.status, track)}
    if len(values) > 1:
        return "unsure"
    if values:
        return values.pop()
    if track == "reported":
        return "no-report" if is_looked_into(record.status) else "nothing"
    return "graded" if grades_of(record) else "nothing"


def _counted(values: Iterable[Reached]) -> Mapping[Reached, int]:
    counts = Counter(values)
    return {one: counts[one] for one in ORDER if counts[one]}
