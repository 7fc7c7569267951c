"""Results go to standard output, messages to standard error, colours only where they are wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import repository, run

ESCAPE = "\x1b["
TERMINAL = {"TERM": "xterm-256color"}
COMMANDS = [
    ("list",),
    ("show", "cat-2018-16"),
    ("prioritize",),
    ("prioritize", "--explain", "isolasjon"),
    ("validate",),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("repository"), {"data/liste.csv": ""})


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_there_are_no_colours_where_the_output_is_no_terminal(
    root: Path, command: tuple[str, ...]
) -> None:
    assert ESCAPE not in run(*command, root=root, env=TERMINAL).out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_colours_can_be_forced_even_past_no_color(root: Path, command: tuple[str, ...]) -> None:
    outcome = run(*command, "--color", "always", root=root, env={**TERMINAL, "NO_COLOR": "1"})

    assert ESCAPE in outcome.out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_never_means_no_escapes_at_all(root: Path, command: tuple[str, ...]) -> None:
    outcome = run(*command, "--color", "never", root=root, env={**TERMINAL, "FORCE_COLOR": "1"})

    assert ESCAPE not in outcome.out


@pytest.mark.parametrize("command", COMMANDS[2:], ids=" ".join)
def test_no_color_takes_the_colours_away(root: Path, command: tuple[str, ...]) -> None:
    forced = {**TERMINAL, "FORCE_COLOR": "1"}
    coloured = run(*command, root=root, env=forced).out
    plain = run(*command, root=root, env={**forced, "NO_COLOR": "1"}).out

    assert set(_colours(coloured))
    assert not set(_colours(plain))


def _colours(out: str) -> list[str]:
    """Return the codes of colours (30 to 107); bold and dim are none."""
    codes = [part.partition("m")[0].split(";") for part in out.split(ESCAPE)[1:]]
    return [code for of_one in codes for code in of_one if code and int(code) >= 30]


@pytest.mark.parametrize("form", ["json", "csv", "md"])
@pytest.mark.parametrize("command", COMMANDS[:4], ids=" ".join)
def test_forms_for_programs_are_never_coloured(
    root: Path, command: tuple[str, ...], form: str
) -> None:
    outcome = run(*command, "-f", form, "--color", "always", root=root, env=TERMINAL)

    assert ESCAPE not in outcome.out


@pytest.mark.parametrize("command", COMMANDS[:4], ids=" ".join)
def test_an_answer_without_trouble_says_nothing_on_standard_error(
    root: Path, command: tuple[str, ...]
) -> None:
    assert run(*command, root=root).err == ""


@pytest.mark.parametrize("columns", ["40", "300"])
def test_the_width_of_a_file_does_not_depend_on_the_terminal(root: Path, columns: str) -> None:
    assert run("list", root=root, env={"COLUMNS": columns}).out == run("list", root=root).out


def test_the_version_is_printed(root: Path) -> None:
    assert run("--version", root=root).out.startswith("anbefal 0.")


@pytest.mark.parametrize(
    "command", ["validate", "list", "show", "search", "prioritize", "brief", "schema"]
)
def test_every_command_has_help(root: Path, command: str) -> None:
    outcome = run(command, "--help", root=root)

    assert outcome.code == 0
    assert "Usage" in outcome.out
