"""Which record a row is: by id, by UHRI's annotation id, by document and paragraph, or by words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from anbefal.analysis.importing.composing import Composed
from anbefal.analysis.importing.merging import IMPORTED
from anbefal.analysis.importing.values import Fields, fields_of, mark
from anbefal.model.dataset import Dataset
from anbefal.model.incoming import ImportSource
from anbefal.model.names import composed as composed_name

_PLACE = ("source.document", "source.paragraph")
_WORDS = ("text.", "summary.")
_ABOUT = ("source.body", "source.date", "source.recommended_by", "source.session")

Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of a row.

    Attributes:
        record: The id of the record that it is; ``None`` for a new one.
        problem: Why that cannot be told; empty where it can.
        hint: What to do about it.
        lookalike: The id of a record that it may be, although nothing proves it.
    """

    record: str | None = None
    problem: str = ""
    hint: str = ""
    lookalike: str | None = None


class Known:
    """The records of a repository by what a row may be known by.

    Args:
        dataset: The repository.
        rows: All rows of the file: several may claim one record.
        source: The kind of import.
    """

    def __init__(self, dataset: Dataset, rows: Iterable[Composed], source: ImportSource) -> None:
        self.fields = {one.id: fields_of(one) for one in dataset.recommendations.values()}
        self._source = source
        self._annotations = _index(self.fields, lambda one: one.get("source.annotation_id"))
        self._places = _index(self.fields, place_of)
        self._noted_places = _index(self.fields, self._noted_place)
        self._words = _index(self.fields, words_of)
        self._noted_words = _index(self.fields, self._noted_of)
        placeless = {name: one for name, one in self.fields.items() if not place_of(one)}
        self._by_number = _index(placeless, _number)
        self._claims = _claims(rows)

    def find(self, row: Composed) -> Match:
        """Return which record a row is."""
        fields = row.fields
        if row.is_named:
            return self._by_id(str(fields["id"]), fields)
        annotation = fields.get("source.annotation_id")
        if found := self._annotations.get(annotation) if annotation else None:
            return self._only(found, f"the annotation id {annotation}")
        if place_of(fields):
            return self._by_place(fields)
        there = self._noted_words.get(self._noted(fields)) or self._words.get(words_of(fields), [])
        found = [one for one in there if may_be(fields, self.fields[one])]
        return Match(found[0]) if found else Match()

    def _by_id(self, name: str, fields: Fields) -> Match:
        if name in self.fields:
            return Match(name)
        held = self._places.get(place_of(fields), [])
        there = [one for one in held if may_be(fields, self.fields[one])]
        if not there:
            return Match()
        message = f"{there[0]} holds the place of {name} already."
        return Match(problem=message, hint=f"Give the row the id {there[0]}, or another place.")

    def _by_place(self, fields: Fields) -> Match:
        place = place_of(fields)
        document, paragraph = (mark(self._source, fields[one]) for one in _PLACE)
        there = self._noted_places.get((document, paragraph)) or self._places.get(place, [])
        found = [one for one in there if may_be(fields, self.fields[one])]
        if not found:
            return Match(lookalike=self._lookalike(fields))
        told = f"{fields[_PLACE[0]]}, paragraph {fields[_PLACE[1]]}"
        if len(self._claims[place]) > 1:
            return _several_rows(told, found[0])
        match = self._only(found, told)
        kind = fields.get("kind", "recommendation")
        if match.record and not self._is_of_kind(match.record, kind):
            return _another_kind(told, match.record, self.fields[match.record]["kind"])
        return match

    def _is_of_kind(self, record: str, kind: str) -> bool:
        """Return whether a record is of the kind of a row, or was when it was imported."""
        fields = self.fields[record]
        noted: Mapping[str, str] = fields.get(IMPORTED, {})
        return kind == fields["kind"] or noted.get("kind") == mark(self._source, kind)

    def _only(self, found: list[str], told: str) -> Match:
        if len(found) == 1:
            return Match(found[0])
        message = f"Several records hold {told}: {', '.join(found)}."
        return Match(problem=message, hint="Bring the change into the right one by hand.")

    def _lookalike(self, fields: Fields) -> str | None:
        """Return a record without a document that has the body, year and number of a row."""
        found = self._by_number.get(_number(fields))
        return found[0] if found else None

    def _noted_place(self, record: Fields) -> tuple[str, str] | None:
        marks = record.get(IMPORTED, {})
        return (marks[_PLACE[0]], marks[_PLACE[1]]) if set(_PLACE) <= set(marks) else None

    def _noted_of(self, record: Fields) -> Words | None:
        """Return the words that an import wrote into a record without a place, as fingerprints."""
        marks: Mapping[str, str] = record.get(IMPORTED, {})
        if set(_PLACE) <= set(marks):
            return None
        return tuple((one, marks[one]) for one in sorted(marks) if _identifies(one)) or None

    def _noted(self, row: Fields) -> Words:
        return tuple((one, mark(self._source, row[one])) for one in sorted(row) if _identifies(one))


