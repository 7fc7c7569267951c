"""The elements that a Word document is made of, made by their short names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from anbefal.documents.formats.spacing import spaced

Xml = Any
"""An element of lxml, which tells no types."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTAINERS = frozenset(
    {"body", "tc", "txbxContent", "hdr", "ftr", "sdtContent", "footnote", "endnote"}
)
"""What paragraphs and tables stand in."""

_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def node(name: str, /, *inside: Xml, **attributes: object) -> Xml:
    """Return a new element of Word's own namespace, whose attributes are of it as well."""
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(WORD + key, str(value))
    made.extend(inside)
    return made


def literal(text: str) -> str:
    """Return text for one line: any run of breaks and spaces is a space, no-break spaces stay.

    Characters that XML cannot hold, or that steer machines, are shown as the sign for such.
    """
    return _ILLEGAL.sub("\ufffd", spaced(text))


def text_node(text: str) -> Xml:
    """Return an element with the words of a run."""
    made = node("t")
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = literal(text)
    return made


def short_name(element: Xml) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(element: Xml) -> str:
    """Return the words in an element."""
    return "".join(one.text or "" for one in element.iter(WORD + "t"))


def own_words(paragraph: Xml) -> str:
    """Return the words of a paragraph without those of text boxes that are anchored in it."""
    texts = paragraph.iter(f"{WORD}t")
    own = (one for one in texts if next(one.iterancestors(f"{WORD}p")) is paragraph)
    return "".join(one.text or "" for one in own)


def remove(elements: Iterable[Xml]) -> None:
    """Take elements out of what they stand in."""
    for one in list(elements):
        one.getparent().remove(one)


def parsed(data: bytes | str) -> Xml:
    """Return the root of XML; entities are not resolved.

    Raises:
        SyntaxError: It is not well-formed.
    """
    from docx.oxml import parse_xml

    return parse_xml(data)


def serialised(root: Xml) -> bytes:
    """Return XML as the bytes of a part."""
    from docx.opc.oxml import serialize_part_xml

    data: bytes = serialize_part_xml(root)
    return data
