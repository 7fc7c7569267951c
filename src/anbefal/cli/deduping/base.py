"""Which recommendations are new since a moment in history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.errors import GitFailed, Misuse

if TYPE_CHECKING:
    from anbefal.store.history.commits import GitFolder
    from anbefal.store.history.snapshots import Snapshot

CUT_OFF_HINT = "Get more of it with 'git fetch --unshallow'; in GitHub Actions with 'fetch-depth'."


def new_since(root: Path, since: str | None) -> frozenset[str]:
    """Return the recommendations that are new in the working folder, committed or not.

    Args:
        root: The repository.
        since: A moment as `diff` takes it; without one, the first parent of the last commit.

    Raises:
        Misuse: There is no such moment.
        GitFailed: There is no history, or it is cut off before the moment.
    """
    from anbefal.analysis.duplicates.newness import newly_there
    from anbefal.store.history.commits import GitFolder
    from anbefal.store.history.points import NOW
    from anbefal.store.history.sides import sides

    folder = GitFolder.at(root)
    now = NOW.snapshot(folder)
    read = sides(_base(folder, since, now), now)
    return newly_there(read.old, read.new)


def _base(folder: GitFolder, since: str | None, now: Snapshot) -> Snapshot:
    from anbefal.store.history.commits import HEAD
    from anbefal.store.history.points import resolve
    from anbefal.store.history.sides import names_in
    from anbefal.store.history.snapshots import Nothing

    if since in {None, HEAD} and folder.find(HEAD) is None:
        return Nothing()  # nothing is committed yet, so everything is new
    if since is None:
        return _parent(folder)
    try:
        return resolve(folder, since, names_in(now).meetings).snapshot(folder)
    except Misuse as error:
        if not folder.shallow:
            raise
        message = f"The history here is cut off, and has no {since!r}."
        raise GitFailed(message, CUT_OFF_HINT) from error


def _parent(folder: GitFolder) -> Snapshot:
    """Return the data files of the first parent of the last commit.

    Of the commit that a merge request is tried with, that is the branch it would be merged into.
    """
    from anbefal.store.history.snapshots import CommitFiles, Nothing

    last = folder.commit(folder.tip)
    if last.parents:
        return CommitFiles(folder.root, last.parents[0])
    if folder.shallow:
        message = "The history here is cut off at the last commit, so nobody can tell what is new."
        raise GitFailed(message, "Get one commit more: in GitHub Actions with 'fetch-depth: 2'.")
    return Nothing()
