"""A picture of a document as a drawing of Word, with its words for those who do not see it."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping
from struct import unpack_from
from typing import Any

from anbefal.documents.formats.word.xml import Xml, literal, parsed
from anbefal.documents.pictures.drawing import PRINTED

_PER_INCH = 914_400
_PER_TWENTIETH = 635
"""Word's unit of drawings, in an inch and in the twentieth of a point."""

_DRAWING = """\
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"""
_EMBEDS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def figure(
    block: Mapping[str, Any], number: int, width: int, add_picture: Callable[[bytes], str]
) -> Xml:
    """Return the drawing of a picture, as large as it was drawn or as wide as the text.

    Args:
        block: The figure as plain data; what is drawn is a PNG in base64.
        number: Its number among the pictures of the document.
        width: How wide the text is, in twentieths of a point.
        add_picture: Puts a PNG into the file and returns the id by which it is named.
    """
    png = b64decode(block["drawn"])
    drawing = parsed(_DRAWING)
    across, down = _extent(png, width * _PER_TWENTIETH)
    for name in ("extent", "ext"):
        (one,) = drawing.iter(f"{{*}}{name}")
        one.set("cx", str(across))
        one.set("cy", str(down))
    for name in ("docPr", "cNvPr"):
        (one,) = drawing.iter(f"{{*}}{name}")
        one.set("id", str(number))
        one.set("name", f"Figur {number}")
        one.set("descr", literal(block["alternative"]))
    (blip,) = drawing.iter("{*}blip")
    blip.set(_EMBEDS, add_picture(png))
    return drawing


def _extent(png: bytes, most: int) -> tuple[int, int]:
    """Return how wide and how tall a picture is shown, in Word's unit of drawings."""
    across, down = unpack_from(">II", png, 16)  # where the head of every PNG has them
    shown = min(round(across * _PER_INCH / PRINTED), most)
    return shown, round(shown * down / across)
