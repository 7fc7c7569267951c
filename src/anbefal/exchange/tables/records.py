"""JSON files with a record a row, read a record at a time however large they are.

An array of objects, an object that holds such an array, or an object a line (JSON Lines).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from anbefal.errors import Unreadable
from anbefal.exchange.tables.encodings import encoding_of
from anbefal.exchange.tables.headings import nothing_known
from anbefal.exchange.tables.json_source import JsonSource, TooMuch
from anbefal.exchange.tables.rows import Field, FieldKind, LazyFields, Row
from anbefal.exchange.tables.sieve import Sieve
from anbefal.model.incoming import Place, Unread

_COUNTS_FROM = date(1899, 12, 30)
_BLOCK = 1 << 14
_MOST_EVENTS = 10_000
_AGAIN = (
    "Ask for the file, or download it, again: it may have been broken off on its way. Where its"
    " letters are not UTF-8, say what they are with --encoding."
)
_TOO_MUCH = "Look in the file what stands there, and take it out; or ask for the file again."
_MOST_SHOWN = 200
_STEPS = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}
"""How much deeper what is read lies after each event of the library."""


class RecordRows:
    """The records of a JSON file; see :class:`anbefal.exchange.tables.rows.Rows`.

    Attributes:
        sieve: Which records are counted and left out.

    Args:
        path: The file.
        is_known: Tells whether a key is known.
        encoding: What a person says of its encoding.

    Raises:
        Unreadable: It is no such JSON, or its first record has no known key.
    """

    def __init__(
        self, path: Path, is_known: Callable[[str], bool], encoding: str | None = None
    ) -> None:
        self._path, self._name = path, path.name
        self._encoding = encoding_of(path, encoding, otherwise="utf-8")
        self.counts_from = _COUNTS_FROM
        self.sieve: Sieve | None = None
        self._size = max(path.stat().st_size, 1)
        with self._opened() as file:
            self._source = JsonSource(file, self._encoding)
            self._prefix = _prefix(self._source)
        first = next(iter(self), None)
        fields = first.fields if isinstance(first, Row) else None
        self.headings = fields.keys_with_empty if isinstance(fields, Fields) else ()
        if not any(is_known(one) for one in self.headings):
            raise nothing_known(self._name, self.headings)

    @property
    def share_read(self) -> float:
        """How much of the file was read by now, 0 to 1."""
        return min(self._source.position / self._size, 1.0)

    def __iter__(self) -> Iterator[Row | Unread]:
        """Yield the records."""
        import ijson

        with self._opened() as file:
            source = self._source = JsonSource(file, self._encoding)
            values = ijson.items(source, self._prefix, buf_size=_BLOCK, multiple_values=True)
            for value in self._sifted(values, source):
                number = source.records
                place = Place(number, "", "", "record")
                if isinstance(value, dict):
                    yield Row(place, Fields(number, value))
                else:
                    message = "There is no record but a value of its own."
                    yield Unread(place, message, raw={"": str(value)[:_MOST_SHOWN]})

    def _sifted(self, values: Iterable[Any], source: JsonSource) -> Iterator[Any]:
        """Yield the records that are not left out; this is where a large file takes its time."""
        sieve = self.sieve or Sieve("")
        heading, unwanted, counted = sieve.heading, sieve.unwanted, sieve.counted
        for value in values:
            source.records += 1
            if type(value) is dict:
                cell = value.get(heading)
                if type(cell) is list and len(cell) == 1:
                    cell = cell[0]
                if type(cell) is str and cell in unwanted:
                    counted[unwanted[cell]] += 1
                    continue
            yield value

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        from ijson.common import JSONError

        try:
            with self._path.open("rb") as file:
                if self._encoding == "utf-8-sig":
                    file.seek(len(codecs.BOM_UTF8))
                yield file
        except OSError as error:
            message = f"{self._name} cannot be read: {error.strerror}."
            raise Unreadable(message, "Check the name.") from None
        except TooMuch as error:
            raise Unreadable(f"{self._name} {error}.", _TOO_MUCH) from None
        except (JSONError, ValueError, RecursionError, ArithmeticError, SystemError):
            message = (
                f"{self._name} is damaged, or ends too early, after record {self._source.records}."
            )
            raise Unreadable(message, _AGAIN) from None


class Fields(LazyFields):
    """The fields of a record, made when they are asked for.

    Args:
        number: The record's number.
        record: Key to value.
    """

    __slots__ = ("_made", "_number", "_record")

    def __init__(self, number: int, record: dict[str, Any]) -> None:
        self._number, self._record = number, record
        self._made: dict[str, Field] | None = None

    @property
    def keys_with_empty(self) -> tuple[str, ...]:
        """All keys, also those without a value."""
        return tuple(self._record)

    def __getitem__(self, key: str) -> Field:
        """Return what stands under a key.

        Raises:
            KeyError: Nothing does.
        """
        return self._all()[key]

    def _all(self) -> dict[str, Field]:
        if self._made is None:
            made = ((key, _field(value, key, self._number)) for key, value in self._record.items())
            self._made = {key: field for key, field in made if field}
        return self._made

    def text_of(self, key: str) -> str:
        """Return what stands under a key as text; an empty one where nothing does."""
        value = self._record.get(key)
        if isinstance(value, str):
            return value
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
            return value[0]
        found = self.get(key)
        return found.text if found else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _field(value: Any, key: str, number: int) -> Field | None:
    """Return a value as a field; ``None`` where it is empty."""
    if isinstance(value, list | dict):
        whole = value if isinstance(value, list) else [value]
        items = tuple(text for one in whole if (text := _text(one)).strip())
        is_flat = isinstance(value, list) and not any(isinstance(i, list | dict) for i in value)
        kind: FieldKind = "list" if is_flat else "error"
    else:
        text = _text(value)
        items = (text,) if text.strip() else ()
        kind = _kind(value)
    if not items:
        return None
    return Field(Place(number, column=key, unit="record"), kind, "\n".join(items), items)


def _kind(value: Any) -> FieldKind:
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | Decimal | float) else "text"


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if abs(value.adjusted()) < _MOST_SHOWN else str(value)
    if isinstance(value, list | dict):
        return "{…}" if value else ""
    return str(value)


def _prefix(file: JsonSource) -> str:
    """Return where the records lie, as the library names it."""
    import ijson

    key = ""
    with suppress(StopIteration):
        events = ijson.basic_parse(file, multiple_values=True, buf_size=_BLOCK)
        event, value = next(events)
        if event == "start_array":
            return "item"
        if event != "start_map":
            return ""
        depth = 1
        for _ in range(_MOST_EVENTS):
            before = event
            event, value = next(events)
            depth += _STEPS.get(event, 0)
            if event == "map_key" and depth == 1:
                key = str(value)
            elif event == "start_map" and before == "start_array" and depth == 3:  # noqa: PLR2004
                return f"{key}.item"
            elif not depth:
                break
    return ""
