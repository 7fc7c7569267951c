"""What an attacker found in the commands that change data, kept from coming back."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from anbefal.model.kinds import MEETING, RECOMMENDATION
from anbefal.report import patch
from anbefal.store.reading.ids import ids_of, measure_ids
from repositories import repository, run

RECORD = "data/recommendations/cat/cat-2018-16.yaml"
MEETING_FILE = "data/meetings/2022-isolasjon.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "some" / "repository")


@pytest.mark.parametrize("arguments", [("edit", "cat-2018-16", "id=ny"), ("remove", "cat-2012-9")])
def test_while_a_file_cannot_be_read_nobody_knows_who_names_a_record(
    root: Path, arguments: tuple[str, ...]
) -> None:
    (root / MEETING_FILE).write_text("id: [", encoding="utf-8")

    outcome = run(*arguments, root=root)

    assert outcome.code == 1
    assert (root / RECORD).exists()


@pytest.mark.parametrize(
    "arguments", [("remove", "dup"), ("edit", "dup", "name.nb=x"), ("edit", "dup", "id=x")]
)
def test_of_two_records_of_one_id_none_is_changed(root: Path, arguments: tuple[str, ...]) -> None:
    with open(root / "data/themes.yaml", "a", encoding="utf-8") as file:
        file.write("- {id: dup, name: {nb: en}}\n- {id: dup, name: {nb: to}}\n")
    before = (root / "data/themes.yaml").read_bytes()

    outcome = run(*arguments, root=root)

    assert outcome.code == 2
    assert "Several records are called 'dup'" in outcome.err
    assert (root / "data/themes.yaml").read_bytes() == before


@pytest.mark.parametrize("command", [("show",), ("edit", "groups+=x"), ("status",)])
def test_a_record_whose_file_has_a_mistake_is_not_said_to_be_missing(
    root: Path, command: tuple[str, ...]
) -> None:
    (root / RECORD).write_text("id: cat-2018-16\n<<<<<<< ours\n", encoding="utf-8")
    said = ("--date", "2020", "--track", "reported", "--by", "jd", "--value", "implemented")

    outcome = run(
        command[0],
        "cat-2018-16",
        *command[1:],
        *(said if command[0] == "status" else ()),
        root=root,
    )

    assert outcome.code == 1
    assert "its file has a mistake" in outcome.err
    assert "Did you mean" not in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("edit", "cat-2012-9", "summary.nb=a\udcff"),
        ("edit", "cat-2012-9", "id=a\udcff"),
        ("edit", "cat-2012-9", "status.99999999999999999999=x"),
        ("edit", "cat-2012-9", "internal.0="),
        ("edit", "frihet", "id=x1", "id=x2"),
        ("add", "theme", "name.nb=x", "ministries=jd", "ministries.0=kud"),
        ("add", "--body", "cat", "--summary", "nb=\udcff", "--id", "ny"),
        ("edit", "criteria", "criteria.alvorlighet.weight=1_0"),
        ("edit", "criteria", "criteria.alvorlighet.weight=nan"),
        ("diff", "^HEAD"),
        ("diff", ":/((x{1,200}){1,200}){1,200}"),
        ("validate", "--root", "nowhere/at/all"),
    ],
    ids=str,
)
def test_odd_words_are_no_bug(root: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, root=root).code in {0, 1, 2, 3}


def test_a_folder_that_is_not_there_does_not_stand_for_the_one_above(root: Path) -> None:
    outcome = run("remove", "upr-2019-140-10", "--root", str(root / "nosuch"), root=root.parent)

    assert outcome.code == 3
    assert "There is no folder" in outcome.err


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_bug(root: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m anbefal add theme --name nb=Ny {closed}'

    done = subprocess.run(["sh", "-c", command], cwd=root, check=False, capture_output=True)

    assert done.returncode == 0
    assert "id: ny" in (root / "data/themes.yaml").read_text(encoding="utf-8")


def test_a_change_that_could_not_be_told_of_is_told_of_elsewhere(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(patch, "write_changed", full)

    outcome = run("add", "theme", "--name", "nb=Ny", root=root)

    assert outcome.code == 3
    assert "The change is made" in outcome.err
    assert "id: ny" in (root / "data/themes.yaml").read_text(encoding="utf-8")


def test_completion_looks_into_no_link(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "cat-9.yaml").write_text("commitments: [{id: hemmelig}]\n", encoding="utf-8")
    (root / "data/recommendations/away").symlink_to(outside)
    (root / "data/meetings/z.yaml").symlink_to(outside / "cat-9.yaml")

    assert "cat-9" not in list(ids_of(root, RECOMMENDATION))
    assert list(measure_ids(root, "z")) == []
    assert "2022-isolasjon" in list(ids_of(root, MEETING))


def test_our_line_leaves_a_file_however_an_editor_ends_its_lines(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nsed -i 's/\\r*$/\\r/; s/Et rundskriv/Et skriv/' \"$1\"\n")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))

    outcome = run("edit", "cat-2018-16", "--edit", root=root)

    assert outcome.code == 0, outcome.err
    assert b"yaml-language-server" not in (root / RECORD).read_bytes()


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_init_reads_nothing_that_never_ends(tmp_path: Path, kind: str) -> None:
    place = tmp_path / ".gitattributes"
    if kind == "link":
        place.symlink_to("/dev/zero")
    else:
        os.mkfifo(place)

    assert run("init", str(tmp_path), "--no-git", root=tmp_path).code in {0, 3}
