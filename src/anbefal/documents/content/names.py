"""The names of the sections that documents may have, by which templates ask for them."""

from __future__ import annotations

from anbefal.documents.content.blocks import DocumentKind

SECTIONS: dict[DocumentKind, tuple[str, ...]] = {
    "brief": (
        "why", "picture", "attendance", "tracks", "clock", "since", "questions", "asks",
        "concerns", "talking", "disagreement", "risks", "gaps", "notes", "sources",
    ),
    "request": (
        "opening", "background", "proposal", "agenda", "questions", "closing", "enclosures",
        "sources",
    ),
    "memo": ("occasion", "summary", "remarks", "points", "enclosures", "sources"),
    "minutes": (
        "agenda", "recommendations", "said", "questions", "promised", "open", "sources",
    ),
}  # fmt: skip
"""In the order in which they stand; a document lacks those that it has nothing to say in."""

ALL_SECTIONS = frozenset(name for names in SECTIONS.values() for name in names)
"""The names of all kinds: a template that serves several may ask for any."""
