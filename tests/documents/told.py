"""Documents for tests: what they say as plain text, by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from anbefal.documents.content.blocks import Document, Facts, Section, Table
from anbefal.documents.content.lines import plain_text

_NAMES = {"kind", "language", "title_language", "name", "place", "anchor"}
"""Fields that hold names, which nobody reads."""


def section(document: Document, name: str) -> Section:
    """Return a section by name."""
    return next(one for one in document.sections if one.name == name)


def names(document: Document) -> list[str]:
    """Return the names of the sections, in order."""
    return [one.name for one in document.sections]


def told(part: object) -> str:
    """Return the words of a document, or of a part of one, a line for each of its lines."""
    return "\n".join(_lines(part))


def _lines(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple) and part and all(hasattr(one, "strong") for one in part):
        yield plain_text(part)
    elif isinstance(part, tuple):
        for one in part:
            yield from _lines(one)
    elif is_dataclass(part):
        shown = (field.name for field in fields(part) if field.name not in _NAMES)
        for name in shown:
            yield from _lines(getattr(part, name))


def facts(document: Document) -> dict[str, list[str]]:
    """Return the head of a document: label to its lines."""
    found = (block for block in document.head if isinstance(block, Facts))
    return {one.label: [plain_text(x) for x in one.lines] for block in found for one in block.facts}


def rows(part: Section) -> list[list[str]]:
    """Return the cells of a section's tables as text."""
    tables = (block for block in part.blocks if isinstance(block, Table))
    return [[told(cell) for cell in row] for table in tables for row in table.rows]
