"""The commands `import` and `export`, as people use them."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from anbefal.store.reading.repository import load
from repositories import repository, run

UHRI = (
    *("Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes"),
    *("Affected Persons", "Sdgs", "Document Publication Date", "Type", "OHCHR Annotation Id"),
)
ID = "0a0a0a0a-1111-4222-8333-{:012d}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "register")


def uhri_row(number: int, text: str, country: str = "- Norway", **more: str) -> list[str]:
    given = {
        "Text": text,
        "Countries Concerned": country,
        "Reccomending Body": "- CAT",
        "Document Symbol": "CAT/C/NOR/CO/8",
        "Document Publication Date": "2018-06-05",
        "Type": "- Recommendations",
        "OHCHR Annotation Id": ID.format(number),
        **more,
    }
    return [given.get(name, "") for name in UHRI]


def as_csv(path: Path, rows: Sequence[Sequence[str]], headings: Sequence[str] = UHRI) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


def data_of(root: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in (root / "data").rglob("*") if p.is_file()}


def told(root: Path, *arguments: str) -> Any:
    outcome = run("import", *arguments, "--format", "json", root=root)
    return json.loads(outcome.out)


def test_a_file_becomes_records_and_its_rows_add_up(root: Path, tmp_path: Path) -> None:
    file = as_csv(
        tmp_path / "u.csv",
        [
            uhri_row(1, "Prisons 41.The State party should close the old wing."),
            uhri_row(2, "42. The State party should train its guards.", "- Sweden"),
            uhri_row(3, ""),
        ],
    )
    found = told(root, "uhri", str(file))
    assert found["rows"] == {
        "read": 3,
        "new": 1,
        "updated": 0,
        "unchanged": 0,
        "skipped": 1,
        "unreadable": 1,
    }
    assert run("validate", root=root).code == 0


def test_the_end_of_an_import_is_1_where_rows_could_not_be_read(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "")])
    assert run("import", "uhri", str(file), root=root).code == 1


def test_rows_that_could_not_be_read_can_be_mended_and_imported(root: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "")])
    to_mend = root / told(root, "uhri", str(file))["unread_file"]
    book = load_workbook(to_mend)
    book.active["A2"] = "41. The State party should close the old wing."
    book.save(to_mend)

    assert told(root, "uhri", str(to_mend))["rows"]["new"] == 1


def test_a_dry_run_tells_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "41. The State party should close it.")])
    before = data_of(root)
    outcome = run("import", "uhri", str(file), "--dry-run", root=root)
    assert "new" in outcome.out
    assert data_of(root) == before


def test_the_same_file_twice_changes_not_one_byte(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "41. The State party should close it.")])
    run("import", "uhri", str(file), root=root)
    before = data_of(root)
    assert told(root, "uhri", str(file))["rows"]["unchanged"] == 1
    assert data_of(root) == before


def test_what_changes_is_shown_with_both_values(root: Path, tmp_path: Path) -> None:
    run("import", "uhri", str(as_csv(tmp_path / "a.csv", [uhri_row(1, "41. Open it.")])), root=root)
    newer = as_csv(tmp_path / "b.csv", [uhri_row(1, "41. Open it soon.")])
    outcome = run("import", "uhri", str(newer), root=root)
    assert "text.en: Open it." in outcome.out
    assert "→ Open it soon." in outcome.out


def test_what_a_person_wrote_stays_and_both_are_shown(root: Path, tmp_path: Path) -> None:
    run("import", "uhri", str(as_csv(tmp_path / "a.csv", [uhri_row(1, "41. Open it.")])), root=root)
    run("edit", "cat-2018-41", "text.en=Open it, please.", root=root)
    newer = as_csv(tmp_path / "b.csv", [uhri_row(1, "41. Open it soon.")])
    outcome = run("import", "uhri", str(newer), root=root)
    assert "Kept as the data has it; the file says otherwise (1)" in outcome.out
    assert "Open it, please." in run("show", "cat-2018-41", root=root).out


def test_a_file_on_one_other_country_is_imported_and_said_to_be(root: Path, tmp_path: Path) -> None:
    rows = [uhri_row(1, "41. Open it.", "- Sweden", **{"Document Symbol": "CAT/C/SWE/CO/8"})]
    outcome = run("import", "uhri", str(as_csv(tmp_path / "u.csv", rows)), root=root)
    assert outcome.code == 0
    assert "The file is about Sweden, and the data about Norway" in outcome.err


def test_a_country_that_was_asked_for_is_never_exchanged(root: Path, tmp_path: Path) -> None:
    rows = [uhri_row(1, "41. Open it.", "- Sweden", **{"Document Symbol": "CAT/C/SWE/CO/8"})]
    file = as_csv(tmp_path / "u.csv", rows)
    assert told(root, "uhri", str(file), "--country", "Norway")["rows"]["skipped"] == 1


def test_only_the_bodies_and_days_that_are_wanted_come_in(root: Path, tmp_path: Path) -> None:
    rows = [
        uhri_row(1, "41. Open it."),
        uhri_row(2, "42. Close it.", **{"Document Publication Date": "2011-01-01"}),
        uhri_row(
            3,
            "43. Paint it.",
            **{"Reccomending Body": "- CCPR", "Document Symbol": "CCPR/C/NOR/CO/7"},
        ),
    ]
    file = as_csv(tmp_path / "u.csv", rows)
    found = told(root, "uhri", str(file), "--since", "2015-01-01", "--body", "cat")
    assert found["skipped"] == {"an earlier date": 1, "another body": 1}


def test_an_unknown_country_is_misuse(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "41. Open it.")])
    outcome = run("import", "uhri", str(file), "--country", "Norwegia", root=root)
    assert (outcome.code, "no country 'Norwegia'" in outcome.err) == (2, True)


def test_a_list_of_ones_own_comes_in_by_a_mapping_that_is_kept(root: Path, tmp_path: Path) -> None:
    first = as_csv(tmp_path / "a.csv", [["Steng fløyen.", "41"]], ("Tekst", "Avsnitt"))
    maps = ("text=Tekst", "paragraph=Avsnitt", "document==CAT/C/NOR/CO/8", "date==2018-06-05")
    given = [word for one in maps for word in ("--map", one)]
    kept = tmp_path / "liste.yaml"
    run("import", "table", str(first), *given, "--save-mapping", str(kept), root=root)
    second = as_csv(tmp_path / "b.csv", [["Mal fløyen.", "42"]], ("Tekst", "Avsnitt"))
    run("import", "table", str(second), "--mapping", str(kept), root=root)
    assert "Mal fløyen." in run("show", "cat-2018-42", root=root).out


@pytest.mark.parametrize("form", ["xlsx", "csv", "json", "parquet"])
def test_an_export_comes_back_as_the_same_data(root: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"alt.{form}"
    assert run("export", "--internal", "-o", str(file), root=root).code == 0
    before = load(root, None).dataset.recommendations
    found = told(root, "table", str(file))
    assert found["rows"]["unchanged"] == found["rows"]["read"] > 0
    for one in (root / "data/recommendations").rglob("*.yaml"):
        one.unlink()

    run("import", "table", str(file), root=root)

    assert load(root, None).dataset.recommendations == before


def test_an_export_holds_no_internal_note_unless_asked(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "alt.json"
    run("edit", "cat-2018-16", "internal=Hemmelig", root=root)
    run("export", "-o", str(file), root=root)
    assert "Hemmelig" not in file.read_text("utf-8")


def test_an_ending_that_no_format_has_is_misuse(root: Path, tmp_path: Path) -> None:
    assert run("export", "-o", str(tmp_path / "alt.ods"), root=root).code == 2


def test_a_mapping_is_not_kept_over_another_file(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "a.csv", [["Steng fløyen.", "41"]], ("Tekst", "Avsnitt"))
    kept = tmp_path / "liste.yaml"
    kept.write_text("mine egne ord\n", "utf-8")
    maps = ("--map", "text=Tekst", "--map", "body==cat", "--save-mapping", str(kept))
    assert run("import", "table", str(file), *maps, root=root).code == 3
    assert kept.read_text("utf-8") == "mine egne ord\n"


def test_a_file_that_is_being_mended_is_not_written_over(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "")])
    first = root / told(root, "uhri", str(file))["unread_file"]
    first.write_bytes(b"half done")
    assert told(root, "uhri", str(file))["unread_file"].endswith("u-to-mend-2.xlsx")
    assert first.read_bytes() == b"half done"


def test_nothing_is_imported_while_a_record_cannot_be_read(root: Path, tmp_path: Path) -> None:
    (root / "data/recommendations/egen.yaml").write_text("id: egen\nkinnd: x\n", "utf-8")
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "41. Open it.")])
    outcome = run("import", "uhri", str(file), root=root)
    assert (outcome.code, "data/recommendations/egen.yaml" in outcome.err) == (1, True)


def test_the_same_rows_to_mend_are_written_once(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "")])
    first, second = (told(root, "uhri", str(file))["unread_file"] for _ in "ab")
    assert first == second


def test_nothing_is_changed_where_the_rows_to_mend_have_no_place(
    root: Path, tmp_path: Path
) -> None:
    (root / "out").write_text("in the way", "utf-8")
    file = as_csv(tmp_path / "u.csv", [uhri_row(1, "41. Open it."), uhri_row(2, "")])
    before = data_of(root)
    assert run("import", "uhri", str(file), root=root).code == 3
    assert data_of(root) == before


def test_a_number_that_excel_may_have_shortened_is_not_there_to_be_taken(
    root: Path, tmp_path: Path
) -> None:
    from openpyxl import Workbook, load_workbook

    book = Workbook()
    for cells in (("text", "paragraph", "document"), ("Tell dem.", 10.1, "CCPR/C/NOR/CO/8")):
        book.active.append(cells)
    book.save(tmp_path / "liste.xlsx")
    to_mend = root / told(root, "table", str(tmp_path / "liste.xlsx"))["unread_file"]
    assert load_workbook(to_mend).active["B2"].value is None


def test_the_command_for_mended_rows_says_which_column_is_which(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "a.csv", [["Tell dem.", "snart"]], ("Tekst", "Dato"))
    maps = ("--map", "text=Tekst", "--map", "date=Dato", "--map", "body==cat")
    outcome = run("import", "table", str(file), *maps, root=root)
    assert "out/a-to-mend.xlsx --map text=Tekst --map date=Dato --map body==cat" in outcome.out
