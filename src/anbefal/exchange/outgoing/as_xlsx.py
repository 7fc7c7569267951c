"""Recommendations as an Excel workbook, every cell a text."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.errors import Misuse
from anbefal.exchange.outgoing.columns import MARK, Column
from anbefal.exchange.outgoing.text_sheet import (
    LONGEST_CELL,
    MOST_ROWS,
    TextSheet,
    fits_cell,
    write_text_sheet,
)
from anbefal.exchange.outgoing.values import Plain, texts_of

SHEET_NAME = "recommendations"
_WIDE, _MIDDLE, _NARROW = 60, 24, 14
_SHORT = frozenset({"boolean", "date", "presence"})
_WIDTHS = {"text": _WIDE, "summary": _WIDE, "status": _WIDE, "id": _MIDDLE}


def write_xlsx(columns: Sequence[Column], records: Sequence[Plain]) -> bytes:
    """Return records as the content of an .xlsx file.

    Raises:
        Misuse: A text is longer than a cell can hold, or there are more rows than a sheet has.
    """
    return xlsx_of(columns, [texts_of(columns, one) for one in records])


def xlsx_of(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the same of the cells of records, as :func:`texts_of` gives them.

    Raises:
        Misuse: A text is longer than a cell can hold, or there are more rows than a sheet has.
    """
    if len(rows) > MOST_ROWS:
        message = f"A sheet of Excel holds {MOST_ROWS:,} recommendations, and these are more."
        raise Misuse(message, "Export fewer, or as .csv, .json or .parquet.")
    for row in rows:
        if not all(map(fits_cell, row)):
            raise _too_long(columns, row)
    headings, widths = [*(one.name for one in columns), MARK], list(map(_width, columns))
    return write_text_sheet(TextSheet(SHEET_NAME, headings, rows, widths, hidden=MARK))


def _too_long(columns: Sequence[Column], row: Sequence[str]) -> Misuse:
    said = {column.name: text for column, text in zip(columns, row, strict=True)}
    (name, *_) = (one for one, text in said.items() if not fits_cell(text))
    message = f"{name} of {said['id']!r} is longer than a cell of Excel can hold"
    hint = "Export as .csv, .json or .parquet, which hold texts of any length."
    return Misuse(f"{message} ({LONGEST_CELL:,} characters).", hint)


def _width(column: Column) -> float:
    usual = _NARROW if column.kind in _SHORT else _MIDDLE
    return _WIDTHS.get(column.steps[0], usual)
