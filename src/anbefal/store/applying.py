"""From changes as values to new content of files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from anbefal.errors import CannotEdit, CannotWrite, Misuse
from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.edits import (
    Append,
    Create,
    Delete,
    Discard,
    Edit,
    Rename,
    SetValue,
    Steps,
    Target,
)
from anbefal.model.fields import Shape, shape_at
from anbefal.model.kinds import ASSESSMENT, CRITERIA, KINDS, RECOMMENDATION, SETTINGS, Kind
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation
from anbefal.model.references import named_by
from anbefal.store.editor import rewrite
from anbefal.store.journal import FileChange
from anbefal.store.modeline import mode_line_in
from anbefal.store.reader import parse
from anbefal.store.splices import same

_KINDS = {kind.name: kind for kind in KINDS}


def apply(root: Path, dataset: Dataset, edits: Sequence[Edit]) -> tuple[FileChange, ...]:
    """Return what the edits make of the repository's files, sorted by path.

    Args:
        root: The repository.
        dataset: Its records, as they lie there now, with internal notes.
        edits: What is to change; later ones build on earlier ones.

    Raises:
        Misuse: An edit does not fit: no such record or place, or an id that is taken.
        CannotEdit: A file's text cannot be changed piece by piece.
        CannotWrite: A file cannot be read.
    """
    files = _Files(root, dataset)
    for edit in edits:
        files.apply(edit)
    return files.changes()


def target_of(entry: Entry[Any]) -> Target:
    """Return the record of an entry as edits name it."""
    record = entry.record
    if isinstance(record, Assessment):
        return Target(ASSESSMENT.name, f"{record.round}/{record.assessor}")
    return Target(entry.kind.name, getattr(record, "id", entry.kind.name))


def file_of(root: Path, dataset: Dataset, target: Target) -> str:
    """Return the path of a record's file, as the file system spells it."""
    entry = next(entry for entry in dataset.entries if target_of(entry) == target)
    return _spelt(root, entry.file)


