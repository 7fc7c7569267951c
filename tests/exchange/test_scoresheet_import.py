"""What is read of a score sheet that people worked in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from anbefal.errors import Misuse
from anbefal.exchange.scoresheet.reading import FilledSheet
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from exchange.sheets import Book, came_back, messages, place_of, put, put_date, world
from repositories import criteria_data, text, theme

SHEET = "Vurdering"


def values(sheet: FilledSheet) -> dict[str, dict[str, float]]:
    """Return the values that were given, by item."""
    found = {
        one.item: {c: v for c, v in one.values.items() if v is not None} for one in sheet.items
    }
    return {item: given for item, given in found.items() if given}


def test_values_reasons_dissent_and_head_are_read(tmp_path: Path) -> None:
    sheet = came_back(
        tmp_path,
        world(),
        *(put("E3", 4), put("H3", "Fordi."), put("I5", "Nei."), put_date(date(2022, 6, 1))),
    )

    assert (sheet.round, sheet.assessor, sheet.date) == ("2022", "nett", PartialDate(2022, 6, 1))
    assert values(sheet) == {"bolig": {"alvor": 4}}
    assert [(i.level, i.item) for i in sheet.items] == [
        ("theme", "bolig"),
        ("recommendation", "cat-1"),
        ("theme", "helse"),
    ]
    assert sheet.items[0].reasons == {"alvor": None, "hast": "Fordi."}
    assert [i.dissent for i in sheet.items] == ["", "", "Nei."]
    assert sheet.findings == ()


def test_numbers_between_those_of_the_list_are_taken(tmp_path: Path) -> None:
    assert values(came_back(tmp_path, world(), put("E4", 2.5))) == {"cat-1": {"alvor": 2.5}}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (5, "The value 5 is not on the scale 0 to 4."),
        (-1, "The value -1 is not on the scale 0 to 4."),
        ("høy", "'høy' is not a number."),
        ("3 4", "'3 4' is not a number."),
        ("\u0663", "'\u0663' is not a number."),
        ("=SUM(F3)", "The cell holds a formula: =SUM(F3)."),
        (True, "The cell holds a truth value: TRUE."),
        (date(2026, 4, 3), "The cell holds a date: 2026-04-03."),
    ],
)
def test_what_is_no_value_on_the_scale_is_told_with_sheet_row_and_column(
    tmp_path: Path, typed: Any, said: str
) -> None:
    sheet = came_back(tmp_path, world(), put("E4", typed))

    assert messages(sheet) == [f"Vurdering!E4: {said}"]
    assert (sheet.findings[0].position.line, sheet.findings[0].position.column) == (4, 5)  # type: ignore[union-attr]


def test_every_mistake_is_told_in_one_go(tmp_path: Path) -> None:
    sheet = came_back(
        tmp_path, world(), put("E3", 9), put("F5", "x"), put("B4", "cat-2"), put("E4", 1)
    )

    assert [one.split(":")[0] for one in messages(sheet)] == [
        "Vurdering!E3",
        "Vurdering!B4",
        "Vurdering!F5",
    ]
    assert "Did you mean 'cat-1'?" in sheet.findings[1].hint


def test_a_cell_of_spaces_is_empty(tmp_path: Path) -> None:
    sheet = came_back(tmp_path, world(), put("E3", "  "), put("H3", " \n "))

    assert values(sheet) == {}
    assert sheet.items[0].reasons["hast"] is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("en\r\nto\rtre\u2028fire\v", "en\nto\ntre\nfire"),
        (" a\u030a ", "å"),
        ("=SUMMEN", "=SUMMEN"),
        (2018, "2018"),
        (date(2018, 6, 5), "2018-06-05"),
    ],
)
def test_text_is_read_as_files_hold_it(tmp_path: Path, typed: Any, read: str) -> None:
    def write(book: Book) -> None:
        cell = book[SHEET]["H3"]
        cell.value = typed.replace("\v", "_x000B_") if isinstance(typed, str) else typed
        cell.data_type = "s" if isinstance(typed, str) else cell.data_type

    assert came_back(tmp_path, world(), write).items[0].reasons["hast"] == read


def test_characters_that_cannot_be_seen_are_told(tmp_path: Path) -> None:
    sheet = came_back(tmp_path, world(), put("I3", "a\u202eb"))

    assert messages(sheet) == [
        "Vurdering!I3: The text holds a character that cannot be seen (U+202E)."
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (date(2026, 6, 1), PartialDate(2026, 6, 1)),
        ("1. juni 2026", PartialDate(2026, 6, 1)),
        (date(1905, 7, 18), PartialDate(2026)),  # 2026 typed where Excel expects a day
    ],
)
def test_the_date_is_read(tmp_path: Path, typed: Any, read: PartialDate) -> None:
    assert came_back(tmp_path, world(), put_date(typed)).date == read


def test_what_is_no_date_is_told(tmp_path: Path) -> None:
    (finding,) = came_back(tmp_path, world(), put_date("i går")).findings

    assert finding.message.startswith("Les først!B7: 'i går' is no date")
    assert "01.06.2026" in finding.hint


def sort_rows(book: Book) -> None:
    page = book[SHEET]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    for row, content in zip(page.iter_rows(min_row=3), reversed(rows), strict=True):
        for cell, value in zip(row, content, strict=True):
            cell.value = value


def add_columns(book: Book) -> None:
    page = book[SHEET]
    page.insert_cols(2)
    page["B2"], page["B3"] = "Ansvarlig", "=1+1"
    page["Z4"] = "uten overskrift"


def add_rows(book: Book) -> None:
    page = book[SHEET]
    page.insert_rows(1, 2)
    page["A1"] = "Utfylt av styret"
    page["D9"] = "Husk å spørre Kari"


def hide_and_rename(book: Book) -> None:
    book[SHEET].row_dimensions[3].hidden = True
    book[SHEET].title = "Vårt svar"
    book.move_sheet("Les først", 2)
    book["Les først"].title = "Notat"


def in_capitals(book: Book) -> None:
    for cell in book[SHEET][2]:
        cell.value = f"  {cell.value.upper()} "


def in_english(book: Book) -> None:
    for cell, heading in zip(book[SHEET][2], ["Type", "Id", "x", "y", "alvor"], strict=False):
        cell.value = heading
    book[SHEET]["A3"] = "Theme"


@pytest.mark.parametrize(
    "change",
    [sort_rows, add_columns, add_rows, hide_and_rename, in_capitals, in_english],
    ids=lambda change: change.__name__,
)
def test_a_sheet_that_people_arranged_anew_says_the_same(tmp_path: Path, change: Any) -> None:
    sheet = came_back(tmp_path, world(), put("E3", 4), put("F5", 0), change)

    assert messages(sheet) == []
    assert values(sheet) == {"bolig": {"alvor": 4}, "helse": {"hast": 0}}
    assert sheet.round == "2022"


def test_added_columns_are_named_in_one_note(tmp_path: Path) -> None:
    sheet = came_back(tmp_path, world(), put("J2", "Vår kommentar"), put("K2", "Sum"))

    assert sheet.notes == (
        "Columns that no score sheet has are left aside: 'Vår kommentar', 'Sum'.",
    )


@pytest.mark.parametrize(
    ("cell", "content", "said"),
    [
        ("B5", "bolig", "Vurdering!B5: 'bolig' has two rows; the first is Vurdering!B3."),
        ("B5", "bollig", "Vurdering!B5: There is no theme 'bollig'."),
        ("B5", "cat-1", "Vurdering!B5: There is no theme 'cat-1'."),
        ("B5", None, "Vurdering!E5: The row has no id, and holds '2'."),
        (
            "F2",
            "Alvor",
            "Vurdering!F2: The heading 'Alvor' stands twice; the first is Vurdering!E2.",
        ),
        ("F2", None, "Vurdering!A2: The column 'Hast' is missing among the headings."),
    ],
)
def test_what_cannot_be_told_apart_or_found_is_told(
    tmp_path: Path, cell: str, content: Any, said: str
) -> None:
    assert said in messages(came_back(tmp_path, world(), put("E5", 2), put(cell, content)))


def test_a_theme_and_a_recommendation_of_the_same_id_are_told_apart_by_kind(
    tmp_path: Path,
) -> None:
    data = world(themes=[theme("bolig"), theme("helse"), theme("cat-1")])

    assert values(came_back(tmp_path, data, put("E4", 1))) == {"cat-1": {"alvor": 1}}
    assert messages(came_back(tmp_path, data, put("A4", "?"))) == [
        "Vurdering!B4: 'cat-1' is the id of a theme and of a recommendation."
    ]


def read_with(tmp_path: Path, then: Dataset, now: Dataset, *changes: Any) -> FilledSheet:
    """Return what is read of a sheet of one repository in another."""
    from anbefal.exchange.scoresheet.reading import read_score_sheet
    from anbefal.exchange.workbooks import read_workbook
    from exchange.sheets import exported, opened, saved

    book = opened(exported(then))
    for change in changes:
        change(book)
    assert now.criteria is not None
    return read_score_sheet(read_workbook(saved(book, tmp_path / "a.xlsx")), now, now.criteria)


def test_a_criterion_that_is_gone_is_told_and_a_new_one_stays_open(tmp_path: Path) -> None:
    now = world(criteria=criteria_data({"alvor": 3, "omfang": 1}))
    sheet = read_with(tmp_path, world(), now, put("E3", 4))

    (said,) = messages(sheet)
    assert "There is no criterion 'hast' any more" in said
    assert sheet.notes == ("Criteria that came after the sheet was made stay open: omfang.",)
    assert sheet.items[0].values == {"alvor": 4, "hast": None}


def test_a_criterion_that_got_another_name_is_still_known(tmp_path: Path) -> None:
    listed = criteria_data({"alvor": 3, "hast": 1})
    listed["criteria"][0]["name"], listed["criteria"][1]["name"] = text("Hast"), text("Nytt")
    sheet = read_with(tmp_path, world(), world(criteria=listed), put("E3", 4), put("F3", 1))

    assert values(sheet) == {"bolig": {"alvor": 4, "hast": 1}}


def test_another_scale_is_refused_with_both(tmp_path: Path) -> None:
    now = world(criteria=criteria_data({"alvor": 3, "hast": 1}, 1, 5))

    with pytest.raises(Misuse, match="made for the scale 0 to 4, and the criteria have 1 to 5"):
        read_with(tmp_path, world(), now)


def without_first_sheet(book: Book) -> None:
    del book["Les først"]


def test_a_sheet_without_its_first_sheet_says_only_the_values(tmp_path: Path) -> None:
    sheet = came_back(tmp_path, world(), put("E3", 4), without_first_sheet)

    assert (sheet.round, sheet.assessor, sheet.date) == (None, None, None)
    assert values(sheet) == {"bolig": {"alvor": 4}}


def test_a_workbook_without_a_score_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="holds no score sheet"):
        came_back(tmp_path, world(), lambda book: book.remove(book[SHEET]))


def test_two_score_sheets_in_a_workbook_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="several score sheets: 'Vurdering', 'Vurdering Copy'"):
        came_back(tmp_path, world(), lambda book: book.copy_worksheet(book[SHEET]))


def test_a_workbook_that_says_two_things_of_itself_is_refused(tmp_path: Path) -> None:
    def other(book: Book) -> None:
        copy = book.copy_worksheet(book["Les først"])
        place_of(book, "anbefal:assessor", copy.title).offset(0, 1).value = "andre"

    with pytest.raises(Misuse, match="says two things of 'assessor'"):
        came_back(tmp_path, world(), other)


def test_columns_for_reasons_that_were_deleted_take_nothing_away(tmp_path: Path) -> None:
    sheet = came_back(tmp_path, world(), lambda book: book[SHEET].delete_cols(8, 2))

    assert sheet.items[0].reasons == {"alvor": None}
    assert sheet.items[0].dissent is None
    assert sheet.notes == ("2 of the columns for reasons and dissent are gone from the sheet.",)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_sheet_in_any_language_is_read(tmp_path: Path, language: str) -> None:
    sheet_name = {"nb": "Vurdering", "nn": "Vurdering", "en": "Assessment"}[language]
    sheet = came_back(tmp_path, world(), put("E3", 1, sheet_name), language=language)

    assert values(sheet) == {"bolig": {"alvor": 1}}
    assert sheet.notes == ()
