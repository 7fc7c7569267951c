"""Where data files come from: a folder on disk, or anything else that gives paths and bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from stat import S_ISLNK, S_ISREG
from typing import Protocol

from anbefal.diagnostics import Diagnostic, Position
from anbefal.errors import Unreadable
from anbefal.model.kinds import KINDS, kind_of
from anbefal.model.names import composed
from anbefal.store.reading import findings
from anbefal.store.reading.findings import finding
from anbefal.store.reading.reader import MAX_BYTES

DATA = "data"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A data file as it lies in a tree.

    Attributes:
        path: Relative to the repository, forward slashes, composed Unicode.
        data: Its bytes; of a file that is too large, only the beginning and a little more than
            is allowed.
    """

    path: str
    data: bytes


class Tree(Protocol):
    """Data files, wherever they lie."""

    def files(self) -> Iterator[RawFile | Diagnostic]:
        """Yield every data file, or why it is not read, sorted by path.

        Raises:
            Unreadable: The data folder itself cannot be listed.
        """


class WorkTree:
    """The data files of a folder on disk.

    Args:
        root: The folder that holds ``data/``.
    """

    def __init__(self, root: FilePath) -> None:
        self.root = root
        self._inside = os.path.realpath(root) + os.sep

    def files(self) -> Iterator[RawFile | Diagnostic]:
        """Yield every data file, or why it is not read, sorted by path.

        One file at a time, so that the plain values of one are gone before those of the next come.
        """
        for file in _data_files(self.root, self._inside):
            if isinstance(file, Diagnostic):
                yield file
                continue
            path, real = file
            if is_data_file(path):
                yield _read(path, real, self._inside)
            else:
                yield not_read(path)


def is_data_file(path: str) -> bool:
    """Return whether a file at this path is read as data."""
    return kind_of(path) is not None and path.endswith(".yaml")


def _data_files(root: FilePath, inside: str) -> Iterator[tuple[str, str] | Diagnostic]:
    """Yield path (as shown) and real name of every file below ``data``, sorted by path.

    Hidden files and folders are passed over, linked folders are not entered, and a folder that
    cannot be listed is a finding: a brief must not be made as if it were empty.
    """
    top = str(root / DATA)
    if not (os.path.realpath(top) + os.sep).startswith(inside):
        message = f"The folder {DATA} is a link out of the repository."
        raise Unreadable(message, "Name the folder that it leads to with --root.")
    try:
        os.scandir(top).close()
    except OSError as error:
        message = f"The folder {DATA} cannot be read: {error.strerror}."
        raise Unreadable(message, "Check its permissions.") from error
    closed: list[OSError] = []
    found = []
    for folder, subfolders, names in os.walk(top, onerror=closed.append):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        prefix = _shown(folder, root)
        linked = [name for name in subfolders if os.path.islink(os.path.join(folder, name))]
        found += [
            (f"{prefix}/{composed(name)}", os.path.join(folder, name))
            for name in [*names, *linked]
            if not name.startswith(".")
        ]
    for refusal in closed:
        message = f"The folder cannot be read: {refusal.strerror}."
        place = _shown(str(refusal.filename), root)
        yield finding(findings.UNREADABLE_FILE, place, message, position=Position(1, 1))
    yield from sorted(found)


def _shown(path: str, root: FilePath) -> str:
    return composed(os.path.relpath(path, root).replace(os.sep, "/"))


def _read(path: str, real: str, inside: str) -> RawFile | Diagnostic:
    try:
        status = os.lstat(real)
        if S_ISLNK(status.st_mode):
            target = os.path.realpath(real)
            if not target.startswith(inside):
                message = "A link leads out of the repository; it is not followed."
            elif not is_readable_link(FilePath(target[len(inside) :])):
                message = "A link leads to a file that is no data; it is not followed."
            else:
                message = ""
            if message:
                return finding(findings.OUTSIDE_REPOSITORY, path, message, position=Position(1, 1))
            status = os.stat(real)
        if S_ISREG(status.st_mode):
            with open(real, "rb", buffering=0) as file:
                return RawFile(path, file.read(min(status.st_size, MAX_BYTES) + 1) or b"")
        problem = "it is not an ordinary file"
    except OSError as error:
        problem = error.strerror or type(error).__name__
    message = f"The file cannot be read: {problem}."
    return finding(findings.UNREADABLE_FILE, path, message, position=Position(1, 1))


def is_readable_link(place: FilePath) -> bool:
    """Return whether a link may be followed to a place: a ``.yaml`` file that is not hidden.

    Hidden files are git's and ours, and what they hold is no data.

    Args:
        place: Where the link leads, relative to the repository.
    """
    return place.suffix == ".yaml" and not any(part.startswith(".") for part in place.parts)


def data_paths(root: FilePath) -> Iterator[str]:
    """Yield the paths of the data files of a folder, without reading them, sorted.

    Raises:
        Unreadable: The data folder itself cannot be listed.
    """
    for file in _data_files(root, os.path.realpath(root) + os.sep):
        if not isinstance(file, Diagnostic) and is_data_file(file[0]):
            yield file[0]


def read_file(root: FilePath, path: str) -> bytes:
    """Return the bytes of a data file, or nothing where it cannot be read or is a link out."""
    read = _read(path, str(root / as_spelt(root, path)), os.path.realpath(root) + os.sep)
    return b"" if isinstance(read, Diagnostic) else read.data


def as_spelt(root: FilePath, path: str) -> str:
    """Return a path as the file system spells it: its letters may be decomposed there.

    Args:
        root: The repository.
        path: A path relative to it, in composed Unicode.
    """
    if os.path.lexists(root / path):
        return path
    spelt = ""
    for part in path.split("/"):
        folder = root / spelt
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
        found = next((name for name in names if composed(name) == part), part)
        spelt = f"{spelt}/{found}" if spelt else found
    return spelt


def not_read(path: str) -> Diagnostic:
    """Return the finding for a file that is not read as data."""
    kind = kind_of(path)
    places = ", ".join(kind.path for kind in KINDS)
    hint = "Its name must end with .yaml." if kind else f"Records lie in {places}."
    message = "This file is not read as data."
    return finding(findings.UNKNOWN_FILE, path, message, hint=hint, position=Position(1, 1))
