"""The rows of an export as recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from anbefal.exchange.cells import NotFit
from anbefal.exchange.states import code_of, code_of_symbol
from anbefal.exchange.tables.rows import Row, Rows
from anbefal.exchange.uhri.columns import Columns
from anbefal.exchange.uhri.values import (
    Cited,
    annotation_in,
    cited,
    codes_in,
    day_in,
    goals_in,
    items_in,
    kind_in,
    label_in,
    position_of,
    states_in,
)
from anbefal.exchange.wanted import Wanted
from anbefal.model.dates import PartialDate
from anbefal.model.incoming import Incoming, Place, Reading, Skipped, SourceLabels, Unread
from anbefal.model.labels import Vocabulary
from anbefal.model.recommendation import InferredField
from anbefal.model.symbols import bodies_of

_UPR = "upr"
_MOST_CELLS = 10_000
"""Different cells with countries that are remembered."""


def read_uhri(rows: Rows, wanted: Wanted, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Yield what became of each row of an export.

    Rows that are left out or cannot be read come at once. The others come at the end, since one
    that the database has twice is known only then.

    Args:
        rows: The rows.
        wanted: Which of them are asked for; only these are read to the end.
        vocabulary: Knows the bodies of the repository.

    Raises:
        Unreadable: The file is no such export, or is damaged.
    """
    reader = _Reader(rows, wanted, vocabulary)
    found: list[Incoming] = []
    for row in rows:
        reading = row if isinstance(row, Unread) else reader.read(row)
        if isinstance(reading, Incoming):
            found.append(reading)
        else:
            yield reading
    yield from _without_repeats(found)


class _Reader:
    def __init__(self, rows: Rows, wanted: Wanted, vocabulary: Vocabulary) -> None:
        self._columns = Columns(rows.headings)
        self._counts_from: date = rows.counts_from
        self._wanted = wanted
        self._countries = self._columns.name("countries")
        self._elsewhere: dict[str, str] = {}
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
        except _Unfit as error:
            return _unread(row, error.column, error.message, error.hint)

    def _unwanted(self, row: Row) -> Skipped | None:
        document, label, body = self._source(row)
        return self._wanted.unwanted_body(
            row.place, body, label or document.symbol
        ) or self._wanted.unwanted_date(row.place, self._day(row))

    def _source(self, row: Row) -> tuple[Cited, str, str | None]:
        """Return the document, what the file calls its body, and the body's id."""
        document = cited(self._columns.field(row, "symbol"))
        label = label_in(self._columns.field(row, "body"))
        return document, label, self._body(label, document.symbol or None)

    def _day(self, row: Row) -> PartialDate | None:
        with _Naming(self._columns.name("date")):
            return day_in(self._columns.field(row, "date"), self._counts_from)

    def _of_another_country(self, row: Row) -> Reading | None:
        cell = row.text_of(self._countries)
        if detail := self._elsewhere.get(cell):  # nearly all rows of a whole export are such
            return Skipped(row.place, "another country", detail)
        codes, are_sure = _codes(cell)
        if codes and (are_sure or self._wanted.country in codes):
            skipped = self._wanted.unwanted_country(row.place, codes)
            if skipped and len(self._elsewhere) < _MOST_CELLS:
                self._elsewhere[cell] = skipped.detail
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
        """Return that a column holds what is no value, such as an error of a formula."""
        for heading in self._columns.names:
            field = row.fields.get(heading)
            if field and field.kind == "error":
                message = f"There is no value but {field.text[:40]!r}."
                return _unread(row, heading, message, "Write the value itself, or nothing.")
        return None

    def _parsed(self, row: Row) -> Incoming | Unread:
        columns = self._columns
        document, label, body = self._source(row)
        is_upr = body == _UPR or label.casefold() == _UPR or bodies_of(document.symbol) == [_UPR]
        day = self._day(row)
        if not (label or document.symbol):
            message = "The row names neither a body nor a document."
            return _unread(row, columns.name("body"), message, "Write the body.")
        with _Naming(columns.name("text")):
            told = annotation_in(columns.field(row, "text"), document.paragraph, is_upr=is_upr)
        with _Naming(columns.name("type")):
            kind, is_concluded = kind_in(columns.field(row, "type"), told.text, is_upr=is_upr)
        with _Naming(columns.name("sdgs")):
            goals = goals_in(columns.field(row, "sdgs"))
        with _Naming(columns.name("position")):
            position = position_of(columns.field(row, "position"))
        fields: dict[str, Any] = {
            "kind": kind,
            "source.document": document.symbol,
            "source.paragraph": told.paragraph,
            "source.heading": told.heading,
            "source.session": label_in(columns.field(row, "session")),
            "source.date": str(day) if day else None,
            "source.recommended_by": states_in(columns.field(row, "states")),
            "source.annotation_id": label_in(columns.field(row, "id")).lower(),
            "text.en": told.text,
            "sdgs": goals,
            "state_position": {"value": position} if position else None,
        }
        inferred: set[InferredField] = {"kind"} if is_concluded else set()
        if told.is_inferred:
            inferred.add("paragraph")
        labels = SourceLabels(
            body=label,
            themes=items_in(columns.field(row, "themes")),
            groups=items_in(columns.field(row, "persons")),
        )
        given = {name: value for name, value in fields.items() if value}
        return Incoming(row.place, given, labels, frozenset(inferred), row.raw)


class _Unfit(Exception):
    """What stands in a column does not fit.

    Args:
        column: What the file calls the column.
        message: What is wrong.
        hint: What to do.
    """

    def __init__(self, column: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.column, self.message, self.hint = column, message, hint


class _Naming:
    """Names the column in which something does not fit.

    Args:
        column: What the file calls it.
    """

    def __init__(self, column: str) -> None:
        self._column = column

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> None:
        """Raise what does not fit with the name of the column.

        Raises:
            _Unfit: Something does not.
        """
        if isinstance(error, NotFit):
            raise _Unfit(self._column, error.message, error.hint) from None


@lru_cache(maxsize=4096)
def _codes(cell: str) -> tuple[frozenset[str], bool]:
    """Return the codes of the countries in a cell, or their names, and whether all have codes."""
    bare = (line.strip().removeprefix("-").strip() for line in cell.splitlines())
    codes = frozenset(code for one in bare if one for code in codes_in(one))
    return codes, all(code_of(code) == code for code in codes)


def _unread(row: Row, column: str, message: str, hint: str) -> Unread:
    field = row.fields.get(column)
    place = field.place if field else Place(row.place.row, row.place.sheet, column, row.place.unit)
    return Unread(place, message, hint, row.raw)


def _without_repeats(found: Iterable[Incoming]) -> Iterator[Reading]:
    """Yield what was read, but once what stands there twice.

    Two texts under one id cannot both be it; which one is cannot be told.
    """
    gathered: dict[str, list[Incoming]] = {}
    for one in found:
        name = one.fields.get("source.annotation_id") or repr((one.fields, one.labels))
        gathered.setdefault(name, []).append(one)
    for same in gathered.values():
        first = same[0]
        if any((one.fields, one.labels) != (first.fields, first.labels) for one in same):
            yield from (_contradicted(one, same) for one in same)
        else:
            yield first
            for one in same[1:]:
                yield Skipped(one.place, "repeats an earlier row", str(first.place))


def _contradicted(one: Incoming, same: list[Incoming]) -> Unread:
    others = ", ".join(str(other.place) for other in same if other is not one)
    message = f"Its annotation id stands with other words in {others}; both cannot be right."
    hint = "Look the text up in UHRI, and delete the row that is wrong, or its id."
    return Unread(one.place, message, hint, one.raw)
