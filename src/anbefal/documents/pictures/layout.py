"""Where everything stands in a picture of a ranking, in units of CSS pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from anbefal.documents.pictures.fitting import ELLIPSIS, wrapped
from anbefal.documents.pictures.ranking import PictureRow, RankingPicture

Role = Literal["title", "subtitle", "caveat", "note", "end"]

SIZES: dict[Role, float] = {
    "title": 1.25,
    "subtitle": 1.0,
    "caveat": 1.0,
    "note": 0.9,
    "end": 0.9,
}
"""Size of type by what a text is, as a share of the size of names."""

NARROW = 480
"""Pictures below this width have smaller type."""

TALLEST = 1.25
"""Height of all rows, as a share of the width, with which the whole still fits a page of A4."""

INSET = 6.0
_LINE = 1.3
_ROW = 1.45
LEADING = 1.1
"""From line to line of a name, as a share of its size."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: the text, where it begins, its middle, and what it is."""

    text: str
    x: float
    y: float
    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    """A row in its place: its name as lines, where it begins and how tall it is."""

    row: PictureRow
    lines: tuple[str, ...]
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The height at which its marks stand."""
        return round(self.top + self.height / 2, 1)


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture in its places.

    Attributes:
        width: The picture's width.
        height: The picture's height.
        size: The size of names.
        name: Where names begin.
        number: Where written scores end.
        score: Where the axis of scores begins and ends.
        rank: Where the axis of ranks begins and ends; ``None`` without bands.
        top: Where the rows begin.
        bottom: Where the rows end.
        places: The rows.
        lines: All text but that of rows and axes.
        end: Where the shortlist ends; ``None`` where no line can show it.
        key: The dots that explain themselves: whether filled, and at which height.
    """

    width: float
    height: float
    size: float
    name: float
    number: float
    score: tuple[float, float]
    rank: tuple[float, float] | None
    top: float
    bottom: float
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    end: float | None
    key: tuple[tuple[bool, float], ...]


def layout(picture: RankingPicture, width: float) -> Layout:
    """Return where everything stands in a picture that is so wide."""
    size = 10.5 if width < NARROW else 12.0
    name = INSET + 2.1 * size
    number = round(width * (0.54 if width < NARROW else 0.5), 1)
    score, rank = _axes(picture, number + 1.2 * size, width - 1.5 * INSET)
    page = _Page(width, size, name)
    page.texts("title", [picture.title])
    page.texts("subtitle", [picture.subtitle])
    page.texts("caveat", picture.caveats)
    page.skip(3.4 * size)
    top = page.y
    places, end = _rows(picture, page, number - 2.9 * size - name)
    if end is not None:
        page.line("end", picture.shortlist_end, name, end - 0.65 * size)
    bottom = page.y
    page.skip(0.6 * size)
    key = page.key(picture)
    page.texts("note", [" ".join(picture.notes)] if width < NARROW else picture.notes)
    return Layout(
        width=width,
        height=round(page.y + INSET, 1),
        size=size,
        name=name,
        number=number,
        score=score,
        rank=rank,
        top=top,
        bottom=bottom,
        places=places,
        lines=tuple(page.lines),
        end=end,
        key=key,
    )


class _Page:
    """Text from above to below; `y` is where the next begins."""

    def __init__(self, width: float, size: float, name: float) -> None:
        self.width = width
        self.size = size
        self.name = name
        self.y = INSET
        self.lines: list[Line] = []

    def skip(self, height: float) -> None:
        self.y = round(self.y + height, 1)

    def line(self, role: Role, text: str, x: float, y: float) -> None:
        self.lines.append(Line(text, round(x, 1), round(y, 1), role))

    def texts(self, role: Role, texts: Sequence[str], indent: float = 0) -> None:
        """Add texts, each wrapped to the width."""
        size = self.size * SIZES[role]
        for text in texts:
            for line in wrapped(text, self.width - 2 * INSET - indent, size, lines=6):
                self.line(role, line, INSET + indent, self.y + _LINE * size / 2)
                self.skip(_LINE * size)

    def key(self, picture: RankingPicture) -> tuple[tuple[bool, float], ...]:
        """Add what the dots mean, where they mean something."""
        dots = []
        for is_filled, words in ((True, picture.filled), (False, picture.hollow)):
            if words:
                dots.append((is_filled, round(self.y + _LINE * self.size * 0.45, 1)))
                self.texts("note", [words], indent=1.3 * self.size)
        return tuple(dots)


def _axes(
    picture: RankingPicture, left: float, right: float
) -> tuple[tuple[float, float], tuple[float, float] | None]:
    if not picture.has_bands:
        return (left, right), None
    middle = left + 0.56 * (right - left)
    return (left, round(middle - 16, 1)), (round(middle + 16, 1), right)


def _rows(
    picture: RankingPicture, page: _Page, name_width: float
) -> tuple[tuple[Place, ...], float | None]:
    """Place the rows, and return them with the height at which the shortlist ends."""
    size, last = page.size, _last_of_shortlist(picture.rows)
    places: list[Place] = []
    end = None
    for number, (row, lines) in enumerate(_names(picture.rows, name_width, page), start=1):
        if row.after_gap:
            page.line("note", ELLIPSIS, page.name, page.y + 0.3 * size)
            page.skip(size)
        places.append(Place(row, lines, page.y, _height(lines, size)))
        page.skip(_height(lines, size))
        if number == last:
            page.skip(1.3 * size)
            end = page.y
            page.skip(0.3 * size)
    return tuple(places), end


def _names(
    rows: Sequence[PictureRow], width: float, page: _Page
) -> list[tuple[PictureRow, tuple[str, ...]]]:
    """Return rows with names of up to three lines, or of one where they would be too tall."""
    most = 3 if page.width < NARROW else 2
    named = [(row, wrapped(row.name, width, page.size, lines=most)) for row in rows]
    if sum(_height(lines, page.size) for _, lines in named) > TALLEST * page.width:
        named = [(row, wrapped(row.name, width, page.size, lines=1)) for row in rows]
    return named


def _height(lines: Sequence[str], size: float) -> float:
    return round(_ROW * size + LEADING * size * (len(lines) - 1), 1)


def _last_of_shortlist(rows: Sequence[PictureRow]) -> int | None:
    """Return after how many rows the shortlist ends, where it is the top and not the whole."""
    marks = [row.shortlisted for row in rows]
    count = sum(marks)
    return count if 0 < count < len(rows) and all(marks[:count]) else None
