"""What Vega draws, made fit for a page: shorter, and with words for those who do not see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from anbefal.documents.pictures.fitting import one_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SVG = "http://www.w3.org/2000/svg"
"""The namespace of every element of a picture."""

_NEEDLESS = frozenset(
    {"role", "aria-roledescription", "aria-hidden", "pointer-events", "font-family"}
)
_LONG = re.compile(r"\d+\.\d{3,}")


def drawn(specification: dict[str, Any]) -> Element:
    """Return what Vega draws by a specification, without what each mark would say anew."""
    from xml.etree import ElementTree as ET

    import vl_convert

    picture = vl_convert.vega_to_svg(specification, allowed_base_urls=[])
    root = ET.fromstring(picture)  # noqa: S314 - Vega wrote it, and it declares no entities
    _tidy(root)
    return root


def as_text(root: Element) -> str:
    """Return a picture as text."""
    from xml.etree import ElementTree as ET

    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


def put_first(parent: Element, tag: str, words: str) -> Element:
    """Put an element with words before all else in its parent, and return it."""
    from xml.etree.ElementTree import Element

    made = Element(f"{{{SVG}}}{tag}")
    made.text = one_line(words)
    made.tail, parent.text = parent.text, None
    parent.insert(0, made)
    return made


def _tidy(root: Element) -> None:
    """Take away what each mark says anew: its font, its role in English, ten decimals."""
    for element in root.iter():
        for name in [*element.attrib]:
            value = element.attrib[name]
            if name in _NEEDLESS or (name.endswith("opacity") and value == "1"):
                del element.attrib[name]
            else:
                element.attrib[name] = _LONG.sub(lambda long: f"{float(long[0]):.2f}", value)
