"""A layout as a Vega specification: scales, axes and marks, black on white.

Vega is left no place to choose, since it would measure text with the fonts of the machine. Text
comes in as data only, so that no part of it can be read as an expression.
"""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.documents.pictures.fitting import one_line
from anbefal.documents.pictures.layout import INSET, LEADING, SIZES, Layout, Line, Place
from anbefal.documents.pictures.marks import INK, Spec, constant, field, mark, stroke
from anbefal.documents.pictures.ranking import RankingPicture

PAPER = "#fff"
FAINT = 0.16
"""How strong what only leads the eye is drawn."""

NAMES = "names"
"""Name of the marks that are the rows' names, in order."""

FONT = "Arial, Helvetica, sans-serif"
_DOT = 58
_BAND = 7
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class _Axis:
    """An axis: the field on it, its title, where it lies, what it reaches over, its ticks."""

    field: str
    title: str
    reach: tuple[float, float]
    domain: tuple[float, float]
    ticks: tuple[int, ...]


def specification(picture: RankingPicture, layout: Layout) -> Spec:
    """Return the Vega specification of a picture."""
    axes = _axes(picture, layout)
    return {
        "width": layout.width,
        "height": layout.height,
        "padding": 0,
        "autosize": "none",
        "background": PAPER,
        "data": _data(picture, layout),
        "scales": [
            {"name": a.field, "domain": a.domain, "range": a.reach, "zero": False} for a in axes
        ],
        "marks": [
            *_behind(layout, axes),
            *(_axis(layout, axis) for axis in axes),
            _ranges(),
            *([_bands()] if layout.rank else []),
            *(_dots(axis.field, data) for axis in axes for data in ("filled", "hollow")),
            *_texts(layout),
            _key(layout),
        ],
    }


def _axes(picture: RankingPicture, layout: Layout) -> list[_Axis]:
    step = 20 if layout.score[1] - layout.score[0] > 150 else 50  # noqa: PLR2004 - six labels fit
    ticks = tuple(range(0, 101, step))
    axes = [_Axis("score", picture.score_axis, layout.score, (0, 100), ticks)]
    if layout.rank:
        most = 6 if layout.rank[1] - layout.rank[0] > 100 else 4  # noqa: PLR2004 - so many fit
        domain = (0.5, picture.ranked + 0.5)
        ticks = _rank_ticks(picture.ranked, most)
        axes.append(_Axis("rank", picture.rank_axis, layout.rank, domain, ticks))
    return axes


def _rank_ticks(ranked: int, most: int) -> tuple[int, ...]:
    step = next((step for step in _STEPS if ranked <= step * most), _STEPS[-1])
    return tuple(sorted({1, *range(step, ranked + 1, step)}))


def _data(picture: RankingPicture, layout: Layout) -> list[Spec]:
    rows = [_row(place, layout.size, has_shortlist=bool(picture.hollow)) for place in layout.places]
    tables = {
        "rows": rows,
        "filled": [row for row in rows if row["filled"]],
        "hollow": [row for row in rows if not row["filled"]],
        "bands": [row for row in rows if row["best"] is not None],
        "highlighted": [row for row in rows if row["highlighted"]],
        "lines": [_line(line, layout.size) for line in layout.lines],
        "end": [] if layout.end is None else [{"y": layout.end}],
        "key": [{"y": y, "paper": INK if is_filled else PAPER} for is_filled, y in layout.key],
    }
    return [{"name": name, "values": values} for name, values in tables.items()]


def _row(place: Place, size: float, *, has_shortlist: bool) -> Spec:
    row = place.row
    return {
        "y": place.middle,
        "first": place.middle - (len(place.lines) - 1) * LEADING * size / 2,
        "top": place.top,
        "height": place.height,
        "name": list(place.lines),
        "number": f"{row.rank}",
        "words": row.score_words,
        "weight": "bold" if row.highlighted else "normal",
        "score": row.score,
        "low": row.low,
        "high": row.high,
        "rank": row.rank,
        # Half a rank to each side, so that a band of one rank is seen.
        "best": None if row.rank_best is None else row.rank_best - 0.5,
        "worst": None if row.rank_worst is None else row.rank_worst + 0.5,
        "filled": row.shortlisted or not has_shortlist,
        "highlighted": row.highlighted,
    }


