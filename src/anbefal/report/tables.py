"""Rows and columns, and their three forms: for a terminal, for a spreadsheet, for a document."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anbefal.markup import markdown_literal

if TYPE_CHECKING:
    from rich.table import Table as RichTable

Cell = str | int | float | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: Its heading.
        right: Whether its cells are aligned to the right, as numbers are.
        wrap: Whether a long cell may be broken over lines in a terminal.
    """

    name: str
    right: bool = False
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns; every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_csv(table: Table) -> str:
    """Return the table as CSV with a heading; text that a spreadsheet would run stays text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def to_markdown(table: Table) -> str:
    """Return the table as a Markdown table; the cells' characters stand literally."""
    names = " | ".join(markdown_literal(column.name) for column in table.columns)
    rules = " | ".join("---:" if column.right else "---" for column in table.columns)
    rows = [" | ".join(markdown_literal(_shown(cell)) for cell in row) for row in table.rows]
    return "\n".join(f"| {line} |" for line in (names, rules, *rows)) + "\n"


def to_rich(table: Table) -> RichTable:
    """Return the table as a terminal shows it; the cells' characters stand literally."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in table.columns:
        shown.add_column(
            Text(column.name),
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            overflow="fold",
        )
    for row in table.rows:
        shown.add_row(*(Text(_shown(cell)) for cell in row))
    return shown


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)


def _csv_cell(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return round(cell, 6)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
