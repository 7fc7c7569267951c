"""The data files of a commit, or of the working folder, compared without reading them twice."""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Protocol

from anbefal.diagnostics import Diagnostic, Position
from anbefal.errors import Unreadable
from anbefal.model.names import composed
from anbefal.store.git import git
from anbefal.store.reading import findings
from anbefal.store.reading.findings import finding
from anbefal.store.reading.reader import MAX_BYTES
from anbefal.store.reading.tree import DATA, RawFile, WorkTree, is_data_file

LINK, SUBMODULE = "120000", "160000"
_MOST_LINKS = 8
"""How many links in a row are followed."""


class Snapshot(Protocol):
    """The data files as they stood at one moment."""

    @property
    def contents(self) -> Mapping[str, str]:
        """Path to a name for what the file holds.

        Two files that have the same name hold the same values; the reverse need not be true.
        """

    def read(self, paths: Collection[str]) -> list[RawFile | Diagnostic]:
        """Return those of the files that the snapshot has, or why they are not read, by path."""


@dataclass(frozen=True)
class Nothing:
    """The time before the first commit."""

    @property
    def contents(self) -> Mapping[str, str]:
        """Nothing."""
        return {}

    def read(self, paths: Collection[str]) -> list[RawFile | Diagnostic]:  # noqa: ARG002 - none
        """Return nothing."""
        return []


@dataclass(frozen=True)
class Files:
    """Files that are read already; a :class:`anbefal.store.reading.tree.Tree`."""

    found: Iterable[RawFile | Diagnostic]

    def files(self) -> Iterator[RawFile | Diagnostic]:
        """Yield the files, sorted by path."""
        yield from sorted(self.found, key=_path)


@dataclass(frozen=True)
class WorkFiles:
    """The files of the working folder as they lie, committed or not.

    Attributes:
        root: The folder that holds ``data/``.
        hashing: What git makes object ids with: ``sha1`` or ``sha256``.
    """

    root: FilePath
    hashing: str

    @cached_property
    def _files(self) -> Mapping[str, RawFile | Diagnostic]:
        unknown = findings.UNKNOWN_FILE.code
        return {
            _path(file): file
            for file in WorkTree(self.root).files()
            if isinstance(file, RawFile) or file.code != unknown
        }

    @cached_property
    def contents(self) -> Mapping[str, str]:
        """Path to the object id that the file would have in git, its lines ending with LF.

        On Windows git may give files CRLF; YAML reads the same from both.
        """
        return {path: self._name(file) for path, file in self._files.items()}

    def _name(self, file: RawFile | Diagnostic) -> str:
        if isinstance(file, Diagnostic):
            return f"not read: {file.message}"
        data = file.data.replace(b"\r\n", b"\n") if b"\r\n" in file.data else file.data
        return hashlib.new(self.hashing, b"blob %d\0%b" % (len(data), data)).hexdigest()

    def read(self, paths: Collection[str]) -> list[RawFile | Diagnostic]:
        """Return those of the files that the folder has, or why they are not read, by path."""
        return [self._files[path] for path in sorted(paths) if path in self._files]


@dataclass(frozen=True)
class CommitFiles:
    """The files of a commit, read from git's objects.

    Attributes:
        root: The folder that holds ``data/`` today.
        commit: The object id of the commit.
    """

    root: FilePath
    commit: str

    @cached_property
    def contents(self) -> Mapping[str, str]:
        """Path to the object id of what the file holds; of a link, of what it leads to.

        Raises:
            Unreadable: The data folder is a link or another repository in this commit.
        """
        out = git(self.root, "ls-tree", "-r", "-z", "--end-of-options", self.commit, "--", DATA)
        listed = _listed(out)
        if DATA in listed:
            message = f"In {self.commit[:10]} the folder {DATA} is a link or another repository."
            raise Unreadable(message, "Name a commit in which it is a folder.")
        return _resolved(self.root, listed)

    def read(self, paths: Collection[str]) -> list[RawFile | Diagnostic]:
        """Return those of the files that the commit has, or why they are not read, by path."""
        contents = self.contents
        wanted = {path: contents[path] for path in sorted(paths) if path in contents}
        blobs = read_blobs(self.root, wanted.values())
        return [as_file(path, name, blobs) for path, name in wanted.items()]


def as_file(path: str, name: str, blobs: Mapping[str, bytes | None]) -> RawFile | Diagnostic:
    """Return a file of a commit, or why it is not read.

    Args:
        path: Where it lies.
        name: The object id of what it holds, or why there is none.
        blobs: What :func:`read_blobs` returned.
    """
    data = blobs.get(name)
    if data is not None:
        return RawFile(path, data)
    why = name if " " in name else "git does not have its content"
    message = f"The file cannot be read: {why}."
    return finding(findings.UNREADABLE_FILE, path, message, position=Position(1, 1))


def read_blobs(root: FilePath, names: Iterable[str]) -> dict[str, bytes | None]:
    """Return object ids to contents, ``None`` where git lacks the object.

    Of a file that is larger than a data file may be, nothing is read: its content is as many
    zeros as make it too large.

    Args:
        root: A folder of the git repository.
        names: Object ids; names that hold a space are no ids and are passed over.
    """
    asked = sorted({name for name in names if " " not in name})
    if not asked:
        return {}
    sizes = git(root, "cat-file", "--batch-check", given=_lines(asked)).decode().splitlines()
    found: dict[str, bytes | None] = {}
    fitting = []
    for name, line in zip(asked, sizes, strict=True):
        _, kind, *size = line.split(" ")
        if kind != "blob":
            found[name] = None
        elif int(size[0]) > MAX_BYTES:
            found[name] = bytes(MAX_BYTES + 1)
        else:
            fitting.append(name)
    if fitting:
        found.update(_batch(git(root, "cat-file", "--batch", given=_lines(fitting))))
    return found


def _lines(names: list[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _batch(out: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield object id and content from what ``git cat-file --batch`` prints."""
    place = 0
    while place < len(out):
        end = out.index(b"\n", place)
        name, _, size = out[place:end].decode().split(" ")
        yield name, out[end + 1 : end + 1 + int(size)]
        place = end + 1 + int(size) + 1


def _listed(out: bytes) -> dict[str, tuple[str, str]]:
    """Return path to mode and object id of what is data, from what ``git ls-tree -z`` prints."""
    listed: dict[str, tuple[str, str]] = {}
    for line in out.split(b"\0")[:-1]:
        place, _, raw = line.partition(b"\t")
        mode, _, name = place.decode().split(" ")
        path = os.fsdecode(raw)
        if path != DATA and (not is_data_file(composed(path)) or "/." in path):
            continue
        path = path if composed(path) in listed else composed(path)
        listed[path] = (mode, name)
    return listed


def _resolved(root: FilePath, listed: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    links = [name for mode, name in listed.values() if mode == LINK]
    targets = read_blobs(root, links)
    return {path: _content(path, listed, targets) for path in sorted(listed)}


def _content(
    path: str, listed: Mapping[str, tuple[str, str]], targets: Mapping[str, bytes | None]
) -> str:
    """Return the object id of what a path holds, or words that say why there is none."""
    for _ in range(_MOST_LINKS):
        mode, name = listed[path]
        if mode == SUBMODULE:
            return "it is another repository"
        if mode != LINK:
            return name
        target = composed(os.fsdecode(targets[name] or b""))
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        if path not in listed:
            return "it is a link to something that is no data file of the same commit"
    return "it is a link to a link without end"


def _path(file: RawFile | Diagnostic) -> str:
    return file.path if isinstance(file, RawFile) else file.file
