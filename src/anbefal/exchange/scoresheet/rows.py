"""The rows of a score sheet that came back: what each gives the item that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from anbefal.exchange.cells import Findings, NotFit, is_empty, number_in, words_in
from anbefal.exchange.scoresheet.belonging import Belonging
from anbefal.exchange.scoresheet.exported import Exported
from anbefal.exchange.scoresheet.layout import (
    LEVELS,
    Column,
    Level,
    known_levels,
    number_words,
    plain,
)
from anbefal.exchange.scoresheet.table import Table
from anbefal.exchange.workbooks import Cell
from anbefal.model.dataset import Dataset
from anbefal.model.names import nearest
from anbefal.model.vocabulary import Scale

MOST_DECIMALS = 6
"""Decimals of a value."""
_GIVEN = frozenset({"value", "reason", "dissent"})


@dataclass(frozen=True)
class FilledItem:
    """What a sheet gives one item. Of a column that is not there, nothing is said.

    Attributes:
        level: What it is.
        item: Id of the theme or recommendation.
        values: Criterion to value, ``None`` where the cell is empty.
        reasons: Criterion to reason, ``None`` where the cell is empty.
        dissent: A minority view, an empty text where the cell is empty, ``None`` without a column.
    """

    level: Level
    item: str
    values: Mapping[str, float | None]
    reasons: Mapping[str, str | None]
    dissent: str | None


@dataclass
class Rows:
    """Reads the rows of a table.

    Attributes:
        table: The table.
        dataset: The repository.
        scale: The scale of the criteria.
        exported: What stood in the assessment when the sheet was exported.
        found: Takes what is wrong.
        gone: Ids that nothing has any more, of rows that are empty.
    """

    table: Table
    dataset: Dataset
    scale: Scale
    exported: Exported
    found: Findings
    gone: list[str] = field(default_factory=list)
    _seen: dict[tuple[Level, str], Cell] = field(default_factory=dict)

    def items(self) -> Iterator[FilledItem]:
        """Yield what each row gives that is about an item."""
        belonging = Belonging(self.dataset, self.found)
        for row in self.table.rows:
            cells = {
                self.table.columns[cell.column]: cell
                for cell in row
                if cell.column in self.table.columns and not is_empty(cell)
            }
            item = self._item(cells)
            if item and belonging.fits(*item, cells[Column("id")], cells):
                yield self._filled(*item, cells)

    def _item(self, cells: Mapping[Column, Cell]) -> tuple[Level, str] | None:
        """Return what a row is about, ``None`` where it is a note or something is wrong."""
        told = cells.get(Column("id"))
        if told is None:
            self._complain_of_values(cells)
            return None
        one = plain(told.shown if told.kind != "text" else str(told.value))
        levels = self._levels(cells.get(Column("kind")))
        known = {
            level: self.dataset.themes if level == "theme" else self.dataset.recommendations
            for level in levels
        }
        fitting = [level for level, ids in known.items() if one in ids]
        if not fitting and not self._given(cells):
            self.gone.append(told.shown)
            return None
        if len(fitting) != 1:
            self._complain_of_id(told, levels, [*known.values()], ambiguous=bool(fitting))
            return None
        item = fitting[0], one
        if item in self._seen:
            message = f"{one!r} has two rows; the first is {self._seen[item].place}."
            self.found.add(told, message, "Keep one of the two.")
            return None
        self._seen[item] = told
        return item

    def _levels(self, cell: Cell | None) -> tuple[Level, ...]:
        if cell is None:
            return LEVELS
        level = known_levels().get(plain(cell.shown))
        return (level,) if level else LEVELS

    def _complain_of_id(
        self,
        told: Cell,
        levels: tuple[Level, ...],
        known: list[Mapping[str, object]],
        *,
        ambiguous: bool,
    ) -> None:
        kinds = " or ".join(levels)
        if ambiguous:
            message = f"{told.shown!r} is the id of a theme and of a recommendation."
            self.found.add(told, message, "Say which in the column with the kind.")
            return
        near = nearest(told.shown, [one for ids in known for one in ids])
        hint = f"Did you mean {near!r}?" if near else "Ids must stay as they were exported."
        self.found.add(told, f"There is no {kinds} {told.shown!r}.", hint)

    def _complain_of_values(self, cells: Mapping[Column, Cell]) -> None:
        """Complain of what would be lost: values, reasons or dissent that belong to no item."""
        lost = self._given(cells)
        if lost:
            message = f"The row has no id, and holds {lost[0].shown!r}."
            hint = "Write the id into the row, or empty it; notes may stand in columns of your own."
            self.found.add(lost[0], message, hint)

    @staticmethod
    def _given(cells: Mapping[Column, Cell]) -> list[Cell]:
        return [cell for column, cell in cells.items() if column.kind in _GIVEN]

    def _filled(self, level: Level, item: str, cells: Mapping[Column, Cell]) -> FilledItem:
        values: dict[str, float | None] = {}
        reasons: dict[str, str | None] = {}
        for column in self.table.columns.values():
            if column.criterion and column.kind == "value":
                values[column.criterion] = self._value(level, item, column.criterion, cells)
            elif column.criterion:
                reasons[column.criterion] = self._words(cells.get(column))
        dissent = None
        if Column("dissent") in self.table.columns.values():
            dissent = self._words(cells.get(Column("dissent"))) or ""
        return FilledItem(level, item, values, reasons, dissent)

    def _value(
        self, level: Level, item: str, criterion: str, cells: Mapping[Column, Cell]
    ) -> float | None:
        cell = cells.get(Column("value", criterion))
        if cell is None:
            return None
        low, high = self.scale.min, self.scale.max
        scale = f"{number_words(low)} to {number_words(high)}"
        try:
            value = number_in(cell)
        except NotFit as error:
            self.found.add(cell, error.message, f"{error.hint} The scale is {scale}.")
            return None
        short = _as_excel_has_it(value)
        was = self.exported.places.get((level, item, "value", criterion))
        if not low <= value <= high:
            message = f"The value {cell.shown} is not on the scale {scale}."
            self.found.add(cell, message, "Write a value on the scale, or leave the cell empty.")
        elif isinstance(was, float) and short == _as_excel_has_it(
            was
        ):  # whatever it is, the assessment had it
            return value
        elif round(short, MOST_DECIMALS) != short:
            message = f"The value {cell.shown} has more than {MOST_DECIMALS} decimals."
            self.found.add(cell, message, "Round it.")
        else:
            return short
        return None

    def _words(self, cell: Cell | None) -> str | None:
        if cell is None:
            return None
        try:
            return words_in(cell)
        except NotFit as error:
            self.found.add(cell, error.message, error.hint)
            return None


def _as_excel_has_it(number: float) -> float:
    return float(f"{number:.15g}")
