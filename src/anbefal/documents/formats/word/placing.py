"""The blocks of a document put where the tags of its template have asked for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from anbefal.documents.formats.failing import failed_at
from anbefal.documents.formats.own_pages import sections_without
from anbefal.documents.formats.word.blocks import Maker
from anbefal.documents.formats.word.hazards import PLACES, check_text
from anbefal.documents.formats.word.inlines import TAGS
from anbefal.documents.formats.word.marking import keep_marking
from anbefal.documents.formats.word.styles import Styles
from anbefal.documents.formats.word.tags import MARK
from anbefal.documents.formats.word.xml import CONTAINERS, WORD, Xml, node, short_name, words_of

_LINES = {"title": "Title", "subtitle": "Subtitle", "marking": "Merking", "author": "Avsender"}
"""What is one line, and the style of its paragraph."""

_NEVER_EMPTY = frozenset({"tc", "hdr", "ftr", "footnote", "endnote", "txbxContent"})
"""What must end with a paragraph."""

_WIDEST = 9071
"""Twentieths of a point between the margins of A4 as the program's own templates have them."""


def place(
    document: Any, name: str, content: Mapping[str, Any], *, takes_data: bool = False
) -> tuple[str, ...]:
    """Put blocks into a document of python-docx whose tags are filled in.

    Where the template shows nowhere how the document is marked, that is put above it.

    Args:
        document: The document.
        name: The name of the template's file.
        content: What the document says, as plain data.
        takes_data: Whether the template writes sections in a way of its own as well; then those
            that it has not asked for are known by their words.

    Returns:
        The names of the sections that the template puts nowhere.

    Raises:
        TemplateFailed: A tag of blocks stands in a sentence, or tags have made what a template
            may not hold.
    """
    parts = [*_texts(document)]
    marks = [(part, mark) for part, root, _ in parts for mark in root.iter(MARK)]
    maker = Maker(_styles(document), _width(document), lambda _: "")
    blocks = _Blocks(content, maker, {mark.get("of") for _, mark in marks})
    for _, root, where in parts:
        _tell_language(root, content)
        check_text(name, root, where)
    _check_alone(name, parts)
    for part, mark in marks:
        maker.add_picture = _Adding(document, part)
        _replace(name, mark, blocks.of(mark.get("of")))
    roots = [root for _, root, _ in parts]
    keep_marking(document, roots, content["marking"], lambda said: maker.words(said, "Merking"))
    for root in roots:
        _unlink(root, maker.bookmarks)
    unseen = tuple(one["name"] for one in content["sections"])
    if takes_data:
        unseen = sections_without(content, " ".join(map(words_of, roots)))
    return tuple(one for one in unseen if not blocks.holds(one))


class _Adding:
    """Puts pictures into a part of a document."""

    def __init__(self, document: Any, part: Any) -> None:
        self._package = document.part.package
        self._part = part

    def __call__(self, png: bytes) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE

        image = self._package.get_or_add_image_part(BytesIO(png))
        named: str = self._part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        return named


class _Blocks:
    """What tags ask for.

    Args:
        content: The document as plain data.
        maker: Makes the paragraphs and tables.
        asked: The names of all that the template asks for.
    """

    def __init__(self, content: Mapping[str, Any], maker: Maker, asked: set[str]) -> None:
        self._content = content
        self._maker = maker
        self._asked = asked

    def of(self, name: str) -> list[Xml]:
        """Return what a name stands for."""
        if name in _LINES:
            said = self._content[name]
            language = self._content["title_language"] if name == "title" else None
            return [self._maker.words(said, _LINES[name], language)] if said else []
        if name == "head":
            return self._maker.blocks(self._content["head"])
        return [one for section in self._sections(name) for one in self._maker.section(section)]

    def holds(self, section: str) -> bool:
        """Return whether the template has asked for a section."""
        return not self._asked.isdisjoint({"body", "rest", f"section.{section}"})

    def _sections(self, name: str) -> Sequence[Mapping[str, Any]]:
        sections: Sequence[Mapping[str, Any]] = self._content["sections"]
        if name == "body":
            return sections
        if name == "rest":
            return [one for one in sections if f"section.{one['name']}" not in self._asked]
        return [one for one in sections if f"section.{one['name']}" == name]


