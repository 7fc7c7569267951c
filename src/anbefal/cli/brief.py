"""The command `brief`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.completing import complete_meeting, complete_theme
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
from anbefal.errors import Misuse
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset


class Audience(StrEnum):
    """Who may have the document."""

    public = "public"
    internal = "internal"


def brief(
    *,
    theme: Annotated[
        str | None,
        typer.Option(
            "--theme", help="The theme, such as vold-mot-kvinner.", autocompletion=complete_theme
        ),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            help="The meeting; without it, the one to come on the theme.",
            autocompletion=complete_meeting,
        ),
    ] = None,
    audience: Annotated[
        Audience,
        typer.Option(
            "--audience", help="internal adds talking points, risks and notes; never hand it out."
        ),
    ] = Audience.public,
    language: LanguageOption = None,
    form: DocumentFormatOption = None,
    output: DocumentOutput = None,
    force: DocumentForce = False,
    as_of: AsOfPast = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Make the handout on one theme, and print where it was written."""
    from anbefal.documents.briefs.brief import build_brief

    session = Session(root, quiet=quiet, as_of=as_of)
    chosen = format_of(form, output, DocumentFormat.pdf)
    dataset = session.checked(internal=audience is Audience.internal)
    theme, meeting = _subject(dataset, theme, meeting)
    document = build_brief(
        dataset,
        session.criteria(dataset),
        theme,
        meeting=meeting,
        audience=audience.value,
        language=session.words(language, "brief").language,
    )
    suffix = "-intern" if audience is Audience.internal else ""
    write_document(session, document, f"{theme}{suffix}", chosen, output, force=force)


def _subject(dataset: Dataset, theme: str | None, meeting: str | None) -> tuple[str, str | None]:
    if meeting:
        meeting = require("meeting", meeting, dataset.meetings)
        of_meeting = dataset.meetings[meeting].theme
        if theme and theme != of_meeting:
            message = f"The meeting {meeting!r} is on {of_meeting!r}, not on {theme!r}."
            raise Misuse(message, "Name only one of --theme and --meeting.")
        theme = of_meeting
    if not theme:
        message = "A brief is about a theme or a meeting."
        raise Misuse(message, "Name one with --theme or --meeting.")
    return require("theme", theme, dataset.themes), meeting
