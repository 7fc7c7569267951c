"""Whatever writes a file is told in the same words where to, and in which form."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import repository, run

WRITING = {
    "prioritize": ("json", "csv"),
    "overview": ("json", "csv"),
    "meetings": ("json", "csv"),
    "export": ("json", "csv"),
    "brief --theme isolasjon": ("html", "md"),
}
"""Commands that write files, and two forms of each."""
every_command = pytest.mark.parametrize("command", WRITING)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("repository"))


@every_command
def test_a_clash_of_form_and_ending_is_misuse(root: Path, command: str) -> None:
    form, ending = WRITING[command]
    outcome = run(*command.split(), "-f", form, "-o", f"fil.{ending}", root=root)

    assert (outcome.code, outcome.out) == (2, "")
    assert f"fil.{ending} ends in .{ending}, and --format says {form}." in outcome.err
    assert not (root / f"fil.{ending}").exists()


@every_command
def test_a_hyphen_is_standard_output(root: Path, command: str) -> None:
    form, _ = WRITING[command]
    outcome = run(*command.split(), "-f", form, "-o", "-", root=root)

    assert (outcome.code, len(outcome.out.splitlines()) > 1) == (0, True)
    assert not (root / "-").exists()


@every_command
def test_an_unknown_ending_is_misuse_unless_the_form_is_named(
    root: Path, tmp_path: Path, command: str
) -> None:
    form, _ = WRITING[command]
    file = str(tmp_path / "fil.xyz")
    unnamed = run(*command.split(), "-o", file, root=root)
    named = run(*command.split(), "-f", form, "-o", file, root=root)

    assert (unnamed.code, "cannot be written as .xyz" in unnamed.err) == (2, True)
    assert (named.code, named.out) == (0, f"{file}\n")
