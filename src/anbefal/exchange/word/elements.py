"""The elements that a Word document is made of, asked for by their short names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Xml = Any
"""An element of lxml, which tells no types."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
LARGEST = 32_767
"""The largest number that Word's own dialogs take."""


def kind(element: Xml) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Xml, *path: str) -> Xml | None:
    """Return the first element down a path of names, such as ``pPr`` and then ``numPr``."""
    for name in path:
        element = element.find(_WORD + name) if element is not None else None
    return element


def children(element: Xml, name: str) -> list[Xml]:
    """Return the children of one name."""
    return list(element.findall(_WORD + name))


def told(element: Xml | None, name: str = "val") -> str | None:
    """Return an attribute of an element that may not be there."""
    return element.get(_WORD + name) if element is not None else None


def number_told(element: Xml | None, name: str = "val") -> int | None:
    """Return an attribute that is a number Word can count with, else ``None``."""
    digits = (told(element, name) or "").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(LARGEST))):
        return None
    return int(digits) if int(digits) <= LARGEST else None


def switched(element: Xml | None) -> bool | None:
    """Return whether a switch such as ``b`` is on; ``None`` where it is not there."""
    return None if element is None else (told(element) or "on") not in _OFF


def flattened(parent: Iterable[Xml]) -> Iterator[Xml]:
    """Yield the elements in a parent, and those in content controls and the like in their place.

    What a tracked change has put in is there; what it has taken away is not.
    """
    for one in parent:
        name = kind(one)
        if name in _WRAPPERS:
            yield from flattened(one)
        elif name == "AlternateContent":
            yield from flattened(chosen(one))
        elif name not in {"del", "moveFrom", "sdtPr", "sdtEndPr"}:
            yield one


def chosen(alternatives: Xml) -> Iterable[Xml]:
    """Return what is in the first of several alternatives that holds words, else in the first."""
    with_words = (one for one in alternatives if next(one.iter(_WORD + "t"), None) is not None)
    first: Iterable[Xml] = next(with_words, next(iter(alternatives), ()))
    return first
