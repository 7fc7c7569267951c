"""The rows of an export as recommendations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from anbefal.exchange.cells import NotFit
from anbefal.exchange.goals import goals_in
from anbefal.exchange.repeats import Repeats
from anbefal.exchange.states import code_of, code_of_symbol
from anbefal.exchange.tables.items import items_of, list_items
from anbefal.exchange.tables.records import RecordRows
from anbefal.exchange.tables.rows import Row, Rows
from anbefal.exchange.tables.sieve import Sieve
from anbefal.exchange.tables.sound import must_be_sound
from anbefal.exchange.uhri.columns import Columns, Role
from anbefal.exchange.uhri.values import (
    Cited,
    annotation_in,
    apart_from_states,
    body_in,
    cited,
    codes_in,
    day_in,
    kind_in,
    label_in,
    position_of,
    states_in,
)
from anbefal.exchange.upr.sessions import session_name
from anbefal.exchange.wanted import Wanted
from anbefal.model.dates import PartialDate
from anbefal.model.incoming import Incoming, Place, Reading, Skipped, SourceLabels, Unread
from anbefal.model.labels import Vocabulary
from anbefal.model.recommendation import InferredField
from anbefal.model.symbols import bodies_of

_Value = TypeVar("_Value")

_UPR = "upr"
_MOST_CELLS = 10_000
"""Different cells with countries that are remembered."""


def read_uhri(rows: Rows, wanted: Wanted, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Yield what became of each row of an export.

    Rows that are left out, repeat another or cannot be read come at once, but those of a JSON file
    that are about another country: they are counted, and come as one for each country. The others
    are held to the end, whole: until then, any of them may turn out to be contradicted by a later
    one under the same id, and what was once given out cannot be taken back.

    Args:
        rows: The rows.
        wanted: Which of them are asked for; only these are read to the end.
        vocabulary: Knows the bodies of the repository.

    Raises:
        Unreadable: The file is no such export, or is damaged.
    """
    reader, repeats = _Reader(rows, wanted, vocabulary), Repeats()
    if isinstance(rows, RecordRows):
        rows.sieve = reader.elsewhere
    held: dict[Any, list[Incoming]] = {}
    for row in rows:
        reading = row if isinstance(row, Unread) else reader.read(row)
        if not isinstance(reading, Incoming):
            yield reading
        elif again := repeats.seen(reading.place, (repr(reading.fields), repr(reading.labels))):
            yield again
        else:
            name = reading.fields.get("source.annotation_id", reading.place)
            held.setdefault(name, []).append(reading)
    yield from _settled(held.values())
    for country, number in sorted(reader.elsewhere.counted.items()):
        yield Skipped(Place(1, unit="record"), "another country", country, number)


