"""Where the values stand in a workbook that came back: the sheet, its columns and its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from anbefal.errors import Misuse
from anbefal.exchange.cells import Findings
from anbefal.exchange.scoresheet.head import Head
from anbefal.exchange.scoresheet.layout import Column, known_id_labels, plain
from anbefal.exchange.workbooks import Area, Cell, Sheet, Workbook
from anbefal.model.vocabulary import CriteriaSet

CODE = "score-sheet"
"""The code of every finding about a sheet."""
MOST_ABOVE = 1_000
"""Rows above the headings, and letters of a heading, that are looked at."""


_READ = frozenset({"id", "value", "reason", "dissent"})


class Table(NamedTuple):
    """The sheet that was filled in, as it is laid out now.

    Attributes:
        columns: The columns that are known, by their numbers.
        unknown: The headings of the others.
        headings: The row of headings.
        above: The rows above it.
        rows: The rows below it.
        merged: The ranges of cells that are merged, on the whole sheet.
    """

    columns: Mapping[int, Column]
    unknown: tuple[Cell, ...]
    headings: tuple[Cell, ...]
    above: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Area, ...]


def has_items(sheet: Sheet, ids: Collection[str]) -> bool:
    """Return whether a known id stands in a column of ids, so that a sheet may be filled in."""
    labels = known_id_labels()
    columns = {cell.column for row in sheet.rows for cell in row if _plain(cell) in labels}
    return bool(columns) and any(
        cell.column in columns and _plain(cell) in ids for row in sheet.rows for cell in row
    )


def find_table(
    workbook: Workbook, headings: Mapping[str, Column], ids: Collection[str], found: Findings
) -> Table:
    """Return the columns and rows of the sheet that was filled in.

    Args:
        workbook: The workbook.
        headings: Every heading that a column may be recognised by.
        ids: The ids of all themes and recommendations.
        found: Takes what is wrong with the headings.

    Raises:
        Misuse: No sheet has the headings, or several.
    """
    sheet, index = _score_sheet(workbook, headings, ids)
    return _columns_of(sheet, index, headings, found)


def complain_of_layout(table: Table, ids: Collection[str], found: Findings) -> None:
    """Complain of rows above the headings, and of merged cells among those that are read."""
    for row in table.above:
        for cell in row:
            if table.columns.get(cell.column) == Column("id") and _plain(cell) in ids:
                message = f"The row of {cell.shown!r} stands above the row with the headings."
                found.add(cell, message, "Move the headings above all rows.")
    heading = table.headings[0]
    for area in table.merged:
        inside = range(area.left, area.right + 1)
        read = [n for n, one in table.columns.items() if n in inside and one.kind in _READ]
        if read and area.bottom > heading.row:
            place = Cell(heading.sheet, max(area.top, heading.row + 1), min(read), "text", "")
            found.add(place, "Cells are merged here.", "Split them, and fill in each by itself.")


def complain_of_columns(table: Table, head: Head, criteria: CriteriaSet, found: Findings) -> None:
    """Complain of criteria that are gone, from the repository or from the sheet."""
    known = {one.id: one.name for one in criteria.criteria}
    there = set(table.columns.values())
    first = table.headings[0]
    for one, cell in head.criterion_cells.items():
        if one not in known:
            message = f"There is no criterion {one!r} any more, which the sheet was made for."
            found.add(cell, message, "Export a new sheet, and let the network fill it in.")
    for one in head.criteria or known:
        if one in known and Column("value", one) not in there:
            heading = head.criteria.get(one, one)
            message = f"The column {heading!r} is missing among the headings."
            found.add(first, message, "Give the column its heading back.")


def notes_on(table: Table, head: Head, criteria: CriteriaSet) -> Iterator[str]:
    """Yield what was left aside, one sentence each."""
    if table.unknown:
        names = ", ".join(repr(cell.shown) for cell in table.unknown)
        yield f"Columns that no score sheet has are left aside: {names}."
    new = [one.id for one in criteria.criteria if head.criteria and one.id not in head.criteria]
    if new:
        yield f"Criteria that came after the sheet was made stay open: {', '.join(new)}."
    gone = {Column("dissent"), *(Column("reason", one) for one in head.criteria)}
    if head.criteria and (number := len(gone - set(table.columns.values()))):
        yield f"{number} of the columns for reasons and dissent are gone from the sheet."


def _score_sheet(
    workbook: Workbook, headings: Mapping[str, Column], ids: Collection[str]
) -> tuple[Sheet, int]:
    """Return the sheet that has the headings, and the index of their row.

    Raises:
        Misuse: No sheet has them, or several.
    """
    found: list[tuple[Sheet, int]] = []
    for sheet in workbook.sheets:
        counted = [_criteria_in(row, headings) for row in sheet.rows[: MOST_ABOVE + 1]]
        if most := max(counted, default=0):
            found.append((sheet, counted.index(most)))
    best = [(sheet, index) for sheet, index in found if has_items(sheet, ids)] or found
    if len(best) == 1:
        return best[0]
    if not best:
        message = f"{workbook.name} holds no score sheet: no row has the heading 'Id' and criteria."
        raise Misuse(message, "Make one with 'anbefal scoresheet export'.")
    names = ", ".join(repr(sheet.name) for sheet, _ in best)
    message = f"{workbook.name} holds several score sheets: {names}."
    raise Misuse(message, "Delete all but the one that counts.")


def _criteria_in(row: tuple[Cell, ...], headings: Mapping[str, Column]) -> int:
    """Return how many criteria a row names as headings; none where it has no heading of ids."""
    found = {headings.get(_plain(cell)) for cell in row if cell.kind == "text"}
    if Column("id") not in found:
        return 0
    return sum(column is not None and column.kind == "value" for column in found)


def _columns_of(sheet: Sheet, index: int, headings: Mapping[str, Column], found: Findings) -> Table:
    columns: dict[int, Column] = {}
    first: dict[Column, Cell] = {}
    unknown = []
    for cell in sheet.rows[index]:
        column = headings.get(_plain(cell))
        if column is None:
            unknown.append(cell)
        elif column in first:
            message = (
                f"The heading {cell.shown!r} stands twice; the first is {first[column].place}."
            )
            found.add(cell, message, "Delete one of the two columns, or change its heading.")
        else:
            columns[cell.column] = column
            first[column] = cell
    above, row, below = sheet.rows[:index], sheet.rows[index], sheet.rows[index + 1 :]
    return Table(columns, tuple(unknown), row, above, below, sheet.merged)


def _plain(cell: Cell) -> str:
    """Return what a cell holds as headings and ids are compared; of a long text, its beginning."""
    return plain(str(cell.value)[:MOST_ABOVE] if cell.kind == "text" else cell.shown)
