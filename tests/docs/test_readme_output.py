"""The output that the README shows is the program's own, on the project's data."""

from __future__ import annotations

import re
from pathlib import Path

from repositories import run

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text("utf-8")


def shown_after(command: str) -> list[str]:
    """Return the lines of the first output that the README shows after a command."""
    block = re.search(r"```text\n(.*?)```", README[README.index(command) :], re.DOTALL)
    assert block
    return [line.rstrip() for line in block[1].splitlines() if line.strip() not in {"", "…"}]


def test_the_readme_shows_what_prioritize_says() -> None:
    said = [
        line.rstrip() for line in run("prioritize", "--lang", "en", root=PROJECT).out.splitlines()
    ]

    assert [line for line in shown_after("anbefal prioritize") if line not in said] == []


def test_the_readme_shows_how_a_wrong_change_is_refused() -> None:
    refused = run("edit", "cat-2018-16", "ministries=jd,kdu", "--dry-run", root=PROJECT)
    said = [line.rstrip() for line in refused.err.splitlines()]

    shown = shown_after("refused:")[1:]

    assert shown
    assert [line for line in shown if line not in said] == []


def test_the_readme_shows_how_the_memo_counts() -> None:
    command = ("memo", "iom-menneskehandel-2011", "--lang", "en", "-o", "-")
    said = run(*command, root=PROJECT).out.splitlines()

    asked, *shown = shown_after("counts like this:")

    assert asked == f"$ anbefal {' '.join(command)}"
    assert len(shown) > 5
    assert [line for line in shown if line not in said] == []


def test_the_projects_own_data_has_no_errors() -> None:
    outcome = run("validate", "-f", "json", root=PROJECT)

    assert outcome.data["summary"]["errors"] == 0
    assert outcome.data["summary"]["records"] > 100
