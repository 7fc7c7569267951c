"""The rows of a workbook that is handed out.

xlsxwriter makes everything else; see :mod:`anbefal.exchange.outgoing.text_parts` for why not these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from anbefal.errors import Misuse
from anbefal.exchange.outgoing.text_parts import NAMES_TEXT, STRINGS, Strings, column_name
from anbefal.exchange.outgoing.text_sheet import LONGEST_CELL, fits_cell
from anbefal.exchange.scoresheet.heights import BY_HAND, height_of_lines, lines_of
from anbefal.sheets import Content, Sheet

_LEVEL = 5
"""How hard parts are packed: 3 % larger than by the usual 6, in two thirds of the time."""
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
    with ZipFile(BytesIO(workbook)) as old, _packed(made) as new:
        strings = Strings(old.read(STRINGS).decode())
        for part in old.infolist():  # with their dates, which are always the same
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = content.replace(BY_HAND.encode(), b"")
            if part.filename in parts and parts[part.filename].rows:
                content = _with_rows(content.decode(), parts[part.filename], first, strings)
            if part.filename != STRINGS:
                new.writestr(part, content)
        new.writestr(old.getinfo(STRINGS), strings.part())
    return made.getvalue()


def _packed(made: BytesIO) -> ZipFile:
    return ZipFile(made, "w", ZIP_DEFLATED, compresslevel=_LEVEL)


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
    strings.named += rows.count(NAMES_TEXT)
    last = first - 1 + len(sheet.rows) + bool(sheet.foot)
    above = _DIMENSION.sub(f"A1:{column_name(columns - 1)}{last}", above)
    return f"{above}{rows}{below}".encode()


def _rows(sheet: Sheet, first: int, styles: tuple[str, str], strings: Strings) -> Iterator[str]:
    letters = tuple(map(column_name, range(len(sheet.headings))))
    words, amount = styles
    numbers = strings.numbers
    for number, row in enumerate(sheet.rows, start=first):
        height = _height(row, sheet.widths)
        cells = [
            f'<c r="{column}{number}" s="{amount}"><v>{content}</v></c>'
            if isinstance(content, int)
            else f'<c r="{column}{number}" s="{words}"{NAMES_TEXT}><v>{numbers[content]}</v></c>'
            if content
            else f'<c r="{column}{number}" s="{words}"/>'
            for column, content in zip(letters, row, strict=True)
        ]
        yield f'<row r="{number}" spans="1:{len(letters)}" ht="{height:g}">{"".join(cells)}</row>'


@lru_cache(maxsize=2**14)
def _height(row: tuple[Content, ...], widths: tuple[int, ...]) -> float:
    """Return the height of a row, which may stand in several workbooks of a site.

    Raises:
        Misuse: A text is longer than a cell can hold.
    """
    lines = [
        lines_of(fitting(content), width)
        for content, width in zip(row, widths, strict=True)
        if isinstance(content, str)
    ]
    return _in_pixels(height_of_lines(max(lines, default=1)))


def _in_pixels(points: float) -> float:
    """Return the height in points of so many whole pixels, as Excel has it."""
    return int(points * 4 / 3 + 0.5) * 0.75
