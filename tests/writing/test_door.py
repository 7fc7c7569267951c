"""The one door: who may pass, one at a time, and nothing outside the repository."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from anbefal.errors import AnbefalError, CannotWrite, Locked, Unfinished
from anbefal.store.changing import writer
from anbefal.store.changing.journal import NAME, STATE, FileChange
from anbefal.store.changing.writer import settle, writing
from repositories import repository, run

RECORD = "data/recommendations/cat/cat-2018-16.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "repository")


def add_comment(root: Path, path: str = RECORD) -> None:
    old = (root / path).read_bytes()
    with writing(root) as door:
        door.write([FileChange(path, old, old + b"# more\n")])


def test_a_file_keeps_its_permissions(root: Path) -> None:
    (root / RECORD).chmod(0o640)

    add_comment(root)

    assert (root / RECORD).stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_that_the_user_gives_files(root: Path) -> None:
    mask = os.umask(0o027)
    try:
        with writing(root) as door:
            door.write([FileChange("data/plans/ny.yaml", None, b"id: ny\n")])
    finally:
        os.umask(mask)

    assert (root / "data/plans/ny.yaml").stat().st_mode & 0o777 == 0o640


def test_a_link_within_the_repository_stays_a_link(root: Path) -> None:
    real = root / "kept" / "cat.yaml"
    real.parent.mkdir()
    (root / RECORD).rename(real)
    (root / RECORD).symlink_to(real)

    add_comment(root)

    assert (root / RECORD).is_symlink()
    assert real.read_text(encoding="utf-8").endswith("# more\n")


def test_a_link_is_not_removed(root: Path) -> None:
    (root / "kept").mkdir()
    (root / RECORD).rename(root / "kept" / "cat.yaml")
    (root / RECORD).symlink_to(root / "kept" / "cat.yaml")
    old = (root / RECORD).read_bytes()

    with writing(root) as door, pytest.raises(CannotWrite, match="is a link"):
        door.write([FileChange(RECORD, old, None)])

    assert (root / "kept" / "cat.yaml").read_bytes() == old


@pytest.mark.parametrize("target", [".git/packed-refs", ".git/x.yaml", "kept/notes.txt"])
def test_a_link_to_what_is_no_data_is_neither_read_nor_written(root: Path, target: str) -> None:
    (root / target).parent.mkdir()
    (root / target).write_bytes(b"id: x\n")
    (root / "data/plans/x.yaml").symlink_to(root / target)

    with writing(root) as door, pytest.raises(CannotWrite):
        door.write([FileChange("data/plans/x.yaml", b"id: x\n", b"id: y\n")])

    assert "A link leads to a file that is no data" in run("validate", root=root).out
    assert (root / target).read_bytes() == b"id: x\n"


def test_nothing_is_written_into_a_linked_folder(root: Path) -> None:
    (root / "data/recommendations/cat").rename(root / "kept")
    (root / "data/recommendations/cat").symlink_to(root / "kept")

    with writing(root) as door, pytest.raises(CannotWrite):
        door.write([FileChange("data/recommendations/cat/x.yaml", None, b"id: x\n")])


def test_a_write_protected_file_is_refused(root: Path) -> None:
    (root / RECORD).chmod(0o444)

    with pytest.raises(CannotWrite, match="write-protected"):
        add_comment(root)


@pytest.mark.parametrize(
    "path",
    [
        "data/../../x.yaml",
        "/etc/x.yaml",
        "README.md",
        "data/x.yaml",
        "data/plans/../../../x.yaml",
        "data/plans/a\\..\\x.yaml",
        "data/plans/\0.yaml",
        "data/meetings/away/x.yaml",
    ],
)
def test_nothing_is_written_outside_the_data(root: Path, tmp_path: Path, path: str) -> None:
    (root / "data/meetings/away").symlink_to(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    with writing(root) as door, pytest.raises(CannotWrite):
        door.write([FileChange(path, None, b"id: x\n")])

    after = [one for one in tmp_path.rglob("*") if STATE not in one.parts]
    assert sorted(after) == before


@pytest.mark.parametrize("name", [STATE, f"{STATE}/lock", f"{STATE}/{NAME}"])
def test_nothing_is_written_through_a_link_in_the_place_of_our_own_files(
    root: Path, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(outside / "target" if "/" in name else outside)

    with pytest.raises(CannotWrite, match="holds a link, or is one"):
        add_comment(root)

    assert list(outside.iterdir()) == []


def journal(root: Path, **entry: Any) -> None:
    """Leave a journal of one file, as if it came with the folder."""
    new = b64encode(b"id: x\n").decode()
    one = {"path": RECORD, "old": None, "new": new, "beside": "", **entry}
    (root / STATE).mkdir()
    lines = [json.dumps({"format_version": 1}), json.dumps(one)]
    (root / STATE / NAME).write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    "entry",
    [
        {"path": "../x.yaml"},
        {"path": "data/plans/../../../x.yaml"},
        {"beside": "../../x.anbefal"},
        {"beside": "data/themes.yaml"},
        {"path": 7},
        {"new": "no base 64"},
        {"path": "data/plans/\0.yaml"},
        {"path": "data/plans/\ud800.yaml"},
        {"beside": "data/recommendations/cat/.x\0.anbefal"},
        {"beside": "data/recommendations/cat/.x\ud800.anbefal"},
    ],
)
def test_a_journal_that_came_with_a_folder_touches_nothing(
    root: Path, entry: dict[str, Any]
) -> None:
    journal(root, **entry)
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}

    outcome = run("validate", root=root)

    assert outcome.code == 3
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b"\xff", b'{"format_version": 2}', b"[" * 9999, b"[]," * 99]
)
def test_a_journal_that_is_none_is_told_of(root: Path, data: bytes) -> None:
    (root / STATE).mkdir()
    (root / STATE / NAME).write_bytes(data)

    with pytest.raises(Unfinished, match="is unreadable"):
        settle(root)


def test_reading_alone_leaves_no_trace(root: Path) -> None:
    run("validate", root=root)

    assert not (root / STATE).exists()


def test_a_second_writer_waits_and_gives_up_with_a_sentence(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "PATIENCE", 0.1)
    context = get_context("fork")
    ready, done = context.Event(), context.Event()

    def hold() -> None:
        with writing(root):
            ready.set()
            done.wait(10)

    child = context.Process(target=hold)
    child.start()
    ready.wait(10)
    try:
        with pytest.raises(Locked, match="Another anbefal"):
            add_comment(root)
    finally:
        done.set()
        child.join()


def test_the_lock_ends_with_its_process(root: Path) -> None:
    context = get_context("fork")

    def die() -> None:
        writing(root).__enter__()
        os._exit(1)

    child = context.Process(target=die)
    child.start()
    child.join()

    add_comment(root)

    assert (root / RECORD).read_bytes().endswith(b"# more\n")


def test_of_writers_at_once_every_change_is_there_or_refused(root: Path) -> None:
    context = get_context("fork")
    refused = context.Queue()

    def work(worker: int) -> None:
        for number in range(10):
            try:
                with writing(root) as door:
                    old = (root / RECORD).read_bytes()
                    new = old + f"# {worker}-{number}\n".encode()
                    door.write([FileChange(RECORD, old, new)])
            except AnbefalError:
                refused.put(f"{worker}-{number}")

    workers = [context.Process(target=work, args=(number,)) for number in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()

    text = (root / RECORD).read_text(encoding="utf-8")
    missing = [f"{w}-{n}" for w in range(4) for n in range(10) if f"# {w}-{n}\n" not in text]
    assert len(missing) == refused.qsize()
