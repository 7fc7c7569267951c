"""The command `init`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.markup import visible

if TYPE_CHECKING:
    from anbefal.store.starting import Start

MOST_NAMED = 10
"""How many other names of a folder are told."""


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
) -> None:
    """Make a new data repository, or set up a copy of one: editors' files and git's merge driver.

    No existing file is changed. Run it again whenever something is missing.
    """
    from anbefal.store.starting import plan, write

    start = plan(_folder(folder))
    _tell_what_is_there(start)
    word = "would make" if dry_run else "made"
    for path in (file.path for file in start.missing) if dry_run else write(start):
        _say(f"{word}  {path}")
    done = len(start.missing)
    if use_git:
        done += _set_up_git(start.folder, word, dry_run=dry_run)
    if not done:
        _say("Nothing is missing.")
    elif not dry_run and not start.existing:
        here = start.folder == Path.cwd()
        _say(f"Next: {'' if here else f'cd {_named(start.folder)}, then '}anbefal validate")


def _set_up_git(folder: Path, word: str, *, dry_run: bool) -> int:
    """Set up git, and return how much was to be done."""
    from anbefal.store.starting_git import complete, remarks, state

    found = state(folder)
    for step in found.missing:
        _say(f"{word}  {step}")
    if not dry_run:
        complete(folder, found)
        for remark in remarks(folder, found):
            _say(remark)
    return len(found.missing)


def _folder(given: Path | None) -> Path:
    """Return the folder named, or the repository we are in, or the folder we are in."""
    from anbefal.errors import NoRepository
    from anbefal.store.repository import find_root

    if given is not None:
        return given
    try:
        return find_root(Path())
    except NoRepository:
        return Path()


def _tell_what_is_there(start: Start) -> None:
    if start.existing:
        _say(f"{start.folder} is a repository already.")
    elif start.others:
        more = len(start.others) - MOST_NAMED
        names = ", ".join(start.others[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        _say(f"In the folder already, and left alone: {names}")
    for path, as_made in start.kept:
        if not as_made:
            _say(f"left  {path}: differs from what init would make")


def _named(folder: Path) -> str:
    """Return a folder as a shell takes it, relative to the one we are in where it lies below."""
    inside = folder.is_relative_to(Path.cwd())
    return shlex.quote((folder.relative_to(Path.cwd()) if inside else folder).as_posix())


def _say(line: str) -> None:
    typer.echo(visible(line))
