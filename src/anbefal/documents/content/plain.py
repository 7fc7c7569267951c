"""A document as plain data: mappings, lists, texts and numbers, for templates of every format.

A mapping for each block, with its class's name in small letters under ``kind``. A line is a list of
runs. Templates get this and nothing else, so none of them can reach what the program is made of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from anbefal.documents.content.blocks import Block, Document, Figure
from anbefal.documents.pictures.ranking import RankingPicture
from anbefal.wording import wording

Draw = Callable[[RankingPicture], str]
"""Draws a picture in the way that a format takes it, as text."""


def plain_document(document: Document, draw: Draw | None = None) -> dict[str, Any]:
    """Return a document as plain data.

    Args:
        document: The document.
        draw: Draws its pictures; what it returns stands under ``drawn``, which is empty without it.
    """
    made = {name: _plain(getattr(document, name), draw) for name in _names(document)}
    made["labels"] = dict(wording(document.language, "document").label)
    made["named"] = {section["name"]: section for section in made["sections"]}
    return made


def _plain(value: Any, draw: Draw | None) -> Any:
    if isinstance(value, tuple):
        return [_plain(one, draw) for one in value]
    if isinstance(value, Figure):
        drawn = draw(value.picture) if draw else ""
        figure = {"kind": "figure", "caption": value.caption, "alternative": value.alternative}
        return {**figure, "drawn": drawn}
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        made = {name: _plain(getattr(value, name), draw) for name in _names(value)}
        return {"kind": type(value).__name__.lower(), **made} if isinstance(value, Block) else made
    return value


def _names(value: Any) -> list[str]:
    return [field.name for field in fields(value)]
