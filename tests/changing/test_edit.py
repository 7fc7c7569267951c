"""`edit` changes fields of a record and leaves the rest of its file alone."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from repositories import repository, run

SEEN = "source: https://example.org/cat/8, seen: 2021-03-02"
RECORD = "data/recommendations/cat/cat-2018-16.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


def changed_lines(root: Path, *arguments: str, file: str = RECORD) -> list[str]:
    """Run a command that succeeds and return the lines of a file that came and went."""
    before = (root / file).read_text(encoding="utf-8")
    outcome = run(*arguments, root=root)
    assert outcome.code == 0, outcome.err
    after = (root / file).read_text(encoding="utf-8")
    return [
        line.rstrip("\n")
        for line in ndiff(before.splitlines(True), after.splitlines(True))
        if line[0] in "+-"
    ]


def contents(top: Path) -> dict[Path, bytes]:
    """Return every folder and file below a folder, but those that the program works with."""
    places = (place for place in top.rglob("*") if ".anbefal" not in place.parts)
    return {place: place.read_bytes() if place.is_file() else b"" for place in places}


@pytest.mark.parametrize(
    ("assignment", "lines"),
    [
        ("levels=state,municipal", ["- levels: [state]", "+ levels: [state, municipal]"]),
        ("themes+=frihet", []),
        ("themes-=frihet", ["- themes: [isolasjon, frihet]", "+ themes: [isolasjon]"]),
        ("source.url=", ["-   url: https://example.org/cat/8"]),
        ("source.paragraph=140.10", ['-   paragraph: "16"', '+   paragraph: "140.10"']),
        ("follow_up.due=2020", ["-   due: 2019-05", "+   due: 2020"]),
        ("summary.nn=Nei: aldri", ['+   nn: "Nei: aldri"']),
        ("groups=innsatte, unge", ['+ groups: ["innsatte, unge"]']),
        ("internal=Ring først", ["+ internal: [Ring først]"]),
        (
            "provenance.verified=ja",
            [
                f"- provenance: {{{SEEN}, verified: false}}",
                f"+ provenance: {{{SEEN}, verified: true}}",
            ],
        ),
        (
            "follow_up.grades+={date: 2021-02, scale: cat, value: A}",
            [
                "+     - date: 2021-02",
                "+       scale: cat",
                "+       value: A",
            ],
        ),
        (
            "status.0.value=implemented",
            [
                (
                    "-   - {date: 2019-02-04, track: reported, by: jd, value: in-progress, "
                    "note: Et rundskriv er sendt}"
                ),
                (
                    "+   - {date: 2019-02-04, track: reported, by: jd, value: implemented, "
                    "note: Et rundskriv er sendt}"
                ),
            ],
        ),
    ],
)
def test_only_the_lines_of_the_field_change(root: Path, assignment: str, lines: list[str]) -> None:
    assert sorted(changed_lines(root, "edit", "cat-2018-16", assignment)) == sorted(lines)


def test_a_new_field_stands_where_the_model_has_it(root: Path) -> None:
    changed_lines(root, "edit", "cat-2018-16", "articles=CAT 11")

    keys = [line.partition(":")[0] for line in (root / RECORD).read_text().splitlines()]

    assert keys.index("articles") == keys.index("themes") + 1


def test_a_measure_is_named_by_its_id(root: Path) -> None:
    lines = changed_lines(
        root,
        "edit",
        "2022-isolasjon",
        "commitments.veileder.due=2023-01-01",
        file="data/meetings/2022-isolasjon.yaml",
    )

    assert lines == ["-     due: 2022-09", "+     due: 2023-01-01"]


def test_commas_part_dates(root: Path) -> None:
    days = "proposed_dates=2022-11-18,2022-11"
    outcome = run("edit", "2022-isolasjon", days, "--dry-run", root=root)

    assert "+proposed_dates: [2022-11-18, 2022-11]" in outcome.out


def test_an_assessment_is_named_by_round_and_assessor(root: Path) -> None:
    outcome = run("edit", "2022/juss", "date=2022-07-01", "--dry-run", root=root)

    assert "+date: 2022-07-01" in outcome.out


def test_a_dry_run_shows_a_diff_and_writes_nothing(root: Path) -> None:
    before = (root / RECORD).read_bytes()

    outcome = run("edit", "cat-2018-16", "levels=municipal", "--dry-run", root=root)

    assert "-levels: [state]\n+levels: [municipal]\n" in outcome.out
    assert outcome.out.startswith(f"--- a/{RECORD}\n+++ b/{RECORD}\n")
    assert (root / RECORD).read_bytes() == before
    assert not (root / ".anbefal").exists()


def test_a_change_that_makes_an_error_is_refused_and_shown(root: Path) -> None:
    before = (root / RECORD).read_bytes()

    outcome = run("edit", "cat-2018-16", "ministries+=finnes-ikke", root=root)

    assert outcome.code == 1
    assert "There is no actor with the id 'finnes-ikke'." in outcome.err
    assert (root / RECORD).read_bytes() == before


def test_an_error_that_was_there_before_does_not_stop_a_change(root: Path) -> None:
    (root / "data/meetings/broken.yaml").write_text("id: other\n", encoding="utf-8")

    assert changed_lines(root, "edit", "cat-2018-16", "levels=municipal")


def test_what_is_said_already_changes_nothing(root: Path) -> None:
    outcome = run("edit", "cat-2018-16", "levels=state", root=root)

    assert (outcome.code, outcome.out) == (0, "")
    assert "Nothing changed" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cat-2018-61", "levels=state"), "Did you mean 'cat-2018-16'?"),
        (("cat-2018-16", "sumary.nb=x"), "Did you mean 'summary'?"),
        (("cat-2018-16", "levels"), "Write field=value"),
        (("cat-2018-16", "summary=x"), "as in summary.nb=…"),
        (("cat-2018-16", "kind+=concern"), "'kind' is no list."),
        (("cat-2018-16", "themes-=finnes-ikke"), "does not hold 'finnes-ikke'"),
        (("cat-2018-16", "id.x=y"), "holds a text and no fields"),
        (("cat-2018-16",), "Nothing was said to change."),
        (("criteria", "criteria.alvorlighet.weight=tung"), "it is a number"),
        (("2022-isolasjon", "commitments.finnes-ikke.due=2023"), "Its items are: veileder."),
        (("cat-2018-16", "status={"), "is not YAML"),
        (("2022-isolasjon", "participants=nim"), "write items in braces: '{actor: …, role: …}'"),
    ],
)
def test_misuse_is_one_sentence_and_what_to_do(
    root: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = run("edit", *arguments, root=root)

    assert outcome.code == 2
    assert message in outcome.err


def test_a_new_id_moves_the_file_and_changes_all_that_name_it(root: Path) -> None:
    outcome = run("edit", "cat-2018-16", "id=cat-2018-17", root=root)

    assert outcome.code == 0
    assert not (root / RECORD).exists()
    assert (root / RECORD.replace("-16", "-17")).exists()
    assert "[cat-2018-17]" in (root / "data/meetings/2022-isolasjon.yaml").read_text()
    assert run("validate", root=root).code == 0


def test_a_new_id_of_an_assessor_moves_its_assessments(root: Path) -> None:
    assert run("edit", "juss", "id=jurister", root=root).code == 0

    assert (root / "data/assessments/2022/jurister.yaml").exists()
    assert run("validate", root=root).code == 0


def test_an_id_that_is_taken_is_refused(root: Path) -> None:
    outcome = run("edit", "cat-2018-16", "id=cat-2012-9", root=root)

    assert outcome.code == 2
    assert "There is already a recommendation 'cat-2012-9'." in outcome.err


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "a/b", "x y", "", "-", "æ"])
def test_a_path_is_no_id(tmp_path: Path, name: str) -> None:
    root = repository(tmp_path / "some" / "folder")
    before = contents(tmp_path)

    outcome = run("edit", "cat-2018-16", f"id={name}", root=root)

    assert outcome.code in {1, 2, 3}
    assert contents(tmp_path) == before
