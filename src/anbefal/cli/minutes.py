"""The command `minutes`."""

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
from anbefal.cli.options import AsOfPast, ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.report.output import Color


def minutes(
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="MEETING", help="A meeting that was held.", autocompletion=complete_meeting
        ),
    ],
    *,
    language: LanguageOption = None,
    form: DocumentFormatOption = None,
    output: DocumentOutput = None,
    force: DocumentForce = False,
    as_of: AsOfPast = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Make the minutes of a meeting that was held; Word without -o or -f."""
    from anbefal.documents.minutes.minutes import build_minutes

    session = Session(root, quiet=quiet, as_of=as_of)
    chosen = format_of(form, output, DocumentFormat.docx)
    dataset = session.checked()
    meeting = require("meeting", meeting, dataset.meetings)
    spoken = session.words(language, "minutes").language
    document = build_minutes(dataset, meeting, language=spoken)
    write_document(session, document, f"{meeting}-referat", chosen, output, force=force)
