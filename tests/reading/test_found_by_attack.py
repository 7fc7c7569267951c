"""What an attack found once is found again by a test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from anbefal.store.reading.reader import parse
from anbefal.store.reading.repository import load
from repositories import recommendation, repository, run

CAT = "data/recommendations/cat-2022-1.yaml"


def test_blank_lines_before_a_second_document_do_not_hang() -> None:
    (finding,) = parse("x.yaml", b"\n" * 40 + b"id: x\n---\nb: 2\n").findings

    assert finding.code == "several-documents"
    assert finding.position is not None
    assert finding.position.line == 42


def test_a_text_that_looks_like_an_id_does_not_hide_a_missing_record(tmp_path: Path) -> None:
    record = recommendation("cat-2022-1", "isolasjon", links={"same_as": ["ghost"]})
    record["summary"] = {"nb": "Skjemaet har feltet\nid: ghost\n"}

    outcome = run("validate", root=repository(tmp_path, {CAT: record}))

    assert outcome.code == 1
    assert "There is no recommendation with the id 'ghost'." in outcome.out


def test_a_folder_that_cannot_be_listed_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path)
    listed = os.scandir

    def refuse(path: str) -> Iterator[Any]:
        if str(path).endswith("plans"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert [(one.code, one.file) for one in load(root).findings] == [
        ("unreadable-file", "data/plans")
    ]
