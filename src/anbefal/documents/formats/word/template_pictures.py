"""Pictures in a template: only of such kinds as Word draws itself and that lead nowhere."""

from __future__ import annotations

from posixpath import splitext

from anbefal.documents.formats.failing import failed
from anbefal.documents.formats.word.xml import Xml, short_name

_SVG = "image/svg+xml"
_DRAWN = frozenset(
    f"image/{kind}"
    for kind in (
        *("png", "x-png", "jpeg", "jpg", "pjpeg", "gif", "bmp", "x-bmp", "x-ms-bmp", "tiff", "tif"),
        *("emf", "x-emf", "wmf", "x-wmf"),
    )
)
_BEGINNINGS = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*"),
    *(b"\xd7\xcd\xc6\x9a", b"\1\0\t\0", b"\2\0\t\0"),  # WMF, with and without its size
)
_EMF = b"\1\0\0\0", b" EMF"
_EMF_NAMED = 40
"""Where a picture in EMF says that it is one."""

_KINDS = "Put it into the template as PNG, JPEG, GIF, BMP, TIFF, EMF or WMF."
_BLIP = "svgBlip"


def check_picture(name: str, part: str, kind: str, data: bytes) -> None:
    """Refuse what is no picture of a kind that Word draws, by what it is said to be and what it is.

    Args:
        name: The name of the template's file.
        part: The name of the picture's part.
        kind: What the template says that it is.
        data: Its bytes.

    Raises:
        TemplateFailed: It is of another kind.
    """
    if kind not in _DRAWN or not (data.startswith(_BEGINNINGS) or _is_emf(data)):
        shown = splitext(part)[1].lstrip(".") or kind
        raise failed(name, f"holds a picture of a kind that is not allowed ({shown})", _KINDS)


def is_second(kind: str, relation: str, root: Xml) -> bool:
    """Return whether a picture is what Word keeps beside a PNG of it, which is shown without it.

    Args:
        kind: What it is.
        relation: The id by which the part names it that shows it.
        root: That part.
    """
    named = [one for one in root.iter() if relation in one.attrib.values()]
    return kind == _SVG and all(short_name(one) == _BLIP for one in named)


def remove_second_pictures(root: Xml) -> None:
    """Take away what names pictures in SVG beside those that are shown without them."""
    for blip in [one for one in root.iter() if short_name(one) == _BLIP]:
        extension = blip.getparent()
        extension.getparent().remove(extension)


def _is_emf(data: bytes) -> bool:
    return data.startswith(_EMF[0]) and data.startswith(_EMF[1], _EMF_NAMED)
