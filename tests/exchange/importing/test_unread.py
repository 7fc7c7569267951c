"""Rows that could not be read land in a file that can be mended and imported again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook

from anbefal.exchange.outgoing import export
from anbefal.exchange.unread import PLACE, WHY, rows_to_mend
from anbefal.model.incoming import Incoming, Place, Unread
from anbefal.model.recommendation import Recommendation
from exchange.importing.tables_of_others import incoming, read, text_file, unread
from repositories import recommendation

HEADINGS = ("Nr", "Tekst", "Avsnitt")


def row(number: int, **raw: str) -> Unread:
    return Unread(Place(number, "Ark1"), "Feil.", "Rett den.", raw)


def write_unread(path: Path, rows: Sequence[Unread], headings: Sequence[str] = ()) -> Path:
    to_mend = rows_to_mend(rows, headings)
    assert to_mend is not None
    path = path.with_suffix(to_mend.ending)
    path.write_bytes(to_mend.data)
    return path


def cells(path: Path) -> list[list[object]]:
    page = load_workbook(path).active
    assert page is not None
    return [[cell.value for cell in one] for one in page.iter_rows()]


def test_rows_stand_under_their_own_headings_with_place_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "rest.xlsx"
    rows = [row(3, Avsnitt="140.10", Tekst="=1+1"), row(9, Nr="2", Tekst="To")]
    assert write_unread(path, rows, HEADINGS) == path
    assert cells(path) == [
        [*HEADINGS, PLACE, WHY],
        [None, "=1+1", "140.10", "Ark1, row 3", "Feil. Rett den."],
        ["2", "To", None, "Ark1, row 9", "Feil. Rett den."],
    ]
    page = load_workbook(path).active
    assert page is not None
    assert page["B2"].data_type == "s"


def test_a_row_that_was_mended_is_read(tmp_path: Path) -> None:
    maps = ("text=Tekst", "date=Dato", "body==cat")
    found = unread(text_file(tmp_path, "Nr;Tekst;Dato", "1;Tell båtene.;31.02.2018"), *maps)
    path = write_unread(tmp_path / "rest.xlsx", [found])
    again = unread(path, *maps)
    assert again.message == found.message

    book = load_workbook(path)
    assert book.active is not None
    book.active["C2"] = "28.02.2018"
    book.save(path)
    assert incoming(path, *maps).fields == {"text.nb": "Tell båtene.", "source.date": "2018-02-28"}


def test_what_was_told_of_a_row_before_is_not_kept(tmp_path: Path) -> None:
    maps = ("text=Tekst", "date=Dato", "body==cat")
    found = unread(text_file(tmp_path, "Tekst;Dato", "Tell båtene.;snart"), *maps)
    first = write_unread(tmp_path / "rest.xlsx", [found])
    second = write_unread(tmp_path / "rest-2.xlsx", [unread(first, *maps)])
    assert cells(second)[0] == ["Tekst", "Dato", PLACE, WHY]


def test_rows_of_an_export_are_still_rows_of_an_export(tmp_path: Path) -> None:
    data = recommendation("cat-1", text={"nb": "=1+1"}, source={"date": "2018"})
    path = tmp_path / "liste.csv"
    path.write_bytes(export([Recommendation.model_validate(data)], "csv"))
    path.write_bytes(path.read_bytes().replace(b"2018", b"snart"))
    rest = write_unread(tmp_path / "rest.xlsx", [unread(path)])

    book = load_workbook(rest)
    page = book.active
    assert page is not None
    for cell in page[2]:
        if cell.value == "snart":
            cell.value = "2018"
        if cell.value == "'=1+1":
            cell.data_type = "s"
    book.save(rest)
    [found] = read(rest)
    assert isinstance(found, Incoming)
    assert (found.fields["id"], found.fields["text.nb"]) == ("cat-1", "=1+1")


def test_what_no_cell_can_hold_is_written_as_json(tmp_path: Path) -> None:
    words = "x" * 40_000
    path = write_unread(tmp_path / "rest.xlsx", [row(3, text=words, body="cat")])
    assert path == tmp_path / "rest.json"
    assert incoming(path).fields["text.nb"] == words
