"""How large a workbook from others may be before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024

BLOCK = 1 << 18
"""Bytes that are unpacked and looked at together."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a workbook may hold. Without other words, what a large real list may.

    They are set so that a file that keeps them is read in seconds, and in some hundred megabytes.

    Attributes:
        file: Bytes of the file.
        unpacked: Bytes of all that is packed in it.
        parts: Parts of the archive.
        elements: XML elements in all.
        costly: XML elements in all that are no rows, cells or texts; the library makes an object
            of most of them, which takes it ten times as long.
        strings: Texts that cells share.
        cells: Cells, also those that hold nothing but a format.
        formulas: Bytes of formulas that cells share, counted once for each of the cells: the
            library works each of them out anew.
        reach: Cells, with those that are not there counted, from the first of each row to its last.
    """

    file: int = 100 * MEGABYTE
    unpacked: int = 100 * MEGABYTE
    parts: int = 5_000
    elements: int = 3_000_000
    costly: int = 500_000
    strings: int = 1_000_000
    cells: int = 1_000_000
    reach: int = 20_000_000
    formulas: int = 20_000_000


LARGE = Limits()
"""For lists from others that this program did not make."""

HUGE = Limits(
    file=400 * MEGABYTE,
    unpacked=1_500 * MEGABYTE,
    elements=60_000_000,
    strings=6_000_000,
    cells=12_000_000,
    reach=40_000_000,
)
"""For tables that are read a row at a time: all of UHRI has 267,500 rows of 16 cells."""

SMALL = Limits(
    file=10 * MEGABYTE,
    unpacked=40 * MEGABYTE,
    parts=1_000,
    elements=600_000,
    costly=50_000,
    strings=250_000,
    cells=250_000,
    reach=5_000_000,
    formulas=2_000_000,
)
"""For workbooks that this program made: a score sheet of 2,000 rows has 60,000 cells."""

MOST_OF = {
    "sheet": 100,
    "xf": 65_490,  # as many as Excel itself bears
    "definedName": 50_000,
    "Override": 10_000,
    "Relationship": 70_000,  # every link in a sheet is one
    "mergeCell": 50_000,
}
"""The name of an element to how many of it any workbook may have."""

DEEPEST = 100
"""How deep elements may lie in each other."""

LONGEST_STRETCH = MEGABYTE
"""Bytes from the beginning of one tag to that of the next: a cell holds 32,767 characters."""
