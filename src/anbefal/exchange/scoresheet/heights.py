"""Rows as high as their words need, in every program.

Excel fits rows by itself when a workbook opens, LibreOffice does not, and a height that is set by
hand keeps Excel from fitting a row when something is written in it. So each row gets a height, and
the mark that it was set by hand is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from textwrap import wrap
from zipfile import ZIP_DEFLATED, ZipFile

LINE = 15.0
"""The height of a line in points."""
SMALL_LINE = 12.0
"""The height of a line in small letters."""
_HARD_TO_WRAP = re.compile(r"[^\S ]|  |^ | $|[-\u2014]")
"""Where lines break elsewhere than at a space between two words."""
HIGHEST = 400.0
"""The height in points that a row may have; Excel bears 409."""
BY_HAND = ' customHeight="1"'
"""What says in a sheet that a row's height was set by hand."""


def height_of(cells: Iterable[tuple[str, float]], line: float = LINE) -> float:
    """Return the height of a row in points.

    Args:
        cells: The words of each cell, and the width of its column in characters.
        line: The height of a line in points.
    """
    return height_of_lines(max(lines_of(words, width) for words, width in cells), line)


def height_of_lines(lines: int, line: float = LINE) -> float:
    """Return the height in points of a row whose highest cell has so many lines."""
    return min(lines * line + 2, HIGHEST)


def lines_of(words: str, width: float) -> int:
    """Return how many lines the words of a cell take in a column of so many characters."""
    if len(words) <= width and words.isprintable():
        return 1
    return sum(_wrapped(one, int(width)) for one in words.split("\n"))


@lru_cache(maxsize=2**15)
def _wrapped(words: str, width: int) -> int:
    """Return how many lines words take; a site says the same on many pages."""
    if not _HARD_TO_WRAP.search(words):
        parts = [len(one) for one in words.split(" ")]
        if max(parts) <= width:
            return _lines_of_words(parts, width)
    return max(len(wrap(words, width)), 1)


def _lines_of_words(lengths: Iterable[int], width: int) -> int:
    """Return how many lines words of these lengths take, which is quicker than wrapping them."""
    lines, used = 1, -1
    for length in lengths:
        used += length + 1
        if used > width:
            lines, used = lines + 1, length
    return lines


def with_rows_that_grow(workbook: bytes) -> bytes:
    """Return a workbook whose rows have their heights, but not by hand."""
    made = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():  # with their dates, which are always the same
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = content.replace(BY_HAND.encode(), b"")
            new.writestr(part, content)
    return made.getvalue()
