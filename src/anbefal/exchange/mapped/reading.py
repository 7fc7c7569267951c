"""Rows of any table as recommendations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from anbefal.exchange.cells import NotFit
from anbefal.exchange.mapped.composing import composed_row
from anbefal.exchange.mapped.known import COUNTRY, Known
from anbefal.exchange.mapped.mapping import Mapping as Mapped
from anbefal.exchange.mapped.plan import Plan, country_column, plan_for
from anbefal.exchange.mapped.values import SEPARATOR, CellReader
from anbefal.exchange.outgoing.columns import GUARDED_MARK, MARK, OURS
from anbefal.exchange.repeats import Repeats
from anbefal.exchange.states import code_of, code_of_symbol
from anbefal.exchange.tables.items import list_items
from anbefal.exchange.tables.rows import Field, Row, Rows
from anbefal.exchange.wanted import Wanted
from anbefal.model.base import Language
from anbefal.model.dates import parse_date
from anbefal.model.incoming import Incoming, Place, Reading, Skipped, Unread
from anbefal.model.labels import Vocabulary

Given = Mapping[Known, Field]
"""Field to what stands in its column; without what is empty."""

_VALUE = "Copy the column, and paste it again as values."


def read_table(
    rows: Rows,
    mapping: Mapped,
    wanted: Wanted,
    vocabulary: Vocabulary,
    *,
    language: Language = "nb",
) -> Iterator[Reading]:
    """Yield what became of each row of a table.

    Args:
        rows: The table.
        mapping: Which columns are which fields; headings that are the name of a field are so
            without being mapped.
        wanted: Which rows are asked for.
        vocabulary: The words of the repository.
        language: The language of texts where nobody said it and the words do not tell it.

    Raises:
        Misuse: The mapping names a heading that the file has not.
        Unreadable: No column is known to hold a text, or the file cannot be read.
    """
    first = plan_for(rows.headings, mapping, language)

    def later(headings: Sequence[str]) -> Plan:
        return plan_for(headings, mapping, language)

    return TableReader(rows, first, later, wanted, vocabulary).readings()


class TableReader:
    """Reads the rows of one table.

    Args:
        rows: The table.
        plan: How it is read.
        later: Returns how it is read when records have other keys than the first.
        wanted: Which rows are asked for.
        vocabulary: The words of the repository.
    """

    def __init__(
        self,
        rows: Rows,
        plan: Plan,
        later: Callable[[Sequence[str]], Plan],
        wanted: Wanted,
        vocabulary: Vocabulary,
    ) -> None:
        self._rows, self._later = rows, later
        self._wanted, self._vocabulary = wanted, vocabulary
        self._headings = dict.fromkeys(rows.headings)
        self._repeats = Repeats()
        self._use(plan)

    def readings(self) -> Iterator[Reading]:
        """Yield what became of each row."""
        for row in self._rows:
            yield row if isinstance(row, Unread) else self._reading(row)

    def _use(self, plan: Plan) -> None:
        self._plan = plan
        self._cells = CellReader(plan, self._rows.counts_from, self._vocabulary)

    def _reading(self, row: Row) -> Reading:
        if more := [one for one in row.fields if one not in self._headings]:
            self._headings |= dict.fromkeys(more)
            self._use(self._later(tuple(self._headings)))
        plan = self._plan
        given = {known: row.fields[h] for known, h in plan.columns.items() if h in row.fields}
        raw = _raw(row, plan)
        if found := _without_values(row.place, given, raw):
            return found
        whole = _with_constants(given, plan, row.place)
        found = _other_country(row.place, whole, raw, plan, self._wanted)
        found = found or self._read(row.place, whole, raw)
        if isinstance(found, Skipped):
            return found
        return self._repeats.seen(row.place, _told(given)) or found

    def _read(self, place: Place, given: Given, raw: dict[str, str]) -> Reading:
        values: dict[Known, Any] = {}
        for known, field in given.items():
            try:
                values[known] = self._cells.value(known, field)
            except NotFit as error:
                kept = raw if field.kind == "text" else _without(raw, self._plan.columns.get(known))
                return Unread(field.place, error.message, error.hint, kept)
        try:
            incoming = composed_row(place, values, self._plan, self._vocabulary, raw)
        except NotFit as error:
            return Unread(place, error.message, error.hint, raw)
        return _unwanted(incoming, self._wanted, self._vocabulary) or incoming


def _without(raw: dict[str, str], heading: str | None) -> dict[str, str]:
    """Return a row without a cell that looks right only as text: 10.1 may have been 10.10."""
    return {name: text for name, text in raw.items() if name != heading}


def _without_values(place: Place, given: Given, raw: dict[str, str]) -> Reading | None:
    """Return what becomes of a row in which nothing stands, or a formula where a value belongs."""
    if not given:
        return Skipped(place, "no recommendation")
    for field in given.values():
        if field.kind == "formula":
            message = "The cell holds a formula, and what it gives depends on other cells."
            return Unread(field.place, message, _VALUE, raw, spoils_the_file=True)
    return None


def _with_constants(given: Given, plan: Plan, place: Place) -> Given:
    """Return the fields of a row, with what is the same in every row where its own are empty."""
    constants = {
        known: Field(place, "text", value, (value,)) for known, value in plan.constants.items()
    }
    return {**constants, **given}


def _other_country(
    place: Place, given: Given, raw: dict[str, str], plan: Plan, wanted: Wanted
) -> Reading | None:
    """Return that a row is left out if it is to other states than the one that is asked for."""
    if wanted.country is None:
        return None
    fields = {known.name: field for known, field in given.items()}
    if COUNTRY in fields:
        names = list_items(fields[COUNTRY], SEPARATOR)
        return wanted.unwanted_country(place, {code_of(name) or name for name in names})
    document = fields.get("source.document")
    if document and (code := code_of_symbol(document.text.split(",")[0].strip())):
        return wanted.unwanted_country(place, {code})
    if country_column(plan):
        message = "The row does not say which state it is to."
        return Unread(place, message, "Fill in the column, or import without --country.", raw)
    return None


def _unwanted(incoming: Incoming, wanted: Wanted, vocabulary: Vocabulary) -> Skipped | None:
    label, document = incoming.labels.body, incoming.fields.get("source.document")
    body = vocabulary.body(label, document)
    day = incoming.fields.get("source.date")
    return wanted.unwanted(incoming.place, (), body, label, parse_date(day) if day else None)


def _raw(row: Row, plan: Plan) -> dict[str, str]:
    """Return a row for the file that can be mended, with the mark that tells how to read it."""
    kept = {name: text for name, text in row.raw.items() if not name.startswith(OURS)}
    if plan.is_exported:
        kept[GUARDED_MARK if plan.is_guarded else MARK] = ""
    return kept


def _told(given: Given) -> Iterator[str]:
    """Yield what tells a row from every other one."""
    for known, field in given.items():
        yield f"{known.name}\x1f{field.kind}\x1f{field.text}"
