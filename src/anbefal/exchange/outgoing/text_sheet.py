"""A workbook with one sheet in which every cell is text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from anbefal.exchange.outgoing.text_parts import STRINGS, Strings, rows_of_cells
from anbefal.exchange.tables.json_halves import HALF

MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no zones
"""The day that every workbook is made on, as far as it tells."""
LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds, those beyond 65,535 counted as two."""
MOST_ROWS = 1_048_575
"""Rows of a sheet below its headings."""
_CELLS = "xl/worksheets/sheet1.xml"
"""The part of a workbook that holds the cells of its first sheet."""


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
    if text.isascii():
        return len(text) <= LONGEST_CELL
    if HALF in text:
        return False
    try:
        return len(text) <= LONGEST_CELL and len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL
    except UnicodeEncodeError:
        return False


def cut_to_cell(text: str) -> str:
    """Return a text that a cell holds: one that is too long ends in ``…``."""
    return text if fits_cell(text) else f"{text[: LONGEST_CELL // 2]} …"


def literal(text: str) -> str:
    """Return a text as xlsxwriter writes it as text.

    It takes ``<r>…</r>`` for markup unless something stands behind it.
    """
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def write_text_sheet(sheet: TextSheet) -> bytes:
    """Return the workbook as the content of an .xlsx file; the same sheet gives the same bytes.

    Args:
        sheet: What stands in it; every text fits a cell.
    """
    headings, columns = tuple(sheet.headings), max(map(len, (sheet.headings, *sheet.rows)))
    empty = _empty(sheet.name, headings, tuple(sheet.widths), sheet.hidden, len(sheet.rows))
    strings = Strings()
    strings.named = len([strings.numbers[heading] for heading in headings])
    rows = "".join(rows_of_cells(sheet.rows, 2, columns, empty.style, strings))
    made = BytesIO()
    made.write(empty.others)
    with ZipFile(made, "a", ZIP_DEFLATED) as book:
        book.writestr(ZipInfo(_CELLS), f"{empty.above}{rows}{empty.below}", ZIP_DEFLATED)
        book.writestr(ZipInfo(STRINGS), strings.part(), ZIP_DEFLATED)
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _Empty:
    """A workbook that only lacks what stands below the headings of its sheet.

    Attributes:
        others: Its parts that hold no cells and no texts, as an archive.
        above: The part that holds the cells, down to the headings.
        below: The rest of it.
        style: The number of the style of cells.
    """

    others: bytes
    above: str
    below: str
    style: str


@lru_cache(maxsize=8)
def _empty(
    name: str, headings: tuple[str, ...], widths: tuple[float, ...], hidden: str, rows: int
) -> _Empty:
    """Return a workbook without rows, with headings by which as many rows can be filtered."""
    whole, others = BytesIO(_with_headings(name, headings, widths, hidden, rows)), BytesIO()
    with ZipFile(whole) as book, ZipFile(others, "w", ZIP_DEFLATED) as kept:
        for part in book.infolist():  # with their dates, which are always the same
            if part.filename not in {_CELLS, STRINGS}:
                kept.writestr(part, book.read(part))
        cells = book.read(_CELLS).decode()
    above, end, below = cells.partition("</sheetData>")
    (style,) = set(re.findall(r'<col [^>]*style="(\d+)"', above))
    above = re.sub(
        r'<dimension ref="[A-Z]+1:([A-Z]+)1"/>', rf'<dimension ref="A1:\g<1>{rows + 1}"/>', above
    )
    return _Empty(others.getvalue(), above, end + below, style)


def _with_headings(
    name: str, headings: tuple[str, ...], widths: tuple[float, ...], hidden: str, rows: int
) -> bytes:
    from xlsxwriter import Workbook

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(made, options) as book:
        book.set_properties({"title": name, "created": MADE})
        head = book.add_format({"bold": True, "num_format": "@", "bottom": 1, "valign": "top"})
        # A whole column is text, so that what somebody types below stays as it is typed: 140.10.
        words = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        page = book.add_worksheet(name)
        for number, heading in enumerate(headings):
            width = widths[min(number, len(widths) - 1)]
            page.set_column(number, number, width, words, {"hidden": heading == hidden})
            page.write_string(0, number, heading, head)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, rows, len(headings) - 1)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return made.getvalue()
