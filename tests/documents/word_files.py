"""Word documents for tests: made by the program, looked into, and templates that do harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx

from anbefal.documents.content.blocks import Document
from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.rendering import render
from anbefal.documents.formats.word import render_word
from anbefal.documents.formats.word.opening import packed, unpacked_again
from anbefal.model.base import Language
from documents.sample_document import sample_document

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Change = Callable[[Any], object]
"""Changes a template that is open in python-docx."""


@cache
def made(language: Language = "nb") -> bytes:
    """Return the sample as a Word file."""
    return render(sample_document(language), "docx").data


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Return the paragraphs of the text, those of tables as well: name of the style, and words."""
    document = docx.Document(BytesIO(data))
    names = {style.style_id: style.name for style in document.styles}
    return [
        (names[one.style] if one.style else "Normal", words(one))
        for one in document.element.body.iter(f"{WORD}p")
    ]


def words(element: Any) -> str:
    """Return the words in an element; a tab is a tab."""
    found = element.iter(f"{WORD}t", f"{WORD}tab")
    return "".join("\t" if one.tag == f"{WORD}tab" else one.text for one in found)


def shown(data: bytes) -> str:
    """Return every word that a file shows or reads out, with a line for each paragraph."""
    return "\n".join(_shown(data))


def _shown(data: bytes) -> Iterator[str]:
    document = docx.Document(BytesIO(data))
    heads = [part for one in document.sections for part in (one.first_page_header, one.header)]
    for root in [document.element, *(head._element for head in heads)]:  # noqa: SLF001
        yield from (words(one) for one in root.iter(f"{WORD}p"))
        yield from (one.get("descr") or "" for one in root.iter("{*}docPr"))
        yield from (one.get(f"{WORD}val") for one in root.iter(f"{WORD}tblCaption"))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by their names."""
    return dict(unpacked_again(data))


def own_template(folder: Path, *lines: str, change: Change = lambda _: None) -> Path:
    """Write a template of a repository's own: the program's, with other paragraphs as its text.

    Args:
        folder: Where it is written, as ``document.docx``.
        lines: What stands in its paragraphs.
        change: Changes it further.
    """
    document = docx.Document(default_templates() / "document.docx")
    for one in document.paragraphs:
        one._element.getparent().remove(one._element)  # noqa: SLF001
    for line in lines:
        document.add_paragraph(line)
    change(document)
    document.save(folder / "document.docx")
    return folder


def with_parts(folder: Path, changed: Mapping[str, Callable[[bytes], bytes]]) -> Path:
    """Write a template whose parts are changed, each by what is made of its bytes."""
    with ZipFile(default_templates() / "document.docx") as archive:
        all_parts = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changed.items():
        all_parts[name] = change(all_parts.get(name, b""))
    (folder / "document.docx").write_bytes(packed(all_parts))
    return folder


def rendered(folder: Path, document: Document | None = None) -> bytes:
    """Return a document, or the sample, made with the templates of a folder."""
    content = plain_document(document or sample_document())
    return render_word(content, [folder, default_templates()]).data
