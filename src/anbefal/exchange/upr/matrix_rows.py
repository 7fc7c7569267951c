"""The rows of a matrix of recommendations, whatever kind of file it came in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NoReturn

from anbefal.errors import Unreadable
from anbefal.exchange.cells import NotFit
from anbefal.exchange.tables.rows import Field, Rows
from anbefal.exchange.tables.sound import must_be_sound
from anbefal.exchange.upr.matrix_cells import starts_item
from anbefal.exchange.word.blocks import TableRow, WordDocument, WordTable
from anbefal.model.incoming import Place, Unread
from anbefal.model.labels import plain_label

Role = Literal["recommendation", "position", "themes", "sdgs"]

_ROLES: Mapping[Role, re.Pattern[str]] = {
    "recommendation": re.compile(r"recommendations?(?: and recommending states?)?"),
    "position": re.compile(r"(?:state s |states )?positions?"),
    "themes": re.compile(r"(?:full list of |human rights )?themes?(?: and groups of persons)?"),
    "sdgs": re.compile(r"(?:relevant )?(?:sdgs?|sustainable development goals)"),
}
"""What a column is for to how its plain heading reads, in any of the years."""
_NEEDED: tuple[Role, ...] = ("recommendation", "position", "themes")
_GROUP = re.compile(r"\s*themes?\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"\s*[0-9]{1,4}\.[0-9]{1,3}\b")
_UNMERGE = "Split the merged cells, so that every recommendation has a row with cells of its own."


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row that should be a recommendation.

    Attributes:
        place: Where it stands.
        cells: What stands in the columns that are read.
        headings: What the file calls these columns.
        group: The theme that its group of rows is headed by; empty where none is.
        raw: All of the row, heading to text; the theme that heads its group stands in its themes,
            for where the row is mended, no heading stands above it.
    """

    place: Place
    cells: Mapping[Role, str]
    headings: Mapping[Role, str]
    group: str
    raw: Mapping[str, str]

    def unread(self, role: Role, message: str, hint: str) -> Unread:
        """Return that this row cannot be read because of one column."""
        column = self.headings.get(role, "")
        place = Place(self.place.row, self.place.sheet, column, self.place.unit)
        return Unread(place, message, hint, self.raw)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table by its headings.

    Attributes:
        names: The headings from left to right.
        widths: How many columns of the grid each is wide.
        roles: Which of them is read as what.
    """

    names: tuple[str, ...]
    widths: tuple[int, ...]
    roles: Mapping[int, Role]

    @property
    def headings(self) -> dict[Role, str]:
        return {role: self.names[at] for at, role in self.roles.items()}

    def cells_under(self, row: TableRow) -> list[list[int]]:
        """Return which cells of a row stand under each heading.

        Where there are as many cells as headings, their order tells; else their widths do.
        """
        if len(row.cells) == len(self.names):
            return [[at] for at in range(len(self.names))]
        under: list[list[int]] = [[] for _ in self.names]
        begins = [sum(self.widths[:at]) for at in range(len(self.names))]
        at = 0
        for index, span in enumerate(row.spans):
            for column, begin in enumerate(begins):
                if begin < at + span and at < begin + self.widths[column]:
                    under[column].append(index)
            at += span
        return under


def roles_of(names: Sequence[str]) -> dict[int, Role]:
    """Return which headings are those of columns that are read, by their place from 0."""
    found: dict[Role, int] = {}
    for at, name in enumerate(names):
        plain = plain_label(name)
        for role, pattern in _ROLES.items():
            if pattern.fullmatch(plain):
                found.setdefault(role, at)
    return {at: role for role, at in found.items()}


def rows_in(document: WordDocument) -> Iterator[MatrixRow | Unread]:
    """Yield the rows of the matrix in a Word document; headings and themes are no rows.

    Raises:
        Unreadable: No table in it has the headings of a matrix.
    """
    columns: _Columns | None = None
    if not any(_columns(row) for table in document.tables for row in table.rows):
        _refuse(document.name, [cell for one in document.tables for cell in _top(one)])
    for table in document.tables:
        sheet = f"table {table.number}" if len(document.tables) > 1 else ""
        columns = columns if columns and _goes_on(table, columns) else None
        group = ""
        for row in table.rows:
            place = Place(row.number, sheet, unit="table row")
            headed = _columns(row)
            columns = headed or columns
            if headed or not any(cell.strip() for cell in row.cells):
                continue
            named = _group_in(row.cells)
            if named is not None:
                group = named
            elif columns is None:
                yield from _without_headings(row, place)
            else:
                yield from _row(row, columns, place, group)


def rows_of(rows: Rows, name: str) -> Iterator[MatrixRow | Unread]:
    """Yield the rows of the matrix in a table file, with the same headings.

    Raises:
        Unreadable: The file has not these headings, or is damaged.
    """
    group, is_first = "", True
    roles: Mapping[int, Role] = {}
    for row in rows:
        if is_first:
            is_first, roles = False, _demanded(name, rows.headings)
        if isinstance(row, Unread):
            yield row
            continue
        headings = {role: rows.headings[at] for at, role in roles.items()}
        fields = {
            role: row.fields[title] for role, title in headings.items() if title in row.fields
        }
        formulas = [one for one in fields.values() if one.kind in {"formula", "error"}]
        named = _group_in([one.text for one in row.fields.values()])
        unsound = next(filter(None, map(_unsound, fields.values())), None)
        if formulas:
            yield from (_formula(one.place, row.raw) for one in formulas)
        elif unsound:
            yield replace(unsound, raw=row.raw)
        elif named is not None:
            group = named
        else:
            cells = {role: one.text for role, one in fields.items()}
            raw = _with_group(row.raw, headings["themes"], group)
            yield MatrixRow(row.place, cells, headings, group, raw)
    if is_first:
        _demanded(name, rows.headings)


def _with_group(raw: Mapping[str, str], heading: str, group: str) -> dict[str, str]:
    """Return a row with the theme of its group as the first line of its themes."""
    if not group:
        return dict(raw)
    own = raw.get(heading, "").strip()
    first, *others = own.split("\n")
    if not starts_item(first) and any(map(starts_item, others)):
        own = f"Themes:\n{own}"  # else the first of its own would go on from the group
    elif starts_item(first):
        group = f"- {group}"
    return {**raw, heading: f"{group}\n{own}".strip()}


def _unsound(field: Field) -> Unread | None:
    """Return that a text cannot be written down, if it cannot."""
    try:
        must_be_sound(field)
    except NotFit as error:
        return Unread(field.place, error.message, error.hint)
    return None


def _formula(place: Place, raw: Mapping[str, str]) -> Unread:
    message = "A formula stands here, and no value can be relied on."
    hint = "Put the value itself there: copy the column, and paste it as values."
    return Unread(place, message, hint, raw, spoils_the_file=True)


def _columns(row: TableRow) -> _Columns | None:
    """Return the columns if a row is the one with the headings."""
    names = tuple(" ".join(cell.split()) for cell in row.cells)
    roles = roles_of(names)
    if not set(_NEEDED) <= set(roles.values()):
        return None
    return _Columns(names, row.spans, roles)


def _goes_on(table: WordTable, columns: _Columns) -> bool:
    """Return whether a table can go on with the columns of the one before it."""
    widths = {sum(row.spans) for row in table.rows}
    return widths == {sum(columns.widths)}


def _group_in(cells: Sequence[str]) -> str | None:
    """Return the theme that a row is the heading of; ``None`` if it is no such heading."""
    words = [cell for cell in cells if cell.strip()]
    found = _GROUP.fullmatch(words[0]) if len(words) == 1 else None
    return " ".join(found[1].split()) if found else None


def _without_headings(row: TableRow, place: Place) -> Iterator[Unread]:
    if any(_NUMBERED.match(cell) for cell in row.cells):
        message = "A recommendation stands in a table without headings."
        hint = "Put the row with the headings of the matrix above it."
        yield Unread(place, message, hint, {str(at): cell for at, cell in enumerate(row.cells, 1)})


def _row(
    row: TableRow, columns: _Columns, place: Place, group: str
) -> Iterator[MatrixRow | Unread]:
    under = columns.cells_under(row)
    own = {
        name: text
        for name, cells in zip(columns.names, under, strict=True)
        if (text := "\n".join(row.cells[at] for at in cells).strip())
    }
    if len(row.cells) == 1 and not _NUMBERED.match(row.cells[0]):
        return  # a line of words across the table, such as the heading of its second half
    raw = _with_group(own, columns.headings["themes"], group)
    merged = _merged(row, columns, under)
    for name, how in merged:
        spot = Place(place.row, place.sheet, name, place.unit)
        yield Unread(spot, f"Merged cells: {how}.", _UNMERGE, raw, spoils_the_file=True)
    if not merged:
        cells = {role: own.get(columns.names[at], "") for at, role in columns.roles.items()}
        yield MatrixRow(place, cells, columns.headings, group, raw)


def _merged(row: TableRow, columns: _Columns, under: list[list[int]]) -> list[tuple[str, str]]:
    """Return the columns that are read and whose cell is another's too, and whose."""
    found = []
    for at in sorted(columns.roles):
        if any(row.continues[one] for one in under[at]):
            found.append((columns.names[at], "this one goes on from the row above"))
        elif any(set(under[at]) & set(other) for other in under[:at]):
            found.append((columns.names[at], "one stands in two columns"))
    return found


def _top(table: WordTable) -> list[str]:
    return [" ".join(cell.split()) for row in table.rows[:1] for cell in row.cells]


def _demanded(name: str, headings: Sequence[str]) -> Mapping[int, Role]:
    roles = roles_of(headings)
    if not set(_NEEDED) <= set(roles.values()):
        _refuse(name, headings)
    return roles


def _refuse(name: str, headings: Sequence[str]) -> NoReturn:
    missing = [one for one in _NEEDED if one not in roles_of(headings).values()]
    told = ", ".join(heading[:40] for heading in headings[:8] if heading) or "none"
    message = f"{name} has no table of recommendations: no column for {' or '.join(missing)}."
    hint = (
        "The matrix of OHCHR has the headings Recommendation, Position and Full list of themes "
        f"(or Human rights themes and groups of persons). Found were: {told}."
    )
    raise Unreadable(message, hint)
