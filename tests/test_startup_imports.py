from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from anbefal.cli.app import app
from support import BASE

HEAVY = (
    "ahocorasick_rs",
    "babel",
    "docx",
    "docxtpl",
    "filelock",
    "icalendar",
    "jinja2",
    "numpy",
    "openpyxl",
    "phonenumbers",
    "pydantic",
    "rapidfuzz",
    "ruamel.yaml",
    "ryaml",
    "scipy",
    "simplemma",
    "snowballstemmer",
    "sparse_dot_topn",
    "typst",
    "vl_convert",
    "xlsxwriter",
    "yaml",
)
BY_TYPER = {"pydantic"}
"""What Typer itself needs to describe a command's options."""

FOR_SPECIAL_NEEDS = ("babel", "jinja2", "rapidfuzz", "ruamel.yaml")
"""What clean data is checked without."""

REPORT = """
import sys
from anbefal.cli import main
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_imports_no_heavy_library(option: str) -> None:
    imported = imported_by(option)
    assert "typer" in imported
    assert not imported.intersection(HEAVY)


def names(group: Any) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, those of groups with both."""
    for name, command in group.commands.items():
        yield (name,)
        if hasattr(command, "commands"):
            yield from ((name, *words) for words in names(command))


HELP_ON_ALL = """
import sys
from contextlib import suppress
from functools import cache
import typer.main
from anbefal.cli import main
typer.main.get_command = cache(typer.main.get_command)  # or all are made anew for each of them
for words in sys.argv[1:]:
    sys.argv = ["anbefal", *words.split(), "--help"]
    with suppress(SystemExit):
        main()
print(*sorted(sys.modules), file=sys.stderr)
"""


def test_help_on_any_command_imports_no_more_than_typer_does() -> None:
    commands = [" ".join(words) for words in names(get_command(app))]
    done = subprocess.run(
        [sys.executable, "-c", HELP_ON_ALL, *commands], capture_output=True, text=True, check=True
    )

    assert all(f"Usage: anbefal {command}" in done.stdout for command in commands)
    assert not set(done.stderr.split()).intersection(HEAVY) - BY_TYPER


def test_validating_clean_data_imports_only_what_it_needs() -> None:
    imported = imported_by("validate", "--root", str(BASE))
    assert {"pydantic", "ryaml"} <= imported
    assert not imported.intersection(FOR_SPECIAL_NEEDS)
