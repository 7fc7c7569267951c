"""A workbook that is handed out: sheets to be read, filtered and printed."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from anbefal.exchange.outgoing.page_rows import fitting, with_rows
from anbefal.exchange.outgoing.text_sheet import MADE, literal
from anbefal.exchange.scoresheet.heights import height_of
from anbefal.sheets import Content, Sheet, Workbook

TITLE_ROW, LEAD_ROW, HEADING_ROW = 0, 1, 2
_A4 = 9
_DARK, _WHITE, _LINE = "#1F3864", "#FFFFFF", "#7F7F7F"
_TEXT = "@"
"""The number format that keeps what is typed as it is typed, also where it begins with =."""
_WIDEST = 80
"""Characters of a column of sentences."""
_TITLE_HEIGHT = 26.0


def write_page_book(book: Workbook) -> bytes:
    """Return a workbook as the content of an .xlsx file; the same book gives the same bytes.

    Raises:
        Misuse: A text is longer than a cell can hold.
    """
    import xlsxwriter

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as workbook:
        properties = {"title": book.title, "author": book.author, "created": MADE}
        workbook.set_properties(properties)
        styles = _Styles(workbook)
        for sheet in book.sheets:
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, book, styles)
        _write_about(workbook.add_worksheet(book.about_name), book, styles)
    return with_rows(made.getvalue(), book.sheets, HEADING_ROW + 2)


class _Styles:
    def __init__(self, workbook: Any) -> None:
        def style(**more: Any) -> Any:
            return workbook.add_format({"valign": "top", **more})

        line = {"border": 1, "border_color": _LINE, "text_wrap": True}
        dark = {"bg_color": _DARK, "font_color": _WHITE, "bold": True}
        self.title = style(bold=True, font_size=16, num_format=_TEXT)
        self.lead = style(num_format=_TEXT, italic=True)
        self.head = style(**line, **dark, num_format=_TEXT)
        self.words = style(**line, num_format=_TEXT)
        self.number = style(**line, num_format="#,##0")
        self.foot = style(**line, bold=True, num_format="#,##0")
        self.sentence = style(text_wrap=True, num_format=_TEXT)


def _write_sheet(page: Any, sheet: Sheet, book: Workbook, styles: _Styles) -> None:
    _write_words(page, TITLE_ROW, 0, sheet.title, styles.title)
    _write_words(page, LEAD_ROW, 0, book.lead, styles.lead)
    page.set_row(TITLE_ROW, _TITLE_HEIGHT)
    for number, width in enumerate(sheet.widths):
        page.set_column(number, number, width)
    _write_row(page, HEADING_ROW, sheet.headings, sheet, (styles.head, None))
    if sheet.rows:  # an empty one, in the place of all
        for column, style in enumerate((styles.words, styles.number)):
            page.write_blank(HEADING_ROW + 1, column, None, style)
    last = HEADING_ROW + len(sheet.rows)
    if sheet.foot:
        _write_row(page, last + 1, sheet.foot, sheet, (styles.foot, styles.foot))
    page.autofilter(HEADING_ROW, 0, last, len(sheet.headings) - 1)
    page.freeze_panes(HEADING_ROW + 1, 1)
    page.repeat_rows(HEADING_ROW)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    _set_up_page(page, book)


def _write_row(
    page: Any,
    number: int,
    row: Sequence[Content],
    sheet: Sheet,
    style: tuple[Any, Any],
) -> None:
    """Write a row as high as its words need.

    Args:
        page: The sheet that is written.
        number: Its number, from 0.
        row: What stands in it.
        sheet: What stands in the sheet, for the widths of its columns.
        style: How words look, and how numbers do.
    """
    page.set_row(number, height_of(zip(map(str, row), sheet.widths, strict=True)))
    for column, content in enumerate(row):
        if isinstance(content, int):
            page.write_number(number, column, content, style[1])
        else:
            _write_words(page, number, column, content, style[0])


def _write_about(page: Any, book: Workbook, styles: _Styles) -> None:
    _write_words(page, TITLE_ROW, 0, book.title, styles.title)
    page.set_row(TITLE_ROW, _TITLE_HEIGHT)
    page.set_column(0, 0, _WIDEST)
    for number, line in enumerate(book.about, start=LEAD_ROW):
        page.set_row(number, height_of([(line, _WIDEST)]))
        _write_words(page, number, 0, line, styles.sentence)
    _set_up_page(page, book)


def _write_words(page: Any, row: int, column: int, words: str, style: Any) -> None:
    """Write a text as text, whatever it begins with."""
    if not words:
        page.write_blank(row, column, None, style)
        return
    page.write_string(row, column, literal(fitting(words)), style)


def _set_up_page(page: Any, book: Workbook) -> None:
    """Have a sheet printed across A4, as wide as the paper, with its title and page below."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    said = book.title.replace("&", "&&")[:150]
    page.set_footer(f"&L{said}&R{book.page}")
