"""`fmt` brings data files into one style, and with `--check` or `--dry-run` only tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from anbefal.store.text import scanning
from repositories import repository, run

UNTIDY = "- name: {en: Liberty,   nb: Frihet} # om navnet\n  id: frihet\n"
TIDY = "- id: frihet\n  name: {nb: Frihet, en: Liberty}  # om navnet\n"
THEMES = "data/themes.yaml"
RECORD = "data/recommendations/cat/cat-2018-16.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository in style, but for one file."""
    made = repository(tmp_path)
    assert run("fmt", root=made).code == 0
    (made / THEMES).write_text(UNTIDY)
    return made


def test_a_file_out_of_style_is_written_anew_and_named(root: Path) -> None:
    outcome = run("fmt", root=root)

    assert (outcome.code, outcome.out) == (0, f"changed {THEMES}\n")
    assert (root / THEMES).read_text() == TIDY


def test_a_second_time_changes_nothing(root: Path) -> None:
    run("fmt", root=root)

    outcome = run("fmt", root=root)

    assert (outcome.code, outcome.out) == (0, "")


def test_check_changes_nothing_and_ends_with_1(root: Path) -> None:
    outcome = run("fmt", "--check", root=root)

    assert (outcome.code, outcome.out) == (1, f"would change {THEMES}\n")
    assert (root / THEMES).read_text() == UNTIDY


def test_check_of_files_in_style_ends_with_0(root: Path) -> None:
    run("fmt", root=root)

    assert run("fmt", "--check", root=root).code == 0


def test_dry_run_shows_a_diff(root: Path) -> None:
    outcome = run("fmt", "--dry-run", root=root)

    assert outcome.code == 0
    assert "+- id: frihet\n" in outcome.out
    assert (root / THEMES).read_text() == UNTIDY


def test_only_what_is_named_is_changed(root: Path) -> None:
    outcome = run("fmt", str(root / "data" / "recommendations"), root=root)

    assert (outcome.code, outcome.out) == (0, "")
    assert (root / THEMES).read_text() == UNTIDY


def test_a_file_with_mistakes_is_left_alone_and_told(root: Path) -> None:
    (root / "data" / "actors.yaml").write_text("- id: [a\n")

    outcome = run("fmt", root=root)

    assert (outcome.code, outcome.out) == (1, f"changed {THEMES}\n")
    assert "data/actors.yaml:" in outcome.err
    assert (root / "data" / "actors.yaml").read_text() == "- id: [a\n"


def test_a_file_that_cannot_be_written_anew_is_left_alone_and_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "MOST_TOKENS", 1_000)
    text = f"- id: frihet\n  uhri: [{','.join('0' * 500)}]\n"
    (root / THEMES).write_text(text)

    outcome = run("fmt", root=root)

    assert outcome.code == 1
    assert f"{THEMES}: " in outcome.err
    assert (root / THEMES).read_text() == text


@pytest.mark.parametrize("place", ["finnes-ikke.yaml", "/"])
def test_a_place_that_is_not_in_the_repository_is_misuse(root: Path, place: str) -> None:
    assert run("fmt", place, root=root).code == 2


def test_the_hook_formats_the_files_that_are_committed() -> None:
    listed = YAML(typ="safe").load(Path(__file__).parents[2] / ".pre-commit-hooks.yaml")
    hook = {one["id"]: one for one in listed}["anbefal-fmt"]

    assert hook["entry"].split() == ["anbefal", "fmt"]
    assert hook["require_serial"]
    assert hook.get("pass_filenames", True)
    assert re.search(hook["files"], RECORD)
    assert not re.search(hook["files"], f"tests/examples/base/{RECORD}")
