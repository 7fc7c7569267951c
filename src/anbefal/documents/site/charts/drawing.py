"""A chart as SVG that stands in a page; Vega draws what is the same only once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from json import dumps, loads
from typing import TYPE_CHECKING

from markupsafe import escape

from anbefal.documents.pictures.fitting import one_line
from anbefal.documents.pictures.svg import SVG, as_text, drawn
from anbefal.documents.site.charts.sketch import SIZE, WIDTH, Sketch, Words, specification
from anbefal.model.base import Language

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KEPT = 512
_SHARED = frozenset({"fill", "stroke", "stroke-width"})
"""What a group hands on to all that is in it."""


def draw(sketch: Sketch, name: str, title: str, alternative: str, language: Language) -> str:
    """Return a chart as an SVG element for a page.

    It scales to the width that the page gives it; its words are read out as one picture.

    Args:
        sketch: The chart in its places.
        name: Begins the ids in it.
        title: What it shows.
        alternative: The same for those who do not see it.
        language: The language of its words.
    """
    inner = _drawn(dumps(specification(sketch), sort_keys=True))
    written = "".join(map(_written, sketch.words))
    title, alternative = (escape(one_line(one)) for one in (title, alternative))
    return (
        f'<svg xmlns="{SVG}" viewBox="0 0 {WIDTH} {round(sketch.height)}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" lang="{language}" '
        f'font-family="var(--plain)">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{alternative}</desc>'
        f'{inner}<g fill="currentColor" font-size="{SIZE}">{written}</g></svg>'
    )


def _written(one: Words) -> str:
    anchor = "" if one.align == "start" else f' text-anchor="{one.align}"'
    weight = ' font-weight="bold"' if one.bold else ""
    return (
        f'<text x="{one.x:g}" y="{one.y:.4g}"{anchor}{weight}>{escape(one_line(one.text))}</text>'
    )


@lru_cache(maxsize=_KEPT)
def _drawn(asked: str) -> str:
    """Return what stands inside a picture, as text."""
    groups = [group for group in _groups(drawn(loads(asked))) if len(group)]
    for group in groups:
        _share(group)
    return "".join(as_text(group).replace(f' xmlns="{SVG}"', "") for group in groups)


def _groups(root: Element) -> Iterator[Element]:
    """Yield the groups of marks."""
    return (one for one in root.iter(f"{{{SVG}}}g") if "role-mark" in one.get("class", ""))


def _share(group: Element) -> None:
    """Say once for a group what all that is in it say alike, and nothing that says nothing."""
    group.attrib.clear()
    for name in sorted({name for one in group for name in one.attrib} & _SHARED):
        values = {one.get(name) for one in group}
        if len(values) == 1 and None not in values:
            group.set(name, values.pop() or "")
            for one in group:
                del one.attrib[name]
    for one in group:
        if one.get("transform") == "translate(0,0)":
            del one.attrib["transform"]
