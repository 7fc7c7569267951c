"""A picture as SVG or PNG: Vega draws it; the words for those who do not see it go into SVG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from anbefal.documents.pictures.fitting import one_line
from anbefal.documents.pictures.layout import layout
from anbefal.documents.pictures.ranking import RankingPicture
from anbefal.documents.pictures.spec import FONT, NAMES, specification

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WIDE = 640
"""As wide as the text of a page of A4, in CSS pixels."""

COMPACT = 300
"""As wide as a telephone, or as a column of a page on a screen."""

COLUMN = 285
"""As wide as the narrower column of a printed page, where type must not become much smaller."""

PRINTED = 300
"""Pixels of a PNG in an inch of paper, of which a CSS pixel is the 96th part."""

_CSS = 96

_SVG = "http://www.w3.org/2000/svg"
_NEEDLESS = frozenset(
    {"role", "aria-roledescription", "aria-hidden", "pointer-events", "font-family"}
)
_LONG = re.compile(r"\d+\.\d{3,}")


def draw(picture: RankingPicture, width: int = WIDE, prefix: str = "ranking") -> str:
    """Return a picture as the text of an SVG file, which a page may also hold as it is.

    It is black on white, without colours, script, style or anything from elsewhere. A page's own
    style may give ``.ranking-picture`` another ``color``, and what has ``[fill="#fff"]`` in it
    another paper.

    Args:
        picture: What it shows.
        width: Its width in CSS pixels, such as :data:`WIDE` or :data:`COMPACT`.
        prefix: Begins the ids in it, so that a page can hold several.
    """
    from xml.etree import ElementTree as ET

    import vl_convert

    placed = layout(picture, width)
    drawn = vl_convert.vega_to_svg(specification(picture, placed), allowed_base_urls=[])
    root = ET.fromstring(drawn)  # noqa: S314 - Vega wrote it, and it declares no entities
    _tidy(root)
    _tell_names(root, picture)
    _tell_all(root, picture, prefix)
    ET.register_namespace("", _SVG)
    return ET.tostring(root, encoding="unicode") + "\n"


def draw_png(picture: RankingPicture, width: int = WIDE) -> bytes:
    """Return a picture as a PNG file, black on white, sharp enough for paper.

    Args:
        picture: What it shows.
        width: Its width in CSS pixels; the file has :data:`PRINTED` pixels for each inch of them.
    """
    import vl_convert

    drawn = specification(picture, layout(picture, width))
    scale = PRINTED / _CSS
    png: bytes = vl_convert.vega_to_png(drawn, scale=scale, allowed_base_urls=[])
    return png


def _tidy(root: Element) -> None:
    """Take away what each mark says anew: its font, its role in English, ten decimals."""
    for element in root.iter():
        for name in [*element.attrib]:
            value = element.attrib[name]
            if name in _NEEDLESS or (name.endswith("opacity") and value == "1"):
                del element.attrib[name]
            else:
                element.attrib[name] = _LONG.sub(lambda long: f"{float(long[0]):.2f}", value)


def _tell_names(root: Element, picture: RankingPicture) -> None:
    """Give each row's name its sentence, which browsers show at the pointer."""
    (group,) = (e for e in root.iter() if NAMES in e.get("class", "").split())
    for text, row in zip(group, picture.rows, strict=True):
        _first(text, "title", row.told)


def _tell_all(root: Element, picture: RankingPicture, prefix: str) -> None:
    """Give the picture its title and its text alternative."""
    root.set("class", "ranking-picture")
    root.set("color", "#000")
    root.set("font-family", FONT)
    root.set("lang", picture.language)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-title")
    root.set("aria-describedby", f"{prefix}-desc")
    _first(root, "desc", picture.alternative).set("id", f"{prefix}-desc")
    _first(root, "title", picture.title).set("id", f"{prefix}-title")


def _first(parent: Element, tag: str, words: str) -> Element:
    """Put an element with words before all else in its parent, and return it."""
    from xml.etree.ElementTree import Element

    made = Element(f"{{{_SVG}}}{tag}")
    made.text = one_line(words)
    made.tail, parent.text = parent.text, None
    parent.insert(0, made)
    return made
