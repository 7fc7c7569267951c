"""A workbook with one sheet in which every cell is text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from anbefal.exchange.tables.json_halves import HALF

MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no zones
"""The day that every workbook is made on, as far as it tells."""
LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds, those beyond 65,535 counted as two."""
MOST_ROWS = 1_048_575
"""Rows of a sheet below its headings."""


@dataclass(frozen=True, slots=True)
class TextSheet:
    """What stands in the sheet.

    Attributes:
        name: The sheet's name.
        headings: The first row, which stays when one scrolls.
        rows: Texts from left to right; an empty one leaves its cell empty.
        widths: Of the columns, in characters; the last one holds for those that follow.
        hidden: The heading of a column that is not shown.
    """

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    hidden: str = ""


def fits_cell(text: str) -> bool:
    """Return whether a cell of Excel can hold a text; half a character is none."""
    if HALF in text:
        return False
    try:
        return len(text) <= LONGEST_CELL and len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL
    except UnicodeEncodeError:
        return False


def write_text_sheet(sheet: TextSheet) -> bytes:
    """Return the workbook as the content of an .xlsx file; the same sheet gives the same bytes.

    Args:
        sheet: What stands in it; every text fits a cell.
    """
    from xlsxwriter import Workbook

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(made, options) as book:
        book.set_properties({"title": sheet.name, "created": MADE})
        head = book.add_format({"bold": True, "num_format": "@", "bottom": 1, "valign": "top"})
        # A whole column is text, so that what somebody types below stays as it is typed: 140.10.
        words = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        page = book.add_worksheet(sheet.name)
        for number, heading in enumerate(sheet.headings):
            width = sheet.widths[min(number, len(sheet.widths) - 1)]
            page.set_column(number, number, width, words, {"hidden": heading == sheet.hidden})
            page.write_string(0, number, heading, head)
        for number, row in enumerate(sheet.rows, start=1):
            for column, text in enumerate(row):
                if text:
                    page.write_string(number, column, text, words)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return made.getvalue()
