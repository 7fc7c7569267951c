"""A chart as pages show it: a picture, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.documents.site.page import SiteLine


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its numbers.

    Attributes:
        name: Begins the ids in it; each chart of a page has its own.
        title: What it shows, as a heading.
        alternative: The same in a sentence or two, with the numbers that matter most, for those
            who do not see it.
        svg: The picture as SVG, made by the program: the only part of a page that is not escaped.
        head: The headings of the table's columns.
        rows: Its rows; the first cell of a row is its heading.
    """

    name: str
    title: str
    alternative: str
    svg: str
    head: tuple[str, ...]
    rows: tuple[tuple[SiteLine, ...], ...]
