"""Writing one file: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE

from anbefal.errors import CannotWrite

BESIDE = ".anbefal"
"""Ending of the hidden files that are written beside a file before they take its place."""


def write_text(path: Path, text: str) -> None:
    """Write a text file as :func:`write_bytes` does; lines end as they do in the text."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file; another program never sees it half-written.

    Args:
        path: Where to write; its folder is made where it does not exist.
        data: The content.

    Raises:
        CannotWrite: The place cannot be written to. What stood there before still stands.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or device stays one
        else:
            replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}."
        raise CannotWrite(message, "Choose another place with --output.") from error


def make_folder(path: Path) -> None:
    """Make a folder where there is none.

    Raises:
        CannotWrite: It cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path} cannot be made: {error.strerror}."
        raise CannotWrite(message, "Move what lies there out of the way.") from error


def replace(path: Path, data: bytes) -> None:
    """Put new content in the place of a file, or make the file; both are on the disk afterwards.

    Raises:
        OSError: It cannot be written; nothing has changed.
    """
    beside = name_beside(path)
    try:
        stage(beside, data, mode_of(path))
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def name_beside(path: Path) -> Path:
    """Return an unused hidden name in the folder of a file."""
    return path.with_name(f".{path.name[:150]}.{token_hex(4)}{BESIDE}")


def stage(beside: Path, data: bytes, mode: int | None) -> None:
    """Write a new file to the disk, to be put in another's place.

    Args:
        beside: The new file; it must not exist.
        data: Its content.
        mode: Its permissions; ``None`` for what the user wants new files to have.

    Raises:
        OSError: It cannot be written; a part of it may be there.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(beside, flags, 0o666), "wb") as file:
        if mode is not None:
            os.chmod(beside, mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def mode_of(path: Path) -> int | None:
    """Return the permissions of a file, or ``None`` where there is none."""
    try:
        return S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        return None


def flush_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
