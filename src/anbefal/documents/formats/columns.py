"""Which sections of a page stand in two columns, judged by how many lines they are likely to take.

A page of HTML cannot measure itself before it is shown, so this is a cautious guess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Section = Mapping[str, Any]

_CHARACTERS = 65
"""In a line of the wider column."""

_FIGURE = 22
"""Lines beside which a picture stands."""

_HEADING = 3
_WIDE = frozenset({"table", "figure"})
_MOST, _LEAST = 1.2, 0.5
"""How long the wider column may be, and must be, in parts of the one beside it."""


def in_columns(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """Return sections in groups, in their order; each has a column beside the others, or none.

    Returns:
        Mappings with ``sections`` and ``columns``: how many of them stand below each other beside
        the one whose place is ``beside``, and 0 where all stand below each other.
    """
    groups: list[dict[str, Any]] = []
    start = 0
    for number, section in enumerate(sections):
        if section["place"] == "beside" and number >= start:
            first, end = _around(sections, number, start)
            if end - first > 1:
                groups += [_plain(sections[start:first]), _columns(sections[first:end])]
                start = end
    groups.append(_plain(sections[start:]))
    return [group for group in groups if group["sections"]]


def _plain(sections: Sequence[Section]) -> dict[str, Any]:
    return {"columns": 0, "sections": list(sections)}


def _columns(sections: Sequence[Section]) -> dict[str, Any]:
    return {"columns": len(sections) - 1, "sections": list(sections)}


def _around(sections: Sequence[Section], beside: int, start: int) -> tuple[int, int]:
    """Return from where to where sections are as long as the one in their middle, or it alone."""
    tall = _lines(sections[beside])
    first, end, taken = beside, beside + 1, 0.0
    while first > start and _fits(sections[first - 1], taken, tall):
        first -= 1
        taken += _lines(sections[first])
    while end < len(sections) and _fits(sections[end], taken, tall):
        taken += _lines(sections[end])
        end += 1
    return (first, end) if taken >= _LEAST * tall else (beside, beside + 1)


def _fits(section: Section, taken: float, tall: float) -> bool:
    narrow = section["place"] == "main" and not any(
        block["kind"] in _WIDE for block in section["blocks"]
    )
    return narrow and taken + _lines(section) <= _MOST * tall


def _lines(section: Section) -> float:
    return (_HEADING if section["title"] else 0) + sum(map(_lines_of, section["blocks"]))


def _lines_of(part: Any) -> float:
    """Return about how many lines a block, or a part of one, takes."""
    if not isinstance(part, dict):
        return sum(map(_lines_of, part)) if isinstance(part, list) else 0
    if part.get("kind") == "figure":
        return _FIGURE
    if "text" in part:  # a run, or a subheading, which has more room above it
        return len(part["text"]) / _CHARACTERS + (_HEADING if "kind" in part else 0.3)
    return 0.5 + sum(map(_lines_of, part.values()))
