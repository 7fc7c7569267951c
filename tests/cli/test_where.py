"""The repository is found from any folder below it, or named."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import recommendation, repository, run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "mitt lager på Åna")


def count(*arguments: str, root: Path) -> int:
    return len(run("list", "-f", "json", *arguments, root=root).data["recommendations"])


@pytest.mark.parametrize("below", [".", "data", "data/recommendations/cat"])
def test_it_is_found_from_every_folder_below(root: Path, below: str) -> None:
    assert count(root=root / below) == 4


@pytest.mark.parametrize("named", [".", "data/meetings"])
def test_it_can_be_named_by_any_of_its_folders(root: Path, tmp_path: Path, named: str) -> None:
    assert count("--root", str(root / named), root=tmp_path) == 4


def test_a_repository_inside_another_is_its_own(root: Path) -> None:
    inner = repository(root / "data" / "inner", {"data/recommendations/cat/cat-2012-9.yaml": None})

    assert run("validate", "-f", "json", root=inner).data["findings"]
    assert count(root=inner) == 3


def test_what_cannot_be_read_is_left_out_and_said_so_unless_quiet(root: Path) -> None:
    (root / "data/recommendations/cat/cat-2012-9.yaml").write_text("id: [")

    loud, quiet = run("list", "-f", "csv", root=root), run("list", "-f", "csv", "-q", root=root)

    assert "cat-2012-9.yaml" in loud.err
    assert quiet.err == ""
    assert loud.out == quiet.out
    assert len(loud.out.splitlines()) == 1 + 3


@pytest.mark.parametrize("command", [("prioritize",), ("brief", "--theme", "isolasjon")])
def test_nothing_is_made_of_data_with_errors(root: Path, command: tuple[str, ...]) -> None:
    file = root / "data/recommendations/cat/cat-2020-4.yaml"
    repository(root, {str(file.relative_to(root)): recommendation("cat-2020-4", "islasjon")})

    outcome = run(*command, root=root)

    assert (outcome.code, outcome.out) == (1, "")
    assert "data/recommendations/cat/cat-2020-4.yaml:1" in outcome.err
    assert "anbefal validate" in outcome.err
    assert not (root / "out").exists()
