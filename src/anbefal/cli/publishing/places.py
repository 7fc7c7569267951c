"""Which folder a site is written into, and which folders never."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from anbefal.cli.output_file import STANDARD_OUTPUT, in_out
from anbefal.cli.publishing.kept import OWN, is_kept
from anbefal.errors import CannotWrite, Misuse

_NAME = "site"
"""The site's folder in ``out/``."""
_SOURCES = ("data", "templates", ".git", ".anbefal")
"""Folders of a repository that hold what sites are made from, or its history."""
_OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", OWN})
"""What may lie in a folder that nobody has put anything into."""
_ELSEWHERE = "Choose another folder with --output."


def checked_place(output: str | None, root: Path, *, force: bool) -> Path:
    """Return the folder that a site is written into.

    Args:
        output: What the user named; without it, it is ``out/site`` in the repository.
        root: The repository.
        force: Whether the folder may hold other things, which are left alone.

    Raises:
        Misuse: No site goes there: it would lie in or around what it is made from.
        CannotWrite: It is no folder, or holds other things.
    """
    if output == STANDARD_OUTPUT:
        raise Misuse("A site is a folder, which a screen cannot show.", _ELSEWHERE)
    place = in_out(root, _NAME) if output is None else Path(output)
    if os.path.lexists(place) and not place.is_dir():
        raise CannotWrite(f"{place} is no folder.", _ELSEWHERE)
    _refuse_around(place, root)
    if not force and not is_kept(place) and not _is_empty(place):
        message = f"{place} holds other things, and no site that anbefal made."
        raise CannotWrite(message, "Choose an empty folder, or write into this one with --force.")
    return place


def _refuse_around(place: Path, root: Path) -> None:
    """Refuse folders that hold what a site is made from, or in which such things lie.

    Raises:
        Misuse: It is one of them.
    """
    real, real_root = Path(os.path.realpath(place)), Path(os.path.realpath(root))
    if _is_among(real, (real_root, *real_root.parents)):
        message = f"The repository lies in {place}, so no site is written there."
        raise Misuse(message, _ELSEWHERE)
    home = Path(os.path.realpath(Path.home()))
    if _is_among(real, (home, *home.parents)):
        raise Misuse(f"{place} is not a folder for a site alone.", _ELSEWHERE)
    for name in _SOURCES:
        if _is_among(real_root / name, (real, *real.parents)):
            message = f"{place} lies in {name}/ of the repository, where no site belongs."
            raise Misuse(message, _ELSEWHERE)
    if ".git" in real.parts:
        raise Misuse(f"{place} lies in the history of a git repository.", _ELSEWHERE)


def _is_among(folder: Path, others: Iterable[Path]) -> bool:
    """Return whether a folder is one of others, whichever of its names it is given by."""
    return any(folder == one or _is_same(folder, one) for one in others)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:  # one of them is not there
        return False


def _is_empty(place: Path) -> bool:
    try:
        return set(os.listdir(place)) <= _OF_SYSTEMS
    except FileNotFoundError:
        return True
    except OSError as error:
        message = f"{place} cannot be read: {error.strerror or error}."
        raise CannotWrite(message, _ELSEWHERE) from error
