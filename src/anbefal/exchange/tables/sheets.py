"""Excel workbooks with a row a row, read a row at a time however large they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from weakref import finalize

from anbefal.errors import Misuse
from anbefal.exchange.cells import shown_number
from anbefal.exchange.limits import HUGE
from anbefal.exchange.reach import Reach, letters
from anbefal.exchange.safe_copies import checked_copy, open_book, telling_of_library
from anbefal.exchange.tables.headings import MOST_ABOVE, best_row, named, nothing_known
from anbefal.exchange.tables.rows import Field, LazyFields, Row
from anbefal.exchange.workbooks import Area, Cell, areas_of, cell_of, part_of
from anbefal.model.incoming import Place, Unread

_VALUES = "Copy the column, and paste it as values; then save the workbook."
_SPLIT = "Split the cells, and fill in each by itself; then save the workbook."
_WHICH = "Name the sheet with --sheet."


class _Found(NamedTuple):
    """A sheet that may hold the table.

    Attributes:
        page: The sheet as the library has it.
        known: How many known headings it has.
        row: The number of the row with the headings.
        cells: The headings.
    """

    page: Any
    known: int
    row: int
    cells: list[str]


class SheetRows:
    """The rows of a sheet; see :class:`anbefal.exchange.tables.rows.Rows`.

    Args:
        path: The workbook.
        is_known: Tells whether a heading is known.
        sheet: The name of the sheet; without one, that with the most known headings.

    Raises:
        Misuse: There is no such sheet, or several have as many known headings.
        Unreadable: It is no workbook, or no sheet has a known heading.
    """

    def __init__(
        self, path: Path, is_known: Callable[[str], bool], sheet: str | None = None
    ) -> None:
        self._name = path.name
        reach = Reach(self._name, HUGE)
        self._file = checked_copy(path, HUGE, reach)
        finalize(self, self._file.close)  # also where nobody reads the rows to their end
        self._book = open_book(self._name, self._file)
        with telling_of_library(self._name):
            self.counts_from: date = self._book.epoch.date()
            found = self._chosen(is_known, sheet)
            self._merged = list(areas_of(found.page, reach.merged))
        self._page, self._row = found.page, found.row
        self._title = str(found.page.title)
        self.headings = named(self._name, found.cells, is_known)
        self._known = {at for at, one in enumerate(found.cells, 1) if one and is_known(one)}
        self._number = max(reach.rows[part_of(found.page)], 1)
        self.share_read = 0.0

    def __iter__(self) -> Iterator[Row | Unread]:
        """Yield the rows below the headings."""
        merged = _Merged([one for one in self._merged if self._inside(one)], self._row)
        with self._file, telling_of_library(self._name):
            for number, cells in enumerate(self._cells(self._row + 1), 1):
                self.share_read = min(number / self._number, 1.0)
                there = [one for one in cells if one.value is not None and not _is_blank(one)]
                if there:
                    yield self._read(there, merged)
        self.share_read = 1.0

    def _read(self, cells: list[Any], merged: _Merged) -> Row | Unread:
        row = cells[0].row
        names = {self._heading(one.column): one for one in cells}
        fields = Fields(self._title, names)
        if area := merged.at(row):
            return self._spoilt(fields, row, min(self._inside(area)), "Cells are merged", _SPLIT)
        formulas = [
            one.column for one in cells if one.data_type == "f" and one.column in self._known
        ]
        if formulas:
            return self._spoilt(fields, row, formulas[0], "A formula stands", _VALUES)
        return Row(Place(row, self._title), fields)

    def _spoilt(self, fields: Fields, row: int, column: int, what: str, hint: str) -> Unread:
        place = Place(row, self._title, letters(column))
        message = f"{what} in the column {self._heading(column)!r}, so its values are not sure."
        raw = {heading: field.text for heading, field in fields.items()}
        return Unread(place, message, hint, raw, spoils_the_file=True)

    def _heading(self, column: int) -> str:
        if column <= len(self.headings):
            return self.headings[column - 1]
        return f"({letters(column)})"

    def _inside(self, area: Area) -> set[int]:
        return {one for one in self._known if area.left <= one <= area.right}

    def _cells(self, first: int) -> Iterator[Sequence[Any]]:
        self._page.reset_dimensions()  # what the file says of its size may be wrong
        return iter(self._page.iter_rows(min_row=first))

    def _chosen(self, is_known: Callable[[str], bool], sheet: str | None) -> _Found:
        pages = list(self._book.worksheets)  # a sheet of a chart is none of them
        if sheet is not None:
            wanted = sheet.strip().casefold()
            pages = [one for one in pages if str(one.title).strip().casefold() == wanted]
            if not pages:
                names = ", ".join(repr(one.title) for one in self._book.worksheets)
                raise Misuse(f"{self._name} has no sheet {sheet!r}.", f"It has {names}.")
        found = [_looked_at(one, is_known) for one in pages]
        most = max((one.known for one in found), default=0)
        best = [one for one in found if one.known == most]
        if not most:
            raise nothing_known(self._name, found[0].cells if found else [])
        if len(best) > 1:
            names = ", ".join(repr(str(one.page.title)) for one in best)
            raise Misuse(f"{self._name} holds several such sheets: {names}.", _WHICH)
        return best[0]


class Fields(LazyFields):
    """The fields of a row, made when they are asked for.

    Args:
        sheet: The name of the sheet.
        cells: Heading to the library's cell.
    """

    __slots__ = ("_cells", "_sheet")

    def __init__(self, sheet: str, cells: dict[str, Any]) -> None:
        self._sheet, self._cells = sheet, cells

    def __getitem__(self, heading: str) -> Field:
        """Return what stands under a heading.

        Raises:
            KeyError: Nothing does.
        """
        cell = cell_of(self._sheet, self._cells[heading])
        text = _text(cell)
        place = Place(cell.row, self._sheet, letters(cell.column))
        return Field(place, cell.kind, text, (text,))

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


def _text(cell: Cell) -> str:
    if cell.kind == "number":
        return shown_number(cell.number)
    return str(cell.value) if cell.kind in {"text", "formula"} else cell.shown


def _is_blank(found: Any) -> bool:
    return isinstance(found.value, str) and not found.value.strip()


def _looked_at(page: Any, is_known: Callable[[str], bool]) -> _Found:
    """Return the row of a sheet with the most known headings."""
    page.reset_dimensions()
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, cells in enumerate(islice(page.iter_rows(), MOST_ABOVE), 1):
        rows.append([one.value.strip() if isinstance(one.value, str) else "" for one in cells])
        numbers.append(number)
    index, known = best_row(rows, is_known)
    if not rows:
        return _Found(page, 0, 1, [])
    headings = rows[index]
    while headings and not headings[-1]:
        headings.pop()
    return _Found(page, known, numbers[index], headings)


class _Merged:
    """Tells of a row whether cells are merged in it.

    Args:
        areas: The ranges of cells that are merged.
        headings: The number of the row with the headings; rows above it do not count.
    """

    def __init__(self, areas: list[Area], headings: int) -> None:
        self._areas: list[Area] = []
        last = headings
        for one in sorted(areas):
            if one.bottom > last:
                self._areas.append(one._replace(top=max(one.top, last + 1)))
                last = one.bottom
        self._tops = [one.top for one in self._areas]

    def at(self, row: int) -> Area | None:
        """Return a range of merged cells that a row lies in."""
        index = bisect_right(self._tops, row) - 1
        area = self._areas[index] if index >= 0 else None
        return area if area and row <= area.bottom else None
