"""Setting up git for a data repository: a repository of git, and the merge driver in this copy.

The driver stands in the settings of each copy, for git takes no commands from a clone.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from anbefal.errors import GitFailed
from anbefal.store.git import git

DRIVER = "merge.anbefal.driver"
NAME = "merge.anbefal.name"
_TITLE = "anbefal: records, entry by entry"
_STEP = "the merge driver, in this copy's git settings"
_OURS = "anbefal merge-driver"
_PLACES = "--marker-size=%L --base-label=%S --our-label=%X --their-label=%Y -- %O %A %B %P"


@dataclass(frozen=True, slots=True)
class GitState:
    """How far git is set up for a folder.

    Attributes:
        top: The top of git's work tree, or ``None`` where the folder is in none.
        driver: The merge driver that is set up, or an empty text.
    """

    top: Path | None
    driver: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What :func:`complete` would make."""
        repository = (".git: a git repository",) if self.top is None else ()
        wanted = not self.driver or (_OURS in self.driver and self.driver != driver_command())
        return (*repository, *((_STEP,) if wanted else ()))


def driver_command(python: str = sys.executable) -> str:
    """Return what git is to run.

    The interpreter is named by its path, since git, started from an editor, may not find a
    program in a virtual environment. Where it is gone, or fails without leaving conflict markers,
    git's own merge takes its place, so that no side is lost.

    Args:
        python: The interpreter that has this program; empty where it is not known.
    """
    start = f"{_quoted(python)} -P -m {_OURS}" if python else _OURS
    markers = "grep -q '^<<<' %A"
    instead = "git merge-file --marker-size=%L %A %O %B"
    return f"{start} {_PLACES} || {{ ! {markers} && {instead} || false; }}"


def _quoted(path: str) -> str:
    """Return a path for the shell that git runs, which on Windows is git's own sh."""
    return shlex.quote(Path(path).as_posix()).replace("%", "%%")


def state(folder: Path) -> GitState:
    """Return how far git is set up for a folder, which need not exist.

    Raises:
        GitFailed: There is no git, or it does not trust or understand the folder.
    """
    there = next(place for place in (folder, *folder.parents) if place.is_dir())
    try:
        top = git(there, "rev-parse", "--show-toplevel").decode().strip()
    except GitFailed as error:
        if "not a git repository" in error.message:
            return GitState(None)
        raise
    listed = git(there, "config", "--local", "--list", "-z").decode("utf-8", "replace")
    settings = dict(line.partition("\n")[::2] for line in listed.split("\0"))
    return GitState(Path(top), settings.get(DRIVER, ""))


def complete(folder: Path, found: GitState) -> None:
    """Make what is missing: the repository of git, and the driver in this copy's own settings.

    A driver of ours that names another interpreter is replaced; one of somebody else's stays.

    Raises:
        GitFailed: git cannot.
    """
    if found.top is None:
        git(folder, "init", "--quiet")
    if _STEP in found.missing:
        git(folder, "config", "--local", NAME, _TITLE)
        git(folder, "config", "--local", DRIVER, driver_command())


def remarks(folder: Path, found: GitState) -> Iterator[str]:
    """Yield what keeps git from doing all that the files ask of it.

    Raises:
        GitFailed: git cannot tell.
    """
    if found.driver and _OURS not in found.driver:
        yield f"left  the git setting {DRIVER}: it names another program"
    used = git(folder, "check-attr", "merge", "--", "data/recommendations/x.yaml")
    if not used.decode().strip().endswith(": merge: anbefal"):
        yield "To use the merge driver, .gitattributes needs: data/**/*.yaml merge=anbefal"
    if found.top and Path(os.path.realpath(found.top)) != Path(os.path.realpath(folder)):
        yield f"git's own folder is {found.top}: .github/ and pre-commit work only there."
