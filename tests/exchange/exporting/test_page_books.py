from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from anbefal.errors import Misuse
from anbefal.exchange.outgoing.page_sheets import write_page_book
from anbefal.exchange.outgoing.page_tables import write_book_csv, write_book_json
from anbefal.exchange.outgoing.text_sheet import TextSheet, write_text_sheet
from anbefal.sheets import Content, Sheet, Workbook

MARKUP = "<r>x</r>"
"""What xlsxwriter would take for formatted text."""
ROWS: tuple[tuple[Content, ...], ...] = (
    ("cat-2018-16", MARKUP, 3),
    ("upr-2019-1", "=1+1", 0),
    ("upr-2019-2", "", 12),
    ("upr-2019-3", " to\nlinjer ", 4),
)


def book(rows: tuple[tuple[Content, ...], ...] = ROWS, foot: tuple[Content, ...] = ()) -> Workbook:
    sheet = Sheet("tema", "Tema", ("id", "tekst", "antall"), (20, 40, 10), rows, foot)
    sheets = (sheet, replace(sheet, name="mer"))
    return Workbook("Isolasjon", "Vi", "Se om", sheets, "om", ("Om tallene",), "&P")


def test_what_stands_in_a_workbook_comes_back() -> None:
    page = load_workbook(BytesIO(write_page_book(book(foot=("Sum", "", 19)))))["tema"]
    expected = [[one if one != "" else None for one in row] for row in (*ROWS, ("Sum", "", 19))]

    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=4)] == expected
    assert (page.auto_filter.ref, page.dimensions) == ("A3:C7", "A1:C8")


def test_a_sheet_without_rows_is_a_sheet() -> None:
    page = load_workbook(BytesIO(write_page_book(book(rows=()))))["tema"]

    assert [cell.value for cell in page[3]] == ["id", "tekst", "antall"]


def test_rows_are_as_high_as_their_words_need_and_may_grow() -> None:
    data = write_page_book(book(rows=(("a", "ord " * 30, 1), ("b", "ord", 2))))
    with ZipFile(BytesIO(data)) as archive:
        part = archive.read("xl/worksheets/sheet1.xml").decode()
    heights = [load_workbook(BytesIO(data))["tema"].row_dimensions[row].height for row in (4, 5)]

    assert "customHeight" not in part.partition("<sheetData>")[2]
    assert heights[0] > 2 * heights[1]


def test_a_text_that_no_cell_holds_is_told() -> None:
    with pytest.raises(Misuse, match="longer than a cell"):
        write_page_book(book(rows=(("a", "x" * 40_000, 1),)))


def test_text_that_looks_like_markup_stays_text_in_a_sheet_of_texts() -> None:
    sheet = TextSheet("ark", ["id", MARKUP], [["a", MARKUP], ["b", "_x0041_"]], [10])
    page = load_workbook(BytesIO(write_text_sheet(sheet)))["ark"]

    assert [cell.value for cell in page["B"]] == [MARKUP, MARKUP, "_x0041_"]


def test_a_csv_file_holds_the_first_sheet_row_by_row() -> None:
    lines = write_book_csv(book(foot=("Sum", "", 19))).decode("utf-8-sig").split("\r\n")

    assert lines[:3] == ["id;tekst;antall", "cat-2018-16;<r>x</r>;3", "upr-2019-1;'=1+1;0"]
    assert "Sum" not in "".join(lines)


def test_a_json_file_holds_every_sheet() -> None:
    read = json.loads(write_book_json(book()))

    assert read["format_version"] == 1
    assert [one["name"] for one in read["tables"]] == ["tema", "mer"]
    assert read["tables"][0]["headings"] == ["id", "tekst", "antall"]
    assert read["tables"][0]["rows"] == [list(one) for one in ROWS]