class New:
    """The records that an import adds, by what a later row of the file may be known by."""

    def __init__(self) -> None:
        self._places: defaultdict[tuple[str, str], list[tuple[str, Fields]]] = defaultdict(list)
        self._words: dict[Words, str] = {}

    def add(self, name: str, fields: Fields) -> None:
        """Note a record that is added."""
        if place := place_of(fields):
            self._places[place].append((name, fields))
        elif words := words_of(fields):
            self._words.setdefault(words, name)

    def find(self, fields: Fields) -> str | None:
        """Return the added record that a row is as well."""
        if place := place_of(fields):
            return next((one for one, its in self._places[place] if may_be(fields, its)), None)
        words = words_of(fields)
        return self._words.get(words) if words and "id" not in fields else None


def may_be(row: Fields, record: Fields) -> bool:
    """Return whether annotation ids do not tell two of one place apart."""
    ids = {row.get("source.annotation_id"), record.get("source.annotation_id")} - {None}
    return len(ids) < 2  # noqa: PLR2004 - two different ones


def _claims(rows: Iterable[Composed]) -> defaultdict[Any, set[str]]:
    """Return place to the annotation ids of the rows that stand there."""
    found: defaultdict[Any, set[str]] = defaultdict(set)
    for row in rows:
        if annotation := row.fields.get("source.annotation_id"):
            found[place_of(row.fields)].add(annotation)
    return found


def _several_rows(told: str, record: str) -> Match:
    message = f"Several rows stand at {told}, which {record} holds, and any of them may be it."
    hint = f"Give {record} the annotation id of the right one: edit {record} source.annotation_id=…"
    return Match(problem=message, hint=hint)


def _another_kind(told: str, record: str, kind: str) -> Match:
    message = f"{record} holds {told} already, as a {kind}."
    hint = "Make one record of both by hand, or give each its own sub-paragraph."
    return Match(problem=message, hint=hint)


def _identifies(field: str) -> bool:
    return field in _ABOUT or field.startswith(_WORDS)


def place_of(fields: Fields) -> tuple[str, str] | None:
    """Return document and paragraph as they are compared; ``None`` where one is not known."""
    document, paragraph = (fields.get(one) for one in _PLACE)
    return (_plain(document), _plain(paragraph)) if document and paragraph else None


def _number(fields: Fields) -> tuple[str, str, str] | None:
    """Return body, year and number of what has a number."""
    paragraph, day = fields.get("source.paragraph"), fields.get("source.date")
    if not paragraph or not day:
        return None
    return fields["source.body"], str(day)[:4], _plain(paragraph)


def words_of(fields: Fields) -> Words | None:
    """Return what a record without a place is known by: its words, and who said them when."""
    if place_of(fields):
        return None
    said = tuple((one, _plain(fields[one])) for one in sorted(fields) if one.startswith(_WORDS))
    about = tuple((one, str(fields[one])) for one in _ABOUT if one in fields)
    return (*said, *about) if said else None


def _plain(name: str) -> str:
    return "".join(composed_name(str(name)).casefold().split())


def _index(records: Mapping[str, Fields], key: Any) -> dict[Any, list[str]]:
    found: defaultdict[Any, list[str]] = defaultdict(list)
    for name, fields in records.items():
        value = key(fields)
        if value is not None:
            found[value].append(name)
    return found
