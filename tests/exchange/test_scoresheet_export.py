"""What a score sheet looks like to whoever opens it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest

from anbefal.errors import Misuse
from anbefal.exchange.scoresheet.layout import columns, words_in
from anbefal.exchange.scoresheet.messages import LONGEST_MESSAGE, message_on
from exchange.sheets import Book, exported, given, opened, place_of, world
from repositories import criteria, criteria_data, text, theme

LANGUAGES = ["nb", "nn", "en"]


def sheets(book: Book) -> list[list[list[Any]]]:
    """Return what stands on the sheets that people see."""
    seen = [page for page in book.worksheets if page.sheet_state == "visible"]
    return [[list(row) for row in page.iter_rows(values_only=True)] for page in seen]


def test_a_row_is_an_item_and_a_column_is_a_criterion() -> None:
    _, scores, _ = sheets(opened(exported(world())))

    assert scores[1] == [
        *("Type", "Id", "Hva som vurderes", "Hva registeret sier", "Alvor", "Hast"),
        *("Begrunnelse: Alvor", "Begrunnelse: Hast", "Mindretallssyn"),
        "Kontroll",
    ]
    assert [row[:4] for row in scores[2:]] == [
        ["Tema", "bolig", "Bolig", "Om bolig."],
        ["Anbefaling", "cat-1", "Gjør cat-1.\nCAT, avsnitt ikke kjent", "Om cat-1."],
        ["Tema", "helse", "Helse", "Om helse."],
    ]


def test_what_the_assessor_gave_stands_in_it() -> None:
    score = {"theme": "helse", "values": {"alvor": 0, "hast": 2.5}, "dissent": "Nei."}
    data = world(assessments=[given({}, scores=[score | {"reasons": {"hast": "Snart."}}])])

    _, scores, _ = sheets(opened(exported(data)))

    assert scores[4][4:] == [0, 2.5, None, "Snart.", "Nei.", "theme/helse"]
    assert scores[2][4:-1] == [None] * 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_own_words_for_the_same_sheet(language: str) -> None:
    words = words_in(language)  # type: ignore[arg-type]
    book = opened(exported(world(), language))

    assert book.sheetnames == [
        *(words.label[f"sheet_{one}"] for one in ("read", "scores", "criteria")),
        "anbefal",
    ]
    assert list(columns(criteria({"alvor": 1}), words).values())[-2] == words.label["dissent"]


def test_what_only_the_program_reads_is_hidden_and_locked() -> None:
    book = opened(exported(world()))

    assert [page.sheet_state for page in book.worksheets] == ["visible"] * 3 + ["hidden"]
    assert book["anbefal"].protection.sheet
    assert book["Vurdering"].column_dimensions["J"].hidden
    assert not book["Vurdering"].column_dimensions["I"].hidden


def test_the_first_sheet_tells_for_whom_it_is_and_that_criteria_are_a_proposal() -> None:
    (first, *_) = sheets(opened(exported(world())))
    told = {row[0]: row[1] for row in first}

    assert told["Runde"] == "2022"
    assert told["Vurdert av"] == "NETT (nett)"
    assert "FORSLAG" in told["Kriterier"]
    assert told["anbefal:criterion:hast"] == "Hast"


def test_made_up_values_are_called_made_up() -> None:
    (first, *_) = sheets(opened(exported(world(assessments=[given({}, example=True)]))))

    assert any("EKSEMPEL" in str(row[1]) for row in first)


def test_only_values_reasons_dissent_and_the_date_can_be_written_in() -> None:
    book = opened(exported(world()))
    free = {
        f"{page.title}!{cell.coordinate}"
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    rows = {f"Vurdering!{column}{row}" for column in "EFGHI" for row in (3, 4, 5)}
    label = place_of(book, "Dato for vurderingen", "Les først")

    assert free == rows | {f"Les først!B{label.row}"}
    assert all(page.protection.sheet for page in book.worksheets)
    assert all(page.protection.autoFilter is False for page in book.worksheets)  # False: allowed


def test_a_cell_takes_only_the_numbers_of_the_scale() -> None:
    page = opened(exported(world()))["Vurdering"]
    rules = {str(one.sqref): one for one in page.data_validations.dataValidation}

    assert rules["E3:E5"].type == "list"
    assert rules["E3:E5"].formula1 == '"0,1,2,3,4"'
    assert rules["E3:E5"].errorStyle in {None, "stop"}
    assert rules["E3:E5"].promptTitle == "Alvor"


def test_a_scale_without_whole_ends_takes_what_lies_between() -> None:
    data = world(criteria=criteria_data({"alvor": 1}, 0.5, 3.5))
    page = opened(exported(data))["Vurdering"]
    (rule,) = page.data_validations.dataValidation

    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0.5", "3.5")


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_text_from_the_data_never_becomes_a_formula(mark: str) -> None:
    odd = f"{mark}HYPERLINK(1)"
    score = {"theme": "bolig", "reasons": {"hast": odd}, "dissent": odd}
    data = world(
        themes=[theme("bolig", name=text(odd)), theme("helse")],
        assessments=[given({}, scores=[score])],
    )
    page = opened(exported(data))["Vurdering"]

    cells = [page["C3"], page["H3"], page["I3"]]
    assert [(cell.data_type, cell.value) for cell in cells] == [("s", odd)] * 3
    assert page["G3"].number_format == "@"  # what people type there stays text as well


def test_the_same_data_gives_the_same_bytes() -> None:
    assert exported(world()) == exported(world())
    with zipfile.ZipFile(BytesIO(exported(world()))) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_rows_are_fitted_again_when_something_is_written_in_them() -> None:
    with zipfile.ZipFile(BytesIO(exported(world()))) as archive:
        page = archive.read("xl/worksheets/sheet2.xml").decode()

    assert re.search(r'<row r="3"[^>]* ht="', page)
    assert "customHeight" not in page


def test_headings_are_announced_and_stay_in_sight() -> None:
    book = opened(exported(world()))
    page = book["Vurdering"]

    assert page.tables["Scores"].ref == "A2:J5"
    assert page.freeze_panes == "D3"
    assert not page.merged_cells.ranges
    assert book.defined_names["TitleRegion1.A2.J5.2"].attr_text == "'Vurdering'!$C$2"
    assert all(cell.value for cell in page[1])  # no column is without a word


def test_no_two_headings_are_equal_whatever_criteria_are_called() -> None:
    names = ["Id", "Hast", "hast", "Hast (b)", "Begrunnelse: Hast", "x" * 400, "x" * 400]
    listed = criteria_data(dict.fromkeys("abcdefg", 1))
    for one, name in zip(listed["criteria"], names, strict=True):
        one["name"] = text(name)
    data = world(criteria=listed)
    _, scores, _ = sheets(opened(exported(data)))

    assert len({heading.casefold() for heading in scores[1]}) == len(scores[1])
    assert max(map(len, scores[1])) <= 255


def test_a_message_names_every_level_however_long_their_words_are() -> None:
    listed = criteria_data({"alvor": 1})
    listed["criteria"][0]["levels"] = {n: text(f"trinn {n} " + "ord " * 60) for n in range(5)}
    data = world(criteria=listed)
    assert data.criteria is not None

    said = message_on(data.criteria, "alvor", words_in("nb"))

    assert len(said) <= LONGEST_MESSAGE
    assert [line[:10] for line in said.split("\n")[:5]] == [f"{n}: trinn {n}" for n in range(5)]
    assert said.endswith("Tom celle: ikke vurdert. Mer i arket «Kriterier».")


def test_the_third_sheet_has_weights_as_shares_and_every_level() -> None:
    listed = criteria_data({"alvor": 3, "hast": 1})
    listed["criteria"][0] |= {"levels": {0: text("lite"), 4: text("mye")}, "question": text("Hva?")}
    _, _, third = sheets(opened(exported(world(criteria=listed))))

    assert third[0] == ["Kriterium", "Id", "Vekt", "Spørsmål", "Nivå 0", "Nivå 4"]
    assert third[1] == ["alvor", "alvor", 0.75, "Hva?", "lite", "mye"]


def test_a_reason_that_no_cell_can_hold_is_told_instead_of_cut_off() -> None:
    score = {"theme": "bolig", "reasons": {"hast": "å" * 32_768}}

    with pytest.raises(Misuse, match="longer than a cell"):
        exported(world(assessments=[given({}, scores=[score])]))


@pytest.mark.parametrize(("date", "shown"), [("2022-06-01", "2022-06-01"), ("2022-06", "2022-06")])
def test_the_date_that_is_known_stands_in_it(date: str, shown: str) -> None:
    book = opened(exported(world(assessments=[given({}, date=date)])))
    label = place_of(book, "Dato for vurderingen", "Les først")

    assert str(book["Les først"].cell(label.row, 2).value)[:10] == shown


def test_text_that_looks_like_markup_is_text_on_every_sheet() -> None:
    words = "<r>Nei.</r>"
    data = world(assessments=[given({}, scores=[{"theme": "helse", "dissent": words}])])
    book = opened(exported(data))

    found = [cell for page in book for row in page.iter_rows(values_only=True) for cell in row]
    assert [str(one).strip() for one in found if "Nei." in str(one)] == [words, words]
