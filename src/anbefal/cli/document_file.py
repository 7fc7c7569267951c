"""Where documents are written, and in which format."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.output_file import STANDARD_OUTPUT, form_of, in_out, shown_path, write_content
from anbefal.errors import CannotWrite

if TYPE_CHECKING:
    from anbefal.cli.session import Session
    from anbefal.documents.content.blocks import Document
    from anbefal.documents.formats.rendered import Rendered


class DocumentFormat(StrEnum):
    """Formats of documents; each is the ending of its files."""

    docx = "docx"
    pdf = "pdf"
    html = "html"
    md = "md"


_BINARY = (DocumentFormat.docx, DocumentFormat.pdf)

DocumentFormatOption = Annotated[
    DocumentFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Word, PDF, HTML or Markdown; without it, by the ending of --output.",
    ),
]
DocumentOutput = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; - is the screen. Without it, a file in out/ of the repository.",
    ),
]
DocumentForce = Annotated[
    bool,
    typer.Option(
        "--force", help="Replace a Word document that is there, whoever has written in it."
    ),
]


def write_document(
    session: Session,
    document: Document,
    name: str,
    form: DocumentFormat,
    output: str | None,
    *,
    force: bool,
) -> None:
    """Write a document and tell where, or write it to the screen.

    Args:
        session: The run of the command.
        document: What is written.
        name: The name of its file in ``out/``, without ending. The day that the user asked for,
            and a language that is not the repository's, are put behind it, so that one document
            does not replace another.
        form: Its format.
        output: The file that the user named; ``-`` is standard output.
        force: Whether to replace another Word document that is there.

    Raises:
        TemplateFailed: A template has an error.
        CannotWrite: It cannot be written there, or another Word document is there, which may
            have been changed in Word.
        Misuse: The screen cannot show it.
    """
    from anbefal.documents.formats.rendering import render
    from anbefal.store.changing.files import write_bytes

    made = render(document, form, session.root)
    is_stream = output == STANDARD_OUTPUT
    path = Path(output) if output else in_out(session.root, _name(session, document, name, form))
    if form is DocumentFormat.docx and not force and not is_stream:
        _keep_edited(path, made.data, output)
    session.say(_left_out(document, made))
    if output is not None:
        write_content(made.data, output, is_text=form not in _BINARY)
        return
    write_bytes(path, made.data)
    typer.echo(shown_path(path, output))


def _name(session: Session, document: Document, name: str, form: DocumentFormat) -> str:
    day = session.loaded.dataset.as_of
    language = None if document.language == session.language else document.language
    return f"{'-'.join(str(part) for part in (name, day, language) if part)}.{form}"


def _keep_edited(path: Path, data: bytes, output: str | None) -> None:
    """Refuse to replace a file that holds anything else than what is written."""
    if path.is_file() and path.read_bytes() != data:
        message = f"{shown_path(path, output)} is there already, and may have been changed in Word."
        raise CannotWrite(message, "Name another file with --output, or replace it with --force.")


def _left_out(document: Document, made: Rendered) -> str:
    """Return what a repository's own template leaves out, or an empty text."""
    if not made.left_out:
        return ""
    parts = ", ".join(made.left_out)
    return f"templates/{made.template} leaves out these parts of this {document.kind}: {parts}."


def format_of(
    form: DocumentFormat | None, output: str | None, default: DocumentFormat
) -> DocumentFormat:
    """Return the format that was asked for, by name or by a file's ending.

    Args:
        form: What the user named.
        output: The file that the user named.
        default: What it is where neither says; on the screen it is Markdown.

    Raises:
        Misuse: The two say different things, or no format has that ending.
    """
    on_screen = output == STANDARD_OUTPUT
    return form_of(form, output, DocumentFormat.md if on_screen else default, "A document")
