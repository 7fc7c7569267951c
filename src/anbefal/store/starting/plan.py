"""Making a new repository, or completing a copy of one; no existing file is ever changed."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from anbefal.errors import CannotWrite, Misuse
from anbefal.model.kinds import CRITERIA
from anbefal.store.changing import files
from anbefal.store.starting.content import StarterFile, starter_files

MOST_NAMED = 10
"""How many other names of a folder are told."""


@dataclass(frozen=True, slots=True)
class Start:
    """What is to be done in a folder.

    Attributes:
        folder: The folder; it need not exist.
        existing: Whether it is a repository already.
        missing: The files to write, in order.
        kept: Paths of files that stand there already, and whether each is as it would be made.
        others: Names of what else lies in the folder, sorted.
    """

    folder: Path
    existing: bool
    missing: tuple[StarterFile, ...]
    kept: tuple[tuple[str, bool], ...]
    others: tuple[str, ...]


def plan(folder: Path) -> Start:
    """Return what a folder lacks to be a repository; nothing is written.

    A repository that is there already lacks only what editors and git need, for what else it
    holds is its own matter.

    Raises:
        Misuse: It is no folder, or lies among the data of another repository.
        CannotWrite: A link leads out of it, or a file stands where a folder must be.
    """
    folder = Path(os.path.abspath(folder))
    if os.path.lexists(folder) and not folder.is_dir():
        raise Misuse(f"{folder} is not a folder.", "Name a folder, which may be a new one.")
    _check_above(folder)
    existing = (folder / CRITERIA.path).is_file()
    wanted = [file for file in starter_files() if file.in_every_copy or not existing]
    missing, kept = [], []
    for file in wanted:
        place = folder / file.path
        if os.path.lexists(place):
            kept.append((file.path, _holds(place, file.data)))
        else:
            _check_place(folder, file.path)
            missing.append(file)
    tops = {file.path.partition("/")[0] for file in wanted} | {".git"}
    return Start(folder, existing, tuple(missing), tuple(kept), tuple(_others(folder, tops)))


def write(start: Start) -> Iterator[str]:
    """Write the missing files one by one, yielding the path of each.

    Whatever ends this early, the next :func:`plan` names what is left.

    Raises:
        CannotWrite: A file cannot be written, or has come into being meanwhile.
    """
    for file in start.missing:
        place = start.folder / file.path
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            _check_place(start.folder, file.path)
            if os.path.lexists(place):
                raise CannotWrite(f"{file.path} has come into being meanwhile.", "Run init again.")
            files.replace(place, file.data)
        except OSError as error:
            message = f"{place} cannot be written: {error.strerror or error}."
            raise CannotWrite(message, "What was made stays; run init again.") from error
        yield file.path


def remarks(start: Start) -> Iterator[str]:
    """Yield what a person should know of what stands in the folder already."""
    if start.existing:
        yield f"{start.folder} is a repository already."
    elif start.others:
        more = len(start.others) - MOST_NAMED
        names = ", ".join(start.others[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield f"In the folder already, and left alone: {names}"
    for path, as_made in start.kept:
        if not as_made:
            yield f"left  {path}: differs from what init would make"


def next_steps(start: Start) -> str:
    """Return what to do in a new repository, or an empty text where it was one already."""
    if start.existing:
        return ""
    here = Path.cwd()
    inside = start.folder.is_relative_to(here)
    named = shlex.quote((start.folder.relative_to(here) if inside else start.folder).as_posix())
    return f"Next: {'' if start.folder == here else f'cd {named}, then '}anbefal validate"


def _check_above(folder: Path) -> None:
    """Refuse a folder that another repository would read as its data."""
    for above in folder.parents:
        if (above / CRITERIA.path).is_file() and folder.is_relative_to(above / "data"):
            message = f"{folder} lies among the data of the repository {above}."
            raise Misuse(message, "Choose a folder outside its data/.")


def _check_place(folder: Path, path: str) -> None:
    """Refuse a place that is reached through a link out of the folder, or through a file."""
    place = folder
    for part in path.split("/")[:-1]:
        place /= part
        shown = place.relative_to(folder).as_posix()
        if not os.path.lexists(place):
            return
        if not Path(os.path.realpath(place)).is_relative_to(Path(os.path.realpath(folder))):
            message = (
                f"{shown} is a link that leads out of {folder}; nothing is written through it."
            )
            raise CannotWrite(message, "Delete the link, or choose another folder.")
        if not place.is_dir():
            message = f"{shown} is a file, and a folder must stand there."
            raise CannotWrite(message, "Move it, or choose another folder.")


def _holds(place: Path, data: bytes) -> bool:
    try:
        if not S_ISREG(os.lstat(place).st_mode):
            return False  # a link may lead to what never ends
        with open(place, "rb") as file:
            return file.read(2 * len(data) + 1).replace(b"\r\n", b"\n") == data
    except OSError:
        return False


def _others(folder: Path, known: set[str]) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name not in known)
    except OSError:
        return []
