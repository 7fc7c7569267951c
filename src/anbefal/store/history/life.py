"""The life of one record: every commit that touched it, and what its file held before and after."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from anbefal.diagnostics import Diagnostic, Severity
from anbefal.errors import UnknownName
from anbefal.model.base import ID_PATTERN, Record
from anbefal.model.dataset import Dataset
from anbefal.model.kinds import ACTOR, MEETING, PLAN, RECOMMENDATION, THEME, Kind
from anbefal.model.names import composed, nearest
from anbefal.store.git import git
from anbefal.store.history.commits import Commit, GitFolder
from anbefal.store.history.snapshots import (
    LINK,
    SUBMODULE,
    CommitFiles,
    Files,
    WorkFiles,
    as_file,
    read_blobs,
)
from anbefal.store.reading.repository import Loaded, load
from anbefal.store.reading.tree import RawFile, is_data_file

FOLDERS = (RECOMMENDATION, PLAN, MEETING)
"""Kinds whose records have a file each, the first the one that is meant where two have an id."""

_NOT_FILES = {SUBMODULE: "it is another repository", LINK: "it is a link"}

LISTS = (ACTOR, THEME)
"""Kinds whose records stand in one file."""

LARGE = 100_000
"""Bytes from which on only the record that is asked for is read out of a list."""

AT_ONCE = 100
"""Versions of a file that are held in memory; each is a megabyte at most."""

Held = dict[str, str]
"""Path to the object id of its content."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What one commit did to a record.

    Attributes:
        commit: The commit; ``None`` for what is not committed yet.
        old: The record before, alone in a dataset; empty where there was none.
        new: The record after.
        moved: The file before and after, where the record lies in another one now.
        unread: Files that hold the record, or held it, and cannot be read in full.
    """

    commit: Commit | None
    old: Dataset
    new: Dataset
    moved: tuple[str, str] | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of a record's life.

    Attributes:
        kind: What kind of record it is.
        name: Its id.
        stages: What happened to it, the oldest first.
        is_cut_off: Whether history goes back further than it does here (a shallow clone).
    """

    kind: Kind
    name: str
    stages: tuple[Stage, ...]
    is_cut_off: bool


def life_of(folder: GitFolder, now: WorkFiles, name: str) -> Life:
    """Return the life of a recommendation, plan, meeting, actor or theme.

    A record is followed by its id, also through folders and where it is gone. A commit that joins
    two lines is compared with the first of them.

    Args:
        folder: The repository.
        now: Its working folder as it lies.
        name: The record's id.

    Raises:
        UnknownName: No record has, or had, this id.
        GitFailed: Nothing is committed yet.
    """
    wanted = composed(name)
    if re.fullmatch(ID_PATTERN, wanted):
        for kind in (*FOLDERS, *LISTS):
            if stages := _stages(folder, now, kind, wanted):
                return Life(kind, wanted, stages, folder.shallow)
    known = _known(now)
    raise UnknownName("record", name, nearest(wanted, known), known)


def _known(now: WorkFiles) -> list[str]:
    """Return the ids of what lies in the working folder."""
    places = tuple(kind.path for kind in FOLDERS)
    files = [path for path in now.contents if path.startswith(places)]
    listed = load(Files(now.read([kind.path for kind in LISTS]))).dataset
    names = (path.rpartition("/")[2].removesuffix(".yaml") for path in files)
    return sorted({*names, *listed.themes, *listed.actors})


def _stages(folder: GitFolder, now: WorkFiles, kind: Kind, name: str) -> tuple[Stage, ...]:
    pattern = f":(glob){kind.path}" if kind.listed else f":(glob){kind.path}**/{name}.yaml"
    commits = folder.commits("--topo-order", "--reverse", folder.tip, paths=(pattern,))
    touched = _touched(folder, commits, pattern) if commits else {}
    asked = [touched[one.name] for one in commits if one.name in touched]
    ids = [one for sides in asked for held in sides for one in held.values()]
    reader = _Reader(kind, name, _Blobs(folder, ids))
    told = (reader.stage(commit, *touched.get(commit.name, ({}, {}))) for commit in commits)
    stages = [stage for stage in told if stage]
    return (*stages, *_uncommitted(folder, now, reader))


def _uncommitted(folder: GitFolder, now: WorkFiles, reader: _Reader) -> Iterator[Stage]:
    """Yield what the working folder holds of a record, where it is not what is committed."""
    last = CommitFiles(folder.root, folder.tip)
    before, after = (reader.files_in(side.contents) for side in (last, now))
    if before != after:
        old, new = (load(Files(side.read(held))) for side, held in ((last, before), (now, after)))
        stage = reader.between(None, _Side(before, old), _Side(after, new))
        if stage and (stage.moved or stage.unread or _records(stage.old) != _records(stage.new)):
            yield stage


def _touched(
    folder: GitFolder, commits: list[Commit], pattern: str
) -> dict[str, tuple[Held, Held]]:
    """Return commit to the files that it changed, as they were before and after."""
    asked = "".join(f"{' '.join((one.name, *one.parents[:1]))}\n" for one in commits)
    words = ("--stdin", "-r", "-z", "--root", "--raw", "--no-renames", "--no-abbrev", "--relative")
    safely = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=none")
    out = git(
        folder.root, "diff-tree", *words, *safely, "--", pattern, given=asked.encode(), globs=True
    )
    return _by_commit(out)


