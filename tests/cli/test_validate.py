"""`validate` shows each finding where it is, in the form that its reader understands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from repositories import recommendation, repository, run

FILE = "data/recommendations/cat/cat-2020-4.yaml"
WRONG_THEME = """\
id: cat-2020-4
source: {body: cat}
summary: {nb: Slutt med det.}
themes: [islasjon]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository with one error, in line 4, column 10, and one warning."""
    return repository(tmp_path, {FILE: WRONG_THEME, "data/liste.csv": "a\n"})


def test_text_shows_place_line_caret_and_what_to_do(root: Path) -> None:
    lines = run("validate", FILE, root=root).out.splitlines()

    assert lines == [
        f"{FILE}:4:10 error references",
        "  There is no theme with the id 'islasjon'.",
        "  4 │ themes: [islasjon]",
        "    │          ^",
        "  → Did you mean 'isolasjon'?",
        "",
        "24 records: 1 error, 0 warnings",
    ]


def test_text_names_a_clean_repository_in_one_line(tmp_path: Path) -> None:
    assert run("validate", root=repository(tmp_path)).out == "23 records: 0 errors, 0 warnings\n"


def test_json_has_exactly_the_shape_of_the_interface(root: Path) -> None:
    outcome = run("validate", "-f", "json", root=root)

    assert outcome.code == 1
    assert list(outcome.data) == ["format_version", "findings", "summary"]
    assert outcome.data["summary"] == {"records": 24, "errors": 1, "warnings": 1}
    assert outcome.data["findings"][1] == {
        "code": "references",
        "severity": "error",
        "file": FILE,
        "line": 4,
        "column": 10,
        "message": "There is no theme with the id 'islasjon'.",
        "hint": "Did you mean 'isolasjon'?",
        "record": "cat-2020-4",
    }


def test_json_of_a_clean_repository_has_no_findings(tmp_path: Path) -> None:
    data = run("validate", "-f", "json", root=repository(tmp_path)).data

    assert data["findings"] == []


def test_github_gets_a_command_for_each_finding_and_the_summary_apart(root: Path) -> None:
    outcome = run("validate", "-f", "github", root=root)

    assert outcome.out.splitlines()[1] == (
        f"::error file={FILE},line=4,col=10,title=references"
        "::There is no theme with the id 'islasjon'. Did you mean 'isolasjon'?"
    )
    assert outcome.err == "24 records: 1 error, 1 warning\n"


def test_github_never_mistakes_a_text_for_a_command(tmp_path: Path) -> None:
    name = "data/100 %, ja: så\n::error::x.txt"
    root = repository(tmp_path, {name: "a", FILE: WRONG_THEME.replace("islasjon", "'a%0A\\nb'")})

    lines = run("validate", "-f", "github", root=root).out.splitlines()

    assert len(lines) == 2
    assert "file=data/100 %25%2C ja%3A så%0A%3A%3Aerror%3A%3Ax.txt," in lines[0]
    assert "'a%250A" in lines[1]


@pytest.mark.parametrize(("value", "is_github"), [("true", True), ("false", False)])
def test_github_actions_picks_its_own_form(root: Path, value: str, *, is_github: bool) -> None:
    outcome = run("validate", root=root, env={"GITHUB_ACTIONS": value})

    assert outcome.out.startswith("::") == is_github


def test_a_form_that_is_asked_for_wins_over_github_actions(root: Path) -> None:
    outcome = run("validate", "-f", "json", root=root, env={"GITHUB_ACTIONS": "true"})

    assert outcome.data["format_version"] == 1


def test_sarif_has_the_shape_that_code_scanners_read(root: Path) -> None:
    log = json.loads(run("validate", "-f", "sarif", root=root).out)
    run_of_tool = log["runs"][0]
    rules = {rule["id"]: rule for rule in run_of_tool["tool"]["driver"]["rules"]}
    result = run_of_tool["results"][1]
    place = result["locations"][0]["physicalLocation"]

    assert log["version"] == "2.1.0"
    assert run_of_tool["tool"]["driver"]["name"] == "anbefal"
    assert {one["ruleId"] for one in run_of_tool["results"]} == set(rules)
    assert rules["references"]["defaultConfiguration"]["level"] == "error"
    assert rules["references"]["help"]["markdown"]
    assert (result["ruleId"], result["level"]) == ("references", "error")
    assert place["region"] == {"startLine": 4, "startColumn": 10}
    assert place["artifactLocation"]["uri"] == FILE


def test_sarif_writes_a_file_name_as_a_uri(tmp_path: Path) -> None:
    name = "data/på #1?.csv"
    log = json.loads(run("validate", "-f", "sarif", root=repository(tmp_path, {name: ""})).out)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    uri = place["artifactLocation"]["uri"]

    assert not set(uri) & set(" #?å")
    assert unquote(uri) == name


@pytest.mark.parametrize(
    ("paths", "codes"),
    [
        ((), ["unknown-file", "references"]),
        ((".",), ["unknown-file", "references"]),
        ((FILE,), ["references"]),
        (("data/recommendations",), ["references"]),
        (("data/recommendations/cat/",), ["references"]),
        (("data/liste.csv",), ["unknown-file"]),
        (("data/themes.yaml",), []),
        (("data/liste.csv", FILE), ["unknown-file", "references"]),
    ],
)
def test_paths_choose_whose_findings_are_shown(
    root: Path, paths: tuple[str, ...], codes: list[str]
) -> None:
    data = run("validate", "-f", "json", *paths, root=root).data

    assert [one["code"] for one in data["findings"]] == codes


def test_paths_are_those_of_the_folder_that_the_user_is_in(root: Path) -> None:
    here = root / "data" / "recommendations"

    found = run("validate", "-f", "json", "cat/cat-2020-4.yaml", root=here).data["findings"]

    assert [one["file"] for one in found] == [FILE]


def test_the_exit_code_is_that_of_the_findings_shown(root: Path) -> None:
    assert run("validate", "data/liste.csv", root=root).code == 0


def test_a_name_that_only_begins_alike_is_another_file(root: Path) -> None:
    repository(root, {"data/liste.csv2/x.csv": "a"})

    found = run("validate", "-f", "json", "data/liste.csv", root=root).data["findings"]

    assert [one["file"] for one in found] == ["data/liste.csv"]


def test_a_file_is_named_as_git_names_it_in_either_form_of_its_letters(tmp_path: Path) -> None:
    root = repository(tmp_path, {"data/pa\u030a.csv": "a"})

    found = run("validate", "-f", "json", root=root).data["findings"]

    assert [one["file"] for one in found] == ["data/p\u00e5.csv"]


@pytest.mark.parametrize(("day", "warnings"), [("2018-12-31", 0), ("2030-01-01", 1)])
def test_overdue_is_measured_from_the_day_asked_for(
    tmp_path: Path, day: str, warnings: int
) -> None:
    record = recommendation("cat-2020-4", "isolasjon", follow_up={"due": 2029})
    files: dict[str, Any] = {FILE: record, "data/plans/oppfolging-2021.yaml": None}

    data = run("validate", "-f", "json", "--as-of", day, root=repository(tmp_path, files)).data

    assert data["summary"]["warnings"] == warnings
