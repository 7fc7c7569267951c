"""What `overview` shows and writes, in every form and language."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from complete import complete_data, write_files
from repositories import Data, run

HOSTILE = '=1+1 <b>*_`[x](y)`_*</b> #read("x") {{ 7*7 }}'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository in which something of each kind is owed, with a hostile text."""
    files = complete_data()
    records = {
        name: files[f"data/recommendations/{name}.yaml"]
        for name in ("cat-2018-20", "upr-2019-140-10", "ccpr-2018-15b")
    }
    records["cat-2018-20"]["follow_up"] = {"due": "2022-12-01"}
    records["upr-2019-140-10"]["summary"] = {"nb": HOSTILE}
    silent = {"date": "2020-05", "track": "assessed", "by": "nim", "value": "no-report"}
    records["upr-2019-140-10"]["status"] = [silent]
    records["ccpr-2018-15b"]["provenance"] = {"inferred": ["ministries"]}
    plan = files["data/plans/oppfolging-2021.yaml"]["measures"][0]
    plan |= {"updates": [], "text": {"en": "Train all staff."}}
    files["data/meetings/2022-isolasjon.yaml"]["commitments"].append(
        {
            "id": "brev",
            "text": {"nb": "Sende et brev."},
            "responsible": ["jd"],
            "due": "2023-06",
            "addresses": ["cat-2018-16", "upr-2019-140-10"],
        }
    )
    return write_files(tmp_path_factory.mktemp("repository"), files)


def shown(root: Path, *options: str) -> str:
    outcome = run("overview", *options, root=root)
    assert outcome.code == 0, outcome.err
    return outcome.out


def data(root: Path, *options: str) -> Data:
    outcome = run("overview", *options, "-f", "json", root=root)
    assert outcome.code == 0, outcome.err
    return outcome.data


def flat(words: str) -> str:
    return " ".join(words.split())


def test_it_says_who_owes_what(root: Path) -> None:
    told = flat(shown(root))

    assert "Oversikt over oppfølgingen per 1. oktober 2022" in told
    assert "Train all staff. (språk: engelsk) Ansvar: JD. Frist: september 2022" in told
    assert (
        "Menneskerettsinstitusjonen skrev i mai 2020 at ingen har rapportert at det er gjort."
        in told
    )
    assert "Svarfrist: 1. desember 2022, om 61 dager." in told
    assert "Registeret er ikke uttømmende." in told


def test_what_was_just_promised_is_listed_and_told_of_where_nothing_is_reported(root: Path) -> None:
    told = flat(shown(root))

    assert "Løfter og tiltak som ikke er meldt gjennomført (1) Sende et brev. Ansvar: JD." in told
    assert "Frist: juni 2023, om 272 dager. Gjelder: CAT 2018, avsn. 16; Landgjennomgangen" in told
    assert (
        "Lovet: Sende et brev. (møte om Isolasjon, 10. mars 2022) Ansvar: JD. Frist: juni" in told
    )
    (one,) = data(root)["open_measures"]
    assert (one["in"], one["measure"], one["days_left"]) == ("2022-isolasjon", "brev", 272)


def test_the_json_holds_one_list_a_table(root: Path) -> None:
    found = data(root)

    assert next(iter(found)) == "format_version"
    counted = {name: len(found[name]) for name in ("overdue", "unreported", "deadlines", "stale")}
    assert counted == {"overdue": 1, "unreported": 1, "deadlines": 1, "stale": 2}
    assert [(one["key"], one["asks"]) for one in found["groups"]] == [("jd", 2), (None, 0)]


def test_the_csv_has_a_row_for_each_finding_and_runs_nothing(root: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(root, "-f", "csv"))))

    assert [row["what"] for row in rows] == [
        *("overdue", "open", "unreported", "deadline-near", "stale", "stale")
    ]
    assert {row["words"] for row in rows if row["id"].startswith("upr")} == {f"'{HOSTILE}"}


def test_it_can_be_narrowed_by_the_names_that_people_use(root: Path) -> None:
    found = data(root, "--ministry", "Det gamle departementet", "--body", "Torturkonvensjonen")

    assert found["filters"] == {"ministries": ["jd"], "bodies": ["cat"], "themes": []}
    assert [one["measure"] for one in found["overdue"]] == ["opplaering"]
    assert found["unreported"] == []


def test_as_of_a_day_leaves_out_what_was_recorded_later(root: Path) -> None:
    found = data(root, "--as-of", "2019-01-01")

    assert found["as_it_stood"]
    assert [one["newest"] for one in found["unreported"]] == ["cat-2018-16"]
    assert found["notes"][0].startswith("Slik registeret var 1. januar 2019")
    assert data(root, "--convention", "cat", "--as-of", "2019-01-01")["as_it_stood"]


@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize(
    ("command", "words"),
    [
        ((), {"nn": "Utan rapport", "en": "No report"}),
        (("--by=body",), {"nn": "Utan rapport", "en": "No report"}),
        (("--by=theme",), {"nn": "Utan rapport", "en": "No report"}),
        (("--convention=cat",), {"nn": "Matrise til", "en": "Matrix for"}),
    ],
)
def test_it_speaks_every_language_in_every_form(
    root: Path, command: tuple[str, ...], words: dict[str, str], language: str, tmp_path: Path
) -> None:
    page = shown(root, *command, "--lang", language, "-f", "md")
    shown(root, *command, "--lang", language, "-o", str(tmp_path / "x.xlsx"))

    assert words[language] in page


