"""UPR Info's database as it is exported: a recommendation a row.

``Action``, 1 to 5, is UPR Info's own judgement of how specific an ask is. No field of ours is that,
so it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from anbefal.errors import Unreadable
from anbefal.exchange.cells import NotFit
from anbefal.exchange.cleaning import clean
from anbefal.exchange.fixed_words import fixed_word
from anbefal.exchange.repeats import Repeats
from anbefal.exchange.states import code_of
from anbefal.exchange.tables.headings import heading_key
from anbefal.exchange.tables.items import items_of
from anbefal.exchange.tables.rows import Field, Row, Rows
from anbefal.exchange.tables.sound import must_be_sound
from anbefal.exchange.upr.sessions import session_name, year_in
from anbefal.exchange.wanted import Wanted
from anbefal.model.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from anbefal.model.incoming import Incoming, Reading, Skipped, SourceLabels, Unread
from anbefal.model.labels import Vocabulary, plain_label

HEADINGS = (
    "To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org",
    "Response", "Action", "Issue", "Session",
)  # fmt: skip
"""The headings of an export, of which ``To`` and ``Text`` must be there."""

Column = Literal["To", "Text", "From", "Response", "Action", "Issue", "Session"]
_NEEDED: tuple[Column, ...] = ("To", "Text")
_READ: tuple[Column, ...] = (*_NEEDED, "From", "Response", "Action", "Issue", "Session")
_USUAL: tuple[Column, ...] = tuple(one for one in _READ if one not in (*_NEEDED, "Action"))
_KNOWN = frozenset(map(heading_key, HEADINGS))
_BODY = "UPR"

_NOT_YET = frozenset({"", "pending"})
"""What stands there while the state has not answered."""

_AT_COMMA = re.compile(r",(?=\S)")
"""What stands between issues: a comma with a space after it is part of an issue's name."""


def not_read(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the headings that no export has, so that nothing is read from their columns."""
    return tuple(one for one in headings if one and heading_key(one) not in _KNOWN)


def missing(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that an export has and these headings have not."""
    there = set(map(heading_key, headings))
    return tuple(one for one in _USUAL if heading_key(one) not in there)


def read_upr_info(rows: Rows, wanted: Wanted, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Yield what became of each row of an export.

    Args:
        rows: The table; :data:`HEADINGS` are the headings that are known.
        wanted: Which rows are asked for.
        vocabulary: The words of the repository.

    Raises:
        Unreadable: A column that is needed is missing, or the file cannot be read.
    """
    columns = _columns(rows.headings)
    return _readings(rows, columns, wanted, vocabulary)


def _columns(headings: tuple[str, ...]) -> dict[Column, str]:
    """Return column to heading, as the file spells it."""
    there = {heading_key(one): one for one in reversed(headings)}
    found = {one: there[heading_key(one)] for one in _READ if heading_key(one) in there}
    missing = [one for one in _NEEDED if one not in found]
    if missing:
        names = " and ".join(repr(one) for one in missing)
        message = f"This is no export of UPR Info: it has no column {names}."
        shown = ", ".join(repr(one[:40]) for one in headings[:12])
        hint = f"Its headings are {shown}. For any other list, use 'import table'."
        raise Unreadable(message, hint)
    return found


def _readings(
    rows: Rows, columns: dict[Column, str], wanted: Wanted, vocabulary: Vocabulary
) -> Iterator[Reading]:
    body, repeats = vocabulary.body(_BODY), Repeats()
    for row in rows:
        if isinstance(row, Unread):
            yield row
            continue
        fields = {one: row.fields[name] for one, name in columns.items() if name in row.fields}
        yield _left_out(row, fields, wanted, body) or _reading(row, fields, repeats)


def _left_out(
    row: Row, fields: Mapping[Column, Field], wanted: Wanted, body: str | None
) -> Skipped | None:
    """Return that a row is left out because nothing stands in it, or for what it is about."""
    if not any(map(_words, fields.values())):
        return Skipped(row.place, "no recommendation")
    to = _words(fields.get("To"))
    countries = [code_of(to) or to] if to else []
    year = _year(_words(fields.get("Session")))
    return wanted.unwanted(row.place, countries, body, _BODY, year)


def _words(field: Field | None) -> str:
    return clean(field.text) if field else ""


def _reading(row: Row, fields: Mapping[Column, Field], repeats: Repeats) -> Reading:
    words = {one: _words(fields.get(one)) for one in _READ}
    repeated = repeats.seen(row.place, words.values())
    return repeated or _problem(row, fields, words) or _incoming(row, words)


def _problem(
    row: Row, fields: Mapping[Column, Field], words: Mapping[Column, str]
) -> Unread | None:
    """Return why a row cannot be read, if it cannot."""
    if odd := next((one for one in fields.values() if one.kind in {"formula", "error"}), None):
        message = f"The cell holds {odd.text[:60]!r}, {_AN[odd.kind]}."
        hint = "Write what should stand there."
        return Unread(odd.place, message, hint, row.raw, spoils_the_file=odd.kind == "formula")
    for one, field in fields.items():
        try:
            must_be_sound(field, one)
        except NotFit as error:
            return Unread(field.place, error.message, error.hint, row.raw)
    for one in _NEEDED:
        if not words[one]:
            message = f"The column {one!r} is empty."
            return Unread(row.place, message, "Fill it in, or delete the row.", row.raw)
    response = words["Response"]
    if plain_label(response) not in _NOT_YET and not fixed_word("position", response):
        message = f"The response {response[:60]!r} is not known."
        hint = "Write Supported, Noted or Not Supported, or leave the cell empty."
        return Unread(fields["Response"].place, message, hint, row.raw)
    return None


_AN = {"formula": "a formula", "error": "an error of a formula"}


def _incoming(row: Row, words: Mapping[Column, str]) -> Incoming:
    year = _year(words["Session"])
    position = fixed_word("position", words["Response"])
    by = " ".join(words["From"].split())
    fields: dict[str, Any] = {
        "kind": "recommendation",
        "source.session": session_name(words["Session"]),
        "source.date": str(year) if year else None,
        "source.recommended_by": [code_of(by) or by] if by else None,
        "text.en": words["Text"],
        "state_position": {"value": position} if position else None,
    }
    return Incoming(
        row.place,
        {name: value for name, value in fields.items() if value},
        SourceLabels(body=_BODY, themes=items_of(words["Issue"], _AT_COMMA)),
        frozenset({"date"}) if year else frozenset(),
        row.raw,
    )


def _year(words: str) -> PartialDate | None:
    year = year_in(words)
    return PartialDate(year) if year and FIRST_YEAR <= year <= LAST_YEAR else None
