"""The summary of an overview: a row for each ministry, body or theme, and one for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.analysis.overview_groups import Dimension, Group, groups, total
from anbefal.analysis.owed import Overview
from anbefal.markup import legible
from anbefal.report.output import WIDTH
from anbefal.report.overview.telling import Telling
from anbefal.report.tables import Column, Table

if TYPE_CHECKING:
    from rich.console import Console

COUNTS = ("asks", "shared", "unreported", "overdue", "open", "near", "passed", "stale")
"""What is counted, in the order of the columns."""
_NOTHING: dict[Dimension, str] = {
    "ministry": "no_ministry",
    "body": "no_body",
    "theme": "no_theme",
}


def summary(telling: Telling, found: Overview, by: Dimension) -> Table:
    """Return the summary as a table in words, the row for all last."""
    label, keys = telling.words.label, counted(by)
    columns = (Column(label[by], wrap=True), *(Column(label[key], right=True) for key in keys))
    rows = [
        (name_of(telling, one, by), *(getattr(one, key) for key in keys))
        for one in groups(found, by)
    ]
    whole = total(found)
    sums = ("" if key == "shared" else getattr(whole, key) for key in keys)
    return Table(columns, (*rows, (label["total"], *sums)))


def counted(by: Dimension) -> tuple[str, ...]:
    """Return what is counted for each row: only ministries answer beside another."""
    return tuple(key for key in COUNTS if by == "ministry" or key != "shared")


def name_of(telling: Telling, group: Group, by: Dimension) -> str:
    """Return what a row is called."""
    if group.key is None:
        return telling.words.label[_NOTHING[by]]
    return telling.themes([group.key]) if by == "theme" else telling.name(group.key)


def show_summary(table: Table, out: Console) -> None:
    """Write a summary to a terminal; headings fold, numbers never do.

    Where there is little room, columns stand closer, so that none is lost.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    padding = (0, 1) if out.width >= WIDTH else 0
    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, padding=padding, header_style="bold")
    for column in table.columns:
        longest = max(map(len, column.name.split()))
        shown.add_column(
            Text(column.name),
            justify="right" if column.right else "left",
            min_width=longest if column.right else None,
            max_width=longest if column.right else None,
            overflow="fold",
        )
    for number, row in enumerate(table.rows):
        is_total = number == len(table.rows) - 1
        cells = (Text("" if cell == 0 else legible(str(cell))) for cell in row)
        shown.add_row(*cells, style="bold" if is_total else None)
        if number == len(table.rows) - 2:
            shown.add_section()
    out.print(shown)
