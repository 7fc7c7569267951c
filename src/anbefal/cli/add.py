"""The command `add`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.adding import KINDS, QUESTIONS, given, nested
from anbefal.cli.asking import answers
from anbefal.cli.changing import DryRun, change
from anbefal.cli.completing import complete_actor, complete_theme
from anbefal.cli.editor import compose_new
from anbefal.cli.options import ColorOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.cli.targets import kind_named
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit

TEXTS = "LANG=TEXT"


def add(
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help=f"What to add: {', '.join(KINDS)}.")
    ] = "recommendation",
    assignments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD=VALUE]...", help="Any other field, as in 'anbefal edit'."),
    ] = None,
    *,
    record_id: Annotated[str | None, typer.Option("--id", help="Its id.")] = None,
    body: Annotated[
        str | None,
        typer.Option("--body", help="Who recommends.", autocompletion=complete_actor),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", help="Symbol of the document.")
    ] = None,
    paragraph: Annotated[
        str | None, typer.Option("--paragraph", help="As it stands in the document.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", help="Of the document or meeting: YYYY-MM-DD, YYYY-MM, YYYY."),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option("--text", metavar=TEXTS, help="The official wording, verbatim."),
    ] = None,
    summary: Annotated[
        list[str] | None, typer.Option("--summary", metavar=TEXTS, help="Our own words.")
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar=TEXTS, help="Name of a theme or actor; title of a plan."),
    ] = None,
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", help="The first is the main one.", autocompletion=complete_theme),
    ] = None,
    ministries: Annotated[
        list[str] | None,
        typer.Option("--ministry", help="The first leads.", autocompletion=complete_actor),
    ] = None,
    in_editor: Annotated[
        bool, typer.Option("--edit", help="Write it in your editor ($VISUAL or $EDITOR).")
    ] = False,
    dry_run: DryRun = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Add a record. What it needs and no option gives is asked for, field by field."""
    session = Session(root, quiet=quiet)
    if "=" in kind:
        kind, assignments = "recommendation", [kind, *(assignments or [])]
    found = kind_named(require("kind", kind, KINDS))
    options = {
        "--id": record_id,
        "--body": body,
        "--document": document,
        "--paragraph": paragraph,
        "--date": date,
        "--text": text,
        "--summary": summary,
        "--name": name,
        "--theme": themes,
        "--ministry": ministries,
    }
    words = given(found.name, options, assignments or [])
    if in_editor:
        compose_new(session, found, words, dry_run=dry_run, color=color)
        return
    record = nested(answers(session, found, QUESTIONS[found.name], words))

    def compute(_: Dataset) -> list[Edit]:
        from anbefal.model.dataset import Key
        from anbefal.model.edits import Create

        return [Create(Key(found.name, str(record["id"])), record)]

    change(session, compute, dry_run=dry_run, color=color)
