"""What CI runs is what people are told to run."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
RUN = ROOT / ".ci" / "run"


@pytest.fixture(name="workflow")
def _workflow() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load(ROOT / ".github/workflows/validate.yaml")
    return loaded


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_ci_is_a_program() -> None:
    assert os.access(RUN, os.X_OK)
    subprocess.run(["bash", "-n", RUN], check=True)


def test_ci_stops_at_the_first_failure() -> None:
    assert "\nset -euo pipefail\n" in RUN.read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    (command,) = [line for line in readme if line.endswith("/bin/pytest")]

    assert f"\n{command} || exit $?\n" in RUN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "step",
    [
        "ruff check",
        "ruff format --check",
        "mypy",
        "lint-imports",
        "anbefal validate",
        "anbefal fmt --check",
        "docs/generate.py --check",
        "pip wheel",
    ],
)
def test_ci_checks_everything(step: str) -> None:
    assert f".venv/bin/{step}" in RUN.read_text("utf-8").replace("python docs", "docs")


def test_ci_makes_a_new_repository_with_the_wheel() -> None:
    lines = RUN.read_text(encoding="utf-8").partition("second/bin/pip")[2].splitlines()
    wanted = ('"$anbefal" init new', '"$anbefal" validate --root new')

    assert all(any(line.startswith(words) for line in lines) for words in wanted)


def test_the_workflow_runs_on_every_push_and_pull_request(workflow: dict[str, Any]) -> None:
    assert set(workflow["on"]) == {"push", "pull_request"}
    assert {".ci/run", "anbefal validate"} <= {step.get("run") for step in steps(workflow)}
    assert workflow["jobs"]["tests"]["strategy"]["matrix"]["python-version"] == [
        "3.11",
        "3.12",
        "3.13",
    ]


def test_the_workflow_may_only_read(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())


def test_actions_are_pinned_by_major_version(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]

    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)
