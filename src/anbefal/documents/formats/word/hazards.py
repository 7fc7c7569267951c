"""What may stand in the text of a template, and what may not, as it could reach out of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.documents.formats.failing import TAKE_OUT, failed_at
from anbefal.documents.formats.word.xml import WORD, Xml, short_name, words_of

FIELDS = frozenset(
    {
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF",
        "HYPERLINK", "TOC", "TC", "SEQ", "TITLE", "SUBJECT", "AUTHOR", "IF",
        "DATE", "TIME", "CREATEDATE", "SAVEDATE", "SYMBOL", "ADVANCE", "LISTNUM", "XE", "INDEX",
    }
)  # fmt: skip
"""Fields that work with what the document holds; those that fetch or run something lack."""

PLACES = {
    "header": "a page header",
    "footer": "a page footer",
    "footnotes": "the footnotes",
    "endnotes": "the endnotes",
}
"""Parts besides the text that may hold tags, by their kinds, as they are named to people."""

LINKS = ("http://", "https://", "mailto:")
"""How addresses begin to which a template may lead."""

_TRACKED = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
     "trPrChange", "tcPrChange", "cellIns", "cellDel", "numberingChange"}
)  # fmt: skip
_HOLDS = {
    "altChunk": "another document",
    "subDoc": "another document",
    "object": "an embedded object",
    "OLEObject": "an embedded object",
    "control": "a control that runs code",
    "webVideoPr": "a film from elsewhere",
    "movie": "a film",
}
_FETCHES = frozenset({"src", "href", "althref"})
_WORDS = re.compile(r'\\[A-Za-z]|"[^"]*"?|[^\s"]+')
"""What a field is told, piece by piece: a switch, words in quotes, a word."""

_SWITCH = re.compile(r"\\[A-Za-z]")
_TAKES_A_WORD = frozenset({"\\l", "\\o", "\\t"})
"""Switches of a link before a bookmark, a hint and a window."""

_ACCEPT = "In Word, accept or reject all changes, and stop tracking them."
_LONGEST = 60


def check_text(name: str, root: Xml, where: str = "") -> None:
    """Refuse a part whose text holds what a template may not hold.

    Args:
        name: The name of the template's file.
        root: The part: its text, a page header or footer, or one that the text makes use of.
        where: What part it is, such as ``a page header``; empty for the text.

    Raises:
        TemplateFailed: It does; the message names the paragraph.
    """
    for begins, instruction in _fields(root):
        field = [*instruction.upper().split(), "?"][0]
        if field not in FIELDS and not field.startswith("="):
            wrong = f"it holds the field {field}, which is not allowed"
            raise failed_at(name, _near(begins, where), wrong, TAKE_OUT)
        if field == "HYPERLINK" and not _leads_to_a_page(instruction):
            wrong = "it holds a link to what is no page on the web and no e-mail address"
            raise failed_at(name, _near(begins, where), wrong, TAKE_OUT)
    for element in root.iter():
        tag = short_name(element)
        if tag in _TRACKED and element.tag.startswith(WORD):
            raise failed_at(name, _near(element, where), "it holds tracked changes", _ACCEPT)
        if tag in _HOLDS:
            raise failed_at(name, _near(element, where), f"it holds {_HOLDS[tag]}", TAKE_OUT)
        if any(map(_fetches, element.attrib)):
            raise failed_at(name, _near(element, where), "it fetches a picture", TAKE_OUT)


def place_of(number: int, words: str, where: str = "") -> str:
    """Return where a paragraph is found: its number, and how it begins."""
    begins = " ".join(words.split())[:_LONGEST]
    said = f"paragraph {number} of {where}" if where else f"paragraph {number}"
    return f"{said} ({begins})" if begins else said


def _fetches(attribute: str) -> bool:
    """Return whether an attribute names what is fetched from elsewhere."""
    namespace, _, name = attribute.rpartition("}")
    said = name.casefold()
    return said in _FETCHES or (said == "link" and namespace.endswith("/relationships"))


def _leads_to_a_page(instruction: str) -> bool:
    """Return whether a field of a link leads to a page, an address, or a place in the document."""
    words = iter(_WORDS.findall(instruction)[1:])
    for word in words:
        if word.lower() in _TAKES_A_WORD:
            next(words, None)
        elif not _SWITCH.fullmatch(word) and not word.strip('" ').lower().startswith(LINKS):
            return False
    return True


def _near(element: Xml, where: str) -> str:
    """Return the place of the paragraph that an element stands in, or the next best."""
    root = element.getroottree().getroot()
    holding = [element, *element.iterancestors()]
    for number, paragraph in enumerate(root.iter(f"{WORD}p"), start=1):
        if any(paragraph is one for one in holding):
            return place_of(number, words_of(paragraph), where)
    return where or "its text"


def _fields(root: Xml) -> Iterator[tuple[Xml, str]]:
    """Yield each field's first element and what it is told to do, those in others one by one."""
    for simple in root.iter(f"{WORD}fldSimple"):
        yield simple, simple.get(f"{WORD}instr", "")
    found = _Fields([], [])
    for element in root.iter(f"{WORD}fldChar", f"{WORD}instrText"):
        found.see(element)
    for one in [*found.whole, *found.begun]:
        yield one.begins, one.told


@dataclass(slots=True)
class _Field:
    """A field: where it begins, what it is told to do, and whether that is all of it."""

    begins: Xml
    told: str = ""
    is_told: bool = False


@dataclass(slots=True)
class _Fields:
    """The fields of a part, seen element by element: those that ended, those that have begun."""

    whole: list[_Field]
    begun: list[_Field]

    def see(self, element: Xml) -> None:
        """Take the next element that belongs to fields."""
        kind = element.get(f"{WORD}fldCharType")
        if short_name(element) == "instrText":
            self._tell(element)
        elif kind == "begin":
            if self.begun and not self.begun[-1].is_told:
                self.begun[-1].told += " ? "  # what stands there is worked out by another field
            self.begun.append(_Field(element))
        elif kind == "separate" and self.begun:
            self.begun[-1].is_told = True
        elif self.begun:
            self.whole.append(self.begun.pop())

    def _tell(self, element: Xml) -> None:
        words = element.text or ""
        if not self.begun:
            self.whole.append(_Field(element, words))
        elif not self.begun[-1].is_told:
            self.begun[-1].told += words
