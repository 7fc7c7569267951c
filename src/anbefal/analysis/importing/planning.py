"""What an import does to a repository, row by row."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from anbefal.analysis.importing.bodies import Bodies
from anbefal.analysis.importing.composing import LABELLED, Composed, NotFit, compose
from anbefal.analysis.importing.gathering import Gathered
from anbefal.analysis.importing.matching import Known, words_of
from anbefal.analysis.importing.merging import (
    IMPORTED,
    INFERRED,
    Merged,
    Theirs,
    in_order,
    merge,
    noted,
)
from anbefal.analysis.importing.naming import new_id
from anbefal.analysis.importing.places import ANNOTATION, PARAGRAPH, Places, place_of
from anbefal.analysis.importing.plan import Imported, Origin, Outcome, Plan
from anbefal.analysis.importing.values import fields_of, nested
from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Create, Edit
from anbefal.model.incoming import Incoming, SkipReason, Unread
from anbefal.model.labels import Vocabulary


def plan_import(dataset: Dataset, gathered: Gathered, origin: Origin) -> Plan:
    """Return what the rows of a file change in a repository, in whatever order they stand.

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
        self._bodies = Bodies(dataset, words, may_add=origin.source != "table")
        rows = (self._compose(one, words) for one in gathered.incoming)
        self._rows = self._agreeing(sorted(filter(None, rows), key=_order))
        self._records = {one.id: fields_of(one) for one in dataset.recommendations.values()}
        self._known = Known(self._records, self._rows, origin.name)
        self._places = Places(self._records)
        self._said: dict[Any, str] = {}
        self._taken = {
            *self._records,
            *(str(one.fields["id"]) for one in self._rows if one.is_named),
        }
        self._done: dict[str, Composed] = {}
        self._edits: list[Edit] = []
        self._used: set[str] = set()

    def plan(self) -> Plan:
        imported = [one for row in self._rows if (one := self._import(row))]
        bodies = self._bodies.edits(self._used)
        return Plan(
            tuple(sorted(imported, key=lambda one: one.place)),
            tuple(sorted(self._unread, key=lambda one: one.place)),
            dict(sorted((self._gathered.skipped + self._repeats).items())),
            {name: self._unmapped(name) for name in LABELLED},
            tuple(self._gathered.left_out),
            {one.target.name: _name(one.value) for one in bodies},
            (*bodies, *self._edits),
        )

    def _compose(self, incoming: Incoming, words: Vocabulary) -> Composed | None:
        try:
            return compose(incoming, words, self._bodies)
        except NotFit as error:
            self._complain(incoming, error.message, error.hint)
            return None

    def _agreeing(self, rows: list[Composed]) -> list[Composed]:
        """Return the rows but for those that contradict each other; of these all are told of."""
        groups: defaultdict[Any, list[Composed]] = defaultdict(list)
        for row in rows:
            groups[_claim(row)].append(row)
        for claim, same in groups.items():
            if claim is not None and any(row.fields != same[0].fields for row in same):
                for row in same:
                    self._contradict(row, same)
                groups[claim] = []
        kept = {id(row) for same in groups.values() for row in same}
        return [row for row in rows if id(row) in kept]

    def _contradict(self, row: Composed, same: list[Composed]) -> None:
        others = ", ".join(str(one.incoming.place) for one in same if one is not row)
        message = f"It claims the place of {others}, and says something else."
        self._complain(row.incoming, message, "See which is right, and keep only that one.")

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
        if name in self._done:
            self._repeat(row, name)
            return None
        key, ours, incoming = Key("recommendation", name), self._records[name], row.incoming
        theirs = Theirs(row.fields, self._origin.name, incoming.inferred, row.mapped)
        merged = merge(key, ours, theirs)
        if not self._may_stand(row, name, _after(ours, merged)):
            return None
        self._done[name] = row
        self._edits += merged.edits
        self._used |= {one.after for one in merged.changes if one.field == "source.body"}
        outcome: Outcome = "updated" if merged.changes else "unchanged"
        return Imported(name, incoming.place, outcome, merged.changes, merged.kept)

    def _may_stand(self, row: Composed, name: str, fields: dict[str, Any]) -> bool:
        """Note where a record stands from now on; tell of it if another one stands there."""
        other = self._places.clash(name, fields)
        if other is None:
            self._places.put(name, fields)
            return True
        message = f"{name} would stand where {other} stands already."
        self._complain(row.incoming, message, "Make one record of both by hand, or mend the row.")
        return False

    def _repeat(self, row: Composed, name: str) -> None:
        """Count a row that says what an earlier one of the same record says, or tell of it."""
        earlier = self._done[name]
        if earlier.fields == row.fields:
            self._repeats["repeats an earlier row"] += 1
            return
        message = f"It is {name}, as {earlier.incoming.place} is, and says something else."
        self._complain(row.incoming, message, "Keep one of them in the file.")

    def _add(self, row: Composed, lookalike: str | None) -> Imported | None:
        if there := self._added_before(row):
            self._repeat(row, there)
            return None
        name = str(row.fields["id"]) if row.is_named else new_id(row.fields, self._taken)
        if not self._may_stand(row, name, row.fields):
            return None
        self._taken.add(name)
        self._done[name] = row
        if not place_of(row.fields):
            self._said[_words(row)] = name
        self._used.add(row.fields["source.body"])
        self._edits.append(Create(Key("recommendation", name), self._content(row, name)))
        has_paragraph = PARAGRAPH in row.fields
        place = row.incoming.place
        return Imported(name, place, "new", lookalike=lookalike, has_paragraph=has_paragraph)

    def _added_before(self, row: Composed) -> str | None:
        """Return the record that an earlier row of the file made, and that this row is as well."""
        if row.is_named:
            name = str(row.fields["id"])
            return name if name in self._done else None
        if not place_of(row.fields):
            return self._said.get(_words(row))
        there = [one for one in self._places.at(row.fields) if one in self._done]
        same = row.fields.get(ANNOTATION)
        return next((one for one in there if self._done[one].fields.get(ANNOTATION) == same), None)

    def _content(self, row: Composed, name: str) -> dict[str, Any]:
        fields = {**row.fields, "id": name}
        if not row.is_named:
            fields |= self._provenance(row)
        fields.setdefault("kind", "recommendation")
        return nested(fields)

    def _provenance(self, row: Composed) -> dict[str, object]:
        origin, inferred = self._origin, in_order(row.incoming.inferred)
        found: dict[str, object] = {"provenance.source": origin.title}
        if origin.seen:
            found["provenance.seen"] = str(origin.seen)
        if inferred:
            found[INFERRED] = inferred
        return {**found, IMPORTED: noted(row.fields, origin.name)}

    def _unmapped(self, name: str) -> dict[str, int]:
        taken = self._done.values()
        counted = Counter(label for row in taken for label in row.unmapped.get(name, ()))
        return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def _claim(row: Composed) -> Any:
    """Return what only one record can be: an id, an annotation id, or a place without one."""
    fields = row.fields
    if row.is_named:
        return "id", fields["id"]
    return fields.get(ANNOTATION) or place_of(fields)


def _words(row: Composed) -> Any:
    """Return what only one record without a place says: two annotation ids are two records."""
    return row.fields.get(ANNOTATION), words_of(row.fields)


def _order(row: Composed) -> tuple[Any, ...]:
    """Return where a row comes in the order in which rows are taken, whatever theirs in the file.

    What is known most surely comes first, so that it is not taken for something else.
    """
    fields = row.fields
    is_annotated = ANNOTATION in fields
    sureness = (not row.is_named, not is_annotated, place_of(fields) is None)
    return (*sureness, json.dumps(fields, sort_keys=True), row.incoming.place)


def _after(ours: dict[str, Any], merged: Merged) -> dict[str, Any]:
    return {**ours, **{change.field: change.after for change in merged.changes}}


def _name(actor: Mapping[str, Any]) -> str:
    return str(actor["name"]["en"])
