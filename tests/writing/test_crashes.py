"""A change of one file or of several, broken off at every step."""

from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.errors import ChangedMeanwhile
from anbefal.store.changing.journal import NAME, STATE, FileChange
from anbefal.store.changing.writer import settle, writing
from repositories import repository
from support import BASE, diagnose
from writing.crashes import FINISHED, KILLED, killed_at, refused_from

ONE = "data/recommendations/cat/cat-2018-16.yaml"
TWO = "data/themes.yaml"
NEW = "data/recommendations/cat/cat-2030-1.yaml"
GONE = "data/meetings/2022-isolasjon.yaml"
MOST_STEPS = 80


def files_at(root: Path, *paths: str) -> Path:
    """Return a folder with the files that are to be changed, and hardly any others."""
    for path in {ONE, *paths} - {NEW}:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes((BASE / path).read_bytes())
    return root


def changes(root: Path, *paths: str) -> list[FileChange]:
    """Return a change of each file: one more comment; a new file; one file less."""
    return [_change(root, path) for path in paths]


def _change(root: Path, path: str) -> FileChange:
    if path == NEW:
        text = (BASE / ONE).read_bytes().replace(b"cat-2018-16", b"cat-2030-1")
        return FileChange(path, None, text.replace(b'paragraph: "16"', b'paragraph: "1"'))
    old = (root / path).read_bytes()
    return FileChange(path, old, None if path == GONE else old + b"# more\n")


def content(root: Path) -> dict[str, bytes]:
    """Return every file of the repository but those that are hidden."""
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file() and not any(part.startswith(".") for part in file.parts)
    }


def leftovers(root: Path) -> list[str]:
    return sorted(file.name for file in (root / "data").rglob(".*.anbefal"))


def after(root: Path, done: list[FileChange]) -> dict[str, bytes]:
    files = content(root) | {one.path: one.new for one in done if one.new is not None}
    return {
        path: data
        for path, data in files.items()
        if path not in [d.path for d in done if d.new is None]
    }


SETS = {"one": (ONE,), "several": (ONE, TWO, NEW, GONE), "new": (NEW,), "gone": (GONE,)}


@pytest.mark.parametrize("paths", SETS.values(), ids=SETS)
def test_killed_at_any_step_all_files_are_as_before_or_as_after(
    tmp_path: Path, paths: tuple[str, ...]
) -> None:
    outcomes = set()
    for step in range(1, MOST_STEPS):
        root = files_at(tmp_path / str(step), *paths)
        before, change = content(root), changes(root, *paths)
        wanted = after(root, change)

        code = killed_at(step, root, change)
        settle(root)

        assert content(root) in (before, wanted), f"killed at step {step}"
        assert not leftovers(root)
        outcomes.add(content(root) == wanted)
        if code == FINISHED:
            break
    assert code == FINISHED
    assert outcomes == {True, False}


@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
@pytest.mark.parametrize("paths", SETS.values(), ids=SETS)
def test_refused_at_any_step_all_files_are_as_before_or_as_after(
    tmp_path: Path, paths: tuple[str, ...], *, once: bool
) -> None:
    for step in range(1, MOST_STEPS):
        root = files_at(tmp_path / str(step), *paths)
        before, change = content(root), changes(root, *paths)
        wanted = after(root, change)

        reported_done = refused_from(step, root, change, once=once)
        if not reported_done and once and not (root / STATE / NAME).exists():
            assert content(root) == before, f"refused at step {step}"
        settle(root)

        assert content(root) in ((wanted,) if reported_done else (before, wanted)), f"step {step}"
        assert not leftovers(root)
        if reported_done and step > 2:
            break
    assert reported_done


def test_what_was_not_begun_is_undone_and_said(tmp_path: Path) -> None:
    told = set()
    for step in range(1, MOST_STEPS):
        root = files_at(tmp_path / str(step), ONE, TWO)
        change = changes(root, ONE, TWO)
        if killed_at(step, root, change) == FINISHED:
            break
        told.add(settle(root).partition(":")[0])

    assert told == {
        "",
        "A change that was broken off was undone",
        "A change that was broken off was finished",
    }


def test_a_file_that_was_changed_since_is_left_alone_and_named(tmp_path: Path) -> None:
    for step in range(1, MOST_STEPS):
        root = files_at(tmp_path / str(step), ONE, TWO)
        change = changes(root, ONE, TWO)
        assert killed_at(step, root, change) == KILLED
        if (root / ONE).read_bytes() == change[0].new:
            break
    (root / TWO).write_bytes(change[1].old + b"# mine\n" if change[1].old else b"")

    told = settle(root)

    assert told == f"A change that was broken off was finished, but for {TWO}: check it."
    assert (root / TWO).read_bytes().endswith(b"# mine\n")


def test_a_repository_is_right_after_a_kill(tmp_path: Path) -> None:
    for step in range(1, MOST_STEPS, 4):
        root = repository(tmp_path / str(step))
        killed_at(step, root, changes(root, ONE, NEW))
        settle(root)
        assert diagnose(root) == []


def test_a_change_made_from_something_else_is_refused(tmp_path: Path) -> None:
    root = repository(tmp_path)
    change = FileChange(ONE, b"something else\n", b"new\n")
    before = content(root)

    with writing(root) as door, pytest.raises(ChangedMeanwhile, match="by another program"):
        door.write([change])

    assert content(root) == before
