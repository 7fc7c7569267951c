"""What stands in a cell as the value of a field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from anbefal.exchange import cells
from anbefal.exchange.cells import NotFit
from anbefal.exchange.cleaning import clean
from anbefal.exchange.dates import date_in
from anbefal.exchange.fixed_words import fixed_word, fixed_words
from anbefal.exchange.goals import goals_in
from anbefal.exchange.mapped.known import Known
from anbefal.exchange.mapped.numbers import (
    LONGEST_CELL,
    document_from,
    must_be_short,
    paragraph_from,
)
from anbefal.exchange.mapped.plan import Plan
from anbefal.exchange.outgoing.guarding import unguarded
from anbefal.exchange.outgoing.values import notes_in
from anbefal.exchange.states import code_of
from anbefal.exchange.tables.items import known_parts, list_items
from anbefal.exchange.tables.rows import Field
from anbefal.exchange.tables.sound import must_be_sound
from anbefal.exchange.workbooks import Cell
from anbefal.model.base import ID_PATTERN
from anbefal.model.labels import Vocabulary

SEPARATOR = re.compile(r"[\n\r;]")
"""What stands between the values of a cell where the mapping says nothing else."""
_LINE_ENDS = re.compile("\r\n?")
_LONGEST_SHOWN = 60
_MOST: Mapping[str, int] = {
    "source.body": 200,
    "date": LONGEST_CELL,
    "document": LONGEST_CELL,
    "number": LONGEST_CELL,
}
"""Field, or kind of it, to the characters of the longest cell that may be right."""
_LISTS = frozenset({"names", "codes", "states", "words of a list"})


class CellReader:
    """Reads the cells of one file.

    Args:
        plan: How the file is read.
        counts_from: The day that serial numbers of days count from.
        vocabulary: The words of the repository.
    """

    def __init__(self, plan: Plan, counts_from: date, vocabulary: Vocabulary) -> None:
        self._plan = plan
        self._counts_from = counts_from
        self._vocabulary = vocabulary

    def value(self, known: Known, field: Field) -> Any:
        """Return the value of a field; ``None`` where nothing stands in the cell.

        Raises:
            NotFit: No such value stands in it.
        """
        must_be_sound(field)
        text = _LINE_ENDS.sub("\n", field.text)
        text = unguarded(text) if self._plan.is_guarded else text
        if most := _MOST.get(known.name) or _MOST.get(known.kind):
            must_be_short(text, most)
        if known.kind == "date":
            return self._date(field, text)
        _must_be_typed(known, field)
        if known.kind in _LISTS:
            return self._list(known, field, text)
        if known.kind == "words":
            return text if self._plan.is_exported else clean(text)
        if known.kind == "number" and not self._plan.is_exported:
            return paragraph_from(text)
        if known.kind == "document" and not self._plan.is_exported:
            document_from(text)  # refuses several
        if known.words:
            return _word(known, text)
        read = _READERS.get(known.kind)
        return read(text) if read else self.name(text)

    def name(self, text: str) -> str:
        """Return a text as words on one line."""
        return text if self._plan.is_exported else " ".join(clean(text).split())

    def _date(self, field: Field, text: str) -> str:
        value: str | float | datetime = text
        if field.kind == "number":
            value = float(text)
        elif field.kind == "date":
            value = datetime.fromisoformat(text)
        kind = field.kind if field.kind in {"number", "date"} else "text"
        try:
            found = cells.date_in(Cell("", 1, 1, kind, value), self._counts_from)
        except NotFit:
            other = date_in(text) if kind == "text" else None
            if other is None or len(text) > _LONGEST_SHOWN:
                raise
            found = other
        return str(found)

    def _list(self, known: Known, field: Field, text: str) -> list[str]:
        if self._plan.is_exported:
            return list(field.items) if field.kind == "list" else text.split("\n")
        said = self._plan.separators.get(known.name)
        names = list_items(field, re.compile(re.escape(said)) if said else SEPARATOR)
        if len(names) == 1 and not said and (find := self._finder(known)):
            names = tuple(known_parts(names[0], find))
        if known.kind == "codes":
            return goals_in(names)
        return list(dict.fromkeys(self._item(known, one) for one in names))

    def _item(self, known: Known, name: str) -> str:
        if known.kind == "states":
            return code_of(name) or name
        return _word(known, name) if known.words else name

    def _finder(self, known: Known) -> Callable[[str], str | None] | None:
        """Return what knows the values of a field, so that commas can be told from separators."""
        words = self._vocabulary
        finders: Mapping[str, Callable[[str], str | None]] = {
            "source.recommended_by": code_of,
            "themes": words.theme,
            "groups": words.group,
            "ministries": words.ministry,
            "levels": lambda label: fixed_word("level", label),
        }
        return finders.get(known.name)


def _must_be_typed(known: Known, field: Field) -> None:
    """Refuse what a spreadsheet has made of something else.

    Raises:
        NotFit: The cell holds a number, a date or a time where a number may be another one.
    """
    shown = field.text[:_LONGEST_SHOWN]
    if field.kind in {"date", "time"}:
        message = f"The cell holds a {field.kind}, {shown}: a spreadsheet may have made it of 5-6."
        raise NotFit(
            message, "Give the column the number format Text, and write it as it should be."
        )
    if field.kind == "error":
        raise NotFit(f"The cell holds an error, {shown}.", "Write what should stand there.")
    is_decimal = field.kind == "number" and not re.fullmatch("[0-9]+", field.text)
    if is_decimal and known.kind in {"number", "codes", "names", "name", "document"}:
        message = f"The cell holds the number {shown}: it may have been {shown}0."
        hint = "Give the column the number format Text, and write the number as in the document."
        raise NotFit(message, hint)


def _word(known: Known, text: str) -> str:
    assert known.words is not None  # noqa: S101 - a field of fixed words
    found = fixed_word(known.words, text)
    if found is None:
        message = f"{_short(text)!r} is not known as {known.name}."
        raise NotFit(message, f"Write one of: {', '.join(fixed_words(known.words))}.")
    return found


def _truth(text: str) -> bool:
    found = fixed_word("truth", text)
    if found is None:
        raise NotFit(f"{_short(text)!r} is neither true nor false.", "Write true or false.")
    return found == "true"


def _id(text: str) -> str:
    if not re.fullmatch(ID_PATTERN[1:-1], text.strip()):
        hint = "An id has small letters, digits and single hyphens: cat-2018-16."
        raise NotFit(f"{_short(text)!r} cannot be the id of a record.", hint)
    return text.strip()


def _json(text: str) -> Any:
    try:
        found = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        hint = "Leave such a cell as it was exported, or empty it."
        raise NotFit(f"{_short(text)!r} is no JSON that can be read.", hint) from None
    if not isinstance(found, list | dict):
        raise NotFit(f"{_short(text)!r} is no list.", "Leave such a cell as it was exported.")
    return found


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"


_READERS: Mapping[str, Callable[[str], Any]] = {
    "truth": _truth,
    "presence": _truth,
    "json": _json,
    "notes": notes_in,
    "id": _id,
}
