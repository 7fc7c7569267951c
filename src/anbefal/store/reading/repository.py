"""A tree of data files, read into a dataset and its findings."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path as FilePath

from anbefal.diagnostics import Diagnostic, Position, Severity
from anbefal.errors import NoRepository
from anbefal.model.base import Record
from anbefal.model.dataset import Dataset, Entry, SourceFile
from anbefal.model.kinds import CRITERIA, Kind, kind_of
from anbefal.model.names import composed
from anbefal.store.reading import findings
from anbefal.store.reading.findings import MOST_FINDINGS, finding
from anbefal.store.reading.nodes import Locator
from anbefal.store.reading.reader import parse
from anbefal.store.reading.schema import to_record
from anbefal.store.reading.tree import RawFile, Tree, WorkTree, is_data_file, not_read

Unread = tuple[str, str | None]
"""Kind and id of a record that could not be read; the id is ``None`` where it is not known."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """What one data file holds.

    Attributes:
        source: Its path and text; ``None`` where it was not read at all.
        entries: The records that could be read.
        findings: Why others could not; some have no line and column yet.
        unread: What the others may have been.
    """

    source: SourceFile | None = None
    entries: tuple[Entry[Record], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    unread: frozenset[Unread] = frozenset()


Known = dict[RawFile | Diagnostic, FileContent]
"""Files as they lay in a tree, and what they held."""


@dataclass(frozen=True)
class Loaded:
    """What reading a repository gave.

    Attributes:
        contents: Path and content of each file, in order of paths.
        as_of: The day that "overdue" is measured from, where one was asked for.
        dataset: The records that could be read.
        findings: Why the others could not, in order of files.
    """

    contents: tuple[tuple[str, FileContent], ...]
    as_of: date | None
    dataset: Dataset
    findings: tuple[Diagnostic, ...]

    def changed(self, files: Mapping[str, bytes | None]) -> Loaded:
        """Return the repository as it would be with these files.

        Args:
            files: Path to content; ``None`` for a file that is gone.
        """
        files = {composed(path): data for path, data in files.items()}
        kept = [(path, content) for path, content in self.contents if path not in files]
        new = [(p, _content(RawFile(p, data))) for p, data in files.items() if data is not None]
        return _assembled([*kept, *new], self.as_of)


def find_root(start: FilePath) -> FilePath:
    """Return the repository that ``start`` lies in.

    Raises:
        NoRepository: There is no such folder, or neither it nor any folder above it holds
            ``data/criteria.yaml``.
    """
    start = start.absolute()
    if not start.is_dir():
        raise NoRepository(f"There is no folder {start}.", "Check the spelling.")
    for folder in (start, *start.parents):
        if (folder / CRITERIA.path).is_file():
            return folder
    message = f"No data repository here: {start} and the folders above it have no {CRITERIA.path}."
    raise NoRepository(message, "Go to the repository's folder, or name it with --root FOLDER.")


def load(source: Tree | FilePath, as_of: date | None = None, known: Known | None = None) -> Loaded:
    """Read every record of a repository.

    Args:
        source: The folder that holds ``data/``, or another tree.
        as_of: The day that "overdue" is measured from.
        known: What files hold that were read before. What is read now is added, so that the next
            reading only takes what has changed meanwhile.

    Raises:
        Unreadable: The data folder itself cannot be listed.
    """
    tree = WorkTree(source) if isinstance(source, FilePath) else source
    with _collector_paused():
        return _assembled([(_path(file), _read(file, known)) for file in tree.files()], as_of)


def _read(file: RawFile | Diagnostic, known: Known | None) -> FileContent:
    if known is None:
        return _content(file)
    if file not in known:
        known[file] = _content(file)
    return known[file]


def _path(file: RawFile | Diagnostic) -> str:
    return file.path if isinstance(file, RawFile) else file.file


def _assembled(contents: Iterable[tuple[str, FileContent]], as_of: date | None) -> Loaded:
    ordered = tuple(sorted(contents, key=lambda pair: pair[0]))
    dataset = Dataset(
        entries=tuple(entry for _, content in ordered for entry in content.entries),
        files=tuple(content.source for _, content in ordered if content.source),
        as_of=as_of,
        unread=frozenset(one for _, content in ordered for one in content.unread),
    )
    found = [one for _, content in ordered for one in content.findings]
    return Loaded(ordered, as_of, dataset, locate(found, dataset))


def _content(file: RawFile | Diagnostic) -> FileContent:
    """Read one file, as far as it can be read."""
    if isinstance(file, Diagnostic):
        return FileContent(findings=(file,), unread=frozenset(_unread_file(file)))
    kind = kind_of(file.path)
    if kind is None or not is_data_file(file.path):
        return _content(not_read(file.path))
    parsed = parse(file.path, file.data)
    source = SourceFile(file.path, parsed.text)
    if parsed.findings:
        unread = frozenset(one for found in parsed.findings for one in _unread_file(found))
        return FileContent(source, findings=parsed.findings, unread=unread)
    items = tuple(_records(kind, parsed.value, file.path))
    failed = tuple(item for item in items if isinstance(item, Diagnostic))
    return FileContent(
        source,
        entries=tuple(item for item in items if isinstance(item, Entry)),
        findings=failed,
        unread=frozenset(one for item in failed for one in _unread_record(kind, item)),
    )


def _unread_file(found: Diagnostic) -> Iterator[Unread]:
    """Yield what a file that gave no record may hold: the id that its name says, or any."""
    kind = kind_of(found.file) or kind_of(f"{found.file}/")
    if kind and found.severity is Severity.ERROR:
        name = found.file.rpartition("/")[2].removesuffix(".yaml")
        yield kind.name, None if kind.listed or not found.file.endswith(".yaml") else name


def _unread_record(kind: Kind, found: Diagnostic) -> Iterator[Unread]:
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
    return tuple(_not_too_many(sorted(located, key=lambda d: d.sort_key)))


def _not_too_many(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings, of each file as many as a person may look at."""
    for file, group in groupby(found, key=lambda one: one.file):
        of_file = list(group)
        yield from of_file[:MOST_FINDINGS]
        if len(of_file) > MOST_FINDINGS:
            last = of_file[MOST_FINDINGS].position
            message = "There are more findings in this file than are shown."
            hint = "Mend what is shown, and run the command again."
            yield finding(findings.MORE_FINDINGS, file, message, hint=hint, position=last)
