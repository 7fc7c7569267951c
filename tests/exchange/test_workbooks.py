"""Workbooks from others: what is read, with its place, and what is refused in one sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from anbefal.errors import Unreadable
from anbefal.exchange.limits import LARGE, MOST_OF, SMALL, Limits
from anbefal.exchange.safe_copies import telling_of_library
from anbefal.exchange.workbooks import Area, letters, part_of, read_workbook

SHEET = "xl/worksheets/sheet1.xml"


def made(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows or (("a", 1),):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return an archive with some of its parts changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
    return out.getvalue()


def with_rows(rows: str) -> bytes:
    """Return a workbook whose one sheet has these rows, as XML."""

    def change(part: bytes) -> bytes:
        begin, _, rest = part.partition(b"<sheetData>")
        return (
            begin
            + b"<sheetData>"
            + rows.encode()
            + b"</sheetData>"
            + rest.partition(b"</sheetData>")[2]
        )

    return repacked(made(), {SHEET: change})


def refusal(tmp_path: Path, data: bytes, limits: Limits = LARGE) -> str:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as refused:
        read_workbook(path, limits)
    assert refused.value.hint
    return refused.value.message


def test_openpyxl_tells_which_part_of_the_file_a_sheet_is() -> None:
    book = load_workbook(BytesIO(made()), read_only=True)
    assert part_of(book.active) == SHEET
    book.close()


def test_want_of_memory_is_not_taken_for_a_damaged_workbook() -> None:
    with pytest.raises(MemoryError), telling_of_library("liste.xlsx"):
        raise MemoryError


def test_cells_are_told_with_sheet_row_column_and_kind(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Liste"
    book.active.append([None, "tekst", 3, 1.5, True])
    book.active.append([])
    book.active.append(["=SUM(C1:D1)", "#N/A", date(2026, 6, 1)])
    path = tmp_path / "liste.xlsx"
    book.save(path)

    (sheet,) = read_workbook(path).sheets

    assert [(c.place, c.kind, c.value) for row in sheet.rows for c in row] == [
        ("Liste!B1", "text", "tekst"),
        ("Liste!C1", "number", 3),
        ("Liste!D1", "number", 1.5),
        ("Liste!E1", "boolean", True),
        ("Liste!A3", "formula", "=SUM(C1:D1)"),
        ("Liste!B3", "error", "#N/A"),
        ("Liste!C3", "date", datetime(2026, 6, 1)),  # noqa: DTZ001 - Excel knows no zones
    ]


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(with_rows('<row r="1"><c r="A1" t="inlineStr"><is><t>=1+1</t></is></c></row>'))

    ((cell,),) = read_workbook(path).sheets[0].rows

    assert (cell.kind, cell.value) == ("text", "=1+1")


def test_what_excel_writes_for_odd_characters_is_made_into_them(tmp_path: Path) -> None:
    text = "a_x000D_b_xD83D__xDE00__xD800__x0041__x005F_x000D_"
    path = tmp_path / "liste.xlsx"
    path.write_bytes(made((text,)))

    ((cell,),) = read_workbook(path).sheets[0].rows

    assert cell.value == "a\rb😀\ufffd_x0041__x000D_"


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_have_the_letters_of_excel(column: int, name: str) -> None:
    assert letters(column) == name


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"tema;verdi\nbolig;4\n", "is not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of the old kind (.xls)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (b"\xef\xbb\xbf <HTML><table></table></HTML>", "a web page"),
        (b'<?xml version="1.0"?><Workbook/>', "is XML"),
        (b"PK\x03\x04 and no more", "is damaged"),
    ],
)
def test_what_is_something_else_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in refusal(tmp_path, data)


def test_a_workbook_that_was_cut_off_is_told(tmp_path: Path) -> None:
    whole = made()

    assert "is damaged" in refusal(tmp_path, whole[: len(whole) // 2])


def test_a_part_that_was_changed_underway_is_told(tmp_path: Path) -> None:
    whole = bytearray(repacked(made(), {}))
    whole[whole.index(b"<sheetData>") + 3] ^= 1

    assert "is damaged" in refusal(tmp_path, bytes(whole))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("mimetype", "LibreOffice"),
        ("xl/workbook.bin", ".xlsb"),
        ("word/document.xml", "a Word document, not an Excel workbook"),
    ],
)
def test_documents_of_other_kinds_in_an_archive_are_told(
    tmp_path: Path, part: str, said: str
) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, "x")

    assert said in refusal(tmp_path, out.getvalue())


def test_an_archive_of_other_things_is_no_workbook(tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("things/other.xml", "<a/>")

    assert "cannot be read as an Excel workbook" in refusal(tmp_path, out.getvalue())


def test_what_would_be_too_large_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SHEET, bytes(SMALL.unpacked + 1))
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))

    assert "larger than 40 MB when it is unpacked" in refusal(tmp_path, out.getvalue(), SMALL)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_part(tmp_path: Path, encoding: str) -> None:
    entity = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaa">'
        '<!ENTITY b SYSTEM "file:///etc/passwd">]><sst>&a;</sst>'
    ).encode(encoding)

    said = refusal(tmp_path, repacked(made(), {"xl/styles.xml": lambda _: entity}))

    assert "declares entities" in said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "do not stand in order"),
        ('<row r="1"><c r="XFE1"><v>1</v></c></row>', "do not stand in order"),
        ('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', "in order"),
        ('<row r="2"/><row r="1"/>', "do not stand in order"),
        ('<row r="1"><c r="A7"><v>1</v></c></row>', "do not stand in order"),
        ('<row r="1"><c r="A1"><v>1</v></c>', "its XML cannot be read"),
    ],
)
def test_cells_beyond_excels_own_limits_or_in_disorder_are_refused(
    tmp_path: Path, rows: str, said: str
) -> None:
    assert said in refusal(tmp_path, with_rows(rows))


def test_far_cells_with_nothing_between_are_refused(tmp_path: Path) -> None:
    far = (f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 4000))

    assert "more than 1,000,000 cells" in refusal(tmp_path, with_rows("".join(far)))


def test_a_limit_may_be_set_by_whoever_reads(tmp_path: Path) -> None:
    assert "more than 3 cells" in refusal(tmp_path, made((1, 2, 3, 4)), Limits(cells=3))
    strings = repacked(made(), {"docProps/app.xml": lambda _: b"<sst><si/><si/></sst>"})
    assert "holds more than can" in refusal(tmp_path, strings, Limits(strings=1))
    assert "holds more than can" in refusal(tmp_path, made(), Limits(costly=20))
    first, more = (f'<row><c><f t="shared" si="0">{one}</f></c></row>' for one in ("1+1", ""))
    shared = with_rows(first + more * 9)
    assert "too many long formulas" in refusal(tmp_path, shared, Limits(formulas=200))
    assert "holds more than can" in refusal(tmp_path, made(), Limits(elements=20))
    assert "larger than 0 MB" in refusal(tmp_path, made(), Limits(file=3))
    assert "more than 4 parts" in refusal(tmp_path, made(), Limits(parts=4))


@pytest.mark.parametrize(
    ("part", "element"),
    [
        ("xl/workbook.xml", "sheet"),
        ("xl/styles.xml", "xf"),
        ("[Content_Types].xml", "Override"),
    ],
)
def test_too_many_of_what_a_library_makes_objects_of_are_refused(
    tmp_path: Path, part: str, element: str
) -> None:
    def fill(content: bytes) -> bytes:
        top, end, rest = content.rpartition(b"</")
        return top + f"<{element}/>".encode() * (MOST_OF[element] + 1) + end + rest

    assert f"parts of one kind ({element})" in refusal(tmp_path, repacked(made(), {part: fill}))


def test_cells_are_counted_whatever_a_sheet_and_its_cells_are_called(tmp_path: Path) -> None:
    def other(part: bytes) -> bytes:
        part = part.replace(b"<worksheet", b"<x").replace(b"</worksheet>", b"</x>")
        return part.replace(b"<c ", b"<z ").replace(b"</c>", b"</z>")

    data = repacked(repacked(made((1, 2, 3)), {SHEET: other}), {})

    assert "more than 2 cells" in refusal(tmp_path, data, Limits(cells=2))


def test_two_sheets_on_one_part_are_refused(tmp_path: Path) -> None:
    def twice(part: bytes) -> bytes:
        begin, _, rest = part.partition(b"<sheet ")
        sheet = b"<sheet " + rest.partition(b"/>")[0] + b"/>"
        again = sheet.replace(b'sheetId="1"', b'sheetId="2"').replace(b'"Sheet"', b'"B"')
        return begin + sheet + again + rest.partition(b"/>")[2]

    said = refusal(tmp_path, repacked(made(), {"xl/workbook.xml": twice}))

    assert "names one of its parts twice" in said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (f'<row><c t="inlineStr"><is><t>{"a" * 1_100_000}</t></is></c></row>', "longer than a"),
        (f"<row><c {' '.join(f'a{n}={n!r}' for n in ['x' * 1_100_000])}/></row>", "longer than"),
        (f"{'<a>' * 101}{'</a>' * 101}", "too deep in each other"),
        ("<row><row/></row>", "do not stand in order"),
    ],
    ids=["text", "attributes", "depth", "row in row"],
)
def test_what_no_program_writes_is_refused(tmp_path: Path, rows: str, said: str) -> None:
    assert said in refusal(tmp_path, with_rows(rows))


def test_the_xml_of_add_ins_is_left_unread(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(made())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("customXml/item1.xml", "<!DOCTYPE a []><a>" + "b" * 1_100_000 + "</a>")

    assert read_workbook(path).sheets[0].rows


def test_merged_cells_and_percentages_are_told(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append([0.03, 3, 3])
    book.active["A1"].number_format = "0.0%"
    book.active["B1"].number_format = '0" %"'  # shows the number itself
    book.active.merge_cells("B2:C5")
    path = tmp_path / "liste.xlsx"
    book.save(path)

    (sheet,) = read_workbook(path).sheets

    assert [cell.is_percent for cell in sheet.rows[0]] == [True, False, False]
    assert sheet.merged == (Area(2, 2, 5, 3),)


def test_numbers_that_are_none_are_no_numbers(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{v}</v></c></row>'
        for n, v in enumerate(["1e999", "9" * 40], 1)
    )
    path = tmp_path / "liste.xlsx"
    path.write_bytes(with_rows(rows))

    assert [cell.kind for (cell,) in read_workbook(path).sheets[0].rows] == ["error", "error"]


def test_strict_open_xml_is_told(tmp_path: Path) -> None:
    def strict(part: bytes) -> bytes:
        return part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )

    said = refusal(tmp_path, repacked(made(), {"xl/workbook.xml": strict, SHEET: strict}))

    assert "Strict Open XML" in said


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is not a file"):
        read_workbook(tmp_path)
    with pytest.raises(Unreadable, match="cannot be read"):
        read_workbook(tmp_path / "nei.xlsx")
