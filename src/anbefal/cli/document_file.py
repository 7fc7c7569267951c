"""Where documents are written, and in which format."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.errors import CannotWrite, Misuse

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
        name: The name of its file in ``out/``, without ending.
        form: Its format.
        output: The file that the user named; ``-`` is standard output.

    Raises:
        TemplateFailed: A template has an error.
        CannotWrite: It cannot be written there.
        Misuse: The screen cannot show it.
    """
    from anbefal.documents.formats.rendering import render
    from anbefal.store.changing.files import write_bytes

    if output == "-" and form in _BINARY and sys.stdout.isatty():
        message = f"A {form} document is no text that a screen can show."
        raise Misuse(message, "Name a file with --output, or use --format md.")
    made = render(document, form, session.root)
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        return
    path = Path(output) if output else in_out(session.root, f"{name}.{form}")
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
        Misuse: No format has that ending.
    """
    if form is not None:
        return form
    if output in {None, "-"}:
        return DocumentFormat.md if output == "-" else default
    ending = Path(output or "").suffix.lstrip(".").lower()
    try:
        return DocumentFormat(ending)
    except ValueError:
        known = ", ".join(f".{form}" for form in DocumentFormat)
        message = f"A document cannot be written as {ending or 'a file without an ending'}."
        raise Misuse(message, f"Use one of {known}, or --format.") from None


def in_out(root: Path, name: str) -> Path:
    """Return the place of a document in the repository's ``out/``.

    Raises:
        CannotWrite: A link leads from there out of the repository.
    """
    path = root / "out" / name
    if not Path(os.path.realpath(path)).is_relative_to(Path(os.path.realpath(root))):
        message = f"out/{name} is a link out of the repository; it is not written through."
        raise CannotWrite(
            message, "Delete the link, or name another file, where the command has --output."
        )
    return path


def shown_path(path: Path, output: str | None) -> str:
    """Return where a file was written: as the user named it, else from the folder they are in."""
    return output or Path(os.path.relpath(path)).as_posix()
