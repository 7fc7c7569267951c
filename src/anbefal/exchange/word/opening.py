"""Word documents from others, opened safely.

A library sees nothing but the few parts that are read here, each looked through before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anbefal.errors import Unreadable
from anbefal.exchange.archives import packed, parts_of, read_file
from anbefal.exchange.file_kinds import WORD
from anbefal.exchange.limits import MEGABYTE, Limits
from anbefal.exchange.word.elements import Xml, told
from anbefal.exchange.xml_parts import look_through

WORD_LIMITS = Limits(file=50 * MEGABYTE, unpacked=100 * MEGABYTE, parts=2_000, elements=1_000_000)
"""For documents: a matrix of 66 pages has some 30,000 elements."""

_READ = frozenset({"officeDocument", "styles", "numbering", "header", "footnotes"})
"""Kinds of relations that are followed; endnotes, pictures, settings and links are not."""
_STRICT = "purl.oclc.org/ooxml"
_ANEW = "Open it in Word or LibreOffice and save it anew as a Word document (.docx)."
MOST_PARAGRAPHS = 150_000
"""Paragraphs, those in cells counted: a matrix of 5,000 rows has some 30,000."""
MOST_CHARACTERS = 30_000_000
"""Characters of text: a matrix of 5,000 rows has some five million."""
_SHORTER = "Copy the part that is needed to a document of its own. Is it the right file?"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a document that are read.

    Attributes:
        body: The elements that stand in it.
        styles: Its styles.
        numbering: The definitions of its lists; ``None`` where it has none.
        headers: Its page headers, first pages' before the others', section by section.
        notes: Its footnotes, those that only draw a line left out.
    """

    body: list[Xml]
    styles: Xml
    numbering: Xml | None
    headers: tuple[Xml, ...]
    notes: tuple[Xml, ...]


def opened(path: Path) -> Parts:
    """Return the parts of a Word document. Nothing in it is followed or worked out.

    Raises:
        Unreadable: It is no such document, is damaged, protected by a password or too big; the
            message says which, and what to do.
    """
    name = path.name
    parts = parts_of(name, read_file(path, WORD_LIMITS, WORD), WORD_LIMITS, WORD)
    count = _Count(name)
    for content in parts.values():
        look_through(name, content, count.see, WORD, count.hear)
    return _parts(name, parts)


class _Count:
    """Counts the elements, the paragraphs and the characters of all parts."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._elements = self._paragraphs = self._characters = 0

    def hear(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            message = f"{self._name} holds more text than {MOST_CHARACTERS:,} characters."
            raise Unreadable(message, _SHORTER)

    def see(self, tag: str, attributes: Mapping[str, str], _depth: int, _at: int) -> None:
        self._elements += 1
        if self._elements > WORD_LIMITS.elements:
            raise Unreadable(f"{self._name} holds more than can be read.", _SHORTER)
        self._paragraphs += tag == "p"
        if self._paragraphs > MOST_PARAGRAPHS:
            message = f"{self._name} holds more than {MOST_PARAGRAPHS:,} paragraphs."
            raise Unreadable(message, _SHORTER)
        if tag == "document" and any(_STRICT in value for value in attributes.values()):
            message = f"{self._name} is a document of the kind 'Strict Open XML'."
            raise Unreadable(message, "Save it as an ordinary Word document (.docx).")
        if tag in {"altChunk", "subDoc"}:
            message = f"{self._name} holds another document in it, which is not read."
            raise Unreadable(message, _ANEW)


def _parts(name: str, parts: Mapping[str, bytes]) -> Parts:
    from docx import Document

    try:
        document = Document(packed(_with_few_relations(parts)))
        return Parts(
            body=list(document.element.body),
            styles=document.styles.element,
            numbering=_numbering(document.part.rels.values()),
            headers=tuple(_headers(document)),
            notes=tuple(_notes(document.part.rels.values())),
        )
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes of the library
        message = f"{name} cannot be read as a Word document ({type(error).__name__})."
        raise Unreadable(message, _ANEW) from None


def _with_few_relations(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return parts that name no others but those that are read, and nothing outside the file."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    few = dict(parts)
    for one in [name for name in few if name.lower().endswith(".rels")]:
        relations = parse_xml(few[one])
        for relation in list(relations):
            kind = relation.get("Type", "").rpartition("/")[2]
            if kind not in _READ or relation.get("TargetMode") == "External":
                relations.remove(relation)
        few[one] = serialize_part_xml(relations)
    return few


def _numbering(relations: Iterable[Any]) -> Xml | None:
    found = (one for one in relations if one.reltype.endswith("/numbering"))
    return next((one.target_part.element for one in found), None)


def _headers(document: Any) -> Iterator[Xml]:
    for section in document.sections:
        for header in (section.first_page_header, section.header, section.even_page_header):
            if not header.is_linked_to_previous:
                yield header.part.element


def _notes(relations: Iterable[Any]) -> Iterator[Xml]:
    from docx.oxml import parse_xml

    for one in relations:
        if one.reltype.endswith("/footnotes"):
            notes = parse_xml(one.target_part.blob)
            yield from (note for note in notes if told(note, "type") in {None, "normal"})
