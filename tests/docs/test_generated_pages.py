"""The pages that docs/generate.py writes are current and leave nothing out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.main import get_command

from anbefal.cli.app import app
from anbefal.markup import markdown_literal
from anbefal.model.kinds import KINDS
from anbefal.rules import RULES
from anbefal.store.reading.findings import READING
from support import load_script

DOCS = Path(__file__).parents[2] / "docs"
FINDINGS = [*READING, *(rule.doc for rule in RULES)]


@cache
def load_generate() -> ModuleType:
    return load_script(DOCS / "generate.py")


def commands(group: Any, before: str = "") -> dict[str, Any]:
    """Return every command as the program itself knows it, those of groups with both words."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            if command.invoke_without_command:
                found[f"{before}{name}"] = command
            found |= commands(command, f"{before}{name} ")
        elif not command.hidden:
            found[f"{before}{name}"] = command
    return found


def written(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """Return what stands between a heading and the next of its level."""
    level = heading.partition(" ")[0]
    match = re.search(
        rf"^{re.escape(heading)}\n(.*?)(?=^{level} |\Z)", page, re.DOTALL | re.MULTILINE
    )
    assert match, f"the page has no section {heading!r}"
    return match[1]


COMMANDS = commands(get_command(app))


@pytest.mark.parametrize("name", ["rules.md", "commands.md", "data.md"])
def test_the_page_is_current(name: str) -> None:
    assert written(name) == load_generate().pages()[name], "run python docs/generate.py"


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.code)
def test_every_finding_has_its_section(finding: Any) -> None:
    page = written("rules.md")

    assert finding.manual in section(page, f"### `{finding.code}`")
    assert f"[`{finding.code}`](#{finding.code}) | {finding.severity}" in page


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section(name: str) -> None:
    page = written("commands.md")
    told = section(page, f"## {name}") + section(page, "## Common options")

    for parameter in COMMANDS[name].params:
        assert markdown_literal(parameter.help) in told
        if parameter.param_type_name == "option":
            for flag in (*parameter.opts, *parameter.secondary_opts):
                assert f"`{flag}`" in told


def test_what_must_be_given_says_so() -> None:
    told = section(written("commands.md"), "## scoresheet export")

    rows = [line for line in told.splitlines() if line.endswith("| required |")]
    assert [re.findall("`(--[a-z]+)`", row) for row in rows] == [["--round"], ["--assessor"]]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_key_has_its_line(kind: Any) -> None:
    page = written("data.md")
    told = section(page, f"## {kind.name}")

    assert kind.path in told
    assert "```yaml" in told
    for name, field in kind.model.model_fields.items():
        assert f"| `{field.alias or name}` |" in told


def test_every_key_says_what_it_means() -> None:
    rows = [line for line in written("data.md").splitlines() if line.startswith("| `")]

    assert [row for row in rows if row.endswith("|  |")] == []


@pytest.mark.parametrize("name", ["rules.md", "commands.md", "data.md"])
def test_no_two_sections_have_the_same_heading(name: str) -> None:
    headings = re.findall(
        r"^#+ (.*)$", re.sub(r"```.*?```", "", written(name), flags=re.DOTALL), re.MULTILINE
    )

    assert len(headings) == len(set(headings))


def test_the_pages_do_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert load_generate().pages()["commands.md"] == written("commands.md")


def test_check_tells_what_is_not_current_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    generate = load_generate()
    monkeypatch.setattr(generate, "DOCS", tmp_path)
    (tmp_path / "rules.md").write_text("an older page")

    assert generate.main(["--check"]) == 1
    assert "docs/rules.md is not current" in capsys.readouterr().err
    assert (tmp_path / "rules.md").read_text() == "an older page"

    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "commands.md",
        "data.md",
        "rules.md",
    ]


def test_other_words_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert load_generate().main(["--chekc"]) == 2
    assert "usage" in capsys.readouterr().err