def _by_commit(out: bytes) -> dict[str, tuple[Held, Held]]:
    """Return commit to path and object id, before and after, from what ``diff-tree -z`` prints."""
    found: dict[str, tuple[Held, Held]] = {}
    words = iter(out.split(b"\0"))
    current: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for word in words:
        if word.startswith(b":"):
            modes = word[1:].decode().split(" ")
            path = composed(os.fsdecode(next(words)))
            if is_data_file(path) and "/." not in path:
                for side, mode, name in zip(current, modes[:2], modes[2:4], strict=True):
                    if name.strip("0"):
                        side[path] = _NOT_FILES.get(mode, name)
        elif word:
            current = ({}, {})
            found[word.decode().strip()] = current
    return found


def _item(data: bytes, name: str) -> bytes | None:
    """Return the lines of one item of a list, or ``None`` where they do not stand by themselves.

    Args:
        data: A list of records, each at the beginning of a line.
        name: The id of the record, with which its item must begin.
    """
    found = list(re.finditer(rb"^- id: *%b *\r?$" % re.escape(name.encode()), data, re.MULTILINE))
    if len(found) != 1:
        return None
    following = re.compile(rb"^- ", re.MULTILINE).search(data, found[0].end())
    item = data[found[0].start() : following.start() if following else len(data)]
    return None if b"*" in item or b"&" in item else item


def _records(dataset: Dataset) -> list[Record]:
    return [entry.record for entry in dataset.entries]


@dataclass(frozen=True, slots=True)
class _Side:
    """The files that hold a record, and what was read from them."""

    held: Held
    loaded: Loaded

    @property
    def unread(self) -> set[str]:
        return {one.file for one in self.loaded.findings if one.severity is Severity.ERROR}


class _Blobs(Mapping[str, bytes | None]):
    """Contents by object id, a few at a time: a long history of a large list fills no memory.

    Args:
        folder: The git folder.
        ids: Object ids, about in the order in which they will be asked for.
    """

    def __init__(self, folder: GitFolder, ids: Iterable[str]) -> None:
        self._folder = folder
        self._ids = list(dict.fromkeys(ids))
        self._places = {name: place for place, name in enumerate(self._ids)}
        self._known: dict[str, bytes | None] = {}

    def __getitem__(self, name: str) -> bytes | None:
        if name not in self._known:
            place = self._places[name]
            self._known = read_blobs(self._folder.root, self._ids[place : place + AT_ONCE])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class _Reader:
    """Reads the states of one record from contents that are at hand.

    Args:
        kind: What kind of record it is.
        name: Its id.
        blobs: Object ids to contents.
    """

    def __init__(self, kind: Kind, name: str, blobs: Mapping[str, bytes | None]) -> None:
        self._kind = kind
        self._name = name
        self._blobs = blobs
        self._last: Dataset = Dataset()
        self._read: tuple[Held, Loaded] | None = None

    def files_in(self, contents: Mapping[str, str]) -> Held:
        """Return those files that may hold the record."""
        if self._kind.listed:
            return {path: name for path, name in contents.items() if path == self._kind.path}
        end = f"/{self._name}.yaml"
        place = self._kind.path
        return {p: n for p, n in contents.items() if p.startswith(place) and p.endswith(end)}

    def stage(self, commit: Commit, before: Held, after: Held) -> Stage | None:
        """Return what a commit did, ``None`` where it did not touch the record."""
        return self.between(commit, self._side(before), self._side(after))

    def _side(self, held: Held) -> _Side:
        if self._read is None or self._read[0] != held:
            files = [as_file(path, name, self._blobs) for path, name in held.items()]
            self._read = held, load(Files([self._needed(file) for file in files]))
        return _Side(held, self._read[1])

    def _needed(self, file: RawFile | Diagnostic) -> RawFile | Diagnostic:
        """Return a file; of a large list only the record, for reading thousands takes long."""
        if isinstance(file, Diagnostic) or not self._kind.listed or len(file.data) <= LARGE:
            return file
        return RawFile(file.path, _item(file.data, self._name) or file.data)

    def between(self, commit: Commit | None, before: _Side, after: _Side) -> Stage | None:
        """Return what lies between two sides, ``None`` where the record is the same in a list.

        What could not be read before is compared as it could last be read.
        """
        unread = sorted(after.unread)
        old = self._last if before.unread else self._alone(before.loaded.dataset)
        new = self._alone(after.loaded.dataset)
        if not after.unread:
            self._last = new
        if self._kind.listed and _records(old) == _records(new):
            return None
        moved = None
        if before.held and after.held and min(before.held) != min(after.held):
            moved = min(before.held), min(after.held)
        return Stage(commit, old, new, moved, tuple(unread))

    def _alone(self, dataset: Dataset) -> Dataset:
        entries = [
            entry
            for entry in dataset.entries
            if entry.kind.name == self._kind.name
            and getattr(entry.record, "id", None) == self._name
        ]
        return replace(dataset, entries=tuple(entries), files=())
