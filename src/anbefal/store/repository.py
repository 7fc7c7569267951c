"""A folder with ``data/criteria.yaml`` in it, read into a dataset and its findings."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from stat import S_ISLNK, S_ISREG

from anbefal.diagnostics import Diagnostic, Position, Severity
from anbefal.errors import NoRepository, Unreadable
from anbefal.model.base import Record
from anbefal.model.dataset import Dataset, Entry, SourceFile
from anbefal.model.kinds import CRITERIA, KINDS, Kind, kind_of
from anbefal.model.names import composed
from anbefal.store import findings
from anbefal.store.findings import finding
from anbefal.store.nodes import Locator
from anbefal.store.reader import MAX_BYTES, Parsed, parse
from anbefal.store.schema import to_record

DATA = "data"


@dataclass(frozen=True)
class Loaded:
    """What reading a repository gave.

    Attributes:
        dataset: The records that could be read.
        findings: Why the others could not, in order of files.
    """

    dataset: Dataset
    findings: tuple[Diagnostic, ...]


def find_root(start: FilePath) -> FilePath:
    """Return the repository that ``start`` lies in.

    Raises:
        NoRepository: Neither ``start`` nor any folder above it holds ``data/criteria.yaml``.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / CRITERIA.path).is_file():
            return folder
    message = f"No data repository here: {start} and the folders above it have no {CRITERIA.path}."
    raise NoRepository(message, "Go to the repository's folder, or name it with --root FOLDER.")


def load(root: FilePath, as_of: date | None = None) -> Loaded:
    """Read every record of the repository at ``root``.

    Args:
        root: The folder that holds ``data/``.
        as_of: The day that "overdue" is measured from.

    Raises:
        Unreadable: The data folder itself cannot be listed.
    """
    entries: list[Entry[Record]] = []
    sources: list[SourceFile] = []
    found: list[Diagnostic] = []
    unread: set[tuple[str, str | None]] = set()
    with _collector_paused():
        for file in _files(root):
            if isinstance(file, Diagnostic):
                found.append(file)
                unread.update(_unread_file(file))
                continue
            kind, path, parsed = file
            sources.append(SourceFile(path, parsed.text))
            found.extend(parsed.findings)
            unread.update(one for finding in parsed.findings for one in _unread_file(finding))
            for item in () if parsed.findings else _records(kind, parsed.value, path):
                if isinstance(item, Entry):
                    entries.append(item)
                else:
                    found.append(item)
                    unread.update(_unread_record(kind, item))
    dataset = Dataset(tuple(entries), tuple(sources), as_of, frozenset(unread))
    return Loaded(dataset, locate(found, dataset))


def _unread_file(found: Diagnostic) -> Iterator[tuple[str, str | None]]:
    """Yield what a file that gave no record may hold: the id that its name says, or any."""
    kind = kind_of(found.file)
    if kind and found.severity is Severity.ERROR:
        name = found.file.rpartition("/")[2].removesuffix(".yaml")
        yield kind.name, None if kind.listed or not found.file.endswith(".yaml") else name


def _unread_record(kind: Kind, found: Diagnostic) -> Iterator[tuple[str, str | None]]:
    """Yield the id of a record with a mistake, as it is written and as its file's name says."""
    yield kind.name, found.record
    if not kind.listed:
        yield from _unread_file(found)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the collector of cycles: records have none, and looking for them doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _files(root: FilePath) -> Iterator[tuple[Kind, str, Parsed] | Diagnostic]:
    """Yield kind, path and content of every data file, or why it is not read.

    One file at a time, so that the plain values of one are gone before those of the next come.
    """
    inside = os.path.realpath(root) + os.sep
    for file in _data_files(root, inside):
        if isinstance(file, Diagnostic):
            yield file
            continue
        path, real = file
        kind = kind_of(path)
        if kind is None or not path.endswith(".yaml"):
            yield _not_read(path)
            continue
        data = _read(path, real, inside)
        yield data if isinstance(data, Diagnostic) else (kind, path, parse(path, data))


def _records(kind: Kind, value: object, path: str) -> Iterator[Entry[Record] | Diagnostic]:
    if not kind.listed:
        items: list[tuple[object, tuple[str | int, ...]]] = [(value, ())]
    elif isinstance(value, list):
        items = [(item, (number,)) for number, item in enumerate(value)]
    else:
        message = f"The file must be a list of {kind.name}s, each beginning with '- id:'."
        yield finding(findings.WRONG_VALUE, path, message, position=Position(1, 1))
        return
    for item, base in items:
        record = to_record(kind.model, item, path, base)
        if isinstance(record, list):
            yield from record
        else:
            yield Entry(kind, record, path, base)


def locate(found: Iterable[Diagnostic], dataset: Dataset) -> tuple[Diagnostic, ...]:
    """Return the findings with line and column, sorted by place.

    Only files that have a finding without a position are read by the slow reader.
    """
    texts = {file.path: file.text for file in dataset.files}
    locators: dict[str, Locator] = {}
    located = []
    for one in found:
        if one.position is None:
            if one.file not in locators:
                locators[one.file] = Locator(texts.get(one.file, ""))
            one = one.at(locators[one.file].find(one.path))  # noqa: PLW2901
        located.append(one)
    return tuple(sorted(located, key=lambda d: d.sort_key))


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


def _read(path: str, real: str, inside: str) -> bytes | Diagnostic:
    try:
        status = os.lstat(real)
        if S_ISLNK(status.st_mode):
            if not os.path.realpath(real).startswith(inside):
                message = "A link leads out of the repository; it is not followed."
                return finding(findings.OUTSIDE_REPOSITORY, path, message, position=Position(1, 1))
            status = os.stat(real)
        if S_ISREG(status.st_mode):
            with open(real, "rb", buffering=0) as file:
                return file.read(min(status.st_size, MAX_BYTES) + 1) or b""
        problem = "it is not an ordinary file"
    except OSError as error:
        problem = error.strerror or type(error).__name__
    message = f"The file cannot be read: {problem}."
    return finding(findings.UNREADABLE_FILE, path, message, position=Position(1, 1))


def _not_read(path: str) -> Diagnostic:
    kind = kind_of(path)
    places = ", ".join(kind.path for kind in KINDS)
    hint = "Its name must end with .yaml." if kind else f"Records lie in {places}."
    message = "This file is not read as data."
    return finding(findings.UNKNOWN_FILE, path, message, hint=hint, position=Position(1, 1))
