"""Which record a row is: by id, by UHRI's annotation id, by document and paragraph, or by words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from anbefal.analysis.importing.composing import Composed
from anbefal.analysis.importing.merging import IMPORTED
from anbefal.analysis.importing.places import ANNOTATION, DOCUMENT, PARAGRAPH, Places, place_of
from anbefal.analysis.importing.values import Fields, mark
from anbefal.model.names import composed
from anbefal.model.places import PlaceKey

BODY = "source.body"
_WORDS = ("text.", "summary.")
_ABOUT = ("source.body", "source.date", "source.recommended_by", "source.session")
_SIGNS = re.compile(r"\W+")

Words = tuple[tuple[str, str], ...]
T = TypeVar("T", bound=Hashable)


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
        records: Id to fields.
        rows: All rows of the file: several may claim one record.
        source: The kind of import.
    """

    def __init__(
        self, records: Mapping[str, Fields], rows: Iterable[Composed], source: str
    ) -> None:
        self._records = records
        self._source = source
        self._places = Places(records)
        self._annotations = _index(records, lambda one: one.get(ANNOTATION))
        self._noted_places = _index(records, self._noted_place)
        self._words = _index(records, words_of)
        self._noted_words = _index(records, self._noted_words_of)
        self._said = _index(records, _said)
        self._numbers = _index(records, lambda one: None if place_of(one) else _number(one))
        self._texts = _index(records, _text_in_document)
        self._parts = _index(records, _whole_paragraph)
        self._claims = _claims(rows)

    def find(self, row: Composed) -> Match:
        """Return which record a row is."""
        if not row.is_named:
            return self._without_id(row.fields)
        name = str(row.fields["id"])
        if name in self._records:
            return self._by_id(name, row.fields)
        other = self._without_id(row.fields)
        if not other.record:
            return other
        message = f"The row has the id {name}, and is {other.record} by where it stands."
        return Match(problem=message, hint=f"Give the row the id {other.record}.")

    def _by_id(self, name: str, row: Fields) -> Match:
        for field in (BODY, ANNOTATION, DOCUMENT, PARAGRAPH):
            here, there = self._records[name].get(field), row.get(field)
            if here and there and _plain(here) != _plain(there):
                message = f"The row has the id {name}, which has the {_last(field)} {here}."
                return Match(problem=message, hint=f"The row says {there}: see which is right.")
        return Match(name)

    def _without_id(self, fields: Fields) -> Match:
        annotation = fields.get(ANNOTATION)
        if annotation and (found := self._annotations.get(annotation)):
            return self._by_annotation(found, annotation, fields)
        if place_of(fields):
            return self._by_place(fields)
        there = self._noted_words.get(self._noted(fields)) or self._words.get(words_of(fields), [])
        found = [one for one in there if not (annotation and self._records[one].get(ANNOTATION))]
        return Match(found[0]) if found else Match(lookalike=self._lookalike(fields))

    def _by_annotation(self, found: list[str], annotation: str, fields: Fields) -> Match:
        match = _only(found, f"the annotation id {annotation}")
        if match.record and not self._is_still_there(match.record, fields):
            message = f"The annotation id {annotation} is that of {match.record}, elsewhere."
            hint = (
                f"The record and the row name other documents and paragraphs: see {match.record}."
            )
            return Match(problem=message, hint=hint)
        return match

    def _is_still_there(self, record: str, row: Fields) -> bool:
        """Return whether body and document or paragraph are what the record has or once had."""
        fields = self._records[record]
        if not self._has(fields, BODY, row[BODY]):
            return False
        given = [one for one in (DOCUMENT, PARAGRAPH) if row.get(one) and fields.get(one)]
        return not given or any(self._has(fields, one, row[one]) for one in given)

    def _has(self, record: Fields, field: str, value: Any) -> bool:
        """Return whether a record has a value, or had it when it was imported."""
        noted = record.get(IMPORTED, {}).get(field) == mark(self._source, value)
        return noted or _plain(record.get(field)) == _plain(value)

    def _by_place(self, fields: Fields) -> Match:
        noted = tuple(mark(self._source, fields[one]) for one in (DOCUMENT, PARAGRAPH))
        there = self._noted_places.get(noted) or self._places.at(fields)
        annotation = fields.get(ANNOTATION)
        found = [one for one in there if not (annotation and self._records[one].get(ANNOTATION))]
        if not found:
            return Match(lookalike=self._lookalike(fields))
        told = f"{fields[DOCUMENT]}, paragraph {fields[PARAGRAPH]}"
        if len(self._claims[place_of(fields)]) > 1:
            return _several_rows(told, found[0])
        match = _only(found, told)
        return self._contradicted(match.record, fields, told) or match if match.record else match

    def _contradicted(self, record: str, row: Fields, told: str) -> Match | None:
        """Return why a row of the place of a record is not the record after all."""
        fields = self._records[record]
        if not self._has(fields, "kind", row.get("kind", "recommendation")):
            return _another_kind(told, record, fields["kind"])
        saying: list[str] = self._texts.get(_text_in_document(row), [])
        if not saying or record in saying:
            return None
        number = self._records[saying[0]].get(PARAGRAPH)
        words = f"the words of the row stand in {saying[0]} ({number})"
        hint = "The paragraphs may have other numbers now: bring the change in by hand."
        return Match(problem=f"{record} holds {told}, and {words}.", hint=hint)

    def _lookalike(self, row: Fields) -> str | None:
        """Return a record that says the same or has the same number, but another place or none."""
        states = set(row.get("source.recommended_by", ()))
        alike: list[str] = self._numbers.get(_number(row), []) + self._said.get(_said(row), [])
        for one in alike:
            if not _may_be_of_one_year(row, self._records[one]):
                continue
            theirs = set(self._records[one].get("source.recommended_by", ()))
            if not states or not theirs or states & theirs:
                return one
        return self._part_or_whole(row)

    def _part_or_whole(self, row: Fields) -> str | None:
        """Return a record of the whole paragraph of a row, or of a part of it, if another wrote it.

        UHRI may give a paragraph whole that the committee's own document divides.
        """
        is_part = "(" in str(row.get(PARAGRAPH))
        for one in self._parts.get(_whole_paragraph(row), ()):
            record = self._records[one]
            is_same_kind = record.get(IMPORTED, {}).get(PARAGRAPH, "").startswith(self._source)
            if ("(" in record[PARAGRAPH]) != is_part and not is_same_kind:
                return one
        return None

    def _noted_place(self, record: Fields) -> tuple[str, ...] | None:
        marks = record.get(IMPORTED, {})
        given = tuple(marks[one] for one in (DOCUMENT, PARAGRAPH) if one in marks)
        return given if len(given) == 2 else None  # noqa: PLR2004 - both of them

    def _noted_words_of(self, record: Fields) -> Words | None:
        """Return the words that an import wrote into a record without a place, as fingerprints."""
        if self._noted_place(record):
            return None
        marks: Mapping[str, str] = record.get(IMPORTED, {})
        return tuple((one, marks[one]) for one in sorted(marks) if _identifies(one)) or None

    def _noted(self, row: Fields) -> Words:
        return tuple((one, mark(self._source, row[one])) for one in sorted(row) if _identifies(one))


