"""The words of a paragraph in a Word document, as Word shows them when all changes are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from anbefal.exchange.word.elements import (
    Xml,
    child,
    chosen,
    flattened,
    kind,
    switched,
    told,
)

_BREAKS = re.compile(r"[\r\n\t]+")
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{4}")
_ONLY_IN_FONTS = frozenset(map(chr, (*range(0x20), *range(0xD800, 0xF900))))
_AS_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_INSIDE = frozenset(
    {"hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase", "oMath", "oMathPara"}
)


@dataclass(slots=True)
class Words:
    """What one paragraph holds.

    Attributes:
        boxes: The contents of the text boxes that hang on it.
        runs: Each run of characters of one format, its properties and its words.
    """

    boxes: list[Xml] = field(default_factory=list)
    runs: list[tuple[Xml | None, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, with tabs and line breaks; blanks around them left out."""
        return "".join(text for _, text in self.runs).strip()


def words_of(paragraph: Xml) -> Words:
    """Return the words of a paragraph.

    Tracked insertions are in them, deletions are not; of a field its result is, its code is not.
    Footnote marks, soft hyphens and hidden text are left out.
    """
    found = Words()
    _Walk(found).through(paragraph)
    return found


class _Walk:
    """Goes through a paragraph; the codes of fields span several runs."""

    def __init__(self, found: Words) -> None:
        self._found = found
        self._fields: list[bool] = []
        """For every field that has begun, whether its result has."""

    def through(self, parent: Xml) -> None:
        for one in flattened(parent):
            name = kind(one)
            if name == "r":
                self._run(one)
            elif name in _INSIDE:
                self.through(one)

    def _run(self, run: Xml) -> None:
        properties = child(run, "rPr")
        is_hidden = switched(child(run, "rPr", "vanish"))
        marked = False
        for one in flattened(run):
            name = kind(one)
            if name == "fldChar":
                self._field(told(one, "fldCharType"))
            elif name in {"footnoteReference", "endnoteReference"}:
                marked = told(one, "customMarkFollows") in {"1", "true", "on"}
            elif name in {"drawing", "pict", "object"}:
                self._found.boxes += _boxes(one)
            elif name == "ruby":
                self.through(one)
            elif all(self._fields) and not is_hidden and not (marked and name == "t"):
                self._found.runs.append((properties, _text(one, name)))

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self._fields.append(False)
        elif step == "separate" and self._fields:
            self._fields[-1] = True
        elif step == "end" and self._fields:
            self._fields.pop()


def _text(one: Xml, name: str) -> str:
    if name == "t":
        text = _BREAKS.sub(" ", one.text or "")
        return text if one.get(_PRESERVE) == "preserve" else text.strip()
    if name == "sym":
        return _symbol(told(one, "char") or "")
    return _AS_TEXT.get(name, "")


def _symbol(digits: str) -> str:
    """Return a character told by its number, unless only a font knows what it looks like."""
    letter = chr(int(digits, 16)) if _HEXADECIMAL.fullmatch(digits) else ""
    return "" if letter in _ONLY_IN_FONTS else letter


def _boxes(drawing: Iterable[Xml]) -> list[Xml]:
    """Return the contents of the text boxes in a drawing, each once."""
    found: list[Xml] = []
    for one in drawing:
        name = kind(one)
        if name == "txbxContent":
            found.append(one)
        elif name == "AlternateContent":
            found += _boxes(chosen(one))
        elif name:
            found += _boxes(one)
    return found
