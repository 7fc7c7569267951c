"""What a row changes in a record that is known, and what stays as people wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from anbefal.analysis.importing.values import PICKED, Fields, is_empty, mark, steps_of
from anbefal.model.dataset import Key
from anbefal.model.edits import Edit, SetValue
from anbefal.model.recommendation import InferredField

IMPORTED = "provenance.imported"
INFERRED = "provenance.inferred"
_OWN = frozenset({"id", IMPORTED, INFERRED, "provenance.source", "provenance.seen"})
"""Fields that no row brings up to date."""
_UNMARKED = _OWN | {"internal"}
"""Fields that leave no mark: a fingerprint of our own notes would tell of them."""
_LABELS = ("labels.themes", "labels.groups", "labels.ministries")
_COMPARED = ("text.", "source.")
"""What a person compares with the document who verifies a record."""
_DATES = frozenset({"date", "due", "seen"})


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


@dataclass(frozen=True, slots=True)
class Theirs:
    """What a row says of a record.

    Attributes:
        fields: Its fields.
        source: The kind of import.
        inferred: What of it was concluded.
        mapped: ``themes``, ``groups`` and ``ministries`` to the labels of the row that words of the
            repository stand for.
    """

    fields: Fields
    source: str
    inferred: frozenset[InferredField] = frozenset()
    mapped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def merge(target: Key, ours: Fields, theirs: Theirs) -> Merged:
    """Return what a row does to a record that is known.

    A field is changed where the record has none, or where it still holds what an import of the same
    kind wrote there. Whatever else stands in the record was written by a person, or by an import of
    another kind, and stays. It is told of where the file says something else, but not while it says
    what it said when a person changed the record.

    In a verified record wording and place stay as they were compared. What was concluded takes the
    place of nothing that was given, and a year or month takes that of no day in it.

    Args:
        target: The record.
        ours: Its fields.
        theirs: What the row says.
    """
    marks: Mapping[str, str] = ours.get(IMPORTED, {})
    changes: list[FieldChange] = []
    kept: list[FieldChange] = []
    for change in _differences(ours, theirs):
        noted = marks.get(change.field)
        if _may_change(change, noted, theirs.source) and not _is_better(change, ours, theirs):
            changes.append(change)
        elif noted != mark(theirs.source, change.after):
            kept.append(change)
    if not changes:
        return Merged(kept=tuple(kept))
    edits = (*_sets(target, ours, changes), *_notes(target, ours, changes, theirs))
    return Merged(tuple(changes), tuple(kept), edits)


def _differences(ours: Fields, theirs: Theirs) -> Iterator[FieldChange]:
    said = {**_labels_left(ours, theirs), **theirs.fields}
    for name, value in sorted(said.items()):
        if name in _OWN or ours.get(name) == value or _says_less(name, value, ours):
            continue
        yield FieldChange(name, ours.get(name), value)


def _labels_left(ours: Fields, theirs: Theirs) -> dict[str, list[str] | None]:
    """Return the record's labels without those that somebody mapped in the meantime."""
    left: dict[str, list[str] | None] = {}
    for kind, mapped in theirs.mapped.items():
        labels = ours.get(f"labels.{kind}", [])
        rest = [one for one in labels if one not in mapped]
        if len(rest) < len(labels):
            left[f"labels.{kind}"] = rest or None
    return left


def _says_less(name: str, value: Any, ours: Fields) -> bool:
    """Return whether a row says less of what it says than the record does."""
    if name == PICKED:
        return any(one.startswith(f"{PICKED}.") for one in ours)
    is_coarser = str(ours.get(name, "")).startswith(f"{value}-")
    return is_coarser and name.rpartition(".")[2] in _DATES


def _may_change(change: FieldChange, noted: str | None, source: str) -> bool:
    if is_empty(change.before):
        return noted is None  # else somebody took it away
    return noted == mark(source, change.before)


def _is_better(change: FieldChange, ours: Fields, theirs: Theirs) -> bool:
    """Return whether what stands in the record was compared or given, and the row's was not."""
    if ours.get("provenance.verified") and change.field.startswith(_COMPARED):
        return change.field != "source.annotation_id"
    name = change.field.removeprefix("source.")
    is_given = not is_empty(change.before) and name not in ours.get(INFERRED, ())
    return is_given and name in theirs.inferred


def _sets(target: Key, ours: Fields, changes: list[FieldChange]) -> Iterator[Edit]:
    for change in changes:
        yield SetValue(target, steps_of(change.field), change.after)
    gone = {change.field for change in changes if change.after is None}
    left = {name for name in ours if name.startswith("labels.")} - gone
    if (
        gone
        and not left
        and not any(change.field in _LABELS and change.after for change in changes)
    ):
        yield SetValue(target, ("labels",), None)


def _notes(target: Key, ours: Fields, changes: list[FieldChange], theirs: Theirs) -> Iterator[Edit]:
    """Yield what is noted of the changes: who wrote them, and which of them were concluded."""
    marks = dict(ours.get(IMPORTED, {}))
    concluded = set(ours.get(INFERRED, ()))
    for change in changes:
        marks.pop(change.field, None)
        if change.after is not None and change.field not in _UNMARKED:
            marks[change.field] = mark(theirs.source, change.after)
        name = change.field.removeprefix("source.")
        concluded.discard(name)
        concluded |= {one for one in theirs.inferred if one == name}
    yield SetValue(target, steps_of(IMPORTED), dict(sorted(marks.items())))
    if concluded != set(ours.get(INFERRED, ())):
        yield SetValue(target, steps_of(INFERRED), in_order(concluded) or None)


def in_order(inferred: set[Any] | frozenset[Any]) -> list[str]:
    """Return the names of concluded fields in the order of the model."""
    return [one for one in get_args(InferredField) if one in inferred]


def noted(fields: Fields, source: str) -> dict[str, str]:
    """Return what is noted of the fields of a new record."""
    return {name: mark(source, fields[name]) for name in sorted(fields) if name not in _UNMARKED}