def words_of(fields: Fields) -> Words | None:
    """Return what a record without a place is known by: its words, and who said them when."""
    if place_of(fields):
        return None
    said = tuple((one, _plain(fields[one])) for one in sorted(fields) if one.startswith(_WORDS))
    about = tuple((one, str(fields[one])) for one in _ABOUT if one in fields)
    return (*said, *about) if said else None


def _only(found: list[str], told: str) -> Match:
    if len(found) == 1:
        return Match(found[0])
    message = f"Several records hold {told}: {', '.join(found)}."
    return Match(problem=message, hint="Bring the change into the right one by hand.")


def _several_rows(told: str, record: str) -> Match:
    message = f"Several rows stand at {told}, which {record} holds, and any of them may be it."
    hint = f"Give {record} the annotation id of the right one: edit {record} source.annotation_id=…"
    return Match(problem=message, hint=hint)


def _another_kind(told: str, record: str, kind: str) -> Match:
    message = f"{record} holds {told} already, as a {kind}."
    hint = (
        f"If it is the same text, add what is missing with 'anbefal edit {record} …'; if the "
        "document has sub-paragraphs, write their letters as they stand there."
    )
    return Match(problem=message, hint=hint)


def _claims(rows: Iterable[Composed]) -> defaultdict[PlaceKey | None, set[str]]:
    """Return place to the annotation ids of the rows that stand there."""
    found: defaultdict[PlaceKey | None, set[str]] = defaultdict(set)
    for row in rows:
        if annotation := row.fields.get(ANNOTATION):
            found[place_of(row.fields)].add(annotation)
    return found


def _identifies(field: str) -> bool:
    return field in _ABOUT or field.startswith(_WORDS)


def _number(fields: Fields) -> tuple[str, str, str] | None:
    """Return body, year and number of what has a number."""
    paragraph, day = fields.get(PARAGRAPH), fields.get("source.date")
    if not paragraph or not day:
        return None
    return fields["source.body"], str(day)[:4], _plain(paragraph)


def _said(fields: Fields) -> tuple[str, str] | None:
    """Return body and words, signs apart, of what has words."""
    words = _text(fields) or _text(fields, "summary.")
    return (fields[BODY], words) if words else None


def _may_be_of_one_year(row: Fields, record: Fields) -> bool:
    """Return whether two dates, where both are known, are of one year."""
    here, there = (str(one.get("source.date", ""))[:4] for one in (row, record))
    return not here or not there or here == there


def _text_in_document(fields: Fields) -> tuple[str, str] | None:
    text, document = _text(fields), fields.get(DOCUMENT)
    return (_plain(document), text) if text and document else None


def _whole_paragraph(fields: Fields) -> tuple[str, str] | None:
    place = place_of(fields)
    return (place[0], place[1].partition("(")[0]) if place else None


def _text(fields: Fields, kind: str = "text.") -> str:
    words = " ".join(str(fields[one]) for one in sorted(fields) if one.startswith(kind))
    return _SIGNS.sub("", composed(words).casefold())


def _plain(name: Any) -> str:
    return "".join(composed(str(name)).casefold().split())


def _last(field: str) -> str:
    return field.rpartition(".")[2].replace("_", " ")


def _index(records: Mapping[str, Fields], key: Any) -> dict[Any, list[str]]:
    found: defaultdict[Any, list[str]] = defaultdict(list)
    for name, fields in records.items():
        value = key(fields)
        if value is not None:
            found[value].append(name)
    return dict(found)
