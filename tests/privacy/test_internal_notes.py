"""Nothing under `internal`, in any kind of record, reaches a public output."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from complete import as_dataset, complete_data, write_files
from documents.briefs import brief_on
from documents.pdf_reading import opened, words_of
from repositories import Outcome, run
from walking import all_records, parts_of

NOTE = "zqxhemmelig"


def with_secrets(files: dict[str, Any]) -> set[str]:
    """Plant a secret in every record, as a text or a list in turn; return the kinds it is in."""
    planted: set[str] = set()
    for path, content in files.items():
        for number, (model, part) in enumerate(parts_of(path, content)):
            if model in all_records():
                note = f"{NOTE} {model.__name__} {part.get('id', '')}"
                part["internal"] = note if number % 2 else [note, f"{NOTE} mer"]
                planted.add(model.__name__)
    return planted


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = complete_data()
    with_secrets(files)
    return write_files(tmp_path_factory.mktemp("repository"), files)


def test_every_kind_of_record_that_may_carry_notes_carries_one() -> None:
    planted = with_secrets(complete_data())

    assert planted == {model.__name__ for model in all_records()}


def test_the_repository_with_secrets_is_right(root: Path) -> None:
    assert run("validate", "--as-of", "2022-12-01", root=root).code == 0


IDS = ("cat-2018-16", "cat-2018-20", "ccpr-2018-15b", "upr-2019-140-10", "cat-2012-9")
QUESTIONS = [
    ("list",),
    ("search", "isolasjon"),
    ("prioritize",),
    ("prioritize", "--recommendations"),
    ("prioritize", "--theme", "isolasjon"),
    ("prioritize", "--explain", "isolasjon"),
    ("prioritize", "--explain", "cat-2018-16"),
    *(("show", one) for one in IDS),
]


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
@pytest.mark.parametrize("command", QUESTIONS, ids=" ".join)
def test_no_answer_holds_a_note(root: Path, command: tuple[str, ...], form: str) -> None:
    outcome = run(*command, "--format", form, root=root)

    assert outcome.code == 0
    assert outcome.out
    assert NOTE not in outcome.out + outcome.err


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("subject", ["--theme=isolasjon", "--theme=frihet", "--meeting"])
def test_no_public_brief_holds_a_note(root: Path, subject: str, form: str) -> None:
    named = [subject] if "=" in subject else [subject, "2022-isolasjon"]
    outcome = run("brief", *named, "-f", form, "-o", "-", root=root)

    assert outcome.code == 0
    assert outcome.out
    assert NOTE not in outcome.out + outcome.err


def test_a_public_brief_made_from_everything_holds_nothing_internal_at_all() -> None:
    files = complete_data()
    with_secrets(files)

    content = repr(brief_on(as_dataset(files), audience="public"))

    assert "La ingen sitte isolert" in content
    assert not [one for one in (NOTE, DISSENT, REASON) if one in content]


def test_searching_does_not_find_a_note(root: Path) -> None:
    assert run("search", NOTE, "-f", "json", root=root).data["recommendations"] == []


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_validating_does_not_show_a_note(root: Path, form: str) -> None:
    outcome = run("validate", "-f", form, "--as-of", "2022-12-01", root=root)

    assert NOTE not in outcome.out + outcome.err


def test_a_file_written_for_the_public_holds_no_note(root: Path, tmp_path: Path) -> None:
    for form in ("md", "html", "docx", "pdf"):
        file = f"{tmp_path}/out.{form}"
        run("brief", "--root", str(root), "--theme", "isolasjon", "-o", file, root=tmp_path)
    run("schema", "-o", "schemas", root=tmp_path)
    written = list(_files(tmp_path))

    assert len(written) > 4
    assert not [path for path, content in written if NOTE in path or NOTE in content]


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for place, _, names in os.walk(folder):
        for name in names:
            file = Path(place, name)
            yield str(file), _read(file)


def _read(file: Path) -> str:
    """Return all that a file holds: every part of a Word file, the text and head of a PDF."""
    made = file.read_bytes()
    if file.suffix == ".docx":
        with ZipFile(file) as parts:
            return "".join(part + parts.read(part).decode("latin-1") for part in parts.namelist())
    if file.suffix == ".pdf":
        with opened(made) as pdf:
            return words_of(made) + repr(dict(pdf.docinfo)) + str(pdf.open_metadata())
    return made.decode()


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_the_secretariat_sees_a_recommendations_note(root: Path, form: str) -> None:
    outcome = run("show", "cat-2018-16", "--internal", "-f", form, root=root)

    assert f"{NOTE} Recommendation cat-2018-16" in outcome.out


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(
    "where",
    ["Theme isolasjon", "Meeting 2022-isolasjon", "Measure veileder", "Recommendation cat-2018-16"],
)
def test_an_internal_brief_holds_the_notes(root: Path, where: str, form: str) -> None:
    outcome = _brief(root, "internal", form)

    assert f"{NOTE} {where}" in outcome.out


@cache
def _brief(root: Path, audience: str, form: str) -> Outcome:
    command = ("brief", "--theme", "isolasjon", "--audience", audience, "-f", form, "-o", "-")
    return run(*command, root=root)


def test_an_internal_brief_is_marked_in_its_first_lines_and_in_its_name(tmp_path: Path) -> None:
    root = write_files(tmp_path, complete_data())
    written = run("brief", "--theme", "isolasjon", "--audience", "internal", root=root)

    assert "INTERN" in "".join(_brief(root, "internal", "md").out.splitlines()[:4])
    assert written.out == "out/isolasjon-intern.pdf\n"


DISSENT, REASON, PERSON = "Noen av oss er uenige", "Flere har fått varige skader", "Kari Nordmann"


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("words", [DISSENT, REASON, PERSON])
def test_dissent_reasons_and_persons_are_not_in_a_public_brief(
    root: Path, form: str, words: str
) -> None:
    assert words not in _brief(root, "public", form).out


@pytest.mark.parametrize("form", ["md", "html"])
def test_dissent_is_in_an_internal_brief(root: Path, form: str) -> None:
    assert DISSENT in _brief(root, "internal", form).out


def test_dissent_is_in_no_answer_but_the_ranking_for_the_group_itself(root: Path) -> None:
    for command in QUESTIONS:
        if command[0] == "prioritize":
            continue
        assert DISSENT not in run(*command, "-f", "json", root=root).out
