"""A score sheet as an Excel workbook. The same sheet gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from anbefal.errors import Misuse
from anbefal.exchange.outgoing.text_sheet import literal
from anbefal.exchange.scoresheet.belonging import check_words
from anbefal.exchange.scoresheet.content import ScoreSheet
from anbefal.exchange.scoresheet.criteria_sheet import write_criteria
from anbefal.exchange.scoresheet.exported import SHEET_NAME, write_exported
from anbefal.exchange.scoresheet.heights import LINE, SMALL_LINE, height_of, with_rows_that_grow
from anbefal.exchange.scoresheet.layout import Column, columns, scale_words, steps_of, words_in
from anbefal.exchange.scoresheet.messages import LONGEST_NAME, help_on, message_on, shortened
from anbefal.exchange.scoresheet.read_first import write_read_first
from anbefal.exchange.scoresheet.styles import PROTECTION, Styles, set_up_page, write_words
from anbefal.wording import Wording

MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no zones
"""The day that every workbook is made on, as far as it tells."""
LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds, those beyond 65,535 counted as two."""
HEADING_ROW = 1
"""The row of the headings, from 0; the row above it says what belongs in each column."""
TITLE_WIDTH = 32
"""Characters of the title of a message on a cell."""

_WIDTHS = {
    "kind": 12,
    "id": 22,
    "name": 36,
    "hints": 60,
    "value": 19,
    "reason": 30,
    "dissent": 36,
    "check": 12,
}
_SCALE = 60
"""The size in print, in per cent: three columns stay, and three to five stand beside them."""
_FROZEN = 3
"""Columns that stay when one scrolls: kind, id and name."""


def write_score_sheet(sheet: ScoreSheet) -> bytes:
    """Return a score sheet as the content of an .xlsx file.

    Raises:
        Misuse: A reason or a dissent is longer than a cell can hold.
    """
    from xlsxwriter import Workbook

    words = words_in(sheet.language)
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(made, options) as book:
        title = words.say("title", round=sheet.round)
        book.set_properties({"title": title, "subject": sheet.assessor_name, "created": MADE})
        styles = Styles(book)
        first = book.add_worksheet(words.label["sheet_read"])
        scores = book.add_worksheet(words.label["sheet_scores"])
        third = book.add_worksheet(words.label["sheet_criteria"])
        hidden = book.add_worksheet(SHEET_NAME)
        headings = columns(sheet.criteria, words)
        write_read_first(first, sheet, headings, styles)
        _write_scores(scores, sheet, headings, styles)
        write_criteria(third, sheet.criteria, words, styles)
        write_exported(hidden, sheet, styles)
        _name_titles(book, words, sheet, len(headings))
        for one in (first, scores, third, hidden):
            one.protect("", PROTECTION)
        first.activate()
    return with_rows_that_grow(made.getvalue())


def _write_scores(
    page: Any, sheet: ScoreSheet, headings: dict[Column, str], styles: Styles
) -> None:
    words = words_in(sheet.language)
    last = HEADING_ROW + len(sheet.items)
    head = [
        {"header": literal(heading), "header_format": styles.head} for heading in headings.values()
    ]
    area = (HEADING_ROW, 0, last, len(headings) - 1)
    page.add_table(*area, {"name": "Scores", "style": None, "columns": head})
    for number, column in enumerate(headings):
        hidden = {"hidden": column.kind == "check"}
        page.set_column(number, number, _WIDTHS[column.kind], None, hidden)
        write_words(page, 0, number, help_on(column, sheet.criteria, words), styles.help)
        if column.kind == "value" and column.criterion:
            rules = _rules(sheet, column.criterion, headings[column], words)
            page.data_validation(HEADING_ROW + 1, number, last, number, rules)
        for row in range(len(sheet.items)):
            _write_cell(page, HEADING_ROW + 1 + row, number, sheet, column, styles)
    _set_heights(page, sheet, headings, words)
    page.freeze_panes(HEADING_ROW + 1, _FROZEN)
    page.set_selection(HEADING_ROW + 1, _FROZEN + 1, HEADING_ROW + 1, _FROZEN + 1)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    set_up_page(page, words, f"{sheet.round}, {sheet.assessor_name}")
    page.set_print_scale(_SCALE)
    page.repeat_rows(0, HEADING_ROW)
    page.repeat_columns(0, _FROZEN - 1)