def _texts(document: Any) -> Iterator[tuple[Any, Xml, str]]:
    """Yield the parts that may hold tags, with their roots and how they are named to people."""
    yield document.part, document.element, ""
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in PLACES:
            yield relation.target_part, relation.target_part.element, PLACES[kind]


def _styles(document: Any) -> Styles:
    roots = {
        one.reltype.rpartition("/")[2]: one.target_part
        for one in document.part.rels.values()
        if not one.is_external
    }
    numbering = roots["numbering"].element if "numbering" in roots else _new_numbering(document)
    return Styles(document.styles.element, numbering)


def _new_numbering(document: Any) -> Xml:
    """Give a document that has no lists the part in which they stand; return its root."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    package = document.part.package
    part = XmlPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, node("numbering"), package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def _width(document: Any) -> int:
    """Return how wide the text is, in twentieths of a point."""
    if not len(document.sections):
        return _WIDEST
    section = document.sections[-1]
    try:
        page, left, right = section.page_width, section.left_margin, section.right_margin
    except ValueError:  # what stands there is no number
        return _WIDEST
    return _WIDEST if None in {page, left, right} else int((page - left - right) / 635)


def _tell_language(root: Xml, content: Mapping[str, Any]) -> None:
    """Name the language of a title that stands alone and is in another than the document."""
    if not content["title_language"]:
        return
    for run in root.iter(f"{WORD}r"):
        if words_of(run) == content["title"]:
            properties = run.get_or_add_rPr()
            properties.append(node("lang", val=TAGS[content["title_language"]]))


def _check_alone(name: str, parts: Sequence[tuple[Any, Xml, str]]) -> None:
    """Refuse tags for blocks that stand in no paragraph, or two of them in one."""
    taken: set[Xml] = set()
    for _, root, where in parts:
        for mark in root.iter(MARK):
            paragraph = _outermost(mark)
            if paragraph.tag != f"{WORD}p" or paragraph in taken:
                wrong = f"the tag of {mark.get('of')} must stand alone in a paragraph of its own"
                raise failed_at(name, where or "its text", wrong)
            taken.add(paragraph)


def _replace(name: str, mark: Xml, blocks: list[Xml]) -> None:
    """Put blocks in the place of the paragraph that a mark stands in."""
    paragraph = _outermost(mark)
    if words_of(paragraph).strip():
        place = f"the paragraph {' '.join(words_of(paragraph).split())!r}"
        raise failed_at(name, place, f"the tag of {mark.get('of')} must stand alone in it")
    container = paragraph.getparent()
    for block in blocks:
        paragraph.addprevious(block)
    container.remove(paragraph)
    last = next(iter(reversed(container)), None)
    if short_name(container) in _NEVER_EMPTY and (last is None or last.tag != f"{WORD}p"):
        container.append(node("p"))


def _outermost(mark: Xml) -> Xml:
    """Return the paragraph that holds a mark and stands in a text, a cell or the like."""
    found = mark.getparent()
    for one in mark.iterancestors():
        if short_name(one) in CONTAINERS:
            break
        if one.tag == f"{WORD}p":
            found = one
    return found


def _unlink(root: Xml, bookmarks: set[str]) -> None:
    """Turn links to points that the template has left out into words."""
    for link in list(root.iter(f"{WORD}hyperlink")):
        anchor = link.get(f"{WORD}anchor")
        if anchor is None or anchor in bookmarks or _is_there(root, anchor):
            continue
        for one in list(link):
            link.addprevious(one)
        link.getparent().remove(link)


def _is_there(root: Xml, anchor: str) -> bool:
    return any(one.get(f"{WORD}name") == anchor for one in root.iter(f"{WORD}bookmarkStart"))
