"""Where a recommendation stands, as places are compared."""

from __future__ import annotations

from anbefal.model.names import composed

PlaceKey = tuple[str, str]
"""A document's symbol and a paragraph, as they are compared."""


def place_key(document: str | None, paragraph: str | None) -> PlaceKey | None:
    """Return what two records of one place have in common; ``None`` where no place is known.

    Case and spaces make no difference: ``28(a)`` and ``28 (A)`` are one place.
    """
    return (_plain(document), _plain(paragraph)) if document and paragraph else None


def may_be_one(annotation: str | None, other: str | None) -> bool:
    """Return whether two texts of one place may be the same.

    UHRI divides a paragraph that asks for several things, and gives each of them an annotation id.
    """
    return annotation is None or other is None or annotation == other


def _plain(name: str) -> str:
    return "".join(composed(name).casefold().split())
