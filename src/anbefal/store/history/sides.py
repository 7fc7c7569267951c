"""Two states of a repository, read only as far as they differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from anbefal.diagnostics import Diagnostic, Severity
from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset
from anbefal.model.kinds import ACTOR, CRITERIA, MEETING, RECOMMENDATION, SETTINGS, THEME
from anbefal.model.meeting import Measure, Plan
from anbefal.store.history.snapshots import Files, Snapshot
from anbefal.store.reading.repository import Loaded, load

WORDS = (THEME.path, ACTOR.path, SETTINGS.path, CRITERIA.path)
"""The files that give names to what the others hold."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two states of a repository, to be compared.

    Attributes:
        old: The records before: those of files that differ, and what is needed to name them.
        new: The records after, likewise.
        unread_old: The files before that differ and cannot be read in full, sorted.
        unread_new: The same after.
    """

    old: Dataset
    new: Dataset
    unread_old: tuple[str, ...]
    unread_new: tuple[str, ...]


def sides(old: Snapshot, new: Snapshot) -> Sides:
    """Return what differs between two snapshots.

    Only files that differ are read, the vocabulary, and recommendations that a changed promise or
    score names, so that its themes are known.

    Raises:
        Unreadable: The data folder cannot be listed on one of the sides.
    """
    before, after = old.contents, new.contents
    paths = [p for p in {*before, *after} if before.get(p) != after.get(p)]
    was, now = _loaded(old, paths), _loaded(new, paths)
    words = _shared(new, WORDS, paths)
    named = _named(was.dataset, now.dataset)
    known = {**was.dataset.recommendations, **now.dataset.recommendations}
    wanted = _files_of(after, named - set(known))
    beside = load(Files([*words, *_shared(new, wanted, paths)])).dataset
    return Sides(
        _beside(was.dataset, beside), _beside(now.dataset, beside), _unread(was), _unread(now)
    )


def names_in(snapshot: Snapshot) -> Dataset:
    """Return the vocabulary and the meetings of a snapshot, which users name moments by."""
    paths = [path for path in snapshot.contents if path.startswith(MEETING.path)]
    return _loaded(snapshot, [*WORDS, *paths]).dataset


def _loaded(snapshot: Snapshot, paths: Collection[str]) -> Loaded:
    return load(Files(snapshot.read(paths)))


def _shared(snapshot: Snapshot, paths: Collection[str], differing: Collection[str]) -> list[Any]:
    """Return files that stand on both sides alike."""
    return snapshot.read(set(paths) - set(differing))


def _beside(dataset: Dataset, shared: Dataset) -> Dataset:
    return replace(dataset, entries=(*dataset.entries, *shared.entries))


def _unread(loaded: Loaded) -> tuple[str, ...]:
    errors: Iterator[Diagnostic] = (f for f in loaded.findings if f.severity is Severity.ERROR)
    return tuple(sorted({one.file for one in errors}))


def _files_of(contents: Mapping[str, str], names: Collection[str]) -> list[str]:
    """Return the files of recommendations with these ids."""
    files = {f"{name}.yaml" for name in names}
    return [
        path
        for path in contents
        if path.startswith(RECOMMENDATION.path) and path.rpartition("/")[2] in files
    ]


def _named(old: Dataset, new: Dataset) -> set[str]:
    """Return the recommendations that promises, measures and scores name on one side."""
    was, now = dict(_naming(old)), dict(_naming(new))
    changed = [key for key in {*was, *now} if was.get(key) != now.get(key)]
    return {
        name for key in changed for part in (was.get(key), now.get(key)) for name in _names(part)
    }


def _naming(dataset: Dataset) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the parts of records that name recommendations, with what identifies them."""
    for meeting in dataset.meetings.values():
        yield from ((("meeting", meeting.id, one.id), one) for one in meeting.commitments)
    for plan in dataset.plans.values():
        yield ("plan", plan.id), plan
    for entry in dataset.entries_of(Assessment):
        record = entry.record
        for one in record.scores:
            if one.recommendation:
                yield (record.round, record.assessor, one.recommendation), one


def _names(part: Any) -> tuple[str, ...]:
    if isinstance(part, Plan):
        return tuple(name for measure in part.measures for name in measure.addresses)
    if isinstance(part, Measure):
        return part.addresses
    return (part.recommendation,) if part else ()
