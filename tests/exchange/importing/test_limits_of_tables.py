"""Tables that no program or person makes: they are refused at once, or their row is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from anbefal.errors import Unreadable
from anbefal.exchange.tables import json_source
from anbefal.exchange.tables.opening import open_table
from anbefal.exchange.tables.sound import LONGEST_TEXT
from anbefal.exchange.unread import rows_to_mend
from anbefal.model.incoming import Incoming, Place, Unread
from exchange.importing.uhri_exports import annotation, as_csv, as_json, read

KNOWN = ("To", "Text")
RECORD = '{"To": "Peru", "Text": "one"}'


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_source, "_CHUNK", 1 << 14)


def table(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "number", ["9" * 101, "-" + "9" * 5_000, "0." + "3" * 40_000, "1e" + "1" * 101]
)
@pytest.mark.parametrize("before", [0, 16_330])
def test_a_number_of_more_than_a_hundred_digits_is_refused_with_its_place(
    tmp_path: Path, number: str, before: int
) -> None:
    content = f'[{RECORD},{" " * before}{{"Text": "two", "N": {number}}}]'
    path = table(tmp_path, "liste.json", content)
    with pytest.raises(Unreadable, match="more than 100 digits, in record"):
        list(open_table(path, KNOWN))


def test_digits_in_a_text_are_no_number(tmp_path: Path) -> None:
    records = [{"Text": "9" * 40_000, "N": int("9" * 100)}]
    [row] = open_table(table(tmp_path, "liste.json", json.dumps(records)), KNOWN)
    assert row.raw == {"Text": "9" * 40_000, "N": "9" * 100}


@pytest.mark.parametrize("limit", ["MOST_COLONS", "LARGEST_RECORD"])
def test_a_record_that_is_far_too_large_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    large = json.dumps({f"key {number}": "words" for number in range(5_000)})
    path = table(tmp_path, "liste.json", f"[{RECORD},{RECORD},{large}]")
    monkeypatch.setattr(json_source, limit, 20_000 if limit == "LARGEST_RECORD" else 1_000)
    with pytest.raises(Unreadable, match="than any can be: record 3"):
        list(open_table(path, KNOWN))


def test_a_file_of_too_many_records_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_source, "MOST_RECORDS", 2_000)
    path = table(tmp_path, "liste.json", f"[{RECORD}{',{}' * 9_000}]")
    with pytest.raises(Unreadable, match="more than 2,000 records"):
        list(open_table(path, KNOWN))


@pytest.mark.parametrize("write", [as_csv, as_json])
def test_a_text_that_is_far_too_long_is_told_and_the_others_are_read(
    tmp_path: Path, write: type[object]
) -> None:
    long = annotation(text="long " * (LONGEST_TEXT // 5 + 1), id="2")
    found = read(write(tmp_path / "export", [long, annotation()]))  # type: ignore[call-arg, arg-type]
    told, other = found
    assert isinstance(told, Unread)
    assert told.place.column == "Text"
    assert f"{LONGEST_TEXT + 5:,} characters" in told.message
    assert isinstance(other, Incoming)


def test_a_line_that_does_not_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anbefal.exchange.tables.separated._LONGEST", 1_000)
    path = table(tmp_path, "liste.csv", f"To,Text\nPeru,{'long ' * 200}\n")
    with pytest.raises(Unreadable, match=r"Line 2 of liste\.csv has more than 1,000 characters"):
        list(open_table(path, KNOWN))


def test_a_table_of_more_columns_than_excel_has_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, "liste.csv", f"To,Text{',a' * 16_384}\n")
    with pytest.raises(Unreadable, match="16,386 columns; at most 16,384 are read"):
        open_table(path, KNOWN)


def test_a_row_of_endless_cells_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    path = table(tmp_path, "liste.csv", f"To,Text\nPeru{',b' * 20_000}\nFiji,two\n")
    told, other = open_table(path, KNOWN)
    assert isinstance(told, Unread)
    assert "20,001 cells" in told.message
    assert other.raw == {"To": "Fiji", "Text": "two"}


@pytest.mark.parametrize("half", [r"\ud800", r"\udc00", r"\ud800A", r"\udC00\uD800"])
@pytest.mark.parametrize("before", [0, 16_305, 16_310, 16_315])
def test_half_a_character_is_told_until_it_is_mended(
    tmp_path: Path, half: str, before: int
) -> None:
    path = as_json(tmp_path / "export.json", [annotation(text="16. The HALF")])
    words = path.read_text("utf-8").replace("HALF", half)
    path.write_text(" " * before + words, encoding="utf-8")
    for _ in range(2):
        [told] = read(path)
        assert isinstance(told, Unread)
        assert "half a character" in told.message
        to_mend = rows_to_mend([told])
        assert to_mend is not None
        assert to_mend.ending == ".json"
        path.write_bytes(to_mend.data)


@pytest.mark.parametrize("before", range(16_360, 16_384, 3))
def test_whole_characters_and_what_only_looks_like_halves_come_as_they_are(
    tmp_path: Path, before: int
) -> None:
    words = "\N{SLIGHTLY SMILING FACE}\\ud800\\\\\\ud83d\N{SLIGHTLY SMILING FACE}\\"
    path = table(tmp_path, "liste.json", " " * before + json.dumps([{"Text": words}]))
    [row] = open_table(path, KNOWN)
    assert row.raw == {"Text": words}


def test_rows_in_which_nothing_stands_are_not_to_be_mended() -> None:
    empty, full = (Unread(Place(1), "Wrong.", raw=raw) for raw in ({"Text": " "}, {"Text": "one"}))
    assert rows_to_mend([empty]) is None
    assert rows_to_mend([empty, full]) == rows_to_mend([full])


@pytest.mark.parametrize("name", ["export.json", "export.csv", "export"])
def test_a_web_page_is_to_be_downloaded_again(tmp_path: Path, name: str) -> None:
    path = table(tmp_path, name, "<!DOCTYPE html><html><body>Log in</body></html>")
    with pytest.raises(Unreadable, match="is a web page") as refused:
        open_table(path, KNOWN)
    assert refused.value.hint.startswith("Download it again")
