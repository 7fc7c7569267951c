"""Documents, lists and broken files, imported as people import them."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from openpyxl import load_workbook

from anbefal.model.recommendation import Recommendation
from anbefal.store.reading.repository import load
from exchange.importing.uhri_exports import KEYS, annotation, as_csv, as_json, as_xlsx
from exchange.importing.word_documents import cell, paragraph, row, table, write_document
from repositories import Outcome, actor, repository, run

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504
COMMITTEES = ("cedaw", "cerd", "cescr", "crpd")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    base = repository(tmp_path / "register")
    with (base / "data/actors.yaml").open("a", encoding="utf-8") as file:
        for one in COMMITTEES:
            body = actor(one, "treaty-body", abbreviation=one.upper())
            file.write(f"- {json.dumps(body)}\n")
    return base


def files_of(root: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in root.rglob("*") if one.is_file()}


def records_of(root: Path, document: str) -> dict[str, Recommendation]:
    """Return the records of a document by paragraph."""
    records = load(root, None).dataset.recommendations.values()
    return {
        one.source.paragraph or one.id: one for one in records if one.source.document == document
    }


def words_of(record: Recommendation) -> str | None:
    return record.text.en if record.text else None


# Concluding observations


def observations(symbol: str, name: str, *paragraphs: str) -> str:
    head = (
        symbol,
        "Distr.: General",
        "4 May 2031",
        name,
        "Concluding observations on the ninth periodic report of Norway",
        "",
    )
    return "\n".join((*head, *paragraphs)) + "\n"


ASKED = (
    "1. The Committee recommends that the State party:",
    "(a) Pay for shelters;",
    "(b) Train guards.",
    "2. The Committee urges the State party to count its prisoners.",
    "3. The Committee recommends that the State party translate its laws.",
)


REQUESTS = {
    "CAT/C/NOR/CO/12": """Committee against Torture
4. The Committee requests the State party to provide, by 9 May 2032, information on follow-up to its
recommendations on shelters (see para. 1 (a) above) and counting (see para. 2 above).
by 2032-05-09""",
    "CCPR/C/NOR/CO/12": """Human Rights Committee
4. In accordance with rule 75, paragraph 1, of its rules of procedure, the State party is requested
to provide, by 9 May 2034, information on the implementation of the recommendations made by the
Committee in paragraphs 1 (a) (shelters) and 2 (counting) above.
by 2034-05-09""",
    "CEDAW/C/NOR/CO/12": """Committee on the Elimination of Discrimination against Women
4. The Committee requests the State party to provide, within two years, written information on the
steps taken to implement the recommendations contained in paragraphs 1 (a) and 2 above.
within two years""",
    "CERD/C/NOR/CO/25": """Committee on the Elimination of Racial Discrimination
4. In accordance with article 9 (1) of the Convention and rule 74 of its rules of procedure, the
Committee requests the State party to provide, within one year of the adoption of the present
concluding observations, information on its implementation of the recommendations contained in
paragraphs 1 (a) and 2 above.
within one year of the adoption of the present concluding observations""",
    "E/C.12/NOR/CO/9": """Committee on Economic, Social and Cultural Rights
4. In accordance with the procedure on follow-up, the State party is requested to provide, within 24
months of the adoption of the present concluding observations, information on the implementation of
the recommendations contained in paragraphs 1 (a) (shelters) and 2 (counting) above.
within 24 months of the adoption of the present concluding observations""",
    "CRPD/C/NOR/CO/3": """Committee on the Rights of Persons with Disabilities
