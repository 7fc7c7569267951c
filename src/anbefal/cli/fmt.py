"""The command `fmt`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.changing import DryRun
from anbefal.cli.options import ColorOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.markup import visible
from anbefal.report.output import Color, console

if TYPE_CHECKING:
    from anbefal.store.changing.formatting import Formatted

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Only these files and folders.", show_default=False),
]
Check = Annotated[
    bool, typer.Option("--check", help="Change nothing; exit code 1 where a file would change.")
]


def fmt(
    *,
    paths: Paths = None,
    check: Check = False,
    dry_run: DryRun = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Write data files in one style: order of keys, indentation, quotes, line length.

    Values and comments stay. A file that cannot be read is left alone, and the exit code is 1.
    """
    from anbefal.report.patch import write_patch
    from anbefal.store.changing.formatting import formatted, places_in
    from anbefal.store.changing.writer import writing

    session = Session(root, quiet=quiet)
    places = places_in(session.root, paths or ())
    if check or dry_run:
        result = formatted(session.root, places)
    else:
        with writing(session.root) as door:
            session.say(door.mended)
            result = formatted(session.root, places)
            door.write(result.changes)
    if dry_run:
        write_patch([(one.path, one.old, one.new) for one in result.changes], color)
    else:
        for one in result.changes:
            typer.echo(f"{'would change' if check else 'changed'} {visible(one.path)}")
    _tell(session, result, color)
    if result.findings or result.refused or (check and result.changes):
        raise typer.Exit(1)


def _tell(session: Session, result: Formatted, color: Color) -> None:
    from anbefal.report.findings import show_findings

    show_findings(result.findings, result.texts, console(color, sys.stderr))
    for path, reason in result.refused:
        print(visible(f"{path}: {reason}"), file=sys.stderr)  # noqa: T201
    number = len(result.changes)
    state = f"{number} of them not in the style" if number else "all in the style"
    session.say(f"{result.files} data files, {state}.")