class _Reader:
    def __init__(self, rows: Rows, wanted: Wanted, vocabulary: Vocabulary) -> None:
        self._columns = Columns(rows.headings)
        self._counts_from: date = rows.counts_from
        self._wanted = wanted
        self._countries = self._columns.name("countries")
        self.elsewhere = Sieve(self._countries)
        self._body = lru_cache(maxsize=4096)(vocabulary.body)

    def read(self, row: Row) -> Reading:
        """Return what becomes of a row; the cheapest reason to leave it out is looked for first."""
        try:
            return (
                self._of_another_country(row)
                or self._unwanted(row)
                or self._without_value(row)
                or self._parsed(row)
            )
        except NotFit as error:
            return _unread(row, error.column, error.message, error.hint)

    def _unwanted(self, row: Row) -> Skipped | None:
        document, label, body = self._source(row)
        return self._wanted.unwanted_body(
            row.place, body, label or document.symbol
        ) or self._wanted.unwanted_date(row.place, self._day(row))

    def _source(self, row: Row) -> tuple[Cited, str, str | None]:
        """Return the document, what the file calls its body, and the body's id."""
        document = cited(self._columns.field(row, "symbol"))
        label = self._value(row, "body", body_in)
        return document, label, self._body(label, document.symbol or None)

    def _day(self, row: Row) -> PartialDate | None:
        return self._value(row, "date", day_in, self._counts_from)

    def _of_another_country(self, row: Row) -> Reading | None:
        cell = row.text_of(self._countries)
        if detail := self.elsewhere.unwanted.get(cell):  # nearly all rows are such
            return Skipped(row.place, "another country", detail)
        codes, are_sure = _codes(cell)
        if codes and (are_sure or self._wanted.country in codes):
            skipped = self._wanted.unwanted_country(row.place, codes)
            if skipped and len(self.elsewhere.unwanted) < _MOST_CELLS:
                self.elsewhere.unwanted[cell] = skipped.detail
            return skipped
        symbol = cited(self._columns.field(row, "symbol")).symbol
        told = code_of_symbol(symbol)
        if told:
            return self._wanted.unwanted_country(row.place, {told, *codes})
        if codes:
            return self._wanted.unwanted_country(row.place, codes)
        message = "The row names no country, and its symbol does not tell which it is."
        return _unread(row, self._columns.name("countries"), message, "Write the country.")

    def _without_value(self, row: Row) -> Unread | None:
        """Return that a column holds what is no value, such as an error of a formula.

        Raises:
            NotFit: A column holds a text that cannot be written down.
        """
        for heading in self._columns.names:
            field = row.fields.get(heading)
            if field and field.kind == "error":
                message = f"There is no value but {field.text[:40]!r}."
                return _unread(row, heading, message, "Write the value itself, or nothing.")
            if field:
                must_be_sound(field, heading)
        return None

    def _parsed(self, row: Row) -> Incoming:
        """Return a row as a recommendation.

        Raises:
            NotFit: What stands in one of its columns does not fit.
        """
        document, label, body = self._source(row)
        if not (label or document.symbol):
            message = "The row names neither a body nor a document."
            raise NotFit(message, "Write the body.", self._columns.name("body"))
        is_upr = body == _UPR or label.casefold() == _UPR or bodies_of(document.symbol) == [_UPR]
        told = self._value(row, "text", annotation_in, document.paragraph, is_upr=is_upr)
        kind, is_concluded = self._value(row, "type", kind_in, told.text, is_upr=is_upr)
        states = self._value(row, "states", states_in)
        text, by = apart_from_states(told.text, states) if is_upr else (told.text, states)
        fields = {
            "kind": kind,
            "source.document": document.symbol,
            "source.paragraph": told.paragraph,
            "source.heading": told.heading,
            "source.recommended_by": by,
            "text.en": text,
            **self._more(row),
        }
        given = {name: value for name, value in fields.items() if value}
        concluded: dict[InferredField, bool] = {"kind": is_concluded, "paragraph": told.is_inferred}
        inferred = frozenset(name for name, is_so in concluded.items() if is_so)
        raw = self._raw(row, told.text)
        return Incoming(row.place, given, self._labels(row, label), inferred, raw)

    def _more(self, row: Row) -> dict[str, Any]:
        """Return the fields that each have a column to themselves.

        Raises:
            NotFit: What stands in one of the columns does not fit.
        """
        day = self._day(row)
        position = self._value(row, "position", position_of)
        return {
            "source.session": session_name(self._value(row, "session", label_in)),
            "source.date": str(day) if day else None,
            "source.annotation_id": self._value(row, "id", label_in).lower(),
            "sdgs": self._value(row, "sdgs", lambda field: goals_in(list_items(field))),
            "state_position": {"value": position} if position else None,
        }

    def _labels(self, row: Row, body: str) -> SourceLabels:
        return SourceLabels(
            body=body,
            themes=list_items(self._columns.field(row, "themes")),
            groups=list_items(self._columns.field(row, "persons")),
        )

    def _raw(self, row: Row, text: str) -> Mapping[str, str]:
        """Return the row as the file has it; a text that is the same there is kept only once."""
        raw, heading = row.raw, self._columns.name("text")
        return {**raw, heading: text} if raw.get(heading) == text else raw

    def _value(
        self, row: Row, role: Role, read: Callable[..., _Value], *more: Any, **named: Any
    ) -> _Value:
        """Return what a column holds.

        Args:
            row: The row.
            role: What the column means.
            read: Reads its field.
            more: What the reader needs besides.
            named: The same, by name.

        Raises:
            NotFit: It does not fit, which is told with the name of the column.
        """
        try:
            return read(self._columns.field(row, role), *more, **named)
        except NotFit as error:
            raise NotFit(error.message, error.hint, self._columns.name(role)) from None


@lru_cache(maxsize=4096)
def _codes(cell: str) -> tuple[frozenset[str], bool]:
    """Return the codes of the countries in a cell, or their names, and whether all have codes."""
    codes = frozenset(code for one in items_of(cell) for code in codes_in(one))
    return codes, all(code_of(code) == code for code in codes)


def _unread(row: Row, column: str, message: str, hint: str) -> Unread:
    field = row.fields.get(column)
    place = field.place if field else Place(row.place.row, row.place.sheet, column, row.place.unit)
    return Unread(place, message, hint, row.raw)


def _settled(found: Iterable[list[Incoming]]) -> Iterator[Incoming | Unread]:
    """Yield recommendations by their ids; several under one id are told, since not all are right.

    Which of them is, cannot be told.
    """
    for same in found:
        if len(same) == 1:
            yield same[0]
        else:
            yield from (_contradicted(one, same) for one in same)


def _contradicted(one: Incoming, same: list[Incoming]) -> Unread:
    others = ", ".join(str(other.place) for other in same if other is not one)
    message = f"Its annotation id stands with other words in {others}; both cannot be right."
    hint = "Look the text up in UHRI, and delete the row that is wrong, or its id."
    return Unread(one.place, message, hint, one.raw)
