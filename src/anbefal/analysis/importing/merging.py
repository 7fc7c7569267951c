"""What a row changes in a record that is known, and what stays as people wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from anbefal.analysis.importing.values import PICKED, Fields, is_empty, mark, steps_of
from anbefal.model.dataset import Key
from anbefal.model.edits import Edit, SetValue
from anbefal.model.incoming import ImportSource
from anbefal.model.recommendation import InferredField

IMPORTED = "provenance.imported"
INFERRED = "provenance.inferred"
_OWN = frozenset({"id", IMPORTED, INFERRED, "provenance.source", "provenance.seen"})
"""Fields that no row brings up to date."""
_LABELS = ("labels.themes", "labels.groups", "labels.ministries")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with two values.

    Attributes:
        field: Dotted, such as ``source.paragraph``.
        before: What stands in the record; ``None`` for nothing.
        after: What the file says.
    """

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """What a row does to a record.

    Attributes:
        changes: The fields that it changes.
        kept: The fields that stay as people, or another kind of import, wrote them, although the
            file says otherwise.
        edits: The changes, to be applied.
    """

    changes: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()
    edits: tuple[Edit, ...] = ()


def merge(
    target: Key,
    ours: Fields,
    theirs: Fields,
    source: ImportSource,
    inferred: frozenset[InferredField],
) -> Merged:
    """Return what a row does to a record that is known.

    A field is changed where the record has none, or where it still holds what an import of the same
    kind wrote there. Whatever else stands in the record was written by a person, or by an import of
    another kind, and stays. It is told of where the file says something that it did not say before.

    Args:
        target: The record.
        ours: Its fields.
        theirs: The fields of the row.
        source: The kind of import.
        inferred: What in the row was concluded.
    """
    marks: Mapping[str, str] = ours.get(IMPORTED, {})
    changes: list[FieldChange] = []
    kept: list[FieldChange] = []
    for change in _differences(ours, theirs, marks, source):
        if _may_change(change, marks.get(change.field), source):
            changes.append(change)
        elif not _is_old_news(change, marks.get(change.field), source):
            kept.append(change)
    if not changes:
        return Merged(kept=tuple(kept))
    edits = (*_sets(target, changes), *_notes(target, ours, changes, source, inferred))
    return Merged(tuple(changes), tuple(kept), edits)


def _differences(
    ours: Fields, theirs: Fields, marks: Mapping[str, str], source: ImportSource
) -> Iterator[FieldChange]:
    for field, value in sorted(theirs.items()):
        if field not in _OWN and ours.get(field) != value and not _says_less(field, ours):
            yield FieldChange(field, ours.get(field), value)
    for field in _LABELS:  # a label that somebody mapped in the meantime has gone from the row
        if field in ours and field not in theirs and _wrote(marks.get(field), ours[field], source):
            yield FieldChange(field, ours[field], None)


def _says_less(field: str, ours: Fields) -> bool:
    """Return whether a row says only that a record was picked, of which more is known."""
    return field == PICKED and any(name.startswith(f"{PICKED}.") for name in ours)


def _may_change(change: FieldChange, noted: str | None, source: ImportSource) -> bool:
    if is_empty(change.before):
        return noted is None  # else somebody took it away
    return _wrote(noted, change.before, source)


def _wrote(noted: str | None, value: Any, source: ImportSource) -> bool:
    return noted == mark(source, value)


def _is_old_news(change: FieldChange, noted: str | None, source: ImportSource) -> bool:
    """Return whether the file says what it said when a person changed it."""
    return noted == mark(source, change.after)


def _sets(target: Key, changes: list[FieldChange]) -> Iterator[Edit]:
    for change in changes:
        yield SetValue(target, steps_of(change.field), change.after)


def _notes(
    target: Key,
    ours: Fields,
    changes: list[FieldChange],
    source: ImportSource,
    inferred: frozenset[InferredField],
) -> Iterator[Edit]:
    """Yield what is noted of the changes: who wrote them, and which of them were concluded."""
    marks = dict(ours.get(IMPORTED, {}))
    concluded = set(ours.get(INFERRED, ()))
    for change in changes:
        marks.pop(change.field, None)
        if change.after is not None:
            marks[change.field] = mark(source, change.after)
        name = change.field.removeprefix("source.")
        concluded.discard(name)
        concluded |= {one for one in inferred if one == name}
    yield SetValue(target, steps_of(IMPORTED), dict(sorted(marks.items())))
    if concluded != set(ours.get(INFERRED, ())):
        yield SetValue(target, steps_of(INFERRED), in_order(concluded) or None)


def in_order(inferred: set[Any] | frozenset[Any]) -> list[str]:
    """Return the names of concluded fields in the order of the model."""
    return [one for one in get_args(InferredField) if one in inferred]


def noted(fields: Fields, source: ImportSource) -> dict[str, str]:
    """Return what is noted of the fields of a new record."""
    return {field: mark(source, fields[field]) for field in sorted(fields) if field not in _OWN}
