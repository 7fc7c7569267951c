"""Briefs for tests, and what they say, line by line, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anbefal.documents.briefs.brief import Audience, build_brief
from anbefal.documents.content.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Line,
    Notice,
    Paragraph,
    Points,
    Subheading,
    Table,
)
from anbefal.documents.content.lines import plain_text
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from repositories import (
    Data,
    actor,
    criteria_data,
    dataset,
    recommendation,
    theme,
)


def made(*records: Data, **more: Any) -> Dataset:
    """Return these recommendations with the words they use."""
    return dataset(
        criteria=more.pop("criteria", criteria_data({"alvor": 1})),
        themes=more.pop("themes", [theme("isolasjon"), theme("helse")]),
        actors=[
            actor("cat", "treaty-body"),
            actor("ccpr", "treaty-body"),
            actor("upr", "mechanism"),
            actor("jd", "ministry"),
            actor("bfd", "ministry"),
            actor("nim", "ombud"),
            actor("juss"),
        ],
        recommendations=records,
        **more,
    )


def ask(record_id: str, body: str = "cat", year: int = 2018, **more: Any) -> Data:
    source = {"date": year, **more.pop("source", {})}
    return recommendation(record_id, "isolasjon", body=body, source=source, **more)


def brief_on(
    data: Dataset,
    theme: str = "isolasjon",
    *,
    audience: Audience = "public",
    meeting: str | None = None,
    language: Language = "nb",
) -> Document:
    """Return the content of a brief."""
    assert data.criteria is not None
    return build_brief(
        data, data.criteria, theme, audience=audience, meeting=meeting, language=language
    )


def said(document: Document, name: str) -> list[str]:
    """Return the lines of a section as plain text; none where the document has no such section."""
    blocks = [b for section in document.sections if section.name == name for b in section.blocks]
    return [plain_text(one) for block in blocks for one in _lines(block)]


def head(document: Document) -> list[str]:
    """Return the lines before the first section as plain text."""
    return [plain_text(one) for block in document.head for one in _lines(block)]


def everything(document: Document) -> list[str]:
    """Return all that a document says: its title, headings and lines, as plain text."""
    found = [document.title, document.subtitle, document.marking, *head(document)]
    for section in document.sections:
        found += [section.title, *said(document, section.name)]
    return found


def points(document: Document, name: str) -> dict[int, list[str]]:
    """Return the numbered points of a section: number to its lines as plain text."""
    return {
        point.number: [plain_text(one) for one in point.lines]
        for section in document.sections
        if section.name == name
        for block in section.blocks
        if isinstance(block, Points)
        for point in block.points
    }


def rows(document: Document, name: str) -> list[list[str]]:
    """Return the rows of the tables of a section, the lines of a cell with a bar between."""
    return [
        [" | ".join(map(plain_text, cell)) for cell in row]
        for section in document.sections
        if section.name == name
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def all_lines(document: Document) -> Iterator[Line]:
    """Yield every line of a document."""
    for block in (*document.head, *(b for section in document.sections for b in section.blocks)):
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line=one):
            yield one
        case Bullets(lines=lines) | Notice(lines=lines):
            yield from lines
        case Points(points=points):
            yield from (one for point in points for one in point.lines)
        case Table(rows=rows):
            yield from (one for row in rows for cell in row for one in cell)
        case Facts(facts=facts):
            yield from (one for fact in facts for one in fact.lines)
        case Figure() | Subheading():
            return