def _line(line: Line, size: float) -> Spec:
    weight = "bold" if line.role in {"title", "caveat"} else "normal"
    return {
        "text": line.text,
        "x": line.x,
        "y": line.y,
        "size": size * SIZES[line.role],
        "weight": weight,
    }


def _behind(layout: Layout, axes: list[_Axis]) -> list[Spec]:
    """Return what lies behind the rest: highlighted rows, lines along rows, the shortlist's end."""
    right = layout.width - INSET
    across = {"x": constant(INSET), "x2": constant(right), "y": field("y")}
    return [
        mark(
            "rect",
            "highlighted",
            {
                "x": constant(INSET),
                "x2": constant(right),
                "y": field("top"),
                "height": field("height"),
                "fill": constant(INK),
                "fillOpacity": constant(FAINT),
            },
        ),
        *(
            mark("rule", "rows", {**_reach(axis), "y": field("y"), **stroke(1, FAINT)})
            for axis in axes
        ),
        mark("rule", "end", {**across, **stroke(1.4), "strokeDash": constant([5, 3])}),
    ]


def _axis(layout: Layout, axis: _Axis) -> Spec:
    height = layout.bottom - layout.top
    return {
        "type": "group",
        "encode": {"update": {"y": constant(layout.top), "height": constant(height)}},
        "scales": [{"name": "down", "domain": [0, 1], "range": [0, height]}],
        "axes": [
            {
                "scale": axis.field,
                "orient": "top",
                "values": axis.ticks,
                "format": "d",
                "grid": True,
                "gridScale": "down",
                "gridColor": INK,
                "gridOpacity": FAINT,
                "title": one_line(axis.title),
                "titleY": -2.0 * layout.size,
                "titleFontSize": layout.size,
                "labelFontSize": 0.9 * layout.size,
                **{f"{part}Font": FONT for part in ("title", "label")},
                **{f"{part}Color": INK for part in ("title", "label", "domain", "tick")},
                "tickRound": False,
                "translate": 0,
                "aria": False,
            }
        ],
    }


def _ranges() -> Spec:
    between = {"x": _on("score", "low"), "x2": _on("score", "high"), "y": field("y")}
    return mark("rule", "rows", {**between, **stroke(1.6)})


def _bands() -> Spec:
    between = {"x": _on("rank", "best"), "x2": _on("rank", "worst"), "yc": field("y")}
    look = {"height": constant(_BAND), "fill": constant(INK), "fillOpacity": constant(0.35)}
    return mark("rect", "bands", {**between, **look})


def _dots(axis: str, data: str) -> Spec:
    place = {"x": _on(axis, axis), "y": field("y")}
    look = {
        "size": constant(_DOT),
        "fill": constant(PAPER if data == "hollow" else INK),
        **stroke(1.6),
    }
    return mark("symbol", data, {**place, **look})


def _texts(layout: Layout) -> list[Spec]:
    """Return the marks of all text but that of the axes."""
    size = constant(layout.size)
    row = {"y": field("y"), "fontSize": size, "fontWeight": field("weight")}
    name = {**row, "x": constant(layout.name), "y": field("first"), "text": field("name")}
    number = {**row, "x": constant(layout.name - 0.6 * layout.size), "text": field("number")}
    score = {**row, "x": constant(layout.number), "text": field("words")}
    lines = {"x": field("x"), "y": field("y"), "text": field("text")}
    look = {"fontSize": field("size"), "fontWeight": field("weight")}
    return [
        {**_text("rows", {**name, "lineHeight": constant(LEADING * layout.size)}), "name": NAMES},
        _text("rows", {**number, "align": constant("right")}),
        _text("rows", {**score, "align": constant("right")}),
        _text("lines", {**lines, **look}),
    ]


def _key(layout: Layout) -> Spec:
    place = {"x": constant(INSET + layout.size / 2), "y": field("y")}
    look = {"size": constant(_DOT), "fill": field("paper"), **stroke(1.6)}
    return mark("symbol", "key", {**place, **look})


def _text(data: str, encode: Spec) -> Spec:
    look = {"font": constant(FONT), "fill": constant(INK), "baseline": constant("middle")}
    return mark("text", data, {**look, **encode})


def _reach(axis: _Axis) -> Spec:
    return {"x": constant(axis.reach[0]), "x2": constant(axis.reach[1])}


def _on(scale: str, field: str) -> Spec:
    return {"scale": scale, "field": field}
