"""The command `edit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.assignments import edits_of
from anbefal.cli.changing import DryRun, change
from anbefal.cli.completing import complete_record
from anbefal.cli.editor import edit_file
from anbefal.cli.options import ColorOption, KindOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.cli.targets import find_target, kind_named
from anbefal.errors import Misuse
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit


def edit(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A record of any kind; an assessment is ROUND/ASSESSOR, the criteria 'criteria'.",
            autocompletion=complete_record,
        ),
    ],
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FIELD=VALUE]...",
            help="field=value sets, field= takes away, field+=value and field-=value "
            "change a list.",
        ),
    ] = None,
    *,
    in_editor: Annotated[
        bool, typer.Option("--edit", help="Open the file in your editor ($VISUAL or $EDITOR).")
    ] = False,
    kind: KindOption = None,
    dry_run: DryRun = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Change fields of a record; the rest of its file stays as it is, comments and all.

    A new id (id=NEW) moves the file and changes every record that names the old one.
    """
    session = Session(root, quiet=quiet)
    if in_editor == bool(assignments):
        message = "Nothing was said to change." if not assignments else "Both fields and --edit."
        raise Misuse(message, "Give FIELD=VALUE, or --edit to open the file in your editor.")
    if in_editor:
        edit_file(session, record, kind, dry_run=dry_run, color=color)
        return

    def compute(dataset: Dataset) -> list[Edit]:
        target = find_target(dataset, record, kind)
        return edits_of(kind_named(target.kind), target, assignments or [])

    change(session, compute, dry_run=dry_run, color=color)
