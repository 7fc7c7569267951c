"""No document, workbook or calendar for the public holds a note, wherever in the file one looks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from pypdf import PdfReader

from anbefal.documents.content.blocks import Document
from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats.rendering import render
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from complete import as_dataset, complete_data, write_files
from documents.every import MEETING, PLAN, every_document
from documents.pdf_reading import words_of
from documents.word_files import shown
from privacy.test_internal_notes import NOTE, with_secrets
from repositories import run

COMMANDS = [
    ("request", MEETING),
    ("minutes", MEETING),
    ("memo", PLAN),
    ("request", MEETING, "-f", "pdf"),
    ("minutes", MEETING, "-f", "pdf"),
    ("memo", PLAN, "-f", "pdf"),
    ("brief", "--theme", "isolasjon", "-f", "docx"),
    ("brief", "--theme", "isolasjon", "-f", "pdf"),
    ("overview", "-o", "oversikt.xlsx"),
    ("overview", "--convention", "cat", "-o", "matrise.xlsx"),
    ("overview", "--convention", "cat", "-o", "matrise.csv"),
    ("meetings", "--all", "--deadlines", "-f", "ics", "-o", "alle.ics"),
    ("meetings", "--year", "2022", "-o", "aret.json"),
]


@pytest.fixture(scope="module", name="root")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = complete_data()
    with_secrets(files)
    root = write_files(tmp_path_factory.mktemp("repository"), files)
    (root / "out").mkdir()
    return root


@cache
def secret() -> Dataset:
    files = complete_data()
    with_secrets(files)
    return as_dataset(files)


@cache
def documents(language: Language) -> dict[str, Document]:
    return every_document(secret(), language)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", ["brief", "request", "minutes", "memo"])
def test_no_content_for_the_public_holds_a_note(kind: str, language: Language) -> None:
    document = documents(language)[kind]
    content = [repr(document), repr(plain_document(document)), render(document, "md").data.decode()]

    assert not [one for one in content if NOTE in one]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_part_of_a_file_holds_a_note(root: Path, command: tuple[str, ...]) -> None:
    before = set(_files(root))
    named = [f"{root}/out/{one}" if "." in one else one for one in command]
    outcome = run(*command[:1], *named[1:], root=root)
    (made,) = set(_files(root)) - before

    assert outcome.code == 0
    assert NOTE not in outcome.out + outcome.err + made.name
    assert not [where for where, part in _parts(made) if NOTE in part]


def test_looking_into_files_finds_what_an_internal_brief_holds() -> None:
    document = documents("nb")["internal brief"]

    assert NOTE in shown(render(document, "docx").data)
    assert NOTE in words_of(render(document, "pdf").data)


def _files(root: Path) -> Iterator[Path]:
    return (one for one in root.rglob("*") if one.is_file())


def _parts(made: Path) -> Iterator[tuple[str, str]]:
    """Yield all that a file holds: parts of an archive, objects and streams of a PDF."""
    yield "the file", made.read_bytes().decode("latin-1")
    if made.suffix in {".docx", ".xlsx"}:
        with ZipFile(made) as archive:
            for name in archive.namelist():
                yield name, name + archive.read(name).decode("latin-1")
    if made.suffix == ".pdf":
        yield "the text", "".join(page.extract_text() for page in PdfReader(made).pages)
        with pikepdf.open(made) as pdf:
            for number, one in enumerate(pdf.objects):
                yield f"object {number}", repr(one) + _stream(one)


def _stream(value: pikepdf.Object) -> str:
    return value.read_bytes().decode("latin-1") if isinstance(value, pikepdf.Stream) else ""
