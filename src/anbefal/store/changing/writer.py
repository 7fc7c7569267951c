"""The one door through which data files change: all files of a change, or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from anbefal.errors import CannotWrite, ChangedMeanwhile, Locked, Unfinished, Unreadable
from anbefal.store.changing import files, journal
from anbefal.store.changing.journal import FileChange, Step
from anbefal.store.reading.tree import DATA, is_data_file, is_readable_link

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 30.0
"""Seconds that a command waits while another one writes."""


class Writer:
    """Changes files of one repository, which no other writer can do meanwhile.

    Made by :func:`writing`.

    Args:
        root: The repository.
        mended: What an earlier change that was broken off came to; empty without one.
    """

    def __init__(self, root: Path, mended: str) -> None:
        self.root = root
        self.mended = mended

    def write(self, changes: Sequence[FileChange]) -> None:
        """Write all changes, or none.

        Raises:
            ChangedMeanwhile: A file is no longer what its change was made from.
            CannotWrite: A file cannot be written; all stand as they stood.
            Unfinished: A file could not be written, and what was written could not be undone; or
                all are written, and that could not be noted.
            ValueError: Two changes are of one file. That is a mistake of the caller.
        """
        steps = [_step(self.root, change) for change in changes if change.new != change.old]
        if not steps:
            return
        if len({step.change.path for step in steps}) < len(steps):
            raise ValueError(steps)
        for step in steps:
            self._check(step)
        try:
            journal.begin(self.root, steps)
            try:
                _do(self.root, steps)
            except BaseException:
                _undo(self.root, steps)
                raise
        except OSError as error:
            message = f"Nothing was changed: {error.strerror or error}."
            raise CannotWrite(message, "Check the permissions and the space left.") from error
        self._end()

    def _end(self) -> None:
        try:
            journal.end(self.root)
        except OSError as error:
            message = f"The change is made, but its journal cannot be deleted: {error.strerror}."
            raise Unfinished(message, f"Delete {journal.STATE}/{journal.NAME}.") from error

    def _check(self, step: Step) -> None:
        path = self.root / step.change.path
        if _content(path) != step.change.old:
            message = f"{step.change.path} was changed by another program meanwhile."
            raise ChangedMeanwhile(message, "Nothing was written. Run the command again.")
        if step.change.new is None and path.is_symlink():
            message = f"{step.change.path} is a link; it is not removed or renamed."
            raise CannotWrite(message, "Do it by hand, in the folder.")
        mode = files.mode_of(path)
        if mode is not None and not mode & 0o222:
            message = f"Nothing was changed: {step.change.path} is write-protected."
            raise CannotWrite(message, "Change its permissions if it may be changed.")


@contextmanager
def writing(root: Path) -> Iterator[Writer]:
    """Hold the repository for writing; an earlier change that was broken off is mended first.

    The lock is the operating system's own, so that it ends with the process, however that ends.

    Raises:
        Locked: Another program holds it, and has for long.
        CannotWrite: The repository cannot be written to.
        Unfinished: A change that was broken off cannot be mended.
    """
    lock = _lock(root)
    try:
        yield Writer(root, _mend(root))
    finally:
        lock.release()


def settle(root: Path) -> str:
    """Mend what a change that was broken off left behind, and return a sentence about it.

    Without such a change nothing is touched, and the sentence is empty.

    Raises:
        Locked: Another program is writing, and has been for long.
        CannotWrite: The repository cannot be written to.
        Unfinished: It cannot be mended.
    """
    if not journal.is_there(root):
        return ""
    with writing(root) as door:
        return door.mended


def _lock(root: Path) -> BaseFileLock:
    from filelock import FileLock, Timeout

    lock = FileLock(journal.state_folder(root) / "lock", timeout=PATIENCE)
    try:
        lock.acquire(poll_interval=0.02)
    except Timeout:
        message = "Another anbefal is changing this repository."
        raise Locked(message, "Wait until it is done, and run the command again.") from None
    except OSError as error:
        message = f"The repository cannot be locked for writing: {error.strerror or error}."
        raise CannotWrite(message, "Check the folder's permissions.") from error
    return lock


def _step(root: Path, change: FileChange) -> Step:
    path = checked_path(root, change.path)
    if change.new is None:
        return Step(change, "")
    beside = files.name_beside(path).relative_to(os.path.realpath(root))
    return Step(change, beside.as_posix())


def checked_path(root: Path, path: str) -> Path:
    """Return where a data file lies.

    A file may be a link to another ``.yaml`` file of the repository, as the reader follows it; a
    folder below ``data`` may not be one.

    Raises:
        CannotWrite: It is no data file, or lies outside the repository or among hidden files, by
            its name or by a link.
    """
    top = Path(os.path.realpath(root))
    if is_data_file(path) and not _is_odd(path):
        data = os.path.realpath(top / DATA)
        place = Path(data, *PurePosixPath(path).parts[1:])
        real = Path(os.path.realpath(place))
        is_direct = os.path.realpath(place.parent) == str(place.parent)
        if is_direct and real.is_relative_to(top) and is_readable_link(real.relative_to(top)):
            return real
    message = f"{path!r} is no data file of this repository; it is not written."
    raise CannotWrite(message, "Data files lie below data/ and end with .yaml.")


def _is_odd(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return ".." in parts or "\\" in path or "\0" in path or any(p.startswith(".") for p in parts)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}."
        raise Unreadable(message, "Nothing was changed.") from error


def _do(root: Path, steps: Sequence[Step]) -> None:
    """Write every new content beside its file first, so that most failures come before changes."""
    for step in steps:
        if step.change.new is not None:
            path = checked_path(root, step.change.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            files.stage(root / step.beside, step.change.new, files.mode_of(path))
    for step in steps:
        path = checked_path(root, step.change.path)
        if step.change.new is None:
            path.unlink(missing_ok=True)
        else:
            os.replace(root / step.beside, path)
    for folder in sorted({checked_path(root, step.change.path).parent for step in steps}):
        files.flush_folder(folder)


def _undo(root: Path, steps: Sequence[Step]) -> None:
    """Put back what stood before.

    Raises:
        Unfinished: That fails too. The journal stays, and the next command mends the rest.
    """
    try:
        for step in steps:
            _restore(root, step.change, backwards=True)
        _clean(root, steps)
        journal.end(root)
    except (OSError, Unreadable) as error:
        message = f"The change was broken off: {error}."
        hint = "The next anbefal command mends it, once the disk can be written to again."
        raise Unfinished(message, hint) from error


def _restore(root: Path, change: FileChange, *, backwards: bool) -> None:
    """Change a file from one content to the other; a file with neither is left alone."""
    path = checked_path(root, change.path)
    unwanted, wanted = (change.new, change.old) if backwards else (change.old, change.new)
    if _content(path) != unwanted:
        return
    if wanted is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace(path, wanted)


def _clean(root: Path, steps: Sequence[Step]) -> None:
    for step in steps:
        if step.beside:
            with suppress(OSError):
                (root / step.beside).unlink(missing_ok=True)


def _mend(root: Path) -> str:
    """Finish or undo a change that was broken off.

    What had not begun is undone, what had begun is finished. A file that somebody has changed
    since is left alone and named.
    """
    journal.clear_leftovers(root)
    if not journal.is_there(root):
        return ""
    steps = journal.read(root)
    for step in steps:
        _must_be_ours(root, step)
    try:
        told = _mended(root, steps)
        _clean(root, steps)
        journal.end(root)
    except OSError as error:
        message = f"A change that was broken off cannot be finished: {error.strerror or error}."
        raise Unfinished(message, "Check the permissions and the space left.") from error
    return told


def _mended(root: Path, steps: Sequence[Step]) -> str:
    states = {step.change.path: _state(root, step.change) for step in steps}
    names = ", ".join(sorted(states))
    foreign = sorted(path for path, state in states.items() if state == "foreign")
    if all(state == "new" for state in states.values()):
        return ""
    if "new" not in states.values():
        return f"A change that was broken off was undone: {names}. Run its command again."
    for step in steps:
        _restore(root, step.change, backwards=False)
    if foreign:
        return f"A change that was broken off was finished, but for {', '.join(foreign)}: check it."
    return f"A change that was broken off was finished: {names}."


def _state(root: Path, change: FileChange) -> str:
    content = _content(checked_path(root, change.path))
    return {change.new: "new", change.old: "old"}.get(content, "foreign")


def _must_be_ours(root: Path, step: Step) -> None:
    """Refuse a journal that names other files than ours: it may come from a cloned folder.

    Raises:
        CannotWrite: It does.
    """
    path = checked_path(root, step.change.path)
    beside = Path(os.path.realpath(root)) / step.beside
    ours = beside.parent == path.parent and beside.name.endswith(files.BESIDE)
    if step.beside and (not ours or not beside.name.startswith(".")):
        message = f"{journal.STATE}/{journal.NAME} tells of a change that is none of ours."
        raise Unfinished(message, f"Delete {journal.STATE} and run the command again.")
