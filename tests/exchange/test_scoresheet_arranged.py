"""What people do to a score sheet by which its rows or columns no longer say what they seem to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from anbefal.errors import Misuse
from anbefal.exchange.scoresheet.exported import Exported
from anbefal.model.dates import PartialDate
from exchange.sheets import (
    SCORES,
    Book,
    Change,
    came_back,
    exported,
    given,
    messages,
    opened,
    place_of,
    put,
    put_date,
    saved,
    world,
)
from repositories import criteria_data, text, theme

ENTRY = {"theme": "bolig", "values": {"alvor": 2}, "reasons": {"hast": "=1"}, "dissent": "Nei."}


def sorted_columns(*letters: str) -> Change:
    """Return the change that turns some columns upside down, and leaves the others."""

    def change(book: Book) -> None:
        for letter in letters:
            cells = [book[SCORES][f"{letter}{row}"] for row in (3, 4, 5)]
            contents = [cell.value for cell in cells]
            for cell, content in zip(cells, reversed(contents), strict=True):
                cell.value = content

    return change


@pytest.mark.parametrize("letters", ["AB", "C", "ABCD", "EFGHIJ"], ids=str)
def test_columns_that_were_sorted_without_the_others_are_told(tmp_path: Path, letters: str) -> None:
    said = messages(came_back(tmp_path, world(), put("E3", 4), sorted_columns(*letters)))

    assert any("the rest of it is about 'helse'" in one for one in said)
    assert any("the rest of it is about 'bolig'" in one for one in said)


@pytest.mark.parametrize(
    "change",
    [put("J4", None), put("J4", "?"), put("C3", "Kari ringer"), put("C3", "BOLIG"), put("C3", 3)],
)
def test_a_name_or_check_that_is_nothing_elses_is_no_mistake(
    tmp_path: Path, change: Change
) -> None:
    assert messages(came_back(tmp_path, world(), change)) == []


def test_rows_above_the_headings_are_told(tmp_path: Path) -> None:
    def move(book: Book) -> None:
        for cell, below in zip(book[SCORES][2], book[SCORES][3], strict=True):
            cell.value, below.value = below.value, cell.value

    assert messages(came_back(tmp_path, world(), move)) == [
        "Vurdering!B2: The row of 'bolig' stands above the row with the headings."
    ]


@pytest.mark.parametrize("area", ["E3:E5", "A4:E4", "B4:B5", "H3:I3"])
def test_merged_cells_that_are_read_are_told(tmp_path: Path, area: str) -> None:
    sheet = came_back(tmp_path, world(), lambda book: book[SCORES].merge_cells(area))

    assert any("Cells are merged here" in one for one in messages(sheet))


def test_merged_cells_elsewhere_are_no_mistake(tmp_path: Path) -> None:
    for area in ("C3:D5", "E1:F1"):
        sheet = came_back(tmp_path, world(), lambda book, a=area: book[SCORES].merge_cells(a))
        assert messages(sheet) == []


def formatted(cell: str, content: float, number_format: str) -> Change:
    def change(book: Book) -> None:
        book[SCORES][cell] = content
        book[SCORES][cell].number_format = number_format

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (formatted("E3", 0.03, "0%"), "E3: The cell holds a percentage, 3 %."),
        (formatted("H3", 0.5, "0.0 %"), "H3: The cell holds a percentage, 50 %."),
        (put("E3", 1 / 3), "E3: The value 0.3333333333333333 has more than 6 decimals."),
        (put("E3", "2,1234567"), "E3: The value 2,1234567 has more than 6 decimals."),
    ],
)
def test_numbers_that_nobody_meant_are_told(tmp_path: Path, change: Change, said: str) -> None:
    assert messages(came_back(tmp_path, world(), change)) == [f"Vurdering!{said}"]


@pytest.mark.parametrize(
    ("change", "read"),
    [(formatted("E3", 2.6, "0"), 2.6), (put("E3", 0.1 + 0.2), 0.3), (put("E3", 1e-6), 1e-6)],
)
def test_a_number_is_read_as_it_is_stored_to_the_digits_that_excel_has(
    tmp_path: Path, change: Change, read: float
) -> None:
    assert came_back(tmp_path, world(), change).items[0].values["alvor"] == read


def test_a_value_that_the_assessment_had_may_have_more_decimals(tmp_path: Path) -> None:
    data = world(assessments=[given({"bolig": {"alvor": 1 / 3}})])

    assert messages(came_back(tmp_path, data)) == []


def hidden_copy(book: Book) -> None:
    copy = book.copy_worksheet(book[SCORES])
    copy.sheet_state = "veryHidden"
    copy.delete_cols(6)


def copy_and_new_headings(book: Book) -> None:
    book.copy_worksheet(book[SCORES])
    book[SCORES]["F2"] = "Hast?"


@pytest.mark.parametrize("change", [hidden_copy, copy_and_new_headings])
def test_of_several_score_sheets_none_is_chosen(tmp_path: Path, change: Change) -> None:
    with pytest.raises(Misuse, match="several score sheets: 'Vurdering', 'Vurdering Copy'"):
        came_back(tmp_path, world(), change)


def test_a_copy_without_ids_is_none(tmp_path: Path) -> None:
    def template(book: Book) -> None:
        book.copy_worksheet(book[SCORES]).delete_rows(3, 3)

    assert messages(came_back(tmp_path, world(), put("E3", 1), template)) == []


def no_first_sheet(book: Book) -> None:
    del book["Les først"]


@pytest.mark.parametrize(("change", "told"), [(put("Z9", 1), "2022"), (no_first_sheet, None)])
def test_what_stands_among_the_values_is_never_read_as_a_key(
    tmp_path: Path, change: Change, told: str | None
) -> None:
    key = put("G3", "anbefal:round"), put("H3", "2027")

    assert came_back(tmp_path, world(), *key, change).round == told


def labelled(name: str, day: str) -> Change:
    """Return the change that adds a sheet with a date beside the label of dates."""

    def change(book: Book) -> None:
        page = book[name] if name in book.sheetnames else book.create_sheet(name, 0)
        page.append(["Dato for vurderingen", day])

    return change


def test_a_date_on_another_sheet_is_not_that_of_the_assessment(tmp_path: Path) -> None:
    sheet = came_back(tmp_path, world(), put_date("2026-06-01"), labelled("Notat", "2020-01-01"))

    assert sheet.date == PartialDate(2026, 6, 1)


def test_two_dates_are_refused(tmp_path: Path) -> None:
    first = put_date(date(2026, 6, 1))

    with pytest.raises(Misuse, match="two dates: in Les først!B7 and in Les først!B"):
        came_back(tmp_path, world(), first, labelled("Les først", "2020-01-01"))
    assert came_back(tmp_path, world(), first, labelled("Les først", "2026-06-01")).date


OWN = ["Dato for vurderingen", "Vekt", "Spørsmål", "Id", "Hast", "Begrunnelse: Hast", "Kontroll"]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_criteria_may_be_named_like_our_own_labels(tmp_path: Path, language: str) -> None:
    ids = ["vekt", "bolig", "sporsmal", "id", "hast", "b", "kontroll"]
    listed = criteria_data(dict.fromkeys(ids, 1))
    for one, name in zip(listed["criteria"], OWN, strict=True):
        one["name"] = text(name)
    values = {one: float(number % 5) for number, one in enumerate(ids)}
    entry = {"theme": "helse", "values": values, "reasons": {one: f"Om {one}." for one in ids}}
    data = world(criteria=listed, assessments=[given({}, scores=[entry])])

    sheet = came_back(tmp_path, data, language=language)

    assert messages(sheet) == []
    assert (sheet.items[2].values, sheet.items[2].reasons) == (values, entry["reasons"])
    assert sheet.date == PartialDate(2022, 6, 1)


def test_an_empty_row_of_a_theme_that_is_gone_is_only_noted(tmp_path: Path) -> None:
    from anbefal.exchange.scoresheet.reading import read_score_sheet
    from anbefal.exchange.workbooks import read_workbook

    then, now = world(), world(themes=[theme("bolig")])
    path = saved(opened(exported(then)), tmp_path / "ark.xlsx")
    assert now.criteria is not None

    sheet = read_score_sheet(read_workbook(path), now, now.criteria)

    assert sheet.findings == ()
    assert sheet.notes == (
        "Empty rows with ids that the repository has not are left aside: 'helse'.",
    )


def test_the_workbook_tells_what_stood_there_at_export(tmp_path: Path) -> None:
    data = world(assessments=[given({}, scores=[ENTRY])])

    assert came_back(tmp_path, data, put("E3", 4), sort_hidden).exported == Exported(
        PartialDate(2022, 6, 1),
        {
            ("theme", "bolig", "value", "alvor"): 2,
            ("theme", "bolig", "reason", "hast"): "=1",
            ("theme", "bolig", "dissent", None): "Nei.",
        },
    )


def sort_hidden(book: Book) -> None:
    page = book["anbefal"]
    rows = [[(cell.value, cell.data_type) for cell in row] for row in page.iter_rows()]
    for row, contents in zip(page.iter_rows(), reversed(rows), strict=True):
        for cell, (content, kind) in zip(row, contents, strict=True):
            cell.value = content
            cell.data_type = kind


def no_sheet(book: Book) -> None:
    del book["anbefal"]


def spoilt(book: Book) -> None:
    for row in book["anbefal"].iter_rows(min_row=2):
        row[1].value = "x"
        row[-1].value = "=A1"


@pytest.mark.parametrize(("change", "told"), [(no_sheet, None), (spoilt, Exported())])
def test_what_the_workbook_does_not_tell_of_its_export_is_not_guessed(
    tmp_path: Path, change: Change, told: Any
) -> None:
    data = world(assessments=[given({}, scores=[ENTRY])])

    assert came_back(tmp_path, data, change).exported == told


def test_a_workbook_that_tells_of_two_exports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="tells of several exports: 'anbefal', 'anbefal Copy'"):
        came_back(tmp_path, world(), lambda book: book.copy_worksheet(book["anbefal"]))


def test_the_hidden_copy_names_the_places_of_the_sheet_that_is_read() -> None:
    book = opened(exported(world(assessments=[given({}, scores=[ENTRY])])))

    assert place_of(book, "bolig").row == 3
    assert [cell.value for cell in book["anbefal"][3]] == ["theme", "bolig", "value", "alvor", 2]
