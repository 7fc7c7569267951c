"""A shell completes ids and words; it never sees a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from anbefal.cli.app import app
from repositories import repository


def completed(words: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what bash is offered for the last of some words."""
    monkeypatch.chdir(root)
    env = {
        "_ANBEFAL_COMPLETE": "complete_bash",
        "COMP_WORDS": f"anbefal {words}",
        "COMP_CWORD": str(len(words.split(" "))),
    }
    outcome = CliRunner().invoke(app, [], env=env, prog_name="anbefal")
    return outcome.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("edit cat-201", ["cat-2012-9", "cat-2018-16"]),
        ("edit 2022/", ["2022/juss"]),
        ("link ccpr", ["ccpr-2018-15b"]),
        ("show iso", ["isolasjon"]),
        ("status 2022-isolasjon/", ["2022-isolasjon/veileder"]),
        ("status cat-2018-16 --by ju", ["juss"]),
        ("status cat-2018-16 --value part", ["partly-implemented"]),
        ("list --theme fri", ["frihet"]),
        ("brief --meeting 2022", ["2022-isolasjon"]),
        ("schema rec", ["recommendation"]),
    ],
)
def test_the_word_is_completed(
    words: str, offered: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert completed(words, repository(tmp_path), monkeypatch) == offered


def test_nothing_is_offered_outside_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert completed("edit c", tmp_path, monkeypatch) == []


def test_files_that_cannot_be_read_offer_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path, {"data/themes.yaml": "- id: [\n"})

    assert completed("list --theme i", root, monkeypatch) == []
