"""Where a document is written: what is not replaced, what files are called, what is told."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from documents.word_files import own_template
from repositories import repository, run

MEMO = ("memo", "oppfolging-2021")
WRITTEN = "out/oppfolging-2021-notat.docx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


def edit(path: Path) -> bytes:
    """Write a line into a document, as in Word, and return what it holds then."""
    document = docx.Document(str(path))
    document.add_paragraph("Vårt eget avsnitt.")
    document.save(str(path))
    return path.read_bytes()


def test_the_same_word_document_is_written_again(root: Path) -> None:
    run(*MEMO, root=root)

    assert run(*MEMO, root=root).out == f"{WRITTEN}\n"


@pytest.mark.parametrize("output", [None, "brev.docx"])
def test_a_word_document_that_was_changed_is_replaced_only_when_told(
    root: Path, output: str | None
) -> None:
    named = ("-o", output) if output else ()
    run(*MEMO, *named, root=root)
    path = root / (output or WRITTEN)
    changed = edit(path)

    refused = run(*MEMO, *named, root=root)
    kept = path.read_bytes()
    replaced = run(*MEMO, *named, "--force", root=root)

    assert (refused.code, refused.out, kept == changed) == (3, "", True)
    assert "is there already, and may have been changed in Word." in refused.err
    assert "--force" in refused.err
    assert replaced.code == 0
    assert path.read_bytes() != changed


def test_what_nobody_writes_in_is_replaced(root: Path) -> None:
    (root / "notat.html").write_text("noe annet", encoding="utf-8")

    assert run(*MEMO, "-o", "notat.html", root=root).out == "notat.html\n"


def test_the_day_asked_for_stands_in_the_files_name(root: Path) -> None:
    outcome = run(*MEMO, "-f", "md", "--as-of", "2021-12-31", "--lang", "nn", root=root)

    assert outcome.out == "out/oppfolging-2021-notat-2021-12-31-nn.md\n"


def test_what_an_own_template_leaves_out_is_told_beside_the_document(root: Path) -> None:
    (root / "templates").mkdir(exist_ok=True)
    own_template(root / "templates", "{{p section.asks }}", "{{p section.points }}")

    outcome = run(*MEMO, root=root)

    told = "templates/document.docx leaves out these parts of this memo: occasion, summary"
    assert (outcome.code, outcome.out) == (0, f"{WRITTEN}\n")
    assert outcome.err.startswith(told)
    assert "points" not in outcome.err
