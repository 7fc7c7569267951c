"""Rows as high as their words need, in every program.

Excel fits rows by itself when a workbook opens, LibreOffice does not, and a height that is set by
hand keeps Excel from fitting a row when something is written in it. So each row gets a height, and
the mark that it was set by hand is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from textwrap import wrap
from zipfile import ZIP_DEFLATED, ZipFile

LINE = 15.0
"""The height of a line in points."""
SMALL_LINE = 12.0
"""The height of a line in small letters."""
HIGHEST = 400.0
"""The height in points that a row may have; Excel bears 409."""
_BY_HAND = b' customHeight="1"'


def height_of(cells: Iterable[tuple[str, float]], line: float = LINE) -> float:
    """Return the height of a row in points.

    Args:
        cells: The words of each cell, and the width of its column in characters.
        line: The height of a line in points.
    """
    lines = max(_lines(words, width) for words, width in cells)
    return min(lines * line + 2, HIGHEST)


def _lines(words: str, width: float) -> int:
    return sum(max(len(wrap(one, int(width))), 1) for one in words.split("\n"))


def with_rows_that_grow(workbook: bytes) -> bytes:
    """Return a workbook whose rows have their heights, but not by hand."""
    made = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():  # with their dates, which are always the same
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = content.replace(_BY_HAND, b"")
            new.writestr(part, content)
    return made.getvalue()
