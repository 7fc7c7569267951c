"""The rows of a workbook that is handed out.

xlsxwriter makes everything else. It takes a third of a millisecond for a row, and a site hands out
a hundred thousand of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from anbefal.errors import Misuse
from anbefal.exchange.outgoing.text_parts import Strings, column_name, text_cell
from anbefal.exchange.outgoing.text_sheet import LONGEST_CELL, fits_cell
from anbefal.exchange.scoresheet.heights import BY_HAND, height_of_lines, lines_of
from anbefal.sheets import Content, Sheet

_STRINGS = "xl/sharedStrings.xml"
_DIMENSION = re.compile(r'(?<=<dimension ref=")A1:[A-Z]+\d+(?="/>)')


def with_rows(workbook: bytes, sheets: Sequence[Sheet], first: int) -> bytes:
    """Return a workbook with the rows of its sheets, whose heights are not set by hand.

    Args:
        workbook: Its first sheets are these. In the place of all rows, they have one with two
            empty cells, in the style of words and in that of numbers.
        sheets: What stands in them.
        first: The number of the first row, from 1.

    Raises:
        Misuse: A text is longer than a cell can hold.
    """
    made, parts = BytesIO(), {f"xl/worksheets/sheet{n}.xml": s for n, s in enumerate(sheets, 1)}
    with ZipFile(BytesIO(workbook)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        strings = Strings(old.read(_STRINGS).decode())
        for part in old.infolist():  # with their dates, which are always the same
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = content.replace(BY_HAND.encode(), b"")
            if part.filename in parts and parts[part.filename].rows:
                content = _with_rows(content.decode(), parts[part.filename], first, strings)
            if part.filename != _STRINGS:
                new.writestr(part, content)
        new.writestr(old.getinfo(_STRINGS), strings.part())
    return made.getvalue()


def fitting(text: str) -> str:
    """Return a text that a cell can hold.

    Raises:
        Misuse: It is longer.
    """
    if not fits_cell(text):
        message = "A text is longer than a cell of Excel can hold"
        hint = "Write it as .md, .csv, .txt or .json, which hold texts of any length."
        raise Misuse(f"{message} ({LONGEST_CELL:,} characters).", hint)
    return text


def _with_rows(page: str, sheet: Sheet, first: int, strings: Strings) -> bytes:
    columns = len(sheet.headings)
    above, words, number, below = re.split(
        rf'<row r="{first}"[^>]*><c r="A{first}" s="(\d+)"/><c r="B{first}" s="(\d+)"/></row>', page
    )
    rows = "".join(_rows(sheet, first, (words, number), strings))
    last = first - 1 + len(sheet.rows) + bool(sheet.foot)
    above = _DIMENSION.sub(f"A1:{column_name(columns - 1)}{last}", above)
    return f"{above}{rows}{below}".encode()


def _rows(sheet: Sheet, first: int, styles: tuple[str, str], strings: Strings) -> Iterator[str]:
    columns = [_Column(column_name(n), width) for n, width in enumerate(sheet.widths)]
    for number, row in enumerate(sheet.rows, start=first):
        cells = [
            column.known.get(content) or column.cell(content, styles, strings)
            for column, content in zip(columns, row, strict=True)
        ]
        strings.named += sum(one.is_text for one in cells)
        height = _in_pixels(height_of_lines(max(one.lines for one in cells)))
        inside = "".join(
            f'<c r="{column.letters}{number}" {one.xml}'
            for column, one in zip(columns, cells, strict=True)
        )
        yield f'<row r="{number}" spans="1:{len(columns)}" ht="{height:g}">{inside}</row>'


class _Cell(NamedTuple):
    """What stands in a cell: its XML behind its place, its lines, whether it names a text."""

    xml: str
    lines: int
    is_text: bool


class _Column:
    """A column, which says the same in many rows.

    Args:
        letters: Its name.
        width: Its width in characters.
    """

    def __init__(self, letters: str, width: float) -> None:
        self.letters = letters
        self.known: dict[Content, _Cell] = {}
        self._width = width

    def cell(self, content: Content, styles: tuple[str, str], strings: Strings) -> _Cell:
        """Return what stands in a cell of the column, and remember it.

        Raises:
            Misuse: A text is longer than a cell can hold.
        """
        words, number = styles
        if isinstance(content, int):
            made = _Cell(f's="{number}"><v>{content}</v></c>', 1, is_text=False)
        elif not content:
            made = _Cell(f's="{words}"/>', 1, is_text=False)
        else:
            xml = text_cell(fitting(content), words, strings)
            made = _Cell(xml, lines_of(content, self._width), is_text=True)
        self.known[content] = made
        return made


def _in_pixels(points: float) -> float:
    """Return the height in points of so many whole pixels, as Excel has it."""
    return int(points * 4 / 3 + 0.5) * 0.75
