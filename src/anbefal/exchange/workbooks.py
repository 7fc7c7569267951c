"""Workbooks from others: sheets, rows and cells of an .xlsx file, with the place of each."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from anbefal.errors import Unreadable
from anbefal.exchange.archives import look_through, packed, parts_of, read_file

MOST_CELLS = 1_000_000
"""How many cells that are not empty a workbook may have."""
MOST_REACH = 50_000_000
"""How many cells, the empty ones counted, may lie between its first cells and its last."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The last row and column that Excel itself has."""
MOST_SHOWN = 60
"""Characters of a cell that a message shows."""

CellKind = Literal["text", "number", "boolean", "date", "time", "error", "formula"]

_STRICT = "purl.oclc.org/ooxml"
_SMALLER = "Delete the rows and columns that are not needed. Is it the right file?"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty.

    Attributes:
        sheet: The name of its sheet.
        row: From 1.
        column: From 1, for A.
        kind: What it holds. A formula is no value, whatever it was last worked out to.
        value: A text (of a formula, an error or a time, too), a number, a truth value or a date.
    """

    sheet: str
    row: int
    column: int
    kind: CellKind
    value: str | float | bool | datetime

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: Its name.
        rows: The rows that are not empty, each with its cells from left to right.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]


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


def read_workbook(path: Path) -> Workbook:
    """Return what an Excel workbook (.xlsx) holds. Nothing in it is worked out or followed.

    Raises:
        Unreadable: It is no such workbook, is damaged, protected by a password or too big; the
            message says which, and what to do.
    """
    name = path.name
    parts = parts_of(name, read_file(path))
    reach = _Reach(name)
    for one, content in parts.items():
        reach.begin()
        look_through(name, content, reach.see)
        if one.startswith("xl/") and reach.is_strict:
            message = f"{name} is a workbook of the kind 'Strict Open XML'."
            raise Unreadable(message, "Save it as an ordinary Excel workbook (.xlsx).")
    return _read(name, packed(parts))


def letters(column: int) -> str:
    """Return the letters of a column, from 1 for A."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


class _Reach:
    """Counts the cells of every sheet before a library lays them out.

    Args:
        name: What the file is called.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = 0
        self._reach = 0
        self.begin()

    def begin(self) -> None:
        """Begin another part."""
        self._top_seen = False
        self._in_sheet = False
        self.is_strict = False
        self._row = 0
        self._column = 0

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Count one element.

        Raises:
            Unreadable: There are too many cells, or they do not stand in order.
        """
        if not self._top_seen:
            self._top_seen = True
            self._in_sheet = tag == "worksheet"
            self.is_strict = any(_STRICT in value for value in attributes.values())
        elif self._in_sheet and tag == "row":
            self._see_row(attributes.get("r"))
        elif self._in_sheet and tag == "c":
            self._see_cell(attributes.get("r"))

    def _see_row(self, told: str | None) -> None:
        row = _whole(told) if told else self._row + 1
        if not self._row < row <= LAST_ROW:
            self._refuse_order()
        self._reach += row - self._row
        self._row, self._column = row, 0

    def _see_cell(self, told: str | None) -> None:
        column = self._column + 1
        if told:
            word = told.rstrip("0123456789")
            column = _number_of(word)
            if _whole(told[len(word) :]) != self._row:
                self._refuse_order()
        if not self._column < column <= LAST_COLUMN:
            self._refuse_order()
        self._cells += 1
        self._reach += column - self._column
        self._column = column
        if self._cells > MOST_CELLS or self._reach > MOST_REACH:
            raise Unreadable(f"{self._name} has more than {MOST_CELLS:,} cells.", _SMALLER)

    def _refuse_order(self) -> None:
        message = f"{self._name} is damaged: its cells do not stand in order."
        raise Unreadable(message, "Open it in Excel or LibreOffice and save it anew.")


def _whole(digits: str) -> int:
    """Return a number of a row, or one beyond all rows."""
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(LAST_ROW))
    return int(digits) if is_number else LAST_ROW + 1


def _number_of(word: str) -> int:
    """Return the number of a column's letters, or one beyond all columns."""
    if not (word.isascii() and word.isalpha() and word.isupper() and len(word) <= len("XFD")):
        return LAST_COLUMN + 1
    number = 0
    for letter in word:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _read(name: str, file: BytesIO) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that it leaves out
            book = load_workbook(file, read_only=True, keep_links=False)
            sheets = tuple(
                Sheet(str(one.title), tuple(_rows(one)))
                for one in book.worksheets  # a sheet of a chart is none of them
            )
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes of the library
        message = f"{name} cannot be read as an Excel workbook ({type(error).__name__})."
        hint = "Open it in Excel or LibreOffice and save it anew as an Excel workbook (.xlsx)."
        raise Unreadable(message, hint) from None
    return Workbook(name, sheets, book.epoch.date())


def _rows(sheet: Any) -> Iterator[tuple[Cell, ...]]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    for row in sheet.iter_rows():
        cells = tuple(_cell(sheet.title, one) for one in row if one.value is not None)
        if cells:
            yield cells


def _cell(sheet: str, found: Any) -> Cell:
    kind, value = _content(found.data_type, found.value)
    return Cell(sheet, found.row, found.column, kind, value)


def _content(code: str, value: Any) -> tuple[CellKind, str | float | bool | datetime]:
    if code == "f":
        return "formula", str(getattr(value, "text", value))
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

    Words that somebody wrote just so are taken for such a character, too: the library does not tell
    the two apart.
    """
    from openpyxl.utils.escape import unescape

    text = unescape(value)
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
