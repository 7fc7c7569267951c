"""Text files with a row a line: comma, semicolon, tab or bar between the cells."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path

from anbefal.errors import Unreadable
from anbefal.exchange.reach import letters
from anbefal.exchange.tables.headings import MOST_ABOVE, best_row, named, nothing_known
from anbefal.exchange.tables.rows import Field, Row
from anbefal.exchange.tables.sound import LONGEST_TEXT, SHORTEN, too_long
from anbefal.model.incoming import Place, Unread

DELIMITERS = (",", ";", "\t", "|")
_HEAD = 1 << 18
"""Letters at the top among which the headings are looked for."""
_LONGEST = 20_000_000
"""Letters of a line, and of a cell that goes over several."""
_MOST_COLUMNS = 16_384
"""As many as a sheet of Excel has."""
_WHAT_IS_THERE = "Check that it is the right file, and look what stands there."
_COUNTS_FROM = date(1899, 12, 30)
_NEVER_CLOSED = "a quotation mark is opened there and never closed"
_QUOTES = "Open it in a text editor, and look for a quotation mark without its fellow."


class SeparatedRows:
    """The rows of such a file; see :class:`anbefal.exchange.tables.rows.Rows`.

    Attributes:
        encoding: The encoding that it is read in.
        delimiter: What stands between its cells.

    Args:
        path: The file.
        encoding: Its encoding.
        is_known: Tells whether a heading is known.

    Raises:
        Unreadable: None of its first rows has a known heading, or it is not of that encoding.
    """

    def __init__(self, path: Path, encoding: str, is_known: Callable[[str], bool]) -> None:
        self._path, self._name, self.encoding = path, path.name, encoding
        self.counts_from = _COUNTS_FROM
        self.share_read = 0.0
        self.delimiter, self._skipped = self._delimiter(is_known)
        with self._opened() as file:
            cells = next(self._reader(file, self._skipped))[1]
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > _MOST_COLUMNS:
            message = (
                f"{self._name} has {len(cells):,} columns; at most {_MOST_COLUMNS:,} are read."
            )
            raise Unreadable(message, _WHAT_IS_THERE)
        self.headings = named(self._name, cells, is_known)

    def __iter__(self) -> Iterator[Row | Unread]:
        """Yield the rows below the headings."""
        with self._opened() as file:
            for number, cells in self._reader(file, self._skipped + 1):
                if any(cell.strip() for cell in cells):
                    yield self._row(number, cells)
        self.share_read = 1.0

    def _row(self, number: int, cells: list[str]) -> Row | Unread:
        place = Place(number)
        while len(cells) > len(self.headings) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(self.headings):
            message = (
                f"The row has {len(cells):,} cells, and there are {len(self.headings):,} headings."
            )
            hint = "Put quotation marks around cells that hold what stands between cells."
            return Unread(place, message, hint, self._raw(cells))
        if (odd := next((at for at, cell in enumerate(cells) if "\0" in cell), None)) is not None:
            message = "The cell holds a character that no text has (U+0000)."
            there = Place(number, column=self.headings[odd])
            return Unread(there, message, "Write the cell anew.", self._raw(cells))
        long = next((at for at, cell in enumerate(cells) if len(cell) > LONGEST_TEXT), None)
        if long is not None:
            return self._too_long(number, cells, long)
        named_cells = zip(self.headings, cells, strict=True)
        fields = {
            heading: Field(Place(number, column=heading), "text", cell, (cell,))
            for heading, cell in named_cells
            if cell.strip()
        }
        return Row(place, fields)

    def _too_long(self, number: int, cells: list[str], at: int) -> Unread:
        """Return that a cell holds too much; it is not in the rows to mend, which it would fill."""
        place = Place(number, column=self.headings[at])
        others = [*cells[:at], "", *cells[at + 1 :]]
        return Unread(place, too_long(len(cells[at])), SHORTEN, self._raw(others))

    def _raw(self, cells: Sequence[str]) -> dict[str, str]:
        """Return cells by heading, those beyond the headings by letter; what is endless ends."""
        last = min(len(cells), max(len(self.headings), _MOST_COLUMNS))
        more = (letters(at) for at in range(len(self.headings) + 1, last + 1))
        names = [*self.headings, *more]
        return {
            name: cell.replace("\0", "") for name, cell in zip(names, cells, strict=False) if cell
        }

    @contextmanager
    def _opened(self) -> Iterator[io.TextIOWrapper]:
        try:
            with self._path.open(encoding=self.encoding, newline="") as file:
                yield file
        except UnicodeError:
            message = f"{self._name} is not written in the encoding {self.encoding}."
            raise Unreadable(message, "Say which it is with --encoding.") from None
        except OSError as error:
            message = f"{self._name} cannot be read: {error.strerror}."
            raise Unreadable(message, "Check the name.") from None

    def _reader(self, file: io.TextIOWrapper, skipped: int) -> Iterator[tuple[int, list[str]]]:
        """Yield the number and the cells of each row but those that are skipped.

        Raises:
            Unreadable: Quotation marks do not come in pairs.
        """
        size = max(os.fstat(file.fileno()).st_size, 1)
        began = 1
        csv.field_size_limit(_LONGEST)
        found = csv.reader(self._lines(file), delimiter=self.delimiter, strict=True)
        try:
            for index, cells in enumerate(found):
                if index >= skipped:
                    yield index + 1, cells
                began = index + 2
                self.share_read = min(os.lseek(file.fileno(), 0, os.SEEK_CUR) / size, 1.0)
        except csv.Error as error:
            reason = _NEVER_CLOSED if "end of data" in str(error) else str(error)
            message = f"{self._name} cannot be read from row {began} on: {reason}."
            raise Unreadable(message, _QUOTES) from None

    def _lines(self, file: io.TextIOWrapper) -> Iterator[str]:
        """Yield the lines.

        Raises:
            Unreadable: One does not end.
        """
        for number in count(1):
            line = file.readline(_LONGEST)
            if len(line) == _LONGEST:
                message = f"Line {number} of {self._name} has more than {_LONGEST:,} characters."
                raise Unreadable(message, _WHAT_IS_THERE)
            if not line:
                return
            yield line

    def _delimiter(self, is_known: Callable[[str], bool]) -> tuple[str, int]:
        """Return what stands between cells, and how many rows stand above the headings."""
        with self._opened() as file:
            head = file.read(_HEAD)
        if not head.strip():
            raise Unreadable(f"{self._name} is empty.", "Ask for the file again.")
        best = (0, 0, ",", 0)
        for number, one in enumerate(DELIMITERS):
            rows = _first_rows(head, one)
            index, known = best_row(rows, is_known)
            if known > best[0]:
                best = (known, -number, one, index)
        if not best[0]:
            first = max((_first_rows(head, one)[:1] for one in DELIMITERS), key=_width)
            raise nothing_known(self._name, first[0] if first else [])
        return best[2], best[3]


def _first_rows(head: str, delimiter: str) -> list[list[str]]:
    """Return the first rows, so far as they can be read."""
    rows: list[list[str]] = []
    csv.field_size_limit(_LONGEST)
    with suppress(csv.Error):
        for cells in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
            rows.append([cell.strip() for cell in cells[:_MOST_COLUMNS]])
            if len(rows) > MOST_ABOVE:
                break
    return rows


def _width(rows: list[list[str]]) -> int:
    return len(rows[0]) if rows else 0
