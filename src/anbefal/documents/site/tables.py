"""Tables of a page: the same numbers as the reader sees them, and as a sheet of a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.lines import plain
from anbefal.documents.site.page import SiteLine
from anbefal.documents.site.voice import Voice
from anbefal.model.dates import PartialDate
from anbefal.sheets import Content, Sheet

SiteCell = SiteLine | int
"""What stands in a cell: a line, or a number."""

NONE: SiteLine = (Run("\u2013"),)
"""What stands in a cell that has nothing to count or to tell."""


@dataclass(frozen=True, slots=True)
class SiteTable:
    """Rows under headings; the first cell of a row is its heading.

    Attributes:
        name: What stands on the tab of its sheet, at most 31 characters.
        caption: What it shows.
        head: The headings of the columns.
        rows: The rows, each with a cell for every column.
        widths: The widths of the columns of its sheet, in characters.
    """

    name: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[SiteCell, ...], ...]
    widths: tuple[int, ...]

    @property
    def numbers(self) -> tuple[bool, ...]:
        """Which columns hold numbers; where a row has none to tell, words may stand in them."""
        columns = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.head)
        return tuple(any(isinstance(cell, int) for cell in column) for column in columns)


def date_for_files(voice: Voice, date: PartialDate | None) -> str:
    """Return a date as a cell of a file holds it: 2022-10-03, 2022, or a month in words.

    A spreadsheet would make a day of 2022-10; "in October 2022" it leaves as it is.
    """
    if date is None:
        return ""
    return voice.words("site").when(date) if date.month and not date.day else str(date)


def sheet_of(table: SiteTable) -> Sheet:
    """Return a table as a sheet."""
    return Sheet(
        name=table.name,
        title=table.caption,
        headings=table.head,
        widths=table.widths,
        rows=tuple(tuple(map(_content, row)) for row in table.rows),
    )


def _content(cell: SiteCell) -> Content:
    # A no-break space would keep people from finding the words.
    return cell if isinstance(cell, int) else plain(cell).replace("\u00a0", " ")
