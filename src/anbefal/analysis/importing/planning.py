"""What an import does to a repository, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from anbefal.analysis.importing.bodies import Bodies
from anbefal.analysis.importing.composing import LABELLED, Composed, NotFit, compose
from anbefal.analysis.importing.gathering import Gathered
from anbefal.analysis.importing.matching import Known, New
from anbefal.analysis.importing.merging import (
    IMPORTED,
    INFERRED,
    FieldChange,
    in_order,
    merge,
    noted,
)
from anbefal.analysis.importing.naming import free_id
from anbefal.analysis.importing.values import nested
from anbefal.model.dataset import Dataset, Key
from anbefal.model.dates import PartialDate
from anbefal.model.edits import Create, Edit
from anbefal.model.incoming import ImportSource, Incoming, Place, SkipReason, Unread
from anbefal.model.labels import Vocabulary

Outcome = Literal["new", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from.

    Attributes:
        source: The kind of import.
        title: The file in words, as a new record's provenance names it.
        seen: When somebody looked there, if that was said.
    """

    source: ImportSource
    title: str
    seen: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one row that is a recommendation.

    Attributes:
        record: The id of the record.
        place: Where the row stands.
        outcome: Whether the record is new, updated or stays as it is.
        changes: The fields that change in a record that was there.
        kept: The fields that stay although the file says otherwise.
        lookalike: The id of a record that a new one may be the same as.
    """

    record: str
    place: Place
    outcome: Outcome
    changes: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()
    lookalike: str | None = None

    @property
    def is_new(self) -> bool:
        """Whether the record was not there before."""
        return self.outcome == "new"


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does.

    Attributes:
        imported: What became of each row that is a recommendation, in the order of the file.
        unread: The rows that could not be read, or not be told from records, in that order.
        skipped: Reason to the number of rows that are left out for it.
        unmapped: ``themes``, ``groups`` and ``ministries`` to their labels that nothing in the
            repository stands for, each with the number of rows.
        new_bodies: Label to the number of rows, of bodies that the repository did not have.
        edits: All changes, to be applied.
    """

    imported: tuple[Imported, ...]
    unread: tuple[Unread, ...]
    skipped: Mapping[SkipReason, int]
    unmapped: Mapping[str, Mapping[str, int]]
    new_bodies: Mapping[str, int]
    edits: tuple[Edit, ...]

    def number(self, outcome: Outcome) -> int:
        """Return how many rows came to an outcome."""
        return sum(1 for one in self.imported if one.outcome == outcome)

    @property
    def read(self) -> int:
        """The number of rows: new, updated, unchanged, skipped and unreadable ones together."""
        return len(self.imported) + len(self.unread) + sum(self.skipped.values())


def plan_import(dataset: Dataset, gathered: Gathered, origin: Origin) -> Plan:
    """Return what the rows of a file change in a repository.

    Args:
        dataset: The repository, with internal notes.
        gathered: The rows.
        origin: Where they come from.
    """
    return _Planner(dataset, gathered, origin).plan()


class _Planner:
    def __init__(self, dataset: Dataset, gathered: Gathered, origin: Origin) -> None:
        self._origin = origin
        self._gathered = gathered
        self._unread = list(gathered.unread)
        self._repeats: Counter[SkipReason] = Counter()
        words = Vocabulary(dataset)
        self._bodies = Bodies(dataset, words)
        self._rows = [row for one in gathered.incoming if (row := self._compose(one, words))]
        self._known = Known(dataset, self._rows, origin.source)
        self._taken = set(dataset.recommendations)
        self._done: dict[str, Composed] = {}
        self._new = New()
        self._edits: list[Edit] = []

    def plan(self) -> Plan:
        imported = tuple(one for row in self._rows if (one := self._import(row)))
        used = {self._done[one.record].fields["source.body"] for one in imported if one.is_new}
        return Plan(
            imported,
            tuple(sorted(self._unread, key=lambda one: one.place)),
            dict(sorted((self._gathered.skipped + self._repeats).items())),
            {name: self._unmapped(name) for name in LABELLED},
            dict(sorted(self._bodies.labels.items())),
            (*self._bodies.edits(used), *self._edits),
        )

    def _compose(self, incoming: Incoming, words: Vocabulary) -> Composed | None:
        try:
            return compose(incoming, words, self._bodies)
        except NotFit as error:
            self._complain(incoming, error.message, error.hint)
            return None

    def _complain(self, incoming: Incoming, message: str, hint: str) -> None:
        self._unread.append(Unread(incoming.place, message, hint, incoming.raw))

    def _import(self, row: Composed) -> Imported | None:
        match = self._known.find(row)
        if match.problem:
            self._complain(row.incoming, match.problem, match.hint)
            return None
        if match.record is None:
            return self._add(row, match.lookalike)
        return self._update(row, match.record)

    def _update(self, row: Composed, name: str) -> Imported | None:
        if self._is_repeated(row, name):
            return None
        key = Key("recommendation", name)
        ours, incoming = self._known.fields[name], row.incoming
        merged = merge(key, ours, row.fields, self._origin.source, incoming.inferred)
        self._edits += merged.edits
        outcome: Outcome = "updated" if merged.changes else "unchanged"
        return Imported(name, incoming.place, outcome, merged.changes, merged.kept)

    def _is_repeated(self, row: Composed, name: str) -> bool:
        """Note that a row is of this record; count or tell of it where an earlier row was."""
        if self._done.setdefault(name, row) is row:
            return False
        self._repeat(row, name)
        return True

    def _repeat(self, row: Composed, name: str) -> None:
        """Count a row that says what an earlier one of the same record says, or tell of it."""
        earlier = self._done[name]
        if earlier.fields == row.fields:
            self._repeats["repeats an earlier row"] += 1
            return
        message = f"It is {name}, as {earlier.incoming.place} is, and says something else."
        self._complain(row.incoming, message, "Keep one of them in the file.")

    def _add(self, row: Composed, lookalike: str | None) -> Imported | None:
        if there := self._new.find(row.fields):
            self._repeat(row, there)
            return None
        name = str(row.fields["id"]) if row.is_named else free_id(row.fields, self._taken)
        self._taken.add(name)
        self._done[name] = row
        self._new.add(name, row.fields)
        fields = {**row.fields, "id": name}
        if not row.is_named:
            fields |= self._provenance(row)
        fields.setdefault("kind", "recommendation")
        self._edits.append(Create(Key("recommendation", name), nested(fields)))
        return Imported(name, row.incoming.place, "new", lookalike=lookalike)

    def _provenance(self, row: Composed) -> dict[str, object]:
        origin, inferred = self._origin, in_order(row.incoming.inferred)
        found: dict[str, object] = {"provenance.source": origin.title}
        if origin.seen:
            found["provenance.seen"] = str(origin.seen)
        if inferred:
            found[INFERRED] = inferred
        return {**found, IMPORTED: noted(row.fields, origin.source)}

    def _unmapped(self, name: str) -> dict[str, int]:
        counted = Counter(label for row in self._rows for label in row.unmapped.get(name, ()))
        return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))
