"""Files that cannot be kept in git, or not on every computer."""

from __future__ import annotations

import os
from pathlib import Path

from anbefal.store.reading.reader import MAX_BYTES
from support import diagnose, found, places, write

NAME = "data/recommendations/cat/cat-2020-4.yaml"


def test_a_file_of_more_than_a_million_bytes_is_too_large(tmp_path: Path) -> None:
    write(tmp_path, {NAME: b"#" * (MAX_BYTES + 1)})

    assert places(diagnose(tmp_path)) == [(NAME, 1, 1, "too-large")]


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    root = write(tmp_path / "repository", {})
    (tmp_path / "outside.yaml").write_text("id: outside\n")
    (root / NAME).symlink_to(tmp_path / "outside.yaml")

    assert places(diagnose(root)) == [(NAME, 1, 1, "outside-repository")]


def test_a_link_to_nothing_is_unreadable(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    (root / NAME).symlink_to("missing.yaml")

    assert places(diagnose(root)) == [(NAME, 1, 1, "unreadable-file")]


def test_a_pipe_is_unreadable(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    os.mkfifo(root / NAME)

    assert places(diagnose(root)) == [(NAME, 1, 1, "unreadable-file")]


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    (root / "data/recommendations/loop").symlink_to(root / "data")

    assert places(diagnose(root)) == [("data/recommendations/loop", 1, 1, "unknown-file")]


def test_of_one_file_a_thousand_findings_are_shown(tmp_path: Path) -> None:
    files = {"data/themes.yaml": "- 1\n" * 1_500}

    codes = [code for file, _, _, code in found(tmp_path, files) if file == "data/themes.yaml"]

    assert codes == ["wrong-value"] * 1_000 + ["more-findings"]
