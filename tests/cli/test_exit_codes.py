"""How a run ends: one code for each way, a sentence for people, never a traceback."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from anbefal.cli import session
from repositories import recommendation, repository, run

BROKEN = {"data/recommendations/cat/cat-2020-4.yaml": recommendation("cat-2020-4", "islasjon")}
"""A record that names a theme which is not there."""


def program(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "anbefal", *arguments]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


def test_0_where_all_is_right(root: Path) -> None:
    assert run("validate", root=root).code == 0


def test_1_where_the_data_has_an_error(tmp_path: Path) -> None:
    assert run("validate", root=repository(tmp_path, BROKEN)).code == 1


def test_0_where_there_are_only_warnings(root: Path) -> None:
    (root / "data" / "liste.csv").write_text("a\n")

    outcome = run("validate", root=root)

    assert (outcome.code, "1 warning" in outcome.out) == (0, True)


@pytest.mark.parametrize(
    "command",
    [
        ("nonsense",),
        ("list", "--format", "xml"),
        ("list", "--year", "nylig"),
        ("list", "--due-before", "i morgen"),
        ("list", "--theme", "finnes-ikke"),
        ("show",),
        ("show", "finnes-ikke"),
        ("prioritize", "--round", "1900"),
        ("prioritize", "--explain", "finnes-ikke"),
        ("prioritize", "--theme", "isolasjon", "--explain", "isolasjon"),
        ("brief",),
        ("brief", "--meeting", "finnes-ikke"),
        ("brief", "--theme", "isolasjon", "-o", "notat.odt"),
        ("brief", "--theme", "isolasjon", "-o", "notat"),
        ("validate", "finnes-ikke.yaml"),
        ("validate", "/"),
        ("validate", "--as-of", "i går"),
        ("schema", "finnes-ikke"),
    ],
    ids=" ".join,
)
def test_2_where_the_command_is_used_wrongly(root: Path, command: tuple[str, ...]) -> None:
    outcome = run(*command, root=root)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


@pytest.mark.parametrize(
    "command",
    [("list",), ("show", "x"), ("search", "x"), ("prioritize",), ("validate",), ("brief",)],
    ids=lambda command: command[0],
)
def test_3_where_there_is_no_repository_and_what_to_do(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    outcome = run(*command, root=tmp_path)

    assert (outcome.code, outcome.out) == (3, "")
    assert "No data repository here" in outcome.err
    assert "--root FOLDER" in outcome.err


@pytest.mark.parametrize("command", ["list", "validate"])
def test_3_where_the_operating_system_refuses(root: Path, command: str) -> None:
    option = ("--root",) if command == "list" else ()
    outcome = run(command, *option, "a" * 5000, root=root)

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("anbefal: File name too long")


def test_3_where_the_output_cannot_be_written(root: Path) -> None:
    (root / "file").write_text("")

    outcome = run("brief", "--theme", "isolasjon", "-o", "file/notat.md", root=root)

    assert (outcome.code, outcome.out) == (3, "")
    assert "--output" in outcome.err


@pytest.mark.parametrize("command", [("list",), ("brief", "--theme", "isolasjon")])
def test_70_where_the_program_has_a_bug_and_how_to_report_it(
    root: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise AssertionError("hemmelig innhold")

    monkeypatch.setattr(session.Session, "_dataset", crash)
    outcome = run(*command, root=root)

    assert (outcome.code, outcome.out) == (70, "")
    assert "a bug of ours: AssertionError in test_exit_codes.py" in outcome.err
    assert "report it" in outcome.err
    assert "hemmelig" not in outcome.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("list",), 0), (("show", "x"), 2), (("list", "--root", "/"), 3)],
)
def test_the_program_in_a_process_of_its_own_ends_the_same(
    root: Path, arguments: tuple[str, ...], code: int
) -> None:
    ended = program(*arguments, cwd=root)

    assert ended.returncode == code
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "command",
    ["list -f json", "list", "schema", "brief --theme isolasjon -o -"],
)
def test_a_reader_that_goes_away_gives_no_traceback(root: Path, command: str) -> None:
    shell = f"{sys.executable} -m anbefal {command} | head -c 1"
    ended = subprocess.run(
        ["/bin/sh", "-c", shell], cwd=root, capture_output=True, text=True, check=False
    )

    assert len(ended.stdout) == 1
    assert ended.stderr == ""


@pytest.mark.parametrize("command", ["list", "list -f json", "brief --theme isolasjon -o -"])
def test_output_that_cannot_be_written_is_told_of(root: Path, tmp_path: Path, command: str) -> None:
    """A limit of no bytes a file does what a full disk does, on every system with a shell."""
    shell = f"ulimit -f 0; {sys.executable} -m anbefal {command} > {tmp_path / 'out'}"
    ended = subprocess.run(
        ["/bin/sh", "-c", shell], cwd=root, capture_output=True, text=True, check=False
    )

    assert ended.stderr == f"anbefal: {os.strerror(errno.EFBIG)}.\n"
    assert ended.returncode == 3


def test_130_where_the_user_interrupts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(session.Session, "_dataset", interrupt)
    outcome = run("list", root=root)

    assert (outcome.code, outcome.out) == (130, "")
    assert "Traceback" not in outcome.err