class _Files:
    """The values of the files that edits touch, as they become.

    Args:
        root: The repository.
        dataset: Its records.
    """

    def __init__(self, root: Path, dataset: Dataset) -> None:
        self._root = root
        self._dataset = dataset
        self._places = {target_of(e): (e.file, e.base) for e in reversed(dataset.entries)}
        self._old: dict[str, bytes | None] = {}
        self._values: dict[str, Any] = {}
        self._moved: dict[str, str] = {}

    def apply(self, edit: Edit) -> None:
        """Make one change."""
        match edit:
            case SetValue():
                self._set(edit.target, edit.steps, edit.value)
            case Append():
                self._append(edit)
            case Discard():
                self._discard(edit)
            case Create():
                self._create(edit)
            case Delete():
                self._delete(edit.target)
            case Rename():
                self._rename(edit)

    def changes(self) -> tuple[FileChange, ...]:
        """Return the files that differ from what they were, sorted by path."""
        made = [change for path in sorted(self._values) for change in self._changed(path)]
        return tuple(sorted(made, key=lambda change: change.path))

    def _changed(self, path: str) -> Iterator[FileChange]:
        old, value = self._old[path], self._values[path]
        moved = self._moved.get(path)
        if value is None:
            if old is not None:
                yield FileChange(path, old, None)
            return
        if old is None:
            yield FileChange(
                path, None, (mode_line_in(self._root, path) + rewrite("", value)).encode()
            )
            return
        new = rewrite(old.decode(), value).encode()
        if moved:
            yield FileChange(path, old, None)
            yield FileChange(moved, None, new)
        elif new != old:
            yield FileChange(path, old, new)

    # One record

    def _set(self, target: Target, steps: Steps, value: Any) -> None:
        holder, key = self._holder(target, steps, make=value is not None)
        if value is not None:
            self._put(target, holder, steps[:-1], key, value)
        elif isinstance(holder, list):
            del holder[self._number(holder, key, steps)]
        elif holder is not None:
            holder.pop(key, None)

    def _append(self, edit: Append) -> None:
        found = self._list(edit.target, edit.steps, make=True)
        if isinstance(edit.value, dict) or not any(same(edit.value, one) for one in found):
            found.append(edit.value)

    def _discard(self, edit: Discard) -> None:
        found = self._list(edit.target, edit.steps, make=False)
        kept = [one for one in found if not same(one, edit.value)]
        if len(kept) == len(found):
            message = f"{_told(edit.steps)} does not hold {edit.value!r}."
            raise Misuse(message, "See what it holds with 'anbefal show'.")
        self._set(edit.target, edit.steps, kept or None)

    def _list(self, target: Target, steps: Steps, *, make: bool) -> list[Any]:
        holder, key = self._holder(target, steps, make=make)
        found = holder.get(key) if isinstance(holder, dict) else None
        if found is None and make:
            found = []
            self._put(target, holder, steps[:-1], key, found)
        if isinstance(found, str):  # one internal note stands without brackets
            found = [found]
            self._put(target, holder, steps[:-1], key, found)
        return found if isinstance(found, list) else []

    def _holder(self, target: Target, steps: Steps, *, make: bool) -> tuple[Any, str | int]:
        """Return the mapping or list that a place is in, and the last step to it."""
        value = self._record(target)
        for number, step in enumerate(steps[:-1]):
            if isinstance(value, list):
                value = value[self._number(value, step, steps)]
            elif isinstance(value, dict):
                if value.get(step) is None and make:
                    self._put(target, value, steps[:number], step, {})
                value = value.get(step)
        return value, steps[-1]

    def _put(self, target: Target, holder: Any, above: Steps, key: str | int, value: Any) -> None:
        """Set a key; a new one stands where the model has it."""
        if isinstance(holder, list):
            holder[self._number(holder, key, (*above, key))] = value
            return
        if not isinstance(holder, dict):
            message = f"{_told((*above, key))} cannot be set: there is no mapping around it."
            raise Misuse(message, "Set the whole of it, as {key: value}.")
        if key in holder:
            holder[key] = value
            return
        shape = shape_at(_KINDS[target.kind].model, above)
        order = [*shape.keys, *(one for one in holder if one not in shape.keys)]
        before = order[: order.index(key)] if key in order else order
        at = max((number + 1 for number, one in enumerate(holder) if one in before), default=0)
        pairs = list(holder.items())
        holder.clear()
        holder.update([*pairs[:at], (key, value), *pairs[at:]])

    def _number(self, items: list[Any], step: str | int, steps: Steps) -> int:
        for number, item in enumerate(items):
            if number == step or (isinstance(step, str) and _name(item) == step):
                return number
        names = ", ".join(str(name) for item in items if (name := _name(item)))
        hint = f"Its items are: {names}." if names else f"It has {len(items)} items, from 0."
        raise Misuse(f"{_told(steps)}: there is no {step!r}.", hint)

    # Records

    def _create(self, edit: Create) -> None:
        kind = _KINDS[edit.target.kind]
        if edit.target in self._places:
            message = f"There is already a {kind.name} {edit.target.id!r}."
            raise Misuse(message, "Choose another id, or change it with 'anbefal edit'.")
        ordered = _in_order(shape_at(kind.model, ()), edit.value)
        if kind.listed:
            items = self._value(kind.path)
            names = [item.get("id", "") for item in items]
            at = len(items)
            if names == sorted(names):
                at = next((n for n, name in enumerate(names) if name > edit.target.id), at)
            items.insert(at, ordered)
            return
        path = self._new_path(kind, edit.target, ordered)
        if os.path.lexists(self._root / path) or path in self._values:
            message = f"There is already a file {path}."
            raise Misuse(message, "Choose another id, or look at what stands in the file.")
        self._old[path], self._values[path] = None, ordered
        self._places[edit.target] = (path, ())

    def _new_path(self, kind: Kind, target: Target, value: dict[str, Any]) -> str:
        if kind is RECOMMENDATION:
            return f"{kind.path}{_folder(self._dataset, value)}{target.id}.yaml"
        if kind in {CRITERIA, SETTINGS}:
            return kind.path
        return f"{kind.path}{target.id}.yaml"

    def _delete(self, target: Target) -> None:
        path, base = self._place(target)
        items = self._value(path)
        if not base:
            self._values[_spelt(self._root, path)] = None
            return
        items[:] = [item for item in items if _name(item) != target.id]

    def _rename(self, edit: Rename) -> None:
        kind = edit.target.kind
        if Target(kind, edit.new) in self._places:
            message = f"There is already a {kind} {edit.new!r}."
            raise Misuse(message, "Choose another id.")
        for entry, reference in named_by(self._dataset, kind, edit.target.id):
            self._set(target_of(entry), reference.steps, edit.new)
            if entry.kind is ASSESSMENT and reference.steps == ("assessor",):
                self._move(entry.file, edit.new)
        path, base = self._place(edit.target)
        self._record(edit.target)["id"] = edit.new
        if not base:
            self._move(path, edit.new)

    def _move(self, path: str, name: str) -> None:
        new = f"{path.rpartition('/')[0]}/{name}.yaml"
        if os.path.lexists(self._root / new):
            message = f"There is already a file {new}."
            raise Misuse(message, "Choose another id, or look at what stands in the file.")
        self._value(path)
        self._moved[_spelt(self._root, path)] = new

    # Files

    def _place(self, target: Target) -> tuple[str, tuple[str | int, ...]]:
        if target not in self._places:
            message = f"There is no {target.kind} {target.id!r} that can be read."
            raise Misuse(message, "See 'anbefal validate'.")
        return self._places[target]

    def _record(self, target: Target) -> Any:
        path, base = self._place(target)
        value = self._value(path)
        if not base:
            return value
        return next(item for item in value if _name(item) == target.id)

    def _value(self, shown: str) -> Any:
        """Return the value of a file, as edits have made it."""
        path = _spelt(self._root, shown)
        if path not in self._values:
            try:
                data = (self._root / path).read_bytes()
            except OSError as error:
                message = f"{path} cannot be read: {error.strerror}."
                raise CannotWrite(message, "Check its permissions.") from error
            parsed = parse(path, data)
            if parsed.findings:
                raise CannotEdit(f"{path} has mistakes.", "Mend them first: 'anbefal validate'.")
            self._old[path], self._values[path] = data, deepcopy(parsed.value)
        return self._values[path]


