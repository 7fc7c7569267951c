"""Recommendations as an Excel workbook, every cell a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from anbefal.errors import Misuse
from anbefal.exchange.outgoing.columns import MARK, Column
from anbefal.exchange.outgoing.text_sheet import (
    LONGEST_CELL,
    MOST_ROWS,
    TextSheet,
    fits_cell,
    write_text_sheet,
)
from anbefal.exchange.outgoing.values import Plain, text_of

SHEET_NAME = "recommendations"
_WIDE, _MIDDLE, _NARROW = 60, 24, 14
_WIDTHS = {"text": _WIDE, "summary": _WIDE, "status": _WIDE, "id": _MIDDLE}


def write_xlsx(columns: Sequence[Column], records: Sequence[Plain]) -> bytes:
    """Return records as the content of an .xlsx file.

    Raises:
        Misuse: A text is longer than a cell can hold, or there are more rows than a sheet has.
    """
    if len(records) > MOST_ROWS:
        message = f"A sheet of Excel holds {MOST_ROWS:,} recommendations, and these are more."
        raise Misuse(message, "Export fewer, or as .csv, .json or .parquet.")
    rows = [[_whole(column, record) for column in columns] for record in records]
    headings = [column.name for column in columns]
    widths = [_width(column) for column in columns]
    return write_text_sheet(TextSheet(SHEET_NAME, [*headings, MARK], rows, widths, hidden=MARK))


def _whole(column: Column, record: Plain) -> str:
    text = text_of(column, record)
    if not fits_cell(text):
        message = f"{column.name} of {record['id']!r} is longer than a cell of Excel can hold"
        hint = "Export as .csv, .json or .parquet, which hold texts of any length."
        raise Misuse(f"{message} ({LONGEST_CELL:,} characters).", hint)
    return text


def _width(column: Column) -> float:
    narrow: dict[Any, int] = {"boolean": _NARROW, "date": _NARROW, "presence": _NARROW}
    return _WIDTHS.get(column.steps[0], narrow.get(column.kind, _MIDDLE))
