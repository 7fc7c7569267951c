"""Sections of a page stand beside each other where they are about equally long."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.documents.formats.columns import in_columns

FIGURE = {"kind": "figure", "caption": "x", "alternative": "y", "drawn": ""}
TABLE = {"kind": "table", "head": [], "rows": []}


def section(name: str, *blocks: dict[str, Any], place: str = "main") -> dict[str, Any]:
    return {"name": name, "title": name, "blocks": list(blocks), "place": place}


def words(name: str, lines: int) -> dict[str, Any]:
    run = {"text": "x" * 65 * lines, "language": None, "strong": False, "target": None}
    return section(name, {"kind": "paragraph", "line": [run], "small": False})


BESIDE = section("bilde", FIGURE, place="beside")


@pytest.mark.parametrize(
    ("sections", "grouped"),
    [
        ([words("a", 8), BESIDE, words("b", 8)], [(2, "a bilde b")]),
        ([words("a", 8), BESIDE, words("b", 8), words("c", 8)], [(2, "a bilde b"), (0, "c")]),
        ([words("a", 8), BESIDE, words("b", 90)], [(0, "a bilde b")]),
        ([words("a", 90), BESIDE, words("b", 16)], [(0, "a"), (1, "bilde b")]),
        ([words("a", 16), BESIDE, section("b", TABLE)], [(1, "a bilde"), (0, "b")]),
        ([words("a", 2), BESIDE], [(0, "a bilde")]),
        ([words("a", 2)], [(0, "a")]),
        ([], []),
    ],
)
def test_sections_stay_in_order_and_stand_beside_what_is_as_long(
    sections: list[dict[str, Any]], grouped: list[tuple[int, str]]
) -> None:
    found = in_columns(sections)

    named = [(one["columns"], " ".join(s["name"] for s in one["sections"])) for one in found]
    assert named == grouped
