"""The command `brief`."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.files import write_text
from anbefal.cli.options import AsOf, ColorOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.errors import Misuse, Unreadable
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset


class Audience(StrEnum):
    """Who may have the document."""

    public = "public"
    internal = "internal"


class DocumentFormat(StrEnum):
    """Formats of a brief."""

    md = "md"
    html = "html"


def brief(
    *,
    theme: Annotated[
        str | None, typer.Option("--theme", help="The theme, such as vold-mot-kvinner.")
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", help="The meeting; without it, the latest on the theme."),
    ] = None,
    audience: Annotated[
        Audience,
        typer.Option(
            "--audience", help="internal adds notes, dissent and gaps; never hand it out."
        ),
    ] = Audience.public,
    form: Annotated[
        DocumentFormat | None,
        typer.Option(
            "--format", "-f", help="md or html; else by the ending of --output, else html."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is the screen."),
    ] = None,
    as_of: AsOf = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Make the handout on one theme, and print where it was written."""
    from anbefal.documents.brief import build_brief
    from anbefal.documents.rendering import render_brief

    session = Session(root, quiet=quiet, color=color, as_of=as_of)
    dataset = session.checked(internal=audience is Audience.internal)
    theme, meeting = _subject(dataset, theme, meeting)
    chosen = form or _by_ending(output)
    content = build_brief(
        dataset,
        session.criteria(dataset),
        theme,
        meeting=meeting,
        audience=audience.value,
    )
    text = render_brief(content, chosen, session.root)
    if output == "-":
        sys.stdout.write(text)
        return
    suffix = "-intern" if audience is Audience.internal else ""
    path = Path(output) if output else _place(session.root, f"{theme}{suffix}.{chosen}")
    write_text(path, text)
    typer.echo(output or Path(os.path.relpath(path)).as_posix())


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


def _place(root: Path, name: str) -> Path:
    path = root / "out" / name
    if not path.resolve().is_relative_to(root.resolve()):
        message = f"out/{name} is a link out of the repository; it is not written through."
        raise Unreadable(message, "Delete the link, or name a file with --output.")
    return path


def _by_ending(output: str | None) -> DocumentFormat:
    ending = Path(output or "").suffix.lstrip(".").lower()
    if output in {None, "-"}:
        return DocumentFormat.md if output == "-" else DocumentFormat.html
    try:
        return DocumentFormat(ending)
    except ValueError:
        known = ", ".join(f".{form}" for form in DocumentFormat)
        message = f"A brief cannot be written as {ending or 'a file without an ending'}."
        raise Misuse(message, f"Use one of {known}, or --format.") from None
