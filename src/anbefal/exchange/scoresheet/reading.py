"""A score sheet that came back: what it gives each item, and what is wrong with it.

People sort, filter, hide, rename and add. So columns are known by their headings, rows by kind and
id, and the sheet by the headings that it has; where anything stands says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.diagnostics import Diagnostic
from anbefal.errors import Misuse
from anbefal.exchange.cells import Findings, NotFit, date_in, is_empty
from anbefal.exchange.scoresheet.exported import Exported, read_exported
from anbefal.exchange.scoresheet.head import Head, read_head
from anbefal.exchange.scoresheet.layout import known_headings, number_words
from anbefal.exchange.scoresheet.rows import FilledItem, Rows
from anbefal.exchange.scoresheet.table import (
    CODE,
    complain_of_columns,
    complain_of_layout,
    find_table,
    has_items,
    notes_on,
)
from anbefal.exchange.workbooks import Workbook
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.vocabulary import CriteriaSet, Scale


@dataclass(frozen=True)
class FilledSheet:
    """What a score sheet gives.

    Attributes:
        round: The round that it was made for, where it says so.
        assessor: Id of the assessor whom it was made for, where it says so.
        date: When the values were given, where it says so.
        items: What it gives each item, in the order of its rows.
        exported: What stood in the assessment when it was exported, where it still tells.
        findings: What is wrong with it; where there is anything, nothing of it counts.
        notes: What was left aside, one sentence each.
    """

    round: str | None
    assessor: str | None
    date: PartialDate | None
    items: tuple[FilledItem, ...]
    exported: Exported | None
    findings: tuple[Diagnostic, ...]
    notes: tuple[str, ...]


def read_score_sheet(workbook: Workbook, dataset: Dataset, criteria: CriteriaSet) -> FilledSheet:
    """Return what a workbook gives.

    Args:
        workbook: The workbook.
        dataset: The repository, for the ids of themes and recommendations.
        criteria: Its criteria.

    Raises:
        Misuse: There is no score sheet in it, or several; it says two things of itself; or it was
            made for another scale.
    """
    ids = {*dataset.themes, *dataset.recommendations}
    head = read_head([sheet for sheet in workbook.sheets if not has_items(sheet, ids)])
    _same_scale(head, criteria.scale)
    found = Findings(workbook.name, CODE)
    headings = known_headings(criteria, head.criteria)
    table = find_table(workbook, headings, ids, found)
    exported = read_exported(workbook)
    complain_of_layout(table, ids, found)
    complain_of_columns(table, head, criteria, found)
    rows = Rows(table, dataset, criteria.scale, exported or Exported(), found)
    items = tuple(rows.items())
    return FilledSheet(
        round=head.round,
        assessor=head.assessor,
        date=_date(head, workbook, found),
        items=items,
        exported=exported,
        findings=tuple(sorted(found.found, key=lambda one: one.sort_key)),
        notes=(*notes_on(table, head, criteria), *_gone(rows.gone)),
    )


def _same_scale(head: Head, scale: Scale) -> None:
    """Make sure that the numbers still mean what they meant.

    Raises:
        Misuse: The scale is another by now.
    """
    if head.scale and head.scale != (scale.min, scale.max):
        old, new = (
            f"{number_words(low)} to {number_words(high)}"
            for low, high in (head.scale, (scale.min, scale.max))
        )
        message = f"The sheet was made for the scale {old}, and the criteria have {new} now."
        raise Misuse(message, "Export a new sheet, and let the network fill it in.")


def _gone(ids: list[str]) -> list[str]:
    names = ", ".join(repr(one) for one in ids)
    return [f"Empty rows with ids that the repository has not are left aside: {names}."] * bool(ids)


def _date(head: Head, workbook: Workbook, found: Findings) -> PartialDate | None:
    if head.date is None or is_empty(head.date):
        return None
    try:
        return date_in(head.date, workbook.counts_from)
    except NotFit as error:
        found.add(head.date, error.message, error.hint)
        return None