def new_file(root: Path, dataset: Dataset, kind: Kind, text: str) -> tuple[FileChange, ...]:
    """Return the change that a new record makes which a person wrote as text.

    The text becomes the file, comments and all, without the keys that were left empty; of a kind
    whose records share a file, its value is added there.

    Raises:
        Misuse: The text is no record with an id.
    """
    parsed = parse("", text.encode())
    value = parsed.value
    name = value.get("id") if isinstance(value, dict) else None
    if not isinstance(name, str):
        told = parsed.findings[0].message if parsed.findings else "It has no id."
        raise Misuse(f"This is no {kind.name}: {told}", "Every record has an id: 'id: …'.")
    filled = _filled(value)
    (change,) = apply(root, dataset, [Create(Target(kind.name, name), filled)])
    if kind.listed:
        return (change,)
    whole = mode_line_in(root, change.path) + rewrite(text, filled)
    return (FileChange(change.path, None, whole.encode()),)


def _filled(value: Any) -> Any:
    """Return a value without the keys that hold nothing."""
    if isinstance(value, list):
        return [_filled(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _filled(item) for key, item in value.items()}
    return {key: item for key, item in inner.items() if item not in (None, {}, [])}


def _in_order(shape: Shape, value: Any) -> Any:
    """Return a value with its keys in the order of the model, at every depth."""
    if isinstance(value, list):
        return [_in_order(shape.item, one) if shape.item else one for one in value]
    if not isinstance(value, dict) or not shape.model:
        return value
    known = {
        key: _in_order(shape_at(shape.model, (key,)), value[key])
        for key in shape.keys
        if key in value
    }
    return known | {key: item for key, item in value.items() if key not in known}


def _folder(dataset: Dataset, value: dict[str, Any]) -> str:
    """Return the folder of recommendations of a body: where its others lie, else its own."""
    source = value.get("source")
    body = source.get("body") if isinstance(source, dict) else None
    if not isinstance(body, str):
        return ""
    folders = [
        entry.file.removeprefix(RECOMMENDATION.path).rpartition("/")[0]
        for entry in dataset.entries_of(Recommendation)
        if entry.record.source.body == body
    ]
    folder = max(sorted(set(folders)), key=folders.count) if folders else body
    return f"{folder}/" if folder else ""


def _spelt(root: Path, path: str) -> str:
    """Return a path as the file system spells it: its letters may be decomposed there."""
    if os.path.lexists(root / path):
        return path
    spelt = ""
    for part in path.split("/"):
        folder = root / spelt
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
        found = next((name for name in names if composed(name) == part), part)
        spelt = f"{spelt}/{found}" if spelt else found
    return spelt


def _name(item: Any) -> str | None:
    """Return what an item of a list is known by: its id, or what it is about."""
    if not isinstance(item, dict):
        return None
    names = (item.get(key) for key in ("id", "theme", "recommendation", "actor"))
    return next((name for name in names if isinstance(name, str)), None)


def _told(steps: Steps) -> str:
    return ".".join(str(step) for step in steps)


def known_targets(dataset: Dataset) -> tuple[Target, ...]:
    """Return every record that edits can name, sorted."""
    targets = {target_of(entry) for entry in dataset.entries}
    return tuple(sorted(targets, key=lambda target: (target.kind, target.id)))
