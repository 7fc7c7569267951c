"""Workbooks from others: sheets, rows and cells of an .xlsx file, with the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any, Literal, NamedTuple

from anbefal.exchange.limits import LARGE, Limits
from anbefal.exchange.reach import Reach, letters, number_of
from anbefal.exchange.safe_copies import checked_copy, open_book, telling_of_library

MOST_SHOWN = 60
"""Characters of a cell that a message shows."""
MOST_OF_FORMULA = 300
"""Characters of a formula that are kept."""

CellKind = Literal["text", "number", "boolean", "date", "time", "error", "formula"]

_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_ESCAPED = re.compile(
    "_x(00[01][0-9A-F]|D[89A-F][0-9A-F]{2}|FFF[EF])_|_x005F(_x[0-9A-Fa-f]{4}_)", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty.

    Attributes:
        sheet: The name of its sheet.
        row: From 1.
        column: From 1, for A.
        kind: What it holds. A formula is no value, whatever it was last worked out to.
        value: A text (of an error or a time, too), the beginning of a formula, a number, a truth
            value or a date.
        is_percent: Whether it shows a hundred times the number in it, with the sign for per cent.
    """

    sheet: str
    row: int
    column: int
    kind: CellKind
    value: str | float | bool | datetime
    is_percent: bool = False

    @property
    def place(self) -> str:
        """Where it stands, as Excel writes it: ``Vurdering!F12``."""
        return f"{self.sheet}!{letters(self.column)}{self.row}"

    @property
    def number(self) -> float:
        """The number in a cell of that kind."""
        assert isinstance(self.value, int | float)  # noqa: S101 - its kind says so
        return float(self.value)

    @property
    def shown(self) -> str:
        """What it holds, short enough for a message."""
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        if isinstance(self.value, datetime):
            return self.value.date().isoformat()
        words = " ".join(str(self.value).split())
        return words if len(words) <= MOST_SHOWN else f"{words[: MOST_SHOWN - 1]}…"


class Area(NamedTuple):
    """A range of cells, its first and last row and column in it, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: Its name.
        rows: The rows that are not empty, each with its cells from left to right.
        merged: The ranges of cells that are merged into one.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook in their order, hidden ones too.

    Attributes:
        name: What the file is called.
        sheets: Its sheets.
        counts_from: The day that its serial numbers of days count from.
    """

    name: str
    sheets: tuple[Sheet, ...]
    counts_from: date


def read_workbook(path: Path, limits: Limits = LARGE) -> Workbook:
    """Return what an Excel workbook (.xlsx) holds. Nothing in it is worked out or followed.

    Args:
        path: The file.
        limits: How much it may hold; :data:`anbefal.exchange.limits.SMALL` for workbooks that this
            program made.

    Raises:
        Unreadable: It is no such workbook, is damaged, protected by a password or too big; the
            message says which, and what to do.
    """
    name = path.name
    reach = Reach(name, limits)
    with checked_copy(path, limits, reach) as copy:
        book = open_book(name, copy)
        with telling_of_library(name):
            return Workbook(name, tuple(_sheets(book, reach.merged)), book.epoch.date())


def _sheets(book: Any, merged: Mapping[str, list[str]]) -> Iterator[Sheet]:
    for page in book.worksheets:  # a sheet of a chart is none of them
        yield Sheet(str(page.title), tuple(_rows(page)), tuple(areas_of(page, merged)))


def areas_of(page: Any, merged: Mapping[str, list[str]]) -> Iterator[Area]:
    """Yield the ranges of a sheet, as the library has it, whose cells are merged.

    Args:
        page: The sheet.
        merged: Part to its ranges; see :class:`anbefal.exchange.reach.Reach`.
    """
    for one in merged.get(part_of(page), []):
        if found := _RANGE.fullmatch(one):
            left, top = number_of(found[1]), int(found[2])
            right, bottom = number_of(found[3] or found[1]), int(found[4] or found[2])
            yield Area(top, left, bottom, right)


def part_of(page: Any) -> str:
    """Return the name of the part that a sheet, as the library has it, is read from."""
    return str(page._worksheet_path)  # noqa: SLF001 - nothing else tells it


def _rows(sheet: Any) -> Iterator[tuple[Cell, ...]]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    for row in sheet.iter_rows():
        cells = tuple(cell_of(sheet.title, one) for one in row if one.value is not None)
        if cells:
            yield cells


def cell_of(sheet: str, found: Any) -> Cell:
    """Return a cell of the library's that is not empty.

    Args:
        sheet: The name of its sheet.
        found: The library's cell.
    """
    kind, value = _content(found.data_type, found.value)
    is_percent = kind == "number" and "%" in _LITERAL.sub("", str(found.number_format))
    return Cell(sheet, found.row, found.column, kind, value, is_percent)


def _content(code: str, value: Any) -> tuple[CellKind, str | float | bool | datetime]:
    if code == "f":
        return "formula", str(getattr(value, "text", value))[:MOST_OF_FORMULA]
    if code == "e":
        return "error", str(value)
    if isinstance(value, bool):
        return "boolean", value
    if isinstance(value, int | float):
        return ("number", value) if _bearable(value) else ("error", str(value)[:MOST_SHOWN])
    if isinstance(value, datetime):
        return "date", value
    return ("text", _text(value)) if isinstance(value, str) else ("time", str(value))


def _bearable(number: float) -> bool:
    return isfinite(number) if isinstance(number, float) else abs(number) < 10**15


def _text(value: str) -> str:
    """Return a text with what Excel writes as ``_x000D_`` made into characters.

    Only characters that XML cannot hold are written so; any other words of this form are words.
    """
    text = _ESCAPED.sub(_character, value)
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]
