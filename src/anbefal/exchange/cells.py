"""What people write in the cells of a workbook: numbers, texts, dates; and what is wrong there."""

from __future__ import annotations

import re
from datetime import date, datetime

from anbefal.diagnostics import Diagnostic, Position, Severity
from anbefal.exchange.dates import counted, date_of
from anbefal.exchange.workbooks import Cell
from anbefal.model.base import WORDS_PATTERN
from anbefal.model.dates import PartialDate
from anbefal.model.names import composed

_NUMBER = re.compile(r"([+\-\u2212]?)(\d{1,12}(?:[.,]\d{1,12})?)", re.ASCII)
_BREAKS = re.compile("\r\n|[\r\v\u2028\u2029]")
_WORDS = re.compile(WORDS_PATTERN)

_WHAT = {
    "date": "a date",
    "time": "a time",
    "boolean": "a truth value",
    "error": "an error of a formula",
    "formula": "a formula",
}


class NotFit(ValueError):
    """A cell holds what cannot stand there; its words say what, and what to do.

    Args:
        message: What is wrong, without the place.
        hint: What to do.
        column: What the file calls the column, where who reads the cell knows it.
    """

    def __init__(self, message: str, hint: str, column: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.column = column


class Findings:
    """What is wrong with a workbook, gathered.

    Args:
        file: What the workbook is called.
        code: The code of every finding.
    """

    def __init__(self, file: str, code: str) -> None:
        self._file = file
        self._code = code
        self.found: list[Diagnostic] = []

    def add(self, cell: Cell, message: str, hint: str = "") -> None:
        """Add what is wrong with a cell; its place comes first in the message."""
        told = f"{cell.place}: {message}"
        place = Position(cell.row, cell.column)
        one = Diagnostic(self._code, Severity.ERROR, self._file, told, hint, position=place)
        self.found.append(one)


def is_empty(cell: Cell | None) -> bool:
    """Return whether nothing stands in a cell, or only spaces."""
    return cell is None or (cell.kind == "text" and not str(cell.value).strip())


def number_in(cell: Cell) -> float:
    """Return the number in a cell, which may be typed as text, with a comma or a point.

    Raises:
        NotFit: There is none.
    """
    if cell.is_percent:
        message = f"The cell holds a percentage, {shown_number(cell.number * 100)} %."
        hint = "Give the cell the number format General, and write a value on the scale."
        raise NotFit(message, hint)
    if cell.kind == "number":
        return cell.number
    if cell.kind == "text":
        match = _NUMBER.fullmatch(str(cell.value).strip())
        if match:
            sign = "-" if match[1] in {"-", "\u2212"} else ""
            return float(sign + match[2].replace(",", "."))
        raise NotFit(f"{cell.shown!r} is not a number.", "Write a number, or leave the cell empty.")
    raise NotFit(_told(cell), "Write the number itself, or leave the cell empty.")


def words_in(cell: Cell) -> str:
    """Return the text in a cell, its lines ending as ours do; a number as it was typed.

    Raises:
        NotFit: It holds no text, or characters that cannot be seen.
    """
    if cell.is_percent:
        message = f"The cell holds a percentage, {shown_number(cell.number * 100)} %."
        raise NotFit(message, "Write it as words, in a cell with the number format Text.")
    if cell.kind == "number":
        return shown_number(cell.number)
    if cell.kind == "date" and isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    if cell.kind != "text":
        raise NotFit(_told(cell), "Write the words themselves, or leave the cell empty.")
    text = composed(_BREAKS.sub("\n", str(cell.value)).strip())
    if not _WORDS.fullmatch(text):
        odd = next(c for c in text if not _WORDS.fullmatch(f"a{c}"))
        message = f"The text holds a character that cannot be seen (U+{ord(odd):04X})."
        raise NotFit(message, "Delete it, or write the text anew.")
    return text


def date_in(cell: Cell, counts_from: date) -> PartialDate:
    """Return the date in a cell: a day of Excel's, or typed as text in one of several ways.

    Args:
        cell: The cell.
        counts_from: The day that the workbook counts its days from.

    Raises:
        NotFit: There is none, or it lies too far from our time.
    """
    if cell.kind not in {"text", "date", "number"}:
        raise NotFit(_told(cell), "Write the date itself, for example 2026-06-01.")
    try:
        if cell.kind == "text":
            return date_of(str(cell.value))
        return counted(_serial(cell, counts_from), counts_from)
    except ValueError as error:
        message = f"{cell.shown!r} is no date: {error}."
        raise NotFit(message, "Write it as 2026-06-01 or 01.06.2026.") from None


def _serial(cell: Cell, counts_from: date) -> float:
    """Return the number of days in a cell that holds a day, or a number where one belongs."""
    if isinstance(cell.value, datetime):
        return float((cell.value.date() - counts_from).days)
    return cell.number


def shown_number(number: float) -> str:
    """Return a number as Excel shows it at most: with 15 digits, whole ones without a point."""
    short = float(f"{number:.15g}")  # as many digits as Excel has
    return str(int(short)) if short.is_integer() else repr(short)


def _told(cell: Cell) -> str:
    return f"The cell holds {_WHAT[cell.kind]}: {cell.shown}."
