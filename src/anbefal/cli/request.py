"""The command `request`."""

from __future__ import annotations

from typing import Annotated

import typer

from anbefal.cli.completing import complete_meeting
from anbefal.cli.document_file import (
    DocumentForce,
    DocumentFormat,
    DocumentFormatOption,
    DocumentOutput,
    format_of,
    write_document,
)
from anbefal.cli.options import ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.report.output import Color


def request(
    meeting: Annotated[
        str,
        typer.Argument(metavar="MEETING", help="The meeting.", autocompletion=complete_meeting),
    ],
    *,
    language: LanguageOption = None,
    form: DocumentFormatOption = None,
    output: DocumentOutput = None,
    force: DocumentForce = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Make the letter that asks the ministries for a meeting; Word without -o or -f.

    What the letter needs and nobody recorded stands in it as a blank in brackets.
    """
    from anbefal.documents.letters.request import build_request

    session = Session(root, quiet=quiet)
    chosen = format_of(form, output, DocumentFormat.docx)
    dataset = session.checked()
    meeting = require("meeting", meeting, dataset.meetings)
    spoken = session.words(language, "request").language
    document = build_request(dataset, meeting, language=spoken)
    write_document(session, document, f"{meeting}-anmodning", chosen, output, force=force)
