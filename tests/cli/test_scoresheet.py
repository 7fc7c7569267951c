"""The commands `scoresheet export` and `scoresheet import`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from repositories import repository, run
from support import BASE

JUSS = "data/assessments/2022/juss.yaml"
FORUM = "data/assessments/2026/forum.yaml"
SCORES = "Vurdering"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "register")


def export(root: Path, *more: str, who: str = "forum", year: str = "2026") -> Path:
    outcome = run("scoresheet", "export", "--round", year, "--assessor", who, *more, root=root)
    assert outcome.code == 0, outcome.err
    return root / outcome.out.strip()


def fill_in(path: Path, cells: dict[str, Any], date: str | None = "2026-06-01") -> None:
    book = load_workbook(path)
    for place, content in cells.items():
        book[SCORES][place] = content
    book["Les først"]["B7"] = date
    book.save(path)


def do_import(root: Path, path: Path, *more: str) -> Any:
    return run("scoresheet", "import", str(path), *more, root=root)


def files(root: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in (root / "data").rglob("*") if p.is_file()}


def test_a_sheet_goes_out_is_filled_in_and_comes_back_as_yaml(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4, "G3": 0, "F5": "2,5", "O3": "Mange rammes.", "Y5": "Noen er uenige."})

    outcome = do_import(root, path)

    assert outcome.code == 0, outcome.err
    assert (root / FORUM).read_text("utf-8") == (
        'round: "2026"\n'
        "assessor: forum\n"
        "date: 2026-06-01\n"
        "scores:\n"
        "  - theme: frihet\n"
        "    values:\n"
        "      alvor: 4\n"
        "      saarbarhet: 0\n"
        "    reasons:\n"
        "      alvor: Mange rammes.\n"
        "  - theme: isolasjon\n"
        "    values:\n"
        "      omfang: 2.5\n"
        "    dissent: Noen er uenige.\n"
    )


def test_what_changes_is_told_and_the_numbers_add_up(root: Path) -> None:
    path = export(root, "--themes", "frihet,isolasjon")
    fill_in(path, {"E3": 4, "O3": "Mange rammes."})

    assert do_import(root, path).out.splitlines() == [
        "Forum for rettssikkerhet (forum), round 2026",
        "Frihetsberøvelse (frihet)",
        "  alvor: not assessed → 4",
        "  alvor, reason, new: “Mange rammes.”",
        "2 items in the sheet",
        "20 places for values: 1 new, 19 open",
        "20 places for reasons: 1 new, 19 open",
        "2 places for dissent: 2 open",
        f"new {FORUM}",
    ]


def test_importing_a_second_time_changes_nothing(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4, "O3": "Mange\r\nrammes. "})
    do_import(root, path)
    before = files(root)

    outcome = do_import(root, path)

    assert "Nothing changed" in outcome.err
    assert files(root) == before


def test_a_sheet_that_nobody_touched_changes_nothing(root: Path) -> None:
    before = files(root)
    path = export(root, "--recommendations", who="juss", year="2022")

    outcome = do_import(root, path)

    assert outcome.code == 0
    assert "3 unchanged" in outcome.out
    assert files(root) == before


def test_comments_and_layout_of_the_assessment_stay(root: Path) -> None:
    file = root / JUSS
    file.write_text("# Vedtatt i styret\n" + file.read_text("utf-8"), "utf-8")
    path = export(root, "--theme", "isolasjon", who="juss", year="2022")
    fill_in(path, {"E3": 3}, date=None)

    outcome = do_import(root, path)

    assert "alvor: 4 → 3" in outcome.out
    expected = (BASE / JUSS).read_text("utf-8").replace("{alvor: 4,", "{alvor: 3,")
    assert file.read_text("utf-8") == "# Vedtatt i styret\n" + expected


def test_an_empty_cell_takes_nothing_away_unless_it_is_asked_to(root: Path) -> None:
    path = export(root, "--theme", "isolasjon", who="juss", year="2022")
    fill_in(path, {"E3": None, "O3": None}, date=None)
    before = files(root)

    outcome = do_import(root, path)

    assert "2 places are empty in the workbook and kept" in outcome.err
    assert files(root) == before

    cleared = do_import(root, path, "--clear")

    assert "alvor: 4 → not assessed" in cleared.out
    assert "alvor, reason, removed: “Flere har fått varige skader.”" in cleared.out
    assert "alvor: 4" not in (root / JUSS).read_text("utf-8")
    assert "recommendation: cat-2018-16" in (root / JUSS).read_text("utf-8")


def test_a_value_off_the_scale_is_told_with_its_place_and_nothing_is_written(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4, "E4": 5, "F5": "mye"})
    before = files(root)

    outcome = do_import(root, path)

    assert outcome.code == 1
    assert "Vurdering!E4: The value 5 is not on the scale 0 to 4." in outcome.out
    assert "Vurdering!F5: 'mye' is not a number." in outcome.out
    assert f"{path.name}:4:5 error score-sheet" in outcome.out
    assert "2 errors. Nothing was written." in outcome.err
    assert files(root) == before


def test_a_dry_run_shows_the_change_and_writes_nothing(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4})
    before = files(root)

    outcome = do_import(root, path, "--dry-run")

    assert "  alvor: not assessed → 4" in outcome.out
    assert "+assessor: forum" in outcome.out
    assert files(root) == before


def test_a_new_assessment_needs_a_date(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4}, date=None)

    outcome = do_import(root, path)

    assert outcome.code == 2
    assert "first sheet" in outcome.err
    assert "--date" in outcome.err
    assert do_import(root, path, "--date", "2026-07").code == 0
    assert "date: 2026-07\n" in (root / FORUM).read_text("utf-8")


def test_a_date_that_was_there_before_does_not_stand_against_a_new_one(root: Path) -> None:
    path = export(root, who="juss", year="2022")
    book = load_workbook(path)
    book[SCORES]["E3"] = 1
    book.save(path)

    assert do_import(root, path, "--date", "2023-05-01").code == 0
    assert "date: 2023-05-01\n" in (root / JUSS).read_text("utf-8")


def test_a_date_changes_only_with_something_else(root: Path) -> None:
    path = export(root, who="juss", year="2022")
    fill_in(path, {}, date="1. mai 2023")
    do_import(root, path)
    assert (root / JUSS).read_text("utf-8") == (BASE / JUSS).read_text("utf-8")

    fill_in(path, {"E3": 1}, date="1. mai 2023")
    assert "\ndate: 2022-06-01 → 2023-05-01\n" in do_import(root, path).out
    assert "date: 2023-05-01\n" in (root / JUSS).read_text("utf-8")


def stale_sheet(root: Path) -> Path:
    """Return a sheet of 2022 that was exported before severity became 3, and the date 2023."""
    path = export(root, "--theme", "isolasjon", who="juss", year="2022")
    text = (root / JUSS).read_text("utf-8")
    changed = text.replace("{alvor: 4,", "{alvor: 3,").replace("date: 2022", "date: 2023")
    assert changed != text
    (root / JUSS).write_text(changed, "utf-8")
    return path


def write_in(path: Path, cells: dict[str, Any]) -> None:
    book = load_workbook(path)
    for place, content in cells.items():
        book[SCORES][place] = content
    book.save(path)


def test_a_sheet_that_comes_back_late_takes_back_nothing(root: Path) -> None:
    path = stale_sheet(root)
    write_in(path, {"F3": 1})

    outcome = do_import(root, path)

    assert (outcome.code, "omfang: 1.5 → 1" in outcome.out) == (0, True), outcome
    assert "alvor: " not in outcome.out
    assert "date" not in outcome.out
    assert "1 place has changed since the workbook was exported" in outcome.err
    assert "{alvor: 3, omfang: 1" in (root / JUSS).read_text("utf-8")


def test_what_changed_on_both_sides_is_shown_and_stops_the_import(root: Path) -> None:
    path = stale_sheet(root)
    write_in(path, {"E3": 0, "F3": 1})
    before = files(root)

    outcome = do_import(root, path)

    assert (outcome.code, "1 place changed both" in outcome.err) == (1, True)
    assert "  alvor: exported 4, now 3, in the sheet 0" in outcome.out
    assert files(root) == before

    assert do_import(root, path, "--overwrite").code == 0
    assert "{alvor: 0, omfang: 1" in (root / JUSS).read_text("utf-8")


def test_a_corrected_sheet_that_is_imported_again_needs_a_word(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4, "F3": 2})
    do_import(root, path)
    fill_in(path, {"E3": 3, "G3": 1})

    assert "exported not assessed, now 4, in the sheet 3" in do_import(root, path).out
    again = do_import(root, path, "--overwrite")
    assert "alvor: 4 → 3" in again.out
    assert "saarbarhet: not assessed → 1" in again.out


def test_a_date_never_goes_back_by_itself(root: Path) -> None:
    path = export(root, who="juss", year="2022")
    fill_in(path, {"E3": 1}, date="2021-12-01")

    outcome = do_import(root, path)

    assert "2021-12-01, is older than that of the assessment" in outcome.err
    assert "date: 2022" in (root / JUSS).read_text("utf-8")
    assert "→ 2021" not in outcome.out


def test_numbers_are_told_exactly_and_reasons_that_stay(root: Path) -> None:
    path = export(root, "--theme", "isolasjon", who="juss", year="2022")
    write_in(path, {"E3": 3.000001})

    lines = do_import(root, path).out.splitlines()

    assert lines[2:4] == [
        "  alvor: 4 → 3.000001",
        "  alvor, reason, stays: “Flere har fått varige skader.”",
    ]


def test_made_up_values_stay_called_so(root: Path) -> None:
    path = export(root, who="juss", year="2022")
    write_in(path, {"E3": 1})

    assert "marked as made up" in do_import(root, path).err


def test_the_assessor_in_a_workbook_is_an_id_never_an_abbreviation(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4})
    book = load_workbook(path)
    cell = next(
        c for row in book["Les først"].iter_rows() for c in row if c.value == "anbefal:assessor"
    )
    cell.offset(0, 1).value = "FORUM"
    book.save(path)

    outcome = do_import(root, path)

    assert (outcome.code, "There is no actor 'FORUM'" in outcome.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--assessor", "juss"), "made for the assessor 'forum', not for 'juss'"),
        (("--round", "2022"), "made for the round '2026', not for '2022'"),
        (("--date", "2026-07-01"), "given 2026-06-01, not 2026-07-01"),
    ],
)
def test_a_sheet_is_never_taken_for_another(
    root: Path, options: tuple[str, ...], said: str
) -> None:
    path = export(root)
    fill_in(path, {"E3": 4})
    before = files(root)

    outcome = do_import(root, path, *options)

    assert (outcome.code, said in outcome.err) == (2, True)
    assert files(root) == before


def test_a_sheet_that_does_not_say_whose_it_is_must_be_named(root: Path) -> None:
    path = export(root)
    fill_in(path, {"E3": 4})
    book = load_workbook(path)
    del book["Les først"]
    book.save(path)

    outcome = do_import(root, path)
    assert (outcome.code, "Name it with --assessor" in outcome.err) == (2, True)

    named = ("--assessor", "forum", "--round", "2026", "--date", "2026")
    assert do_import(root, path, *named).code == 0
    assert "date: 2026\n" in (root / FORUM).read_text("utf-8")


def test_an_assessment_that_cannot_be_read_is_not_written_over(root: Path) -> None:
    path = export(root, who="juss", year="2022")
    (root / JUSS).write_text("round: '2022'\nassessor: juss\nscores: [", "utf-8")

    outcome = do_import(root, path)

    assert (outcome.code, "has a mistake" in outcome.err) == (1, True)


@pytest.mark.parametrize("name", ["svar.csv", "svar.ods", "svar.xls", "mangler.xlsx"])
def test_a_file_that_cannot_be_read_ends_in_a_sentence(root: Path, name: str) -> None:
    path = root / name
    if "mangler" not in name:
        path.write_bytes({"svar.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}.get(name, b"a;b\n"))

    outcome = do_import(root, path)

    assert (outcome.code, "→" in outcome.err) == (3, True)


def test_a_filled_in_workbook_is_not_written_over(root: Path) -> None:
    path = export(root)
    assert export(root) == path  # the same again
    fill_in(path, {"E3": 4})
    filled = path.read_bytes()

    again = run("scoresheet", "export", "--round", "2026", "--assessor", "forum", root=root)

    assert (again.code, "filled it in" in again.err) == (3, True)
    assert path.read_bytes() == filled
    assert export(root, "--force").read_bytes() != filled


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--assessor", "jd"), 2, "of the kind ministry, which gives no values"),
        (("--assessor", "forumm"), 2, "Did you mean 'forum'?"),
        (("--assessor", "forum", "--theme", "frihett"), 2, "Did you mean 'frihet'?"),
        (("--assessor", "forum", "-o", "ark.ods"), 2, ".xlsx"),
        (("--assessor", "forum", "--round", "../../x"), 2, "cannot be the name of a round"),
        (("--assessor", "forum", "--round", "Com1.2026"), 2, "cannot be the name of a round"),
    ],
)
def test_what_cannot_be_exported_is_told(
    root: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    outcome = run("scoresheet", "export", "--round", "2026", *options, root=root)

    assert (outcome.code, said in outcome.err) == (code, True)
    assert not (root / "out").exists()


def test_the_language_is_that_of_the_settings_unless_another_is_asked_for(root: Path) -> None:
    assert load_workbook(export(root)).sheetnames[1] == SCORES
    path = export(root, "--lang", "en", "--force")

    book = load_workbook(path)
    assert book.sheetnames[:3] == ["Read first", "Assessment", "Criteria"]
    assert book["Assessment"]["E2"].value == "Severity"


def test_the_sheet_shows_what_the_repository_says(root: Path) -> None:
    page = load_workbook(export(root, "--theme", "isolasjon"))[SCORES]

    assert page["D3"].value.startswith("Gjentakelse: ")
    assert "Stillstand: " in page["D3"].value


def test_nothing_internal_goes_out(root: Path) -> None:
    def words(change: Callable[[str], str]) -> bytes:
        for file in (root / "data").rglob("*.yaml"):
            file.write_text(change(file.read_text("utf-8")), "utf-8")
        return export(root, "--recommendations", "--force").read_bytes()

    before = words(lambda text: text)
    after = words(
        lambda text: text if text.startswith(("- ", "#")) else f"{text}internal: Hemmelig.\n"
    )

    assert after == before
