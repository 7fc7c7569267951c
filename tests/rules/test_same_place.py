from __future__ import annotations

from pathlib import Path

import pytest

from support import found

FIRST, SECOND = (f"data/recommendations/cat-2020-{number}.yaml" for number in (4, 5))


def record(name: str, document: str, paragraph: str) -> str:
    number = name[-6]
    return (
        f"id: cat-2020-{number}\n"
        "source:\n"
        "  body: cat\n"
        f"  document: {document}\n"
        f"  paragraph: {paragraph}\n"
        "summary: {nb: Gi alle fellesskap}\n"
    )


def two(one: str, other: str) -> dict[str, str]:
    symbol = "CAT/C/NOR/CO/9"
    return {FIRST: record(FIRST, symbol, one), SECOND: record(SECOND, symbol, other)}


@pytest.mark.parametrize("other", ['"28(a)"', '"28 (A)"', "' 28 ( a ) '"])
def test_case_and_spaces_make_no_difference(other: str, tmp_path: Path) -> None:
    assert found(tmp_path, two('"28(a)"', other)) == [(SECOND, 5, 14, "same-place")]


@pytest.mark.parametrize("other", ['"28(b)"', '"28"', '"2.8(a)"', "null"])
def test_other_paragraphs(other: str, tmp_path: Path) -> None:
    assert found(tmp_path, two('"28(a)"', other)) == []


def test_the_same_paragraph_of_another_document(tmp_path: Path) -> None:
    files = {
        FIRST: record(FIRST, "CAT/C/NOR/CO/9", '"4"'),
        SECOND: record(SECOND, "CAT/C/NOR/CO/10", '"4"'),
    }
    assert found(tmp_path, files) == []


def test_records_without_a_document_are_not_compared(tmp_path: Path) -> None:
    files = {name: record(name, "null", '"4"') for name in (FIRST, SECOND)}

    assert found(tmp_path, files) == []
