"""The command `init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from anbefal.cli.options import ColorOption, Quiet
from anbefal.cli.session import Session
from anbefal.markup import visible
from anbefal.report.output import Color


def init(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR", help="The folder; without it, the one you are in.", show_default=False
        ),
    ] = None,
    *,
    use_git: Annotated[
        bool, typer.Option("--git/--no-git", help="Make a git repository, with the merge driver.")
    ] = True,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would be made.")
    ] = False,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Make a new data repository, or set up a copy of one: editors' files and git's merge driver.

    No existing file is changed. Run it again whenever something is missing.
    """
    from anbefal.store.starting.plan import next_steps, plan, remarks, write

    session = Session(folder, quiet=quiet)
    start = plan(_folder(folder))
    for remark in remarks(start):
        session.say(remark)
    word = "would make" if dry_run else "made"
    for path in (file.path for file in start.missing) if dry_run else write(start):
        typer.echo(f"{word}  {visible(path)}")
    done = len(start.missing)
    if use_git:
        done += _set_up_git(session, start.folder, word, dry_run=dry_run)
    if not done:
        session.say("Nothing is missing.")
    elif not dry_run:
        session.say(next_steps(start))


def _set_up_git(session: Session, folder: Path, word: str, *, dry_run: bool) -> int:
    """Set up git, and return how much was to be done."""
    from anbefal.store.starting.git_setup import complete, remarks, state

    found = state(folder)
    if not dry_run:
        complete(folder, found)
    for step in found.missing:
        typer.echo(f"{word}  {visible(step)}")
    for remark in () if dry_run else remarks(folder, found):
        session.say(remark)
    return len(found.missing)


def _folder(given: Path | None) -> Path:
    """Return the folder named, or the repository we are in, or the folder we are in."""
    from anbefal.errors import NoRepository
    from anbefal.store.reading.repository import find_root

    try:
        return given or find_root(Path())
    except NoRepository:
        return Path()
