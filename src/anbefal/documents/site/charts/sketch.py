"""What a chart consists of, in its places: boxes, lines and words.

Everything has its place before, so that nothing is measured with the fonts of a machine. Vega
draws what counts. Words are put beside it as they are: Vega would measure each of them, which takes
longer than all the rest, and no word of a record has any business in it. Colours are variables of
the page's style sheet; words and lines have the page's ink.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from anbefal.documents.pictures.fitting import width_of
from anbefal.documents.pictures.marks import Spec, mark, stroke
from anbefal.documents.pictures.marks import field as from_field
from anbefal.documents.site.charts.colours import Fill

WIDTH = 400
"""Width of every chart in its own units; on a telephone of 360 pixels one of them is 0.8 pixels."""

SIZE = 14
"""Size of words: 11 pixels on a telephone."""

LEADING = 1.2
"""From line to line, as a share of the size."""

WIDER = 1.15
"""How much wider than Arial a font may be."""
_HATCHING = 4
_EDGE = 0.75

Align = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words that begins, has its middle or ends at ``x``; letters stand at ``y``."""

    text: str
    x: float
    y: float
    align: Align = "start"
    bold: bool = False


@dataclass(slots=True)
class Sketch:
    """A chart in its places.

    Attributes:
        boxes: What counts.
        words: What is written.
        lines: Lines behind the boxes: from where to where, both ways, and how strong.
        height: Height of the whole.
    """

    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    lines: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    height: float = 0

    def legend(self, entries: list[tuple[Fill, str]], y: float) -> float:
        """Put the meaning of fills, as many beside each other as there is room; return the end."""
        x, gap, square = 0.0, 1.2 * SIZE, 0.9 * SIZE
        for fill, meaning in entries:
            width = square + 0.5 * SIZE + room_for(meaning)
            if x and x + width > WIDTH:
                x, y = 0.0, y + 1.45 * SIZE
            self.boxes.append(Box(_short(x + 1), _short(y), square, square, fill))
            self.words.append(Words(meaning, _short(x + square + 0.5 * SIZE), y + 0.8 * SIZE))
            x += width + gap
        return y + 1.45 * SIZE


def room_for(text: str) -> float:
    """Return how much room words need, whichever font the reader's machine has."""
    return WIDER * width_of(text, SIZE)


def specification(sketch: Sketch) -> Spec:
    """Return the Vega specification of a chart."""
    tables = {
        "boxes": [_box(one) for one in sketch.boxes],
        "hatches": [_hatch(one) for one in sketch.boxes if one.fill.is_hatched],
        "lines": [
            dict(zip(("x", "y", "x2", "y2", "o"), line, strict=True)) for line in sketch.lines
        ],
    }
    named = {
        "boxes": ("x", "y", "width", "height", "fill", "strokeDash"),
        "lines": ("x", "y", "x2", "y2"),
    }
    fields = {table: {one: from_field(one) for one in names} for table, names in named.items()}
    marks = [
        mark("rule", "lines", {**fields["lines"], **stroke(1), "strokeOpacity": from_field("o")}),
        mark("rect", "boxes", {**fields["boxes"], **stroke(_EDGE)}),
        mark("path", "hatches", {"path": from_field("path"), **stroke(1)}),
    ]
    return {
        "width": WIDTH,
        "height": round(sketch.height),
        "padding": 0,
        "autosize": "none",
        "data": [{"name": name, "values": values} for name, values in tables.items() if values],
        "marks": [one for one in marks if tables[one["from"]["data"]]],
    }


def _box(one: Box) -> Spec:
    return {
        "x": one.x,
        "y": one.y,
        "width": one.width,
        "height": one.height,
        "fill": one.fill.colour,
        "strokeDash": [3, 2] if one.fill.is_dashed else None,
    }


def _hatch(one: Box) -> Spec:
    steps = range(1, int(one.width / _HATCHING) + 1)
    lines = (f"M{_short(one.x + n * _HATCHING):g},{one.y:g}v{one.height:g}" for n in steps)
    return {"path": "".join(lines)}


def _short(value: float) -> float:
    return round(value, 1)
