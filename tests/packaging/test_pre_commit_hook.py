"""The hooks that data repositories use run on their data files, and on nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from anbefal.model.kinds import KINDS
from repositories import repository, run

ROOT = Path(__file__).parents[2]


def hooks(name: str) -> dict[str, Any]:
    loaded = YAML(typ="safe").load(ROOT / name)
    listed = loaded if isinstance(loaded, list) else loaded["repos"][0]["hooks"]
    return {hook["id"]: hook for hook in listed}


HOOKS = hooks(".pre-commit-hooks.yaml")
HOOK = HOOKS["anbefal-validate"]
FMT = HOOKS["anbefal-fmt"]
DATA = sorted(file.relative_to(ROOT).as_posix() for file in ROOT.glob("data/**/*.yaml"))
ONE_OF_EACH_KIND = [f"{kind.path}x.yaml" if kind.path[-1] == "/" else kind.path for kind in KINDS]


@pytest.mark.parametrize(
    "file",
    [
        *ONE_OF_EACH_KIND,
        "data/recommendations/cat/cat-2018-16.yaml",
        "data/recommendations/Måneder/2018/cat-2018-16.yaml",
        "data/recommendations/cat-2018-16.yml",
    ],
)
def test_a_data_file_starts_the_hook(file: str) -> None:
    assert re.search(HOOK["files"], file)


def test_every_data_file_of_the_project_starts_the_hook() -> None:
    assert DATA
    assert [file for file in DATA if not re.search(HOOK["files"], file)] == []


@pytest.mark.parametrize(
    "file",
    [
        "README.md",
        "data.yaml",
        "data/README.md",
        "data/criteria.yaml.orig",
        "data/criteria_yaml",
        "metadata/criteria.yaml",
        "templates/data/criteria.yaml",
        ".github/workflows/validate.yaml",
        "tests/examples/base/data/criteria.yaml",
    ],
)
def test_another_file_does_not_start_the_hook(file: str) -> None:
    assert not re.search(HOOK["files"], file)


def test_the_hook_checks_the_whole_repository_with_a_program_that_exists() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]

    assert HOOK["entry"].split() == ["anbefal", "validate"]
    assert "anbefal" in scripts
    assert HOOK["language"] == "python"
    assert HOOK["pass_filenames"] is False


def test_the_formatter_takes_the_same_files_one_run_at_a_time() -> None:
    assert FMT["files"] == HOOK["files"]
    assert FMT["language"] == "python"
    assert FMT["require_serial"] is True
    assert FMT.get("pass_filenames", True) is True


def test_the_formatter_mends_the_files_that_it_is_given_and_no_others(tmp_path: Path) -> None:
    """The hook fails where it changed a file, as pre-commit sees by itself."""
    given, other = (f"data/recommendations/cat/{name}.yaml" for name in ("cat-2018-16", "other"))
    root = repository(tmp_path)
    right = (root / given).read_text(encoding="utf-8")
    for name in (given, other):
        (root / name).write_text(right.replace("levels: [state]", "levels:   [ state ]"))
    program, *words = FMT["entry"].split()
    outcome = run(*words, given, root=root)

    assert (program, outcome.code) == ("anbefal", 0)
    assert (root / given).read_text(encoding="utf-8") == right
    assert "levels:   [ state ]" in (root / other).read_text(encoding="utf-8")


def test_the_project_holds_itself_to_the_hook() -> None:
    own = hooks(".pre-commit-config.yaml")["anbefal-validate"]

    assert own["files"] == HOOK["files"]
    assert own["entry"].endswith(HOOK["entry"])
    assert own["pass_filenames"] is False
