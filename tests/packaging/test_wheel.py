"""What must travel in the wheel does. `.ci/run` builds one and uses it; this is the quick part."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import anbefal
from anbefal.documents.formats import folders
from anbefal.documents.formats.rendering import FORMATS

ROOT = Path(__file__).parents[2]


@pytest.fixture(name="project")
def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_templates_travel_to_where_the_program_looks(project: dict[str, Any]) -> None:
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    packaged = Path(folders.__file__).parents[1] / "templates"
    top = Path(anbefal.__file__).parents[1]

    assert wheel["packages"] == ["src/anbefal"]
    assert wheel["force-include"]["templates"] == packaged.relative_to(top).as_posix()
    assert [name for name in wheel["force-include"] if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("form", FORMATS)
def test_the_program_has_a_template_of_every_format(form: str) -> None:
    assert (folders.default_templates() / folders.template_names("brief", form)[1]).is_file()


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(anbefal.__file__).parent / "py.typed").is_file()


def test_the_version_is_the_same_everywhere(project: dict[str, Any]) -> None:
    version = project["project"]["version"]

    assert anbefal.__version__ == version
    assert f"\n## {version} - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_files_that_the_project_names_exist(project: dict[str, Any]) -> None:
    sdist = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]

    assert [name for name in sdist if not (ROOT / name.lstrip("/")).exists()] == []
    assert (ROOT / project["project"]["readme"]).is_file()
