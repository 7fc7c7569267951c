"""A chart as pages show it: a picture, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.documents.site.tables import SiteTable


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its numbers.

    Attributes:
        name: Begins the ids in it; each chart of a page has its own.
        alternative: The same in a sentence or two, with the numbers that matter most, for those
            who do not see it.
        svg: The picture as SVG, made by the program: the only part of a page that is not escaped.
        table: The same numbers; its caption is what the chart shows.
    """

    name: str
    alternative: str
    svg: str
    table: SiteTable