4. The Committee requests the State party to provide, within 12 months, information on the measures
taken to implement the recommendations set forth in paragraphs 1 (a) and 2 above.
within 12 months""",
}
"""Symbol to the committee, its request, and the time that is to be read from it."""


@pytest.mark.parametrize("symbol", REQUESTS)
def test_every_committee_picks_paragraphs_in_words_of_its_own(
    root: Path, tmp_path: Path, symbol: str
) -> None:
    name, *request, time = REQUESTS[symbol].split("\n")
    file = tmp_path / "merknader.txt"
    words = observations(symbol, name, *ASKED, " ".join(request))
    file.write_text(words, encoding="utf-8")

    assert run("import", "observations", str(file), root=root).code == 0

    found = records_of(root, symbol)
    kinds = dict.fromkeys(("1(a)", "1(b)", "2", "3"), "recommendation")
    assert {number: one.kind for number, one in found.items()} == kinds | {"4": "follow-up-request"}
    picked = {number: one.follow_up for number, one in found.items() if one.follow_up}
    assert set(picked) == {"1(a)", "2"}
    assert {f"by {one.due}" if one.due else one.note for one in picked.values()} == {time}


def test_what_uhri_has_later_meets_the_records_of_the_document(root: Path, tmp_path: Path) -> None:
    symbol, asked = "CAT/C/NOR/CO/12", "2. The Committee urges the State party to count."
    file = tmp_path / "merknader.txt"
    words = observations(symbol, "Committee against Torture", "1. Norway came.", asked)
    file.write_text(words, encoding="utf-8")
    run("import", "observations", str(file), root=root)
    later = as_csv(tmp_path / "u.csv", [annotation(text=f"Counting\n{asked}", symbol=symbol)])

    assert run("import", "uhri", str(later), root=root).code == 0

    [found] = records_of(root, symbol).values()
    assert found.source.annotation_id == annotation()["id"]
    assert words_of(found) == "The Committee urges the State party to count."


@pytest.mark.parametrize(
    "after",
    [
        "* Adopted by the Committee at its ninety-first session (19 April–14 May 2027).",  # noqa: RUF001
        "GE.31-01234 (E)",
    ],
)
def test_what_stands_below_a_word_document_is_no_recommendation(
    root: Path, tmp_path: Path, after: str
) -> None:
    symbol = "CAT/C/NOR/CO/12"
    lines = observations(symbol, "Committee against Torture", "1. The State party should count.")
    blocks = [paragraph(line) for line in (*lines.splitlines(), after)]
    file = write_document(tmp_path / "merknader.docx", *blocks)
    run("import", "observations", str(file), root=root)
    assert words_of(records_of(root, symbol)["1"]) == "The State party should count."


def test_a_document_that_only_a_person_can_place_is_imported(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "merknader.txt"
    file.write_text("1. The State party should count.\n2. It should act.\n", encoding="utf-8")
    outcome = run("import", "observations", str(file), "--by", "cat", root=root)
    assert "The file is about ," not in outcome.err
    records = load(root, None).dataset.recommendations.values()
    assert "It should act." in [words_of(one) for one in records]


def test_a_number_that_is_missing_is_told_and_leaves_nothing_to_mend(
    root: Path, tmp_path: Path
) -> None:
    file = tmp_path / "merknader.txt"
    asked = ("1. The State party should count.", "4. The State party should act.")
    words = observations("CAT/C/NOR/CO/12", "Committee against Torture", *asked)
    file.write_text(words, encoding="utf-8")
    assert run("import", "observations", str(file), root=root).code == 1
    assert not (root / "out").exists()


# The matrix of the Universal Periodic Review


def test_a_mended_row_of_a_matrix_has_the_theme_that_heads_it(root: Path, tmp_path: Path) -> None:
    headings = ("Recommendation", "Position", "Full list of themes", "Assessment")
    asked = "140.7 Train judges (Peru);\nSource of Position: A/HRC/58/9/Add.1 - Para. 5"
    matrix = table(
        row(*headings),
        row(cell("Theme: Justice", span=4)),
        row(asked, "Under study", "Prisons", ""),
    )
    head = paragraph("UPR of Norway (4th Cycle – 48th session)")  # noqa: RUF001
    file = write_document(tmp_path / "liste.docx", head, matrix)
    assert run("import", "upr-matrix", str(file), root=root).code == 1
    mended = root / "out/liste-to-mend.xlsx"
    mend(mended, {"Position": "Noted"})

    assert run("import", "upr-matrix", str(mended), root=root).code == 0

    assert set(records_of(root, "A/HRC/58/9")["140.7"].labels.themes) == {"Justice", "Prisons"}


def mend(file: Path, values: Mapping[str, str]) -> None:
    book = load_workbook(file)
    page = book.active
    assert page is not None
    headings = {str(one.value): one.column for one in page[1]}
    for number in range(2, page.max_row + 1):
        for heading, value in values.items():
            page.cell(number, headings[heading]).value = value
    book.save(file)


# The database of UPR Info


# Lists and exports


@pytest.mark.parametrize("form", ["xlsx", "csv", "json", "parquet"])
def test_an_export_comes_back_into_a_register_of_the_same_words(tmp_path: Path, form: str) -> None:
    words = {"language": "nb", "country": "NO", "groups": {"kvinner": ["Women"]}}
    one = {
        "id": "cat-2018-90",
        "source": {"body": "cat"},
        "text": {"en": "Act."},
        "groups": ["kvinner"],
    }
    settings = {"data/settings.yaml": words}
    full = repository(tmp_path / "a", settings | {"data/recommendations/cat/cat-2018-90.yaml": one})
    empty = repository(tmp_path / "b", settings)
    file = tmp_path / f"alt.{form}"
    assert run("export", "-o", str(file), root=full).code == 0

    run("import", "table", str(file), root=empty)

    assert load(empty, None).dataset.recommendations["cat-2018-90"].groups == ("kvinner",)


def test_columns_that_nothing_is_taken_from_are_told_of(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Tekst;Avsnitt;Ansvarlig\nTell fangene.;41;JD\n", encoding="utf-8")
    maps = ("--map", "text.nb=Tekst", "--map", "body==cat")
    outcome = run("import", "table", str(file), *maps, root=root)
    assert "Ansvarlig" in outcome.out + outcome.err


# A register with mistakes in it


def test_a_register_with_a_file_that_cannot_be_read_is_not_added_to_in_silence(
    tmp_path: Path,
) -> None:
    """What stands in that file is not known, so it may be imported a second time."""
    name = "data/recommendations/egen.yaml"
    halves = "<<<<<<< HEAD\n- id: a\n=======\n- id: b\n>>>>>>> main\n"
    root = repository(tmp_path / "register", {name: halves})
    outcome = run("import", "uhri", str(as_csv(tmp_path / "u.csv", [annotation()])), root=root)
    assert name in outcome.out + outcome.err


# Broken files


def one_row(folder: Path) -> Path:
    return as_xlsx(folder / "one.xlsx", [annotation()])


def cut(folder: Path) -> bytes:
    data = one_row(folder).read_bytes()
    return data[: len(data) // 2]


def promising(folder: Path) -> bytes:
    """Return a workbook whose headers promise four gigabytes a part, and more than ten in all."""
    data = bytearray(one_row(folder).read_bytes())
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.find(mark)
        while place >= 0:
            struct.pack_into("<I", data, place + at, 0xFFFFFFF0)
            place = data.find(mark, place + 4)
    return bytes(data)


def with_entities(folder: Path) -> bytes:
    source, made = one_row(folder), folder / "entities.xlsx"
    with ZipFile(source) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sharedStrings.xml"):
                data = data.replace(b"<sst", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><sst', 1)
            new.writestr(name, data)
    return made.read_bytes()


def arranged(folder: Path, change: str) -> bytes:
    """Return an export in which a cell is a formula, or two cells are one."""
    path = folder / f"{change}.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, [names[0] for names in KEYS.values()])
        for number in (1, 2):
            values = [str(annotation().get(role) or "") for role in KEYS]
            page.write_row(number, 0, values)
        if change == "formula":
            page.write_formula(2, 0, '="The Committee"', None, "The Committee")
        else:
            page.merge_range(1, 2, 2, 2, "CAT")
    return path.read_bytes()


def json_cut(folder: Path) -> bytes:
    return as_json(folder / "one.json", [annotation()]).read_bytes()[:-40]


BROKEN = {
    "cut.xlsx": (cut, 3, "damaged"),
    "promise.xlsx": (promising, 3, "would be larger than"),
    "entities.xlsx": (with_entities, 3, "declares entities"),
    "formula.xlsx": (lambda folder: arranged(folder, "formula"), 1, "A formula stands in"),
    "merged.xlsx": (lambda folder: arranged(folder, "merged"), 1, "Cells are merged in"),
    "locked.xlsx": (OLD_OFFICE + "EncryptedPackage".encode("utf-16le"), 3, "a password"),
    "old.xls": (OLD_OFFICE + "Workbook".encode("utf-16le"), 3, "of the old kind (.xls)"),
    "page.xls": (b"<html><body><table><tr><td>Text</td></tr></table></body></html>", 3, "web page"),
    "empty.csv": (b"", 3, "is empty"),
    "empty.xlsx": (b"", 3, "is empty"),
    "wrong.csv": (b"Navn,Dato\nKari,2018\n", 3, "none of the headings"),
    "none.json": (b"[]", 3, "none of the headings"),
    "cut.json": (json_cut, 3, "ends too early"),
    "deep.json": (b"[" * 100_000, 3, "damaged"),
    "nul.csv": (b"Text,Countries Concerned\n\0\0,Norway\n", 3, "no text"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_export_is_told_and_changes_not_one_file(
    root: Path, tmp_path: Path, name: str
) -> None:
    content, code, told = BROKEN[name]
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content(tmp_path))
    before = files_of(root)

    outcome = run("import", "uhri", str(file), root=root)

    assert (outcome.code, told in outcome.out + outcome.err) == (code, True), outcome
    assert "→" in outcome.err
    assert files_of(root) == before


@pytest.mark.parametrize("source", ["observations", "upr-matrix"])
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"%PDF-1.7\n%%EOF", "is a PDF"),
        ("a.doc", OLD_OFFICE + "WordDocument".encode("utf-16le"), "of the old kind (.doc)"),
        ("b.docx", OLD_OFFICE + "EncryptedPackage".encode("utf-16le"), "a password"),
        ("c.doc", b"{\\rtf1\\ansi hello}", "RTF"),
        ("d.doc", b"<html><body>1. The Committee</body></html>", "web page"),
        ("e.docx", b"", "is empty"),
        ("f.docx", None, "cannot be read"),
        (".", None, "is not a file"),
    ],
)
def test_what_is_no_word_document_is_called_what_it_is(
    root: Path, tmp_path: Path, source: str, name: str, content: bytes | None, told: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    before = files_of(root)
    outcome = run("import", source, str(file), root=root)
    assert (outcome.code, told in outcome.err) == (3, True), outcome.err
    assert files_of(root) == before


def test_a_number_of_thousands_of_digits_is_told(root: Path, tmp_path: Path) -> None:
    file = as_json(tmp_path / "u.json", [annotation()])
    words = file.read_text("utf-8").replace('"DocumentId": "7"', f'"DocumentId": {"9" * 5000}')
    file.write_text(words, encoding="utf-8")
    outcome: Outcome = run("import", "uhri", str(file), root=root)
    assert outcome.code in {0, 1, 3}, outcome.err
