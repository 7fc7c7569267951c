"""Copying the program's own templates of documents into a repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from anbefal.documents.formats.folders import default_templates
from anbefal.store.starting.content import starter_files
from repositories import run
from support import write


@pytest.fixture(name="repository")
def _repository(tmp_path: Path) -> Path:
    return write(tmp_path, {})


def test_every_template_is_listed_with_what_it_does(repository: Path) -> None:
    listed = run("template", root=repository).out.splitlines()

    assert "document.docx      Every kind of document as Word that has no template of its own." in (
        listed
    )
    assert len(listed) == len([one for one in default_templates().iterdir() if one.is_file()])


def test_the_list_tells_what_word_templates_may_ask_for(repository: Path) -> None:
    told = run("template", root=repository).err

    assert "{{p section.NAME }}" in told
    assert "memo: occasion, summary" in told


def test_in_the_programs_own_checkout_it_says_so() -> None:
    root = default_templates().parent

    listed = run("template", root=root)
    refused = run("template", "document.docx", root=root)

    assert "templates/ of this repository is the program's own" in listed.err
    assert "Copy one" not in listed.err
    assert "is the program's own, so document.docx is not copied" in refused.err


def test_a_copy_is_the_programs_own_and_its_tags_are_told(repository: Path) -> None:
    copied = run("template", "document.docx", root=repository)

    own = repository / "templates" / "document.docx"
    assert copied.out == "templates/document.docx\n"
    assert own.read_bytes() == (default_templates() / "document.docx").read_bytes()
    assert "{{p body }}" in copied.err
    assert "memo: occasion, summary" in copied.err


def test_a_kind_without_a_template_begins_with_that_of_every_kind(repository: Path) -> None:
    run("template", "memo.docx", root=repository)

    own = repository / "templates" / "memo.docx"
    assert own.read_bytes() == (default_templates() / "document.docx").read_bytes()
    assert "memo.docx          The memo as Word. This repository has its own" in (
        run("template", root=repository).out
    )


def test_a_template_that_is_there_is_replaced_only_when_told(repository: Path) -> None:
    own = repository / "templates" / "document.typ"
    own.parent.mkdir(exist_ok=True)
    own.write_text("our own", encoding="utf-8")

    refused = run("template", "document.typ", root=repository)
    kept = own.read_text(encoding="utf-8")
    run("template", "document.typ", "--force", root=repository)

    assert (refused.code, kept) == (2, "our own")
    assert "--force" in refused.err
    assert own.read_bytes() == (default_templates() / "document.typ").read_bytes()


def test_a_name_that_is_nearly_right_is_suggested(repository: Path) -> None:
    outcome = run("template", "documnet.docx", root=repository)

    assert outcome.code == 2
    assert "Did you mean 'document.docx'?" in outcome.err


def test_a_link_out_of_the_repository_is_not_written_through(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (repository / "templates").symlink_to(outside)

    assert run("template", "document.md.j2", root=repository).code == 3
    assert list(outside.iterdir()) == []


def test_the_page_of_a_new_repository_names_only_templates_and_tags_that_are_known() -> None:
    from anbefal.documents.formats.template_files import names_to_copy
    from anbefal.documents.formats.word.tags import PARTS

    (page,) = (one.data.decode() for one in starter_files() if one.path == "templates/README.md")
    named = set(re.findall(r"`([a-z]+\.(?:docx|typ|html\.j2|md\.j2))`", page))
    tags = set(re.findall(r"\{\{p (\w+) \}\}", page))

    assert named <= set(names_to_copy())
    assert tags == set(PARTS)
