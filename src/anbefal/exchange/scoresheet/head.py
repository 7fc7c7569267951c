"""What a score sheet says of itself: for whom and when, and which criteria it was made for.

They are known by the keys, wherever these stand on their sheet, so that moved rows and renamed
sheets do no harm; the value is the next cell to the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from anbefal.errors import Misuse
from anbefal.exchange.cells import is_empty
from anbefal.exchange.scoresheet.layout import KEY, VERSION, known_date_labels, plain
from anbefal.exchange.workbooks import Cell, Sheet

_FIRST = f"{KEY}scoresheet"


@dataclass(frozen=True)
class Head:
    """What import needs to know beside the values.

    Attributes:
        round: The round, ``None`` where the sheet does not say.
        assessor: Id of the assessor, ``None`` where the sheet does not say.
        scale: Lowest and highest value, ``None`` where the sheet does not say.
        criteria: Criterion to the heading of its column, when the sheet was made.
        criterion_cells: Criterion to the cell that tells of it.
        date: The cell beside the label of the date, whatever it holds.
    """

    round: str | None
    assessor: str | None
    scale: tuple[float, float] | None
    criteria: Mapping[str, str]
    criterion_cells: Mapping[str, Cell]
    date: Cell | None


def read_head(sheets: Sequence[Sheet]) -> Head:
    """Return what a workbook says of itself.

    Args:
        sheets: Its sheets but for the one that is filled in, where people may write anything. Where
            one of them says that it tells of a score sheet, the others are not listened to.

    Raises:
        Misuse: It says the same thing in two ways, was made by a later anbefal, or tells of a scale
            that is none.
    """
    told: dict[str, Cell] = {}
    dates: list[Cell] = []
    labels = known_date_labels()
    pairs = [tuple(_pairs(sheet)) for sheet in sheets]
    first = [one for one in pairs if any(words == _FIRST for words, _ in one)]
    for words, cell in (pair for one in first or pairs for pair in one):
        if words.startswith(KEY):
            _learn(told, words.removeprefix(KEY), cell)
        elif words in labels and not is_empty(cell):
            dates.append(cell)
    if "scoresheet" in told and _said(told, "scoresheet") != VERSION:
        message = "The sheet was made by another version of anbefal, which lays it out otherwise."
        raise Misuse(message, "Export it anew, or import it with that version.")
    cells = {
        key.removeprefix("criterion:"): cell
        for key, cell in told.items()
        if key.startswith("criterion:")
    }
    return Head(
        round=_said(told, "round"),
        assessor=_said(told, "assessor"),
        scale=_scale(told),
        criteria={one: _text(cell) for one, cell in cells.items()},
        criterion_cells=cells,
        date=_one_of(dates),
    )


def _pairs(sheet: Sheet) -> Iterator[tuple[str, Cell]]:
    """Yield every text, as :func:`plain` writes it, with the cell to its right."""
    for row in sheet.rows:
        for label, cell in pairwise(row):
            if label.kind == "text" and cell.column == label.column + 1:
                yield plain(str(label.value)), cell


def _one_of(dates: Sequence[Cell]) -> Cell | None:
    for one in dates[1:]:
        if one.shown != dates[0].shown:
            message = f"The workbook says two dates: in {dates[0].place} and in {one.place}."
            raise Misuse(message, "Keep only the one that counts.")
    return dates[0] if dates else None


def _learn(told: dict[str, Cell], key: str, cell: Cell) -> None:
    known = told.setdefault(key, cell)
    if _text(known) != _text(cell):
        message = f"The workbook says two things of {key!r}: in {known.place} and in {cell.place}."
        raise Misuse(message, "Keep only the sheets of one export in it.")


def _said(told: Mapping[str, Cell], key: str) -> str | None:
    return _text(told[key]) or None if key in told else None


def _text(cell: Cell) -> str:
    if cell.kind == "number" and cell.number.is_integer():
        return str(int(cell.number))
    return str(cell.value).strip()


def _scale(told: Mapping[str, Cell]) -> tuple[float, float] | None:
    ends = [_said(told, "scale-min"), _said(told, "scale-max")]
    try:
        low, high = (float(end.replace(",", ".")) for end in ends if end)
    except ValueError:  # one is missing, or is no number
        if any(ends):
            message = "The workbook does not say on which scale its values lie."
            raise Misuse(message, "Export a new sheet, and copy the values into it.") from None
        return None
    return low, high
