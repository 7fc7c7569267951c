"""What the page of a group shows besides its records, as sheets of its workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anbefal.analysis.progress import Progress
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.charts.progress import progress_table
from anbefal.documents.site.charts.years import years_table
from anbefal.documents.site.groups.figures import Figure
from anbefal.documents.site.groups.promised import MeasureShown, Promised
from anbefal.documents.site.tables import SiteCell, SiteTable, sheet_of
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation
from anbefal.sheets import Sheet

_MEASURE = {
    "state": 20,
    "measure": 48,
    "where": 30,
    "responsible": 24,
    "due": 16,
    "reported_on": 30,
    "assessed": 30,
    "looked": 30,
}
"""The columns of measures, by their labels, with their widths in characters."""
_NAME, _NUMBER = 60, 14


def promised_sheet(voice: Voice, promised: Promised) -> Iterator[Sheet]:
    """Yield what was promised or planned as a sheet, where there is anything."""
    label = voice.words("site_group").label
    rows = tuple(
        _measure(under.heading, one) for under in promised.groups for one in under.measures
    )
    if rows:
        head = tuple(label[one] for one in _MEASURE)
        name = label["promised"]
        yield sheet_of(SiteTable(name, name, head, rows, tuple(_MEASURE.values())))


def figures_sheets(
    voice: Voice,
    records: Sequence[Recommendation],
    figures: Sequence[Figure],
    found: Progress,
) -> Iterator[Sheet]:
    """Yield the key figures as a sheet, and the numbers of the charts; none without records."""
    if not records:
        return
    label = voice.words("site_group").label
    head = label["what"], label["number"]
    rows = tuple(((Run(one.label),), one.count) for one in figures)
    yield sheet_of(SiteTable(label["figures"], label["figures"], head, rows, (_NAME, _NUMBER)))
    yield sheet_of(progress_table(voice, found))
    yield sheet_of(years_table(voice, records))


def _measure(state: str, one: MeasureShown) -> tuple[SiteCell, ...]:
    return (Run(state),), (one.text,), *(line for _, line in one.facts), (Run(one.looked),)
