"""The styles of a template by their names; what it lacks comes from the program's own template.

Word translates the names of its own styles on the screen, but not in the file, and their ids
differ from one language to another. So a style is found by its name.
"""

from __future__ import annotations

from copy import deepcopy
from zipfile import ZipFile

from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.word.xml import WORD, Xml, node, parsed

HEADINGS = ("Heading 1", "Heading 2")
"""Styles of a section's heading and of one inside it."""

_LINKS = ("next", "link")


class Styles:
    """The styles of one document.

    Args:
        root: Its ``w:styles``; styles that are asked for and lack are put into it.
        numbering: Its ``w:numbering``, into which a list is put that such a style needs.
    """

    def __init__(self, root: Xml, numbering: Xml) -> None:
        self._root = root
        self._numbering = numbering
        self._own = _by_name(_own_part("word/styles.xml"))
        self._own_by_id = {_id(style): style for style in self._own.values()}
        self._own_numbering = _own_part("word/numbering.xml")
        self._there = _by_name(root)

    def of(self, name: str) -> str:
        """Return the id of a style, such as ``Heading 1``, which is made where it is not there."""
        found = self._there.get(name.casefold())
        return _id(found if found is not None else self._copied(name.casefold()))

    def list_of(self, name: str) -> str:
        """Return the id of a style of lists as :meth:`of` does; it gets a list if it has none."""
        made = self.of(name)
        style = self._there[name.casefold()]
        if not self._has_list(style):
            self._give_list(style, self._own[name.casefold()])
        return made

    def stops_of(self, name: str) -> list[str]:
        """Return where a style of paragraphs itself has its tabs stop."""
        self.of(name)
        found = self._there[name.casefold()].iterfind(f"{WORD}pPr/{WORD}tabs/{WORD}tab")
        return [one.get(f"{WORD}pos") for one in found if one.get(f"{WORD}val") != "clear"]

    def _copied(self, name: str) -> Xml:
        made = deepcopy(self._own[name])
        made.set(f"{WORD}styleId", self._free_id(_id(made)))
        self._there[name] = made
        self._root.append(made)
        base = made.find(f"{WORD}basedOn")
        if base is not None:
            base.set(f"{WORD}val", self.of(_name(self._own_by_id[base.get(f"{WORD}val")])))
        for link in [one for tag in _LINKS for one in made.findall(WORD + tag)]:
            made.remove(link)
        if made.find(f".//{WORD}numPr") is not None:
            self._give_list(made, self._own[name])
        return made

    def _free_id(self, wanted: str) -> str:
        taken = {_id(style) for style in self._there.values()}
        return wanted if wanted not in taken else self._free_id(f"{wanted}A")

    def _has_list(self, style: Xml) -> bool:
        by_id = {_id(one): one for one in self._there.values()}
        seen: set[str] = set()
        while style is not None and _id(style) not in seen:
            seen.add(_id(style))
            number = style.find(f"{WORD}pPr/{WORD}numPr/{WORD}numId")
            if number is not None:
                return bool(number.get(f"{WORD}val") != "0")
            base = style.find(f"{WORD}basedOn")
            style = None if base is None else by_id.get(base.get(f"{WORD}val"))
        return False

    def _give_list(self, style: Xml, own: Xml) -> None:
        """Give a style a list of its own, which looks as that of one of the program's styles."""
        named = own.find(f"{WORD}pPr/{WORD}numPr/{WORD}numId").get(f"{WORD}val")
        number = self._own_numbering.find(f"{WORD}num[@{WORD}numId='{named}']")
        abstract = number.find(f"{WORD}abstractNumId").get(f"{WORD}val")
        look = self._own_numbering.find(f"{WORD}abstractNum[@{WORD}abstractNumId='{abstract}']")
        made = _add_list(self._numbering, deepcopy(look), _id(style))
        properties = style.find(f"{WORD}pPr")
        if properties is None:
            properties = node("pPr")
            _put_before(style, properties, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
        for old in properties.findall(f"{WORD}numPr"):
            properties.remove(old)
        before = ("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing",
                  "ind", "contextualSpacing", "jc", "outlineLvl")  # fmt: skip
        _put_before(properties, node("numPr", node("numId", val=made)), before)


def _own_part(name: str) -> Xml:
    """Return the root of a part of the program's own template."""
    with ZipFile(default_templates() / "document.docx") as archive:
        return parsed(archive.read(name))


def _add_list(numbering: Xml, look: Xml, style: str) -> int:
    """Put the look of a list and a list of it into the lists of a document; return its number."""
    for one in look.iter(f"{WORD}pStyle"):
        one.set(f"{WORD}val", style)
    number = 1 + max((_number(one, "abstractNumId") for one in numbering), default=0)
    look.set(f"{WORD}abstractNumId", str(number))
    for tag in ("nsid", "tmpl"):
        for one in look.findall(WORD + tag):
            look.remove(one)
    _put_before(numbering, look, ("num", "numIdMacAtCleanup"))
    made = 1 + max((_number(one, "numId") for one in numbering), default=0)
    entry = node("num", node("abstractNumId", val=number), numId=made)
    _put_before(numbering, entry, ("numIdMacAtCleanup",))
    return made


def _number(element: Xml, name: str) -> int:
    value = element.get(WORD + name, "")
    return int(value) if value.isascii() and value.isdigit() else 0


def _put_before(parent: Xml, one: Xml, names: tuple[str, ...]) -> None:
    """Put an element before the first of some names, else last: Word minds the order."""
    for child in parent:
        if child.tag in {WORD + name for name in names}:
            child.addprevious(one)
            return
    parent.append(one)


def _by_name(root: Xml) -> dict[str, Xml]:
    found: dict[str, Xml] = {}
    for style in root.findall(f"{WORD}style"):
        found.setdefault(_name(style), style)
    return found


def _name(style: Xml) -> str:
    named = style.find(f"{WORD}name")
    return "" if named is None else str(named.get(f"{WORD}val", "")).casefold()


def _id(style: Xml) -> str:
    return str(style.get(f"{WORD}styleId", ""))
