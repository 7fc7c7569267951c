"""A table shows its cells as they are in every form, and runs nothing."""

from __future__ import annotations

import csv
import io

import pytest

from anbefal.report.tables import Cell, Column, Table, to_csv, to_markdown
from documents.pages import shown_text


def cells(*row: Cell) -> list[str]:
    """Return a row as a program reads it from CSV."""
    table = Table(tuple(Column(f"k{number}") for number in range(len(row))), (row,))
    return list(csv.reader(io.StringIO(to_csv(table))))[1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n"])
def test_a_text_that_a_spreadsheet_would_run_stays_text(start: str) -> None:
    assert cells(f"{start}1+1") == [f"'{start}1+1"]


@pytest.mark.parametrize("words", ["a=b", "1-2", "a@b", 'sa "hei", ja', "to\nlinjer", "Måte"])
def test_other_text_is_unchanged(words: str) -> None:
    assert cells(words) == [words]


def test_numbers_truth_and_nothing_have_one_form_each() -> None:
    assert cells(-1.5, 1 / 3, 7, True, False, None) == [
        "-1.5",
        "0.333333",
        "7",
        "true",
        "false",
        "",
    ]


def test_the_heading_names_the_columns() -> None:
    assert to_csv(Table((Column("id"), Column("score")), ())) == "id,score\n"


@pytest.mark.parametrize("words", ["a | b", "a\\", "`x`", "<b>", "to\nlinjer", "*x*", "~~x~~"])
def test_a_cell_in_a_markdown_table_shows_its_words(words: str) -> None:
    page = to_markdown(Table((Column("k"), Column("l")), ((words, "siste"),)))

    assert shown_text(page, "md") == f"k l {' '.join(words.split())} siste"
