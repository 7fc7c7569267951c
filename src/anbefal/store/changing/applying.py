"""From changes as values to new content of files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from anbefal.errors import ChangeRefused, Misuse
from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Append, Create, Delete, Discard, Edit, Rename, SetValue
from anbefal.model.fields import shape_of_model
from anbefal.model.kinds import ASSESSMENT, CRITERIA, KINDS, RECOMMENDATION, SETTINGS, Kind
from anbefal.model.recommendation import Recommendation
from anbefal.model.references import named_by
from anbefal.store.changing.drafts import FileDraft, read_draft
from anbefal.store.changing.journal import FileChange
from anbefal.store.changing.modeline import mode_line_in
from anbefal.store.changing.values import RecordValue, filled, in_order, name_of
from anbefal.store.reading.reader import parse
from anbefal.store.reading.tree import as_spelt
from anbefal.store.text.rewriting import rewrite

_KINDS = {kind.name: kind for kind in KINDS}


def apply(root: Path, dataset: Dataset, edits: Sequence[Edit]) -> tuple[FileChange, ...]:
    """Return what the edits make of the repository's files, sorted by path.

    Args:
        root: The repository.
        dataset: Its records, as they lie there now, with internal notes.
        edits: What is to change; later ones build on earlier ones. A record that was renamed
            answers to its old id as well, until something else takes it.

    Raises:
        Misuse: An edit does not fit: no such record or place, or an id that is taken.
        CannotEdit: A file's text cannot be changed piece by piece.
        ChangeRefused: A record is to go or get another id, and not every file can be read.
        Unreadable: A file cannot be read.
    """
    batch = _Batch(root, dataset)
    try:
        for edit in edits:
            batch.apply(edit)
        return batch.changes()
    except UnicodeEncodeError as error:
        message = "A value or id holds half a character, which no file can hold."
        raise Misuse(message, "Write it again.") from error


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
    (change,) = apply(root, dataset, [Create(Key(kind.name, name), filled(value))])
    if kind.listed:
        return (change,)
    whole = mode_line_in(root, change.path) + rewrite(text, filled(value))
    return (FileChange(change.path, None, whole.encode()),)


class _Batch:
    """The files that edits touch, and where each record stands meanwhile.

    Args:
        root: The repository.
        dataset: Its records before the edits.
    """

    def __init__(self, root: Path, dataset: Dataset) -> None:
        self._root = root
        self._dataset = dataset
        self._paths = {key: entry.file for key, entry in dataset.by_key.items()}
        counted = Counter(entry.key for entry in dataset.entries)
        self._doubled = {key for key, number in counted.items() if number > 1}
        self._files: list[FileDraft] = []
        self._at: dict[str, FileDraft] = {}
        self._vacated: set[str] = set()
        self._renamed: dict[Key, Key] = {}

    def apply(self, edit: Edit) -> None:
        """Make one change."""
        match edit:
            case SetValue(target, ("id",), str() as new) if self._has_id(target):
                self._rename(target, new)
            case SetValue():
                self._record(edit.target).set(edit.steps, edit.value)
            case Append():
                self._record(edit.target).append(edit.steps, edit.value)
            case Discard():
                self._record(edit.target).discard(edit.steps, edit.value)
            case Create():
                self._create(edit)
            case Delete():
                self._delete(edit.target)
            case Rename():
                self._rename(edit.target, edit.new)

    def changes(self) -> tuple[FileChange, ...]:
        """Return the files that differ from what they were, sorted by path."""
        before = {one.old_path: one.old for one in self._files if one.old_path}
        after = {one.path: one.text(self._root).encode() for one in self._files if one.path}
        paths = sorted({*before, *after})
        changes = (FileChange(path, before.get(path), after.get(path)) for path in paths)
        return tuple(change for change in changes if change.old != change.new)

    def _has_id(self, key: Key) -> bool:
        return key.kind not in {ASSESSMENT.name, CRITERIA.name, SETTINGS.name}

    def _current(self, key: Key) -> Key:
        """Return what a record is called by now."""
        while key not in self._paths and key in self._renamed:
            key = self._renamed[key]
        if key not in self._paths:
            message = f"There is no {key.kind} {key.name!r} that can be read."
            raise Misuse(message, "See 'anbefal validate'.")
        if key in self._doubled:
            message = f"Several records are called {key.name!r}, so it is not clear which is meant."
            raise Misuse(message, "Give them ids of their own in an editor: 'anbefal validate'.")
        return key

    def _record(self, key: Key) -> RecordValue:
        key = self._current(key)
        kind = _KINDS[key.kind]
        value = self._file(self._paths[key]).value
        if kind.listed:
            value = next(one for one in value if name_of(one) == key.name)
        return RecordValue(value, shape_of_model(kind.model))

    def _create(self, edit: Create) -> None:
        key, kind = edit.target, _KINDS[edit.target.kind]
        if key in self._paths:
            message = f"There is already a {kind.name} {key.name!r}."
            raise Misuse(message, "Choose another id, or change it with 'anbefal edit'.")
        value = in_order(edit.value, shape_of_model(kind.model))
        if kind.listed:
            _insert(self._file(kind.path).value, key.name, value)
            self._paths[key] = kind.path
            return
        path = self._new_path(kind, key, value)
        self._must_be_free(path)
        self._add(path, FileDraft(None, None, as_spelt(self._root, path), value))
        self._paths[key] = path

    def _delete(self, key: Key) -> None:
        key = self._current(key)
        if key.kind == CRITERIA.name:
            message = "The criteria cannot be removed: their file makes a folder a repository."
            raise Misuse(message, "Change them with 'anbefal edit criteria'.")
        self._must_know_who_names(key)
        path = self._paths.pop(key)
        file = self._file(path)
        if _KINDS[key.kind].listed:
            file.value[:] = [one for one in file.value if name_of(one) != key.name]
        else:
            self._vacate(path)
            file.path = None

    def _rename(self, key: Key, new: str) -> None:
        key = self._current(key)
        renamed = Key(key.kind, new)
        if renamed == key:
            return
        if renamed in self._paths:
            message = f"There is already a {key.kind} {new!r}."
            raise Misuse(message, "Choose another id.")
        self._must_know_who_names(key)
        for namer in self._namers(key):
            is_changed = self._record(namer).rename(key.kind, key.name, new)
            if is_changed and namer.kind == ASSESSMENT.name and key.kind == "actor":
                self._move_assessment(namer, key.name, new)
        self._record(key).value["id"] = new
        self._paths[renamed] = self._paths.pop(key)
        self._renamed[key] = renamed
        if not _KINDS[key.kind].listed:
            self._move(renamed, new)

    def _must_know_who_names(self, key: Key) -> None:
        if self._dataset.unread:
            message = f"Some files cannot be read, so it is not known who names {key.name!r}."
            raise ChangeRefused(message, "Mend them first: 'anbefal validate'.")

    def _namers(self, key: Key) -> list[Key]:
        """Return the records that name a record: before the edits, or by them."""
        before = [entry.key for entry, _ in named_by(self._dataset, key.kind, key.name)]
        touched = [one for one, path in self._paths.items() if path in self._at]
        known = (self._renamed.get(one, one) for one in [*before, *touched])
        return [one for one in dict.fromkeys(known) if one in self._paths]

    def _move_assessment(self, key: Key, old: str, new: str) -> None:
        round_, _, assessor = key.name.rpartition("/")
        if assessor == old:
            renamed = Key(key.kind, f"{round_}/{new}")
            self._paths[renamed] = self._paths.pop(key)
            self._renamed[key] = renamed
            self._move(renamed, new)

    def _move(self, key: Key, name: str) -> None:
        """Give a record's file the record's name."""
        old = self._paths[key]
        file = self._file(old)
        path = f"{old.rpartition('/')[0]}/{name}.yaml"
        self._must_be_free(path)
        self._vacate(old)
        file.path = as_spelt(self._root, path)
        self._paths[key] = path
        self._at[path] = file

    def _vacate(self, path: str) -> None:
        del self._at[path]
        self._vacated.add(path)

    def _must_be_free(self, path: str) -> None:
        there = os.path.lexists(self._root / as_spelt(self._root, path))
        on_disk = path not in self._vacated and there
        if on_disk or path in self._at:
            message = f"There is already a file {path}."
            raise Misuse(message, "Choose another id, or look at what stands in the file.")

    def _new_path(self, kind: Kind, key: Key, value: dict[str, Any]) -> str:
        if kind is RECOMMENDATION:
            source = value.get("source")
            body = source.get("body") if isinstance(source, dict) else None
            folder = self._folders.get(body, f"{body}/") if isinstance(body, str) else ""
            return f"{kind.path}{folder}{key.name}.yaml"
        return f"{kind.path}{key.name}.yaml" if kind.path.endswith("/") else kind.path

    @cached_property
    def _folders(self) -> dict[str, str]:
        """Body to the folder in which most of its recommendations lie."""
        lie: dict[str, Counter[str]] = {}
        for entry in self._dataset.entries_of(Recommendation):
            folder = entry.file.removeprefix(RECOMMENDATION.path).rpartition("/")[0]
            lie.setdefault(entry.record.source.body, Counter())[folder] += 1
        most = {body: max(sorted(found), key=found.__getitem__) for body, found in lie.items()}
        return {body: f"{folder}/" if folder else "" for body, folder in most.items()}

    def _file(self, path: str) -> FileDraft:
        """Return the file that lies at a path by now."""
        if path not in self._at:
            self._add(path, read_draft(self._root, as_spelt(self._root, path)))
        return self._at[path]

    def _add(self, path: str, file: FileDraft) -> None:
        self._files.append(file)
        self._at[path] = file


def _insert(items: list[Any], name: str, value: dict[str, Any]) -> None:
    """Add a record to a list: where its id belongs if the list is sorted by id, else at the end."""
    names = [name_of(item) or "" for item in items]
    at = len(items)
    if names == sorted(names):
        at = next((number for number, one in enumerate(names) if one > name), at)
    items.insert(at, value)
