"""How the cells of a score sheet look, and what its protection allows.

Nothing is said by colour alone: what is to be written in stands in words above each column, and a
program tells which cells are locked. Text has a contrast of at least 7 to 1 (WCAG, AAA).
"""

from __future__ import annotations

from typing import Any

from anbefal.exchange.outgoing.text_sheet import literal
from anbefal.wording import Wording

PROTECTION = {
    "autofilter": True,
    "sort": True,
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
"""What may be done while a sheet is protected, beside filling in what is not locked."""

_A4 = 9
_LINE = {"border": 1, "border_color": "#7F7F7F", "valign": "top"}
_GREY, _DARK, _WHITE = "#F0F0F0", "#1F3864", "#FFFFFF"
_PLAIN, _TITLE = 11, 16
"""Sizes of letters in points."""
_AS_TEXT = "@"
"""The number format that keeps what is typed as it is typed, also where it begins with = or -."""


class Styles:
    """The formats of a workbook's cells.

    Args:
        book: The workbook.
    """

    def __init__(self, book: Any) -> None:
        def style(**more: Any) -> Any:
            return book.add_format({**_LINE, "text_wrap": True, **more})

        dark = {"bg_color": _DARK, "font_color": _WHITE, "bold": True}
        self.title = style(border=0, bold=True, font_size=_TITLE)
        self.larger = _TITLE / _PLAIN
        self.head = style(**dark)
        self.help = style(bg_color=_GREY, font_size=9)
        self.locked = style(bg_color=_GREY)
        self.share = style(bg_color=_GREY, num_format="0.0 %")
        self.value = style(locked=False, align="center")
        self.words = style(locked=False, num_format=_AS_TEXT)
        self.locked_words = book.add_format({"num_format": _AS_TEXT})
        self.date = style(locked=False, num_format="yyyy-mm-dd", align="left")


def set_up_page(page: Any, words: Wording, said: str) -> None:
    """Have a sheet printed across the paper, with what it is and the page's number below.

    Args:
        page: The sheet.
        words: The words of score sheets.
        said: What stands on each page.
    """
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.set_footer(f"&L{said.replace('&', '&&')[:100]}&C&A&R{words.say('page')}")


def write_words(page: Any, row: int, column: int, words: str, style: Any) -> None:
    """Write a text as text, whatever it begins with; an empty one leaves the cell empty."""
    if words:
        page.write_string(row, column, literal(words), style)
    else:
        page.write_blank(row, column, None, style)
