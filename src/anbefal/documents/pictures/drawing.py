"""A picture as SVG or PNG: Vega draws it; the words for those who do not see it go into SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.documents.pictures.layout import layout
from anbefal.documents.pictures.ranking import RankingPicture
from anbefal.documents.pictures.spec import FONT, NAMES, specification
from anbefal.documents.pictures.svg import as_text, drawn, put_first

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
    placed = layout(picture, width)
    root = drawn(specification(picture, placed))
    _tell_names(root, picture)
    _tell_all(root, picture, prefix)
    return as_text(root) + "\n"


def draw_png(picture: RankingPicture, width: int = WIDE) -> bytes:
    """Return a picture as a PNG file, black on white, sharp enough for paper.

    Args:
        picture: What it shows.
        width: Its width in CSS pixels; the file has :data:`PRINTED` pixels for each inch of them.
    """
    import vl_convert

    asked = specification(picture, layout(picture, width))
    scale = PRINTED / _CSS
    png: bytes = vl_convert.vega_to_png(asked, scale=scale, allowed_base_urls=[])
    return png


def _tell_names(root: Element, picture: RankingPicture) -> None:
    """Give each row's name its sentence, which browsers show at the pointer."""
    (group,) = (e for e in root.iter() if NAMES in e.get("class", "").split())
    for text, row in zip(group, picture.rows, strict=True):
        put_first(text, "title", row.told)


def _tell_all(root: Element, picture: RankingPicture, prefix: str) -> None:
    """Give the picture its title and its text alternative."""
    root.set("class", "ranking-picture")
    root.set("color", "#000")
    root.set("font-family", FONT)
    root.set("lang", picture.language)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-title")
    root.set("aria-describedby", f"{prefix}-desc")
    put_first(root, "desc", picture.alternative).set("id", f"{prefix}-desc")
    put_first(root, "title", picture.title).set("id", f"{prefix}-title")
