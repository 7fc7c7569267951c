"""What stood in the assessment when a sheet was exported, on a hidden sheet of its own.

With it, import can tell what the network wrote from what merely stood there: a sheet that comes
back late takes back nothing that was entered meanwhile. A row names its place itself, so the rows
may stand in any order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from anbefal.errors import Misuse
from anbefal.exchange.cells import NotFit, number_in, words_in
from anbefal.exchange.scoresheet.content import Item, ScoreSheet
from anbefal.exchange.scoresheet.layout import KEY, LEVELS, VERSION, Level, plain
from anbefal.exchange.scoresheet.layout import words_in as words_of
from anbefal.exchange.scoresheet.styles import Styles, write_words
from anbefal.exchange.workbooks import Cell, Sheet, Workbook
from anbefal.model.dates import PartialDate, parse_date

SHEET_NAME = "anbefal"

What = Literal["value", "reason", "dissent"]
Place = tuple[Level, str, What, str | None]
"""Kind and id of an item, what stands there, and the criterion."""

_MARK = f"{KEY}exported"
_DATE = f"{KEY}exported-date"


@dataclass(frozen=True)
class Exported:
    """What stood in the assessment when a sheet was exported.

    Attributes:
        date: The date of the assessment, where there was one.
        places: Every place in which something stood.
    """

    date: PartialDate | None = None
    places: Mapping[Place, float | str] = field(default_factory=dict)


def write_exported(page: Any, sheet: ScoreSheet, styles: Styles) -> None:
    """Write what stands in the assessment, a row for each place, and hide the sheet."""
    page.write_string(0, 0, _MARK)
    page.write_string(0, 1, VERSION)
    page.write_string(0, 2, words_of(sheet.language).say("technical"))
    page.write_string(1, 0, _DATE)
    page.write_string(1, 1, str(sheet.date or ""))
    rows = (row for item in sheet.items for row in _rows_of(item))
    for number, (place, content) in enumerate(rows, start=2):
        for column, word in enumerate(place):
            page.write_string(number, column, word or "", styles.locked_words)
        if isinstance(content, str):
            write_words(page, number, len(place), content, styles.locked_words)
        else:
            page.write_number(number, len(place), content, styles.locked_words)
    page.hide()


def _rows_of(item: Item) -> Iterator[tuple[Place, float | str]]:
    for criterion, value in item.values.items():
        yield (item.level, item.id, "value", criterion), value
    for criterion, reason in item.reasons.items():
        yield (item.level, item.id, "reason", criterion), reason
    if item.dissent:
        yield (item.level, item.id, "dissent", None), item.dissent


def read_exported(workbook: Workbook) -> Exported | None:
    """Return what a workbook tells of its export, ``None`` where it does not.

    A row that is not as it was written is left aside: its place then counts as empty at export,
    and what was entered there meanwhile is asked about instead of being taken back.

    Raises:
        Misuse: There are several such sheets.
    """
    found = [sheet for sheet in workbook.sheets if _is_marked(sheet)]
    if len(found) > 1:
        names = ", ".join(repr(sheet.name) for sheet in found)
        message = f"{workbook.name} tells of several exports: {names}."
        raise Misuse(message, "Keep only the sheets of one export in it.")
    return _read(found[0]) if found else None


def _is_marked(sheet: Sheet) -> bool:
    return any(row[0].kind == "text" and plain(str(row[0].value)) == _MARK for row in sheet.rows)


def _read(sheet: Sheet) -> Exported:
    date: PartialDate | None = None
    places: dict[Place, float | str] = {}
    for row in sheet.rows:
        cells = {cell.column: cell for cell in row}
        words = [str(cells[n].value) if n in cells else "" for n in range(1, 5)]
        if plain(words[0]) == _DATE:
            date = _date(words[1])
        elif (place := _place(words)) and 5 in cells:  # noqa: PLR2004 - the fifth column
            try:
                places[place] = _content(place[2], cells[5])
            except NotFit:
                continue
    return Exported(date, places)


def _place(words: list[str]) -> Place | None:
    level = next((one for one in LEVELS if one == words[0]), None)
    what: What | None = next((one for one in get_args(What) if one == words[2]), None)
    return (level, words[1], what, words[3] or None) if level and what else None


def _content(what: What, cell: Cell) -> float | str:
    return number_in(cell) if what == "value" else words_in(cell)


def _date(words: str) -> PartialDate | None:
    try:
        return parse_date(words)
    except ValueError:
        return None
