"""`status` adds to a log, `link` relates records, `remove` takes one away."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import repository, run

RECORD = "data/recommendations/cat/cat-2018-16.yaml"
SAID = ("--date", "2022-12-01", "--track", "reported", "--by", "jd", "--value", "in-progress")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


def read(root: Path, file: str = RECORD) -> str:
    return (root / file).read_text(encoding="utf-8")


def test_a_status_is_added_at_the_end_of_the_log(root: Path) -> None:
    outcome = run("status", "cat-2018-16", *SAID, "--note", "Under arbeid", root=root)

    assert outcome.code == 0
    assert (
        "value: partly-implemented}\n"
        "  - date: 2022-12-01\n"
        "    track: reported\n"
        "    by: jd\n"
        "    value: in-progress\n"
        "    note: Under arbeid\n"
        "links:\n"
    ) in read(root)


def test_a_promise_has_a_log_too(root: Path) -> None:
    run("status", "2022-isolasjon/veileder", *SAID, root=root)

    assert read(root, "data/meetings/2022-isolasjon.yaml").endswith(
        "      - date: 2022-12-01\n        track: reported\n        by: jd\n"
        "        value: in-progress\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cat-2018-16", *SAID[:-2]), "Missing: value."),
        (("cat-2018-16", *SAID[:-1], "done"), "There is no word 'done'."),
        (
            ("cat-2018-16", *SAID[:-4], "--by", "jdd", "--value", "implemented"),
            "Did you mean 'jd'?",
        ),
        (("isolasjon", *SAID), "has no log of its own"),
        (("2022-isolasjon/x", *SAID), "Its items are: veileder."),
        (("2023-isolasjon/x", *SAID), "Did you mean '2022-isolasjon'?"),
    ],
)
def test_a_status_that_does_not_fit_is_refused(
    root: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = run("status", *arguments, root=root)

    assert outcome.code == 2
    assert message in outcome.err


def test_a_ministry_that_assesses_itself_is_refused(root: Path) -> None:
    outcome = run("status", "cat-2018-16", *SAID, "--track", "assessed", root=root)

    assert outcome.code == 1


def test_a_link_is_written_once_and_read_from_both_sides(root: Path) -> None:
    assert run("link", "cat-2018-16", "upr-2019-140-10", "--as", "related", root=root).code == 0
    again = run("link", "upr-2019-140-10", "cat-2018-16", "--as", "related", root=root)

    assert again.out == ""
    assert "related: [upr-2019-140-10]" in read(root)


def test_a_link_is_taken_away_from_whichever_side_holds_it(root: Path) -> None:
    outcome = run("link", "ccpr-2018-15b", "cat-2018-16", "--as", "same-as", "--undo", root=root)

    assert outcome.code == 0
    assert "same_as" not in read(root)


@pytest.mark.parametrize(
    "pair",
    [
        ("cat-2018-16", "ccpr-2018-15b"),
        ("cat-2018-16", "cat-2018-16"),
        ("cat-2018-16", "cat-2012-9"),  # which it repeats
        ("cat-2012-9", "ccpr-2018-15b"),
    ],
)
def test_a_link_that_contradicts_is_refused(root: Path, pair: tuple[str, str]) -> None:
    before = read(root)

    assert run("link", *pair, "--as", "distinct-from", root=root).code == 1
    assert read(root) == before


def test_a_record_that_others_name_is_not_removed_and_they_are_named(root: Path) -> None:
    outcome = run("remove", "cat-2018-16", root=root)

    assert outcome.code == 1
    assert "data/meetings/2022-isolasjon.yaml (recommendations.0)" in outcome.err
    assert (root / RECORD).exists()


def test_a_record_that_nobody_names_is_removed(root: Path) -> None:
    outcome = run("remove", "2022-isolasjon", root=root)

    assert outcome.out == "removed data/meetings/2022-isolasjon.yaml\n"
    assert run("validate", root=root).code == 0


def test_a_theme_is_taken_out_of_the_list(root: Path) -> None:
    run("add", "theme", "--name", "nb=Ny", root=root)
    before = read(root, "data/themes.yaml")

    assert run("remove", "ny", root=root).code == 0
    assert before.replace(read(root, "data/themes.yaml"), "") == "- id: ny\n  name:\n    nb: Ny\n"
