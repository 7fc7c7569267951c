"""What a change was about to do, so that a crash in its middle can be mended.

The journal is written before the first file is touched and deleted after the last. It comes from
this folder, and the folder may come from elsewhere: its paths are checked like any others.
"""

from __future__ import annotations

import errno
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any

from anbefal.errors import CannotWrite, Unfinished
from anbefal.store.changing import files

STATE = ".anbefal"
"""The folder, in the repository, of what is under way; git ignores it."""

NAME = "unfinished.jsonl"
MAX_BYTES = 200_000_000
"""The largest change at once: more than ten times all that a country was ever recommended."""

MAX_LINE = 4_000_000
"""One file, old and new, as large as a data file may be."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class FileChange:
    """New content for one file of a repository.

    Attributes:
        path: Relative to the repository, with forward slashes, as the file system spells it.
        old: What the change was made from; ``None`` where there was no file.
        new: What is to stand there; ``None`` where the file goes.
    """

    path: str
    old: bytes | None
    new: bytes | None


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a change, and the hidden file beside it that is to take its place.

    Attributes:
        change: What changes.
        beside: Path of the hidden file, relative to the repository; empty where the file goes.
    """

    change: FileChange
    beside: str


def state_folder(root: Path) -> Path:
    """Return the folder for what is under way, made where it is missing.

    Raises:
        CannotWrite: It cannot be made, or is a link.
    """
    folder = root / STATE
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not folder.is_symlink() and not os.path.lexists(ignore):
            files.replace(ignore, b"*\n")
    except OSError as error:
        message = f"Nothing can be changed here: {STATE} cannot be written: {error.strerror}."
        raise CannotWrite(message, "Check the folder's permissions and the space left.") from error
    if folder.is_symlink() or (folder / "lock").is_symlink() or (folder / NAME).is_symlink():
        message = f"{STATE} holds a link, or is one; nothing is written through it."
        raise CannotWrite(message, f"Delete {STATE} and run the command again.")
    return folder


def clear_leftovers(root: Path) -> None:
    """Delete what a crash left in the folder itself; the caller holds the repository."""
    for name in sorted(os.listdir(root / STATE)):
        place = root / STATE / name
        if name.startswith(".") and name.endswith(files.BESIDE) and not place.is_dir():
            place.unlink(missing_ok=True)


def is_there(root: Path) -> bool:
    """Return whether a change is under way or was broken off."""
    return os.path.lexists(root / STATE / NAME)


def begin(root: Path, steps: Sequence[Step]) -> None:
    """Write down what is about to happen.

    Raises:
        OSError: The disk does not take it; nothing has happened.
    """
    lines = [json.dumps({"format_version": _FORMAT}), *map(_line, steps)]
    data = "\n".join(lines).encode()
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, "the change is too large to be made at once")
    files.replace(root / STATE / NAME, data)


def _line(step: Step) -> str:
    change = step.change
    content = {"path": change.path, "old": _encoded(change.old), "new": _encoded(change.new)}
    return json.dumps({**content, "beside": step.beside})


def end(root: Path) -> None:
    """Forget the change: it is done, or undone.

    Raises:
        OSError: The journal cannot be deleted.
    """
    (root / STATE / NAME).unlink(missing_ok=True)


def read(root: Path) -> tuple[Step, ...]:
    """Return what was under way.

    Raises:
        Unfinished: The journal is no journal of ours.
    """
    try:
        return _parsed(root / STATE / NAME)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"A change was broken off, and {STATE}/{NAME}, which tells of it, is unreadable."
        hint = f"Look at the data with 'git diff', then delete {STATE}/{NAME}."
        raise Unfinished(message, hint) from error


def _parsed(path: Path) -> tuple[Step, ...]:
    status = os.lstat(path)
    if not S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        raise ValueError(status)
    with open(path, "rb") as file:  # line by line, so that a hostile one takes no memory
        head = json.loads(file.readline(MAX_LINE))
        if head["format_version"] != _FORMAT:
            raise ValueError(head)
        return tuple(_step(json.loads(line)) for line in iter(lambda: file.readline(MAX_LINE), b""))


def _step(entry: Any) -> Step:
    path, beside = entry["path"], entry["beside"]
    for one in (path, beside):
        if not isinstance(one, str) or "\0" in one:
            raise TypeError(one)
        one.encode()  # half a character is no name: UnicodeEncodeError is a ValueError
    return Step(FileChange(path, _decoded(entry["old"]), _decoded(entry["new"])), beside)


def _encoded(data: bytes | None) -> str | None:
    return None if data is None else b64encode(data).decode("ascii")


def _decoded(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text, validate=True)
