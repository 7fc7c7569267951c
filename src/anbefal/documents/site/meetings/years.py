"""How many meetings there were in each year, beside the goal."""

from __future__ import annotations

from collections import Counter

from anbefal.analysis.meeting_year import meeting_year, when_of
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.lines import capital
from anbefal.documents.site.tables import NONE, SiteCell, SiteTable
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import MeetingState

_STATES: tuple[MeetingState, ...] = ("held", "confirmed", "requested", "planned", "cancelled")


def years_table(voice: Voice) -> SiteTable:
    """Return how many meetings there were in each year, the newest first, beside the goal.

    The years go from the first with a meeting to that of the reference date, also those without
    any; meetings of no known year stand last. Without meetings there is no row.
    """
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    states, found = voice.words("meetings").label, dataset.meetings.values()
    years = {when.year for one in found if (when := when_of(one))}
    if found and dataset.reference_date:
        years.add(dataset.reference_date.year)
    rows: list[tuple[SiteCell, ...]] = []
    for year in range(max(years), min(years) - 1, -1) if years else ():
        goal = meeting_year(dataset, year).goal
        counts = [getattr(goal, state) for state in _STATES]
        rows.append(((Run(str(year)),), goal.meetings, *counts))
    undated = Counter(one.state for one in found if when_of(one) is None)
    if undated:
        rows.append(((Run(words.label["undated"]),), NONE, *(undated[one] for one in _STATES)))
    head = words.label["year"], words.label["wanted"], *(capital(states[one]) for one in _STATES)
    return SiteTable(
        name=words.label["years"],
        caption=words.label["goal"],
        head=head,
        rows=tuple(rows),
        widths=(16, *[12] * 6),
    )
