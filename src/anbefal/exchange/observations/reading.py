"""Concluding observations to recommendations, a reading for each paragraph and sub-paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from anbefal.errors import Unreadable
from anbefal.exchange.observations.head import Given, Head, read_head
from anbefal.exchange.observations.kinds import Aside, kind_of
from anbefal.exchange.observations.structure import Entry, Item, Loose, Missing, outline_of
from anbefal.exchange.observations.units import Lost, Unit, mark_picked, picked_in, units_of
from anbefal.exchange.wanted import Wanted
from anbefal.exchange.word.blocks import WordDocument, WordTable
from anbefal.model.incoming import Incoming, Place, Reading, Skipped, SourceLabels, Unread
from anbefal.model.labels import Vocabulary
from anbefal.model.recommendation import InferredField

_INTRODUCTION = re.compile(r"introduct", re.IGNORECASE)
_POSITIVE = re.compile(r"\bpositive\b", re.IGNORECASE)
_MOST_PARAGRAPHS, _MOST_CHARACTERS = 15_000, 10_000_000
"""Five times what the longest documents have."""
_LONGEST = 20_000
"""Characters of the longest paragraph with its lead-in; the longest real ones have some 5,000."""
_ASIDES: Mapping[Aside, str] = {
    "": "neither recommends nor is concerned",
    "dissemination": "asks for wide dissemination",
    "reporting": "asks for the next report",
    "positive aspects": "positive aspects",
}
_LOOK = "Look at the document; if the number is wrong there, type the right one in a copy."


def read_observations(
    document: WordDocument, given: Given, wanted: Wanted, vocabulary: Vocabulary
) -> Iterator[Reading]:
    """Yield what becomes of each paragraph of a document.

    Args:
        document: The document.
        given: What a person says of it, which wins over what stands in it.
        wanted: What is asked for.
        vocabulary: The words of the repository.

    Raises:
        Unreadable: It does not tell who wrote it, has no numbered paragraphs, or nothing in it
            recommends or is a concern in English; or it is far too long.
    """
    _must_be_bearable(document)
    head = read_head(document, given)
    entries = outline_of(document.blocks)
    _must_be_observations(document, head, entries)
    readings = list(_Reader(document, head, given.language).readings(entries))
    if all(isinstance(one, Skipped) for one in readings):
        message = f"Nothing in {document.name} recommends anything or is a concern."
        hint = "Concluding observations are read in English: import the English text."
        raise Unreadable(message, hint)
    unwanted = _unwanted(document, head, wanted, vocabulary)
    for one in readings:
        yield Skipped(one.place, unwanted.reason, unwanted.detail) if unwanted else one


def _must_be_bearable(document: WordDocument) -> None:
    paragraphs = document.paragraphs
    characters = sum(len(one.text) for one in paragraphs)
    if len(paragraphs) > _MOST_PARAGRAPHS or characters > _MOST_CHARACTERS:
        message = f"{document.name} is far longer than the observations of a committee."
        hint = "Copy what is theirs to a document of its own. Is it the right file?"
        raise Unreadable(message, hint)


def _must_be_observations(document: WordDocument, head: Head, entries: list[Entry]) -> None:
    if not any(isinstance(one, Item) for one in entries):
        message = f"{document.name} has no numbered paragraphs, so nothing in it can be cited."
        hint = "Numbers may be lost when text is pasted: import the document itself (.docx)."
        raise Unreadable(message, hint)
    if not head.body:
        message = (
            f"{document.name} does not tell who wrote it: no symbol and no name is at its top."
        )
        raise Unreadable(message, "Say who wrote it with --by, such as --by cat.")


def _unwanted(
    document: WordDocument, head: Head, wanted: Wanted, vocabulary: Vocabulary
) -> Skipped | None:
    """Return why the whole document is left out; ``None`` where it is wanted."""
    place = Place(1, unit=document.unit)
    body = vocabulary.body(head.body, head.symbol or None)
    countries = [head.country] if head.country else []  # only a person can tell then
    return wanted.unwanted(place, countries, body, head.body, head.date)


class _Reader:
    def __init__(self, document: WordDocument, head: Head, language: str) -> None:
        self._unit = document.unit
        self._head = head
        self._language = language

    def readings(self, entries: list[Entry]) -> Iterator[Reading]:
        items = [one for one in entries if isinstance(one, Item)]
        units = {id(item): units_of(item) for item in items}
        picked = picked_in(items)
        mark_picked([unit for some in units.values() for unit in some], picked)
        for entry in entries:
            if isinstance(entry, Item):
                yield from map(self._read, units[id(entry)])
            elif isinstance(entry, Missing):
                yield self._missing(entry)
            elif isinstance(entry, Loose):
                yield self._loose(entry)
            else:
                yield _table(entry)
        yield from map(self._lost, picked.lost)

    def _place(self, at: int, number: str = "") -> Place:
        return Place(at, column=number, unit=self._unit)

    def _read(self, unit: Unit) -> Reading:
        place = self._place(unit.at, unit.number)
        if unit.length > _LONGEST:
            message = f"Paragraph {unit.number} holds more text than {_LONGEST:,} characters."
            return Unread(place, message, "Look whether numbers were lost in the document.")
        fields = self._fields(unit)
        raw = {name: str(value) for name, value in fields.items()}
        raw["source.body"] = self._head.body
        if unit.doubts:
            return Unread(place, " ".join(unit.doubts), _LOOK, raw)
        if not unit.own:
            return Unread(place, f"Nothing stands beside the number {unit.number}.", _LOOK, raw)
        kind = unit.judgement.kind
        is_formal = kind == "concern" and _INTRODUCTION.search(unit.heading)
        if kind is None or is_formal:
            return Skipped(place, "no recommendation", _aside(unit))
        inferred: set[InferredField] = {"date"} if self._head.is_date_inferred else set()
        labels = SourceLabels(body=self._head.body)
        return Incoming(place, {"kind": kind, **fields}, labels, frozenset(inferred), raw)

    def _fields(self, unit: Unit) -> dict[str, Any]:
        follow_up = unit.follow_up
        fields = {
            "source.document": self._head.symbol,
            "source.paragraph": unit.number,
            "source.date": str(self._head.date or ""),
            "source.session": self._head.session,
            "source.heading": unit.heading,
            f"text.{self._language}": unit.text,
            "follow_up.due": follow_up.due if follow_up else "",
            "follow_up.note": follow_up.note if follow_up else "",
        }
        return {name: value for name, value in fields.items() if value}

    def _missing(self, entry: Missing) -> Unread:
        message = f"Paragraph {entry.number} was not found: the numbers go past it."
        return Unread(self._place(entry.at, entry.number), message, _LOOK)

    def _lost(self, lost: Lost) -> Unread:
        message = (
            f"Paragraph {lost.asked_in} asks for information on {lost.number}, which was not found."
        )
        hint = "Look at the document, and set follow_up on the record that is meant."
        return Unread(self._place(lost.at, lost.number), message, hint)

    def _loose(self, entry: Loose) -> Reading:
        place = self._place(entry.at)
        if not entry.is_aside and kind_of(entry.text).kind:
            message = "It seems to recommend something, or to be a concern, and has no number."
            raw = {
                "source.body": self._head.body,
                "source.document": self._head.symbol,
                "source.date": str(self._head.date or ""),
                "source.heading": entry.heading,
                f"text.{self._language}": entry.text,
            }
            hint = "Type its number before it in a copy of the document, and import that."
            return Unread(place, message, hint, {name: told for name, told in raw.items() if told})
        return Skipped(place, "no recommendation", _what_is_loose(entry))


def _aside(unit: Unit) -> str:
    """Return what a piece is that is no recommendation, in a few words."""
    if _INTRODUCTION.search(unit.heading):
        return "introduction"
    if _POSITIVE.search(unit.heading):
        return "positive aspects"
    return _ASIDES[unit.judgement.aside]


def _what_is_loose(entry: Loose) -> str:
    if entry.is_head:
        return "head of the document"
    return "a note, or what belongs to the page" if entry.is_aside else "has no number"


def _table(table: WordTable) -> Reading:
    place = Place(table.number, unit="table")
    words = "\n".join(cell for row in table.rows for cell in row.cells)
    if kind_of(words).kind:
        message = "A table seems to recommend something, or to be a concern, and is not read."
        return Unread(place, message, "Add what it says by hand.", {"text": words})
    return Skipped(place, "no recommendation", "a table")
