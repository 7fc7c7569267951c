from __future__ import annotations

import subprocess
import sys

import pytest

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


@pytest.mark.parametrize(
    "command",
    [
        *("validate", "list", "search", "prioritize", "score", "scoresheet export"),
        *("brief", "add", "edit", "diff", "fmt", "dedupe"),
        *("memo", "meetings", "overview", "template"),
    ],
)
def test_help_on_a_command_imports_no_more_than_typer_does(command: str) -> None:
    imported = imported_by(*command.split(), "--help")
    assert not imported.intersection(HEAVY) - BY_TYPER


def test_validating_clean_data_imports_only_what_it_needs() -> None:
    imported = imported_by("validate", "--root", str(BASE))
    assert {"pydantic", "ryaml"} <= imported
    assert not imported.intersection(FOR_SPECIAL_NEEDS)