def test_the_matrix_holds_what_was_asked_said_and_promised(root: Path) -> None:
    told = flat(shown(root, "--convention", "CAT"))

    for words in (
        "Offisiell ordlyd: Ensure that nobody is held alone without a daily decision. (språk: eng",
        "Med våre ord: La ingen sitte isolert uten en ny vurdering hver dag.",
        "JD, 4. februar 2019: i gang. Et rundskriv er sendt [https://example.org/rundskriv]",
        "CAT, 10. januar 2020: «B2» [CAT/brev/1]",
        "Gjentar CAT 2012*, avsn. 9",
        "Train all staff. (språk: engelsk) (Plan for oppfølging) Ansvar: JD.",
        "Gjengitt etter https://example.org/gjengivelse, sett 2. mars 2021",
    ):
        assert words in told
    assert told.index("CAT 2018, avsn. 16") < told.index("CAT 2012*, avsn. 9 Anbefaling")


def test_a_report_on_another_record_says_where_at_a_glance_too(root: Path) -> None:
    page = shown(root, "--convention", "ccpr", "-f", "md")
    (row,) = [line for line in page.splitlines() if line.startswith("| Menneskerettskomiteen 2018")]

    reported, assessed = row.replace("\u00a0", " ").split(" | ")[2:4]
    assert reported.startswith("CAT 2018, avsn. 16 (samme anbefaling): JD")
    assert assessed.startswith("CAT 2018, avsn. 16 (samme anbefaling): Menneskeretts")


def test_empty_cells_say_that_nothing_is_recorded(root: Path) -> None:
    page = shown(root, "--convention", "upr", "-f", "md")

    assert "- Rapportert av staten: Ingenting registrert" in page
    assert "- Statens svar: støttet (september 2019) \\[A/HRC/42/3/Add.1\\]" in page


@pytest.fixture(scope="module")
def books(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("books")
    made = {"owed": folder / "owed.xlsx", "matrix": folder / "matrix.xlsx"}
    shown(root, "-o", str(made["owed"]))
    shown(root, "--convention", "upr", "-o", str(made["matrix"]))
    return made


@pytest.mark.parametrize("name", ["owed", "matrix"])
def test_the_workbook_can_be_read_filtered_and_printed(books: dict[str, Path], name: str) -> None:
    book = load_workbook(books[name])

    assert book.properties.title
    assert book.properties.creator == "Sekretariatet"
    for sheet in book.worksheets[:-1]:
        assert sheet.freeze_panes == "B4"
        assert sheet.auto_filter.ref.startswith("A3:")
        assert sheet.print_title_rows == "$3:$3"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=3) for cell in row)


@pytest.mark.parametrize("options", [(), ("--convention", "cat")])
def test_a_search_for_a_paragraph_finds_it_in_a_spreadsheet(
    root: Path, options: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "x.xlsx"
    shown(root, *options, "-o", str(file))
    sheets = load_workbook(file).worksheets
    cells = [str(one) for sheet in sheets for row in sheet.values for one in row]

    assert any("avsn. 16" in one for one in cells)
    assert "\u00a0" not in "".join(cells) + shown(root, *options, "-f", "csv")


@pytest.mark.parametrize("name", ["owed", "matrix"])
def test_a_text_in_the_workbook_is_never_a_formula(books: dict[str, Path], name: str) -> None:
    cells = [
        cell
        for sheet in load_workbook(books[name]).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]

    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(HOSTILE in str(cell.value) for cell in cells)


def test_the_sum_is_not_sorted_among_the_rows(books: dict[str, Path]) -> None:
    sheet: Any = load_workbook(books["owed"]).worksheets[0]

    assert sheet.cell(sheet.max_row, 1).value == "I alt"
    assert sheet.auto_filter.ref == f"A3:I{sheet.max_row - 1}"


def test_the_same_data_gives_the_same_bytes(
    root: Path, books: dict[str, Path], tmp_path: Path
) -> None:
    again = tmp_path / "again.xlsx"
    shown(root, "--convention", "upr", "-o", str(again))

    assert again.read_bytes() == books["matrix"].read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--since", "2018"), "--since is about the matrix"),
        (("--convention", "cat", "--by", "theme"), "Leave out --by"),
        (("--convention", "cat", "--body", "cat"), "Leave out --body"),
        (("--convention", "ca"), "Did you mean 'cat'?"),
        (("--convention", ""), "There is no body ''"),
        (("--ministry", "nim"), "There is no ministry 'nim'"),
        (("-o", "oversikt.docx"), "cannot be written as .docx"),
        (("-f", "json", "-o", "x.csv"), "x.csv ends in .csv, and --format says json."),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    root: Path, options: tuple[str, ...], said: str
) -> None:
    outcome = run("overview", *options, root=root)

    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.out == ""
