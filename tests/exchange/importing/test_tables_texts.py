"""Tables as text files: any encoding, delimiter and line end, and no row shifted silently."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anbefal.errors import Misuse, Unreadable
from anbefal.exchange.tables.opening import open_table
from anbefal.exchange.tables.rows import Row
from anbefal.model.incoming import Unread

KNOWN = ("To", "Text", "From")


def table(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / "liste.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def texts(path: Path, **more: str) -> list[dict[str, str]]:
    return [row.raw for row in open_table(path, KNOWN, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_that_gives_known_headings_is_taken(tmp_path: Path, delimiter: str) -> None:
    content = f'Liste fra mai;\n\nTo{delimiter}TEXT\nPeru{delimiter}"a,b;c\td|e"\n'
    assert texts(table(tmp_path, content)) == [{"To": "Peru", "TEXT": "a,b;c\td|e"}]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_any_line_end_ends_a_row_and_stands_in_quotes(tmp_path: Path, end: str) -> None:
    content = f'To,Text{end}Peru,"one{end}two"{end}Fiji,three'
    assert [row["Text"] for row in texts(table(tmp_path, content))] == [f"one{end}two", "three"]


def test_line_ends_may_be_mixed(tmp_path: Path) -> None:
    content = "To,Text\rPeru,one\r\nFiji,two\nChad,three\r"
    assert [row["To"] for row in texts(table(tmp_path, content))] == ["Peru", "Fiji", "Chad"]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "Åpenhet for barn på øya – nå"),  # noqa: RUF001
        ("utf-8-sig", "Åpenhet for barn på øya – nå"),  # noqa: RUF001
        ("utf-16", "Åpenhet for barn på øya – nå"),  # noqa: RUF001
        ("utf-16-le", "Train judges and øre and all of them"),
        ("cp1252", "Åpenhet for barn på øya – nå"),  # noqa: RUF001
        ("cp1252", "The State’s “plan” for workers’ rights"),  # noqa: RUF001
        ("mac_roman", "Åpenhet for barn på øya – nå"),  # noqa: RUF001
        ("mac_roman", "The State’s “plan” for Perú and México"),  # noqa: RUF001
        ("mac_roman", "Perú"),
        ("cp1251", "Обучать судей и прокуроров правам детей и женщин"),
    ],
)
def test_the_encoding_is_found_by_the_words_it_makes(
    tmp_path: Path, encoding: str, words: str
) -> None:
    plain = "Fiji,Train judges.\n" * 200
    path = table(tmp_path, f"To,Text\n{plain}Peru,{words}\n{plain}", encoding)
    assert texts(path)[200]["Text"] == words


def test_an_encoding_that_cannot_be_told_is_asked_for(tmp_path: Path) -> None:
    path = table(tmp_path, "To,Text\nPeru,Tromsø\n", "cp850")
    with pytest.raises(Unreadable, match="cannot be told in which encoding") as refused:
        texts(path)
    assert "--encoding" in refused.value.hint
    assert texts(path, encoding="cp850") == [{"To": "Peru", "Text": "Tromsø"}]


def test_an_encoding_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no encoding 'rot13'"):
        texts(table(tmp_path, "To,Text\n"), encoding="rot13")


def test_codecs_of_python_tells_encodings_of_letters_from_others() -> None:
    told = [codecs.lookup(name)._is_text_encoding for name in ("cp1252", "rot13")]  # type: ignore[attr-defined]  # noqa: SLF001
    assert told == [True, False]


def test_a_text_in_another_encoding_than_named_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="not written in the encoding utf-8"):
        texts(table(tmp_path, "To,Text\nPeru,på øya\n", "cp1252"), encoding="utf-8")


@pytest.mark.parametrize("row", ["Peru", "Peru,one,two", "Peru,on\0e"])
def test_a_row_that_does_not_fit_its_headings_is_told(tmp_path: Path, row: str) -> None:
    path = table(tmp_path, f"To,Text\n{row}\nFiji,three\n")
    unread, following = open_table(path, KNOWN, encoding="utf-8")
    assert isinstance(unread, Unread)
    assert unread.place.row == 2
    assert isinstance(following, Row)
    assert following.raw == {"To": "Fiji", "Text": "three"}


def test_empty_cells_after_the_last_heading_are_no_cells(tmp_path: Path) -> None:
    assert texts(table(tmp_path, "To,Text,,\nPeru,one,,\n,,,\n")) == [{"To": "Peru", "Text": "one"}]


@pytest.mark.parametrize("content", ['Fiji,"one\nPeru,two\n', 'Fiji,"one"two\n'])
def test_quotation_marks_without_their_fellow_are_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unreadable, match="from row 3 on"):
        texts(table(tmp_path, f"To,Text\nChad,none\n{content}"))


def test_a_cell_may_be_longer_than_python_takes_for_the_longest(tmp_path: Path) -> None:
    content = f"To,Text\nPeru,{'long ' * 40_000}end\n"
    assert texts(table(tmp_path, content))[0]["Text"].endswith("long end")


def test_a_heading_that_stands_twice_is_refused_where_it_is_known(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="'Text' twice, in columns B and C"):
        texts(table(tmp_path, "To,Text,Text\nPeru,one,two\n"))


def test_unknown_headings_may_stand_twice_or_be_missing(tmp_path: Path) -> None:
    rows = texts(table(tmp_path, "To,Note,Note,,Text\nPeru,a,b,c,d\n"))
    assert rows == [{"To": "Peru", "Note": "a", "Note (C)": "b", "(D)": "c", "Text": "d"}]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b" \n \n", "is empty"),
        (b"a,b\n1,2\n", "none of the headings that are looked for. Its first row holds 'a', 'b'"),
        (b"<!DOCTYPE html><html><table>", "is a web page"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "a workbook of the old kind"),
        (bytes(range(256)) * 20, "is no text"),
    ],
)
def test_what_is_no_table_is_told_for_what_it_is(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        texts(table(tmp_path, content))
    assert told in refused.value.message
    assert refused.value.hint


def test_how_much_was_read_is_told(tmp_path: Path) -> None:
    rows = open_table(table(tmp_path, "To,Text\nPeru,one\n"), KNOWN)
    assert rows.share_read == 0
    list(rows)
    assert rows.share_read == 1


CELL = st.text(alphabet="ab ,;|\"'\n\tåÅéø’", max_size=12).filter(lambda cell: cell.strip())  # noqa: RUF001


@given(
    st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"]),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_is_read_the_same(
    tmp_path: Path, rows: list[tuple[str, str]], encoding: str, delimiter: str, end: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([("To", "Text"), *rows])
    narrow = encoding in {"cp1252", "mac_roman"}
    path = table(tmp_path, out.getvalue(), encoding)
    told = {"encoding": encoding} if narrow else {}
    assert texts(path, **told) == [{"To": to, "Text": text} for to, text in rows]
