"""What stands in a workbook that is handed out: what results are put into and files made from."""

from __future__ import annotations

from dataclasses import dataclass

Content = str | int
"""What stands in a cell; an empty text leaves it empty."""


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes:
        name: What stands on its tab, at most 31 characters.
        title: The heading above its rows.
        headings: The headings of its columns.
        widths: Their widths in characters.
        rows: What stands below them.
        foot: A last row that sums the others up; it is neither sorted nor filtered with them.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Content, ...], ...]
    foot: tuple[Content, ...] = ()


@dataclass(frozen=True)
class Workbook:
    """A workbook.

    Attributes:
        title: What it is called, in its properties and at the foot of every page.
        author: Who hands it out; empty where nobody is named.
        lead: What stands below the title of every sheet.
        sheets: Its sheets.
        about_name: What stands on the tab of the last sheet.
        about: What stands there, line by line.
        page: How pages are numbered in print; ``&P`` is the page and ``&N`` how many there are.
    """

    title: str
    author: str
    lead: str
    sheets: tuple[Sheet, ...]
    about_name: str
    about: tuple[str, ...]
    page: str
