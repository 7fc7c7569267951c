"""Where documents are written, and in which format."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.output_file import STANDARD_OUTPUT, form_of, in_out, shown_path, write_content

if TYPE_CHECKING:
    from anbefal.cli.session import Session
    from anbefal.documents.content.blocks import Document


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


def write_document(
    session: Session,
    document: Document,
    name: str,
    form: DocumentFormat,
    output: str | None,
) -> None:
    """Write a document and tell where, or write it to the screen.

    Args:
        session: The run of the command.
        document: What is written.
        name: The name of its file in ``out/``, without ending. A language that is not the
            repository's is put behind it, so that one document does not replace another.
        form: Its format.
        output: The file that the user named; ``-`` is standard output.

    Raises:
        TemplateFailed: A template has an error.
        CannotWrite: It cannot be written there.
        Misuse: The screen cannot show it.
    """
    from anbefal.documents.formats.rendering import render
    from anbefal.store.changing.files import write_bytes

    made = render(document, form, session.root)
    if output is not None:
        write_content(made, output, is_text=form not in _BINARY)
        return
    mark = "" if document.language == session.language else f"-{document.language}"
    path = in_out(session.root, f"{name}{mark}.{form}")
    write_bytes(path, made)
    typer.echo(shown_path(path, output))


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
