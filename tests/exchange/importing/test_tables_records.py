"""Tables as JSON: an array, an object around one, or an object a line; read a record at a time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from anbefal.errors import Unreadable
from anbefal.exchange.tables.opening import open_table
from anbefal.exchange.tables.rows import Row
from anbefal.model.incoming import Unread

RECORDS = [{"Text": "one", "To": ["Peru", " ", "Fiji"], "N": 140.1, "No": None}, {"Text": "to"}]
READ = [{"Text": "one", "To": "Peru\nFiji", "N": "140.1"}, {"Text": "to"}]


def texts(folder: Path, content: str | bytes) -> list[dict[str, str]]:
    path = folder / "liste.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [row.raw for row in open_table(path, ["Text", "To"])]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORDS),
        json.dumps(RECORDS, indent=2),
        "\n".join(json.dumps(one) for one in RECORDS),
        json.dumps({"about": {"made": [1]}, "data": RECORDS}),
        json.dumps(RECORDS).encode("utf-8-sig"),
        json.dumps(RECORDS).encode("utf-16"),
        json.dumps(RECORDS).encode("utf-16-le"),
    ],
)
def test_records_are_read_in_any_shape_and_encoding(tmp_path: Path, content: str | bytes) -> None:
    assert texts(tmp_path, content) == READ


def test_a_list_keeps_its_items_and_a_number_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "liste.json"
    path.write_text(json.dumps(RECORDS), encoding="utf-8")
    first = next(iter(open_table(path, ["Text"])))
    assert isinstance(first, Row)
    assert first.fields["To"].items == ("Peru", "Fiji")
    assert (first.fields["N"].kind, first.fields["To"].kind) == ("number", "list")
    assert str(first.fields["N"].place) == "record 1, column N"


def test_what_is_no_record_is_told_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "liste.json"
    path.write_text('[{"Text": "one"}, 3, {"Text": "to"}]', encoding="utf-8")
    kinds = [type(one) for one in open_table(path, ["Text"])]
    assert kinds == [Row, Unread, Row]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORDS)[:-4],
        json.dumps(RECORDS)[:-1] + ",",
        '[{"Text": "one"}] and more',
        '[{"Text": "one"}, {"Text": nothing}]',
        '[{"Text": "på'.encode("cp1252") + b'"}]',
        '[{"Text": ' + "[" * 50_000,
    ],
)
def test_damaged_json_is_refused_with_what_to_do(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(Unreadable, match="damaged, or ends too early, after record") as refused:
        texts(tmp_path, content)
    assert "download it, again" in refused.value.hint


@pytest.mark.parametrize("content", ["[]", "{}", "[1, 2]", '[{"Words": "one"}]'])
def test_json_of_other_things_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unreadable, match="none of the headings that are looked for"):
        texts(tmp_path, content)


def test_the_fast_parser_is_the_one_in_use() -> None:
    import ijson

    assert ijson.backend_name == "yajl2_c"


def test_the_slow_parser_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ijson

    slow = ijson.get_backend("python")
    monkeypatch.setattr(ijson, "items", slow.items)
    monkeypatch.setattr(ijson, "basic_parse", slow.basic_parse)
    assert texts(tmp_path, json.dumps(RECORDS)) == READ
    with pytest.raises(Unreadable):
        texts(tmp_path, json.dumps(RECORDS)[:-4])
