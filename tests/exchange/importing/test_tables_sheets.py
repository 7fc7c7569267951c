"""Tables as workbooks: which sheet, which row, and what spoils a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from anbefal.errors import Misuse, Unreadable
from anbefal.exchange.tables.opening import open_table
from anbefal.exchange.tables.rows import Row
from anbefal.model.incoming import Unread

KNOWN = ("To", "Text")
Sheets = dict[str, Sequence[Sequence[Any]]]


def workbook(
    folder: Path, sheets: Sheets, change: Callable[[Any], object] = lambda _: None
) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    change(book)
    path = folder / "liste.dat"
    book.save(path)
    return path


def read(path: Path, sheet: str | None = None) -> list[Row | Unread]:
    return list(open_table(path, KNOWN, sheet=sheet))


def test_the_headings_may_stand_lower_and_on_another_sheet(tmp_path: Path) -> None:
    rows = [("Liste",), (), (None, "TEXT", "t o"), (None, "one", "Peru"), (), (None, "to", None)]
    first, second = read(workbook(tmp_path, {"Info": [("To",)], "Liste": rows}))
    assert first.raw == {"TEXT": "one", "t o": "Peru"}
    assert str(second.place) == "Liste, row 6"


def test_several_sheets_that_could_be_it_are_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"A": [KNOWN, ("Peru", "one")], "B": [KNOWN, ("Fiji", "to")]})
    with pytest.raises(Misuse, match="several such sheets: 'A', 'B'"):
        read(path)
    assert [row.raw for row in read(path, " b")] == [{"To": "Fiji", "Text": "to"}]


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no sheet 'C'") as refused:
        read(workbook(tmp_path, {"A": [KNOWN]}), "C")
    assert "'A'" in refused.value.hint


def test_numbers_and_dates_are_told_from_texts(tmp_path: Path) -> None:
    cells = ("To", "Text", "N", "T", "D", "B", "E")
    rows = [cells, ("Peru", 16, 140.1, "140.10", datetime(2026, 3, 1), True, "#N/A")]  # noqa: DTZ001
    (row,) = read(workbook(tmp_path, {"A": rows}))
    assert isinstance(row, Row)
    found = {name: (field.kind, field.text) for name, field in row.fields.items()}
    assert found == {
        "To": ("text", "Peru"),
        "Text": ("number", "16"),
        "N": ("number", "140.1"),
        "T": ("text", "140.10"),
        "D": ("date", "2026-03-01"),
        "B": ("boolean", "TRUE"),
        "E": ("error", "#N/A"),
    }
    assert str(row.fields["N"].place) == "A, row 2, column C"


def test_hidden_rows_and_columns_are_read(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        book["A"].row_dimensions[2].hidden = True
        book["A"].column_dimensions["B"].hidden = True

    path = workbook(tmp_path, {"A": [KNOWN, ("Peru", "one")]}, hide)
    assert [row.raw for row in read(path)] == [{"To": "Peru", "Text": "one"}]


def test_a_formula_in_a_known_column_spoils_the_file(tmp_path: Path) -> None:
    rows = [(*KNOWN, "Sum"), ("Peru", "=A1", 1), ("Fiji", "to", "=1+1")]
    spoilt, fine = read(workbook(tmp_path, {"A": rows}))
    assert isinstance(spoilt, Unread)
    assert spoilt.spoils_the_file
    assert str(spoilt.place) == "A, row 2, column B"
    assert isinstance(fine, Row)


def test_merged_cells_in_known_columns_spoil_the_file(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        book["A"].merge_cells("A1:C1")
        book["A"].merge_cells("A3:A4")
        book["A"].merge_cells("C5:D6")

    rows = [("Liste",), (*KNOWN, "Note", "More"), *(("Peru", str(n), "x", "y") for n in range(4))]
    found = read(workbook(tmp_path, {"A": rows}, merge))
    assert [isinstance(one, Unread) and one.spoils_the_file for one in found] == [
        True, True, False, False,
    ]  # fmt: skip


def test_days_are_counted_as_the_workbook_counts_them(tmp_path: Path) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def old(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904

    rows = open_table(workbook(tmp_path, {"A": [KNOWN]}, old), KNOWN)
    assert rows.counts_from == date(1904, 1, 1)


def test_a_workbook_of_other_things_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"Its first row holds 'Navn', 'Tall'"):
        read(workbook(tmp_path, {"A": [("Navn", "Tall"), ("x", 1)]}))


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"A": [KNOWN, ("Peru", "one")]})
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Unreadable, match="damaged"):
        read(path)


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"A": [KNOWN, *(("Peru", str(n)) for n in range(99))]})
    rows = open_table(path, KNOWN)
    first = next(iter(rows))
    assert first.raw == {"To": "Peru", "Text": "0"}
    assert rows.share_read == pytest.approx(0.01)