def _set_heights(page: Any, sheet: ScoreSheet, headings: dict[Column, str], words: Wording) -> None:
    shown = [column for column in headings if column.kind != "check"]
    widths = [_WIDTHS[column.kind] for column in shown]
    helps = [help_on(column, sheet.criteria, words) for column in shown]
    wider = [width * LINE / SMALL_LINE for width in widths]
    page.set_row(0, height_of(zip(helps, wider, strict=True), SMALL_LINE))
    page.set_row(HEADING_ROW, height_of(zip((headings[one] for one in shown), widths, strict=True)))
    for row, item in enumerate(sheet.items, start=HEADING_ROW + 1):
        told = [(item.id, _WIDTHS["id"]), (item.name, _WIDTHS["name"])]
        told += [(item.hints, _WIDTHS["hints"]), (item.dissent, _WIDTHS["dissent"])]
        told += [(reason, _WIDTHS["reason"]) for reason in item.reasons.values()]
        page.set_row(row, height_of(told))


def _write_cell(
    page: Any, row: int, number: int, sheet: ScoreSheet, column: Column, styles: Styles
) -> None:
    item = sheet.items[row - HEADING_ROW - 1]
    label = words_in(sheet.language).label
    match column.kind:
        case "value":
            value = item.values.get(column.criterion or "")
            page.write(row, number, value, styles.value)  # a blank cell where there is none
        case "reason":
            reason = item.reasons.get(column.criterion or "", "")
            write_words(page, row, number, _whole(reason, item.id), styles.words)
        case "dissent":
            write_words(page, row, number, _whole(item.dissent, item.id), styles.words)
        case "kind":
            write_words(page, row, number, label[item.level], styles.locked)
        case "id":
            write_words(page, row, number, item.id, styles.locked)
        case "name":
            write_words(page, row, number, shortened(item.name, LONGEST_NAME), styles.locked)
        case "hints":
            write_words(page, row, number, shortened(item.hints, LONGEST_NAME), styles.locked)
        case "check":
            write_words(page, row, number, check_words(item.level, item.id), styles.locked)


def _whole(text: str, item: str) -> str:
    """Return a text that will be read back; none may be cut off.

    Raises:
        Misuse: A cell cannot hold it.
    """
    if len(text.encode("utf-16-le")) // 2 > LONGEST_CELL:
        message = f"A reason or dissent on {item!r} is longer than a cell of Excel can hold."
        raise Misuse(message, f"Shorten it to {LONGEST_CELL:,} characters, or leave the item out.")
    return text


def _rules(sheet: ScoreSheet, criterion: str, heading: str, words: Wording) -> dict[str, Any]:
    """Return what a cell for a value takes, and what is said beside it."""
    scale = sheet.criteria.scale
    allowed: dict[str, Any] = {"validate": "list", "source": list(steps_of(scale))}
    if not allowed["source"]:
        ends = {"criteria": "between", "minimum": scale.min, "maximum": scale.max}
        allowed = {"validate": "decimal", **ends}
    return allowed | {
        "input_title": shortened(heading, TITLE_WIDTH),
        "input_message": message_on(sheet.criteria, criterion, words),
        "error_title": words.say("error_title"),
        "error_message": words.say("error_value", scale=scale_words(scale, words)),
    }


def _name_titles(book: Any, words: Wording, sheet: ScoreSheet, width: int) -> None:
    """Name the cells from which screen readers read the titles of rows and columns."""
    from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

    last = xl_rowcol_to_cell(HEADING_ROW + len(sheet.items), width - 1)
    name = words.label["sheet_scores"]
    title = f"TitleRegion1.A{HEADING_ROW + 1}.{last}.2"
    book.define_name(title, f"='{name}'!${xl_col_to_name(_FROZEN - 1)}${HEADING_ROW + 1}")
    levels = {level for one in sheet.criteria.criteria for level in one.levels}
    last = xl_rowcol_to_cell(len(sheet.criteria.criteria), 3 + len(levels))
    book.define_name(f"TitleRegion2.A1.{last}.3", f"='{words.label['sheet_criteria']}'!$A$1")
