"""What a library would have to lay out to read a workbook, counted before it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from anbefal.errors import Unreadable
from anbefal.exchange.limits import MOST_OF, Limits

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The last row and column that Excel itself has."""

_STRICT = "purl.oclc.org/ooxml"
_ANEW = "Open it in Excel or LibreOffice and save it anew."
_SMALLER = "Delete the rows and columns that are not needed. Is it the right file?"
_CHEAP = frozenset({"row", "c", "v", "is", "t"})
_INNER = frozenset({"v", "is", "t"})


class Reach:
    """Counts the elements and cells of every part of a workbook.

    A part is what the library takes it for, whatever it calls itself: whatever lies in a row is a
    cell to it, so that is what counts here, in every part.

    Attributes:
        is_strict: Whether the part is of the kind 'Strict Open XML'.
        merged: Part to the ranges of cells that are merged in it, as they stand there.
        rows: Part to how many rows it has.

    Args:
        name: What the file is called.
        limits: How much it may hold.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._elements = self._costly = self._strings = self._cells = self._reach = 0
        self._translated = 0
        self._few: Counter[str] = Counter()
        self.merged: dict[str, list[str]] = {}
        self.rows: Counter[str] = Counter()
        self.begin("")

    def begin(self, part: str) -> None:
        """Begin another part."""
        self.is_strict = False
        self._part = part
        self._named: set[str] = set()
        self._formulas: dict[str, int] = {}
        self._formula: tuple[str, int] | None = None
        self._row_depth = self._row = self._column = 0
        self._row_told = "0"

    def see(self, tag: str, attributes: Mapping[str, str], depth: int, at: int) -> None:
        """Count one element, which lies so deep, the topmost 1, and begins at that byte.

        Raises:
            Unreadable: There are too many, or cells do not stand in order.
        """
        if self._formula:
            self._measure_formula(at)
        if tag in _INNER and 0 < self._row_depth < depth - 1:  # most elements are such
            self._elements += 1
            if self._elements > self._limits.elements:
                self._refuse_number()
            return
        self._count(tag)
        if depth == 1:
            self.is_strict = any(_STRICT in value for value in attributes.values())
        if self._row_depth and depth <= self._row_depth:
            self._row_depth = 0
        if depth == self._row_depth + 1 and self._row_depth:
            self._see_cell(attributes.get("r"))
        if tag == "row":
            self._see_row(attributes.get("r"), depth)
        else:
            self._see_other(tag, attributes, at)

    def _see_other(self, tag: str, attributes: Mapping[str, str], at: int) -> None:
        if tag == "mergeCell":
            self.merged.setdefault(self._part, []).append(attributes.get("ref", ""))
        elif tag == "f" and attributes.get("t") == "shared":
            self._see_formula(attributes.get("si", ""), at)
        elif tag == "sheet":
            self._see_once([value for key, value in attributes.items() if key.endswith(":id")])
        elif tag == "Relationship" and attributes.get("TargetMode") != "External":
            file = attributes.get("Target", "").rpartition("/")[2]
            self._see_once([file] if file.lower().endswith((".xml", ".rels")) else [])

    def _see_formula(self, name: str, at: int) -> None:
        self._formula = name, at
        self._translated += self._formulas.get(name, 0)
        if self._translated > self._limits.formulas:
            raise Unreadable(f"{self._name} has too many long formulas.", _SMALLER)

    def _measure_formula(self, at: int) -> None:
        """Note how long a formula that cells share is, now that the next element begins."""
        if self._formula:
            name, began = self._formula
            self._formulas[name] = max(self._formulas.get(name, 0), at - began)
            self._formula = None

    def _see_once(self, names: list[str]) -> None:
        """Refuse what names one sheet twice: each time would cost as much as another sheet."""
        if not self._named.isdisjoint(names):
            message = f"{self._name} is damaged: it names one of its parts twice."
            raise Unreadable(message, _ANEW)
        self._named.update(names)

    def _count(self, tag: str) -> None:
        limits = self._limits
        self._elements += 1
        if tag == "si":
            self._strings += 1
        elif tag not in _CHEAP:
            self._costly += 1
            if tag in MOST_OF:
                self._few[tag] += 1
                if self._few[tag] > MOST_OF[tag]:
                    message = f"{self._name} has more than {MOST_OF[tag]:,} parts of one kind"
                    raise Unreadable(f"{message} ({tag}).", _SMALLER)
        if (
            self._elements > limits.elements
            or self._costly > limits.costly
            or self._strings > limits.strings
        ):
            self._refuse_number()

    def _see_row(self, told: str | None, depth: int) -> None:
        row = _whole(told) if told else self._row + 1
        if self._row_depth or not self._row < row <= LAST_ROW:
            self._refuse_order()
        self._row_depth = depth
        self.rows[self._part] += 1
        self._add(row - self._row)
        self._row, self._row_told, self._column = row, str(row), 0

    def _see_cell(self, told: str | None) -> None:
        column = self._column + 1
        if told:
            word = told.removesuffix(self._row_told)
            column = number_of(word)
            if column > LAST_COLUMN:  # it is none, or its row has another number
                self._refuse_order()
        if not self._column < column <= LAST_COLUMN:
            self._refuse_order()
        self._cells += 1
        self._add(column - self._column)
        self._column = column

    def _add(self, cells: int) -> None:
        self._reach += cells
        if self._cells > self._limits.cells or self._reach > self._limits.reach:
            message = f"{self._name} has more than {self._limits.cells:,} cells."
            raise Unreadable(message, _SMALLER)

    def _refuse_number(self) -> None:
        raise Unreadable(f"{self._name} holds more than can be read.", _SMALLER)

    def _refuse_order(self) -> None:
        message = f"{self._name} is damaged: its cells do not stand in order."
        raise Unreadable(message, _ANEW)


def letters(column: int) -> str:
    """Return the letters of a column, from 1 for A."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


@lru_cache(maxsize=1024)
def number_of(word: str) -> int:
    """Return the number of a column's letters, or one beyond all columns."""
    if not (word.isascii() and word.isalpha() and word.isupper() and len(word) <= len("XFD")):
        return LAST_COLUMN + 1
    number = 0
    for letter in word:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _whole(digits: str) -> int:
    """Return a number of a row, or one beyond all rows."""
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(LAST_ROW))
    return int(digits) if is_number else LAST_ROW + 1
