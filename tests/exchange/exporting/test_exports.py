"""Exports are text that stays text, the same bytes for the same data, and nothing internal."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from anbefal.errors import Misuse, Unreadable
from anbefal.exchange.mapped import ours, parquet_reader
from anbefal.exchange.outgoing import FORMATS, ExportFormat, export
from anbefal.exchange.outgoing.as_parquet import name_in_parquet
from anbefal.exchange.outgoing.columns import export_columns
from anbefal.exchange.outgoing.guarding import guarded, unguarded
from anbefal.model.incoming import Unread
from anbefal.model.recommendation import Recommendation
from complete import as_dataset, complete_data
from exchange.exporting.made_records import TROUBLE, read
from repositories import recommendation, update

SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001


def made(*asks: str) -> list[Recommendation]:
    return [
        Recommendation.model_validate(recommendation(f"cat-{number}", text={"nb": words}))
        for number, words in enumerate(asks)
    ]


def secret() -> Recommendation:
    entry = update("reported", "implemented", "2019", internal="HEMMELIG to")
    data = recommendation("cat-1", internal="HEMMELIG en", status=[entry])
    return Recommendation.model_validate(data)


def sheet(data: bytes) -> Any:
    return load_workbook(BytesIO(data)).active


def opened(data: bytes, to: ExportFormat) -> bytes:
    """Return what a search for bytes can see of a file."""
    if to != "xlsx":
        return data
    archive = ZipFile(BytesIO(data))
    return b"".join(archive.read(one) for one in archive.namelist())


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_records_give_the_same_bytes(to: ExportFormat) -> None:
    first, second = (as_dataset(complete_data()).recommendations.values() for _ in range(2))
    assert export(first, to) == export(second, to)


@pytest.mark.parametrize("to", FORMATS)
def test_notes_for_ourselves_are_there_only_where_they_are_asked_for(to: ExportFormat) -> None:
    assert b"HEMMELIG" not in opened(export([secret()], to), to)
    assert b"internal" not in opened(export([secret()], to), to)
    whole = opened(export([secret()], to, internal=True), to)
    assert b"HEMMELIG en" in whole
    assert b"HEMMELIG to" in whole


@pytest.mark.parametrize("to", FORMATS)
def test_what_an_import_noted_of_such_notes_stays_here_too(to: ExportFormat) -> None:
    noted = {"internal": "table-12345678", "text.nb": "table-87654321"}
    data = recommendation("cat-1", internal="HEMMELIG", provenance={"imported": noted})
    records = [Recommendation.model_validate(data)]
    assert b"12345678" in opened(export(records, to, internal=True), to)
    assert b"12345678" not in opened(export(records, to), to)


def test_there_is_a_column_for_each_thing_that_a_record_can_say() -> None:
    names = [column.name for column in export_columns()]
    assert names[:4] == ["id", "kind", "source.body", "source.document"]
    assert {"text.nb", "themes", "follow_up", "status", "provenance.verified"} <= set(names)
    assert len(names) == len({name_in_parquet(column) for column in export_columns()})


def test_every_cell_of_a_workbook_is_text() -> None:
    page = sheet(export(made(*TROUBLE), "xlsx"))
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} == {"s"}
    assert not any(cell.hyperlink for row in page.iter_rows() for cell in row)
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref


def test_no_cell_of_a_csv_file_begins_with_what_a_formula_begins_with() -> None:
    for row in cells(export(made(*TROUBLE), "csv")):
        assert not any(cell.lstrip().startswith(SIGNS) for cell in row)


GUARDED = """
140.10|5-6|007|2012-11|1e5|$5|€ 5|5 %|50%|kr 5|5 kr|1 000|1'000|1 234,50|(5)|1.|.5|SANN|true|juni 5
5. juni|5. juni 2018|mar-5|Jan 2020|1/2
"""


@pytest.mark.parametrize("words", GUARDED.replace("\n", "|").strip("|").split("|"))
def test_what_a_spreadsheet_takes_for_a_number_or_a_day_is_guarded(words: str) -> None:
    assert guarded(words) == f"'{words}"


WORDS = ("16(a)", "34th session", "5 barn", "juni", "5 juni-planer", "A/HRC/42/3", "cat-2018-16")


@pytest.mark.parametrize(
    "words", ["16", "2018-06-05", "2018", "CAT 11", "ja - nei", "it's", *WORDS]
)
def test_other_words_stand_as_they_are(words: str) -> None:
    assert guarded(words) == words


@given(st.text() | st.text("=+-@'\t 1.") | st.sampled_from(TROUBLE))
def test_guarding_can_be_undone(words: str) -> None:
    assert unguarded(guarded(words)) == words


def test_a_csv_file_opens_in_excel_by_itself() -> None:
    data = export(made("Æ; ø"), "csv")
    assert data.startswith(b"\xef\xbb\xbfid;kind;")
    assert data.endswith(b"\r\n")


def test_json_holds_the_records_as_in_the_data() -> None:
    [record] = made("Tell båtene.")
    whole = json.loads(export([record], "json"))
    assert list(whole) == ["format_version", "recommendations"]
    assert whole["recommendations"] == [
        {
            "id": "cat-0",
            "kind": "recommendation",
            "source": {"body": "cat"},
            "text": {"nb": "Tell båtene."},
            "provenance": {"verified": False},
        }
    ]


def test_parquet_has_lists_and_mappings_also_where_nothing_is_said() -> None:
    from pyarrow import parquet, types

    schema = parquet.read_schema(BytesIO(export([], "parquet")))
    assert types.is_string(schema.field("source_document").type)
    assert types.is_list(schema.field("themes").type)
    assert types.is_struct(schema.field("status").type.value_type)
    assert types.is_map(schema.field("provenance_imported").type)


def test_a_text_that_is_too_long_for_a_cell_is_refused_and_never_cut() -> None:
    longest = "x" * 32_767
    assert export(made(longest), "xlsx")
    with pytest.raises(Misuse, match="'cat-1' is longer") as raised:
        export(made("kort", f"{longest}x"), "xlsx")
    assert ".csv" in raised.value.hint
    assert export(made(f"{longest}x"), "csv")


def test_a_parquet_file_of_others_is_not_opened(tmp_path: Path) -> None:
    from pyarrow import parquet, table

    path = tmp_path / "liste.parquet"
    parquet.write_table(table({"text_nb": ["Tell båtene."]}), path, compression="snappy")
    with pytest.raises(Unreadable, match="did not write"):
        read(path, here=True)


def test_a_broken_parquet_file_is_told_by_the_process_that_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "liste.parquet"
    path.write_bytes(export(made("Tell båtene."), "parquet")[:-1])
    with pytest.raises(Unreadable, match="damaged"):
        read(path)


def test_a_parquet_file_on_which_the_library_ends_its_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "liste.parquet"
    path.write_bytes(export(made("Tell båtene."), "parquet"))
    monkeypatch.setattr(ours, "READER", "anbefal.no_such_module")
    with pytest.raises(Unreadable, match="damaged"):
        read(path)


def test_texts_of_a_parquet_file_are_counted_as_often_as_they_stand_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "liste.parquet"
    path.write_bytes(export(made(*["x" * 1_000] * 1_000), "parquet"))
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(parquet_reader, "MOST", 1_000_000)
    with pytest.raises(Unreadable, match="more text than can be read"):
        list(parquet_reader.read_parquet(path))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"format_version": 2, "recommendations": []}', "another version"),
        ('{"format_version": 1, "recommendations": [{"id', "ends too early"),
        ('{"format_version": 1, "recommendations": ' + "[" * 100_000, "ends too early"),
        ('{"format_version": 1, "recommendations": []} mer', "ends too early"),
    ],
)
def test_broken_json_of_ours_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "liste.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=told):
        read(path)


def deep_list_of_ours(folder: Path, depth: int) -> Path:
    path = folder / "liste.json"
    deep = "[" * depth + "]" * depth
    head = '{"format_version": 1, "recommendations": ['
    path.write_text(f'{head}{{"text": {{"nb": "b"}}, "internal": {deep}, "status": {deep}}}, 7]}}')
    return path


def test_a_value_of_ours_that_lies_deep_is_told_with_its_record(tmp_path: Path) -> None:
    found = read(deep_list_of_ours(tmp_path, 400))
    assert [isinstance(one, Unread) and one.place.row for one in found] == [1, 2]


def test_a_file_of_ours_that_lies_too_deep_to_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="damaged or ends too early"):
        read(deep_list_of_ours(tmp_path, 100_000))
