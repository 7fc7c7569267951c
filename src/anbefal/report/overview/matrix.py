"""The matrix for the next report to a body, in every form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from anbefal.analysis.matrix import About, Cycle, Matrix, MatrixRow
from anbefal.markup import legible
from anbefal.model.recommendation import Grade, Update
from anbefal.report.asked_by import asked_by_data
from anbefal.report.output import Format, Result
from anbefal.report.overview.data import grade_data, update_data
from anbefal.report.overview.matrix_cells import (
    CELLS,
    LABELS,
    CellName,
    about,
    cells_of,
    shown_cells,
)
from anbefal.report.overview.spaces import searchable
from anbefal.report.overview.telling import Telling
from anbefal.report.sections import Line, Section
from anbefal.report.tables import Cell, Column, Table

if TYPE_CHECKING:
    from rich.console import Console

_LABEL_WIDTH = 20
"""Columns that labels take on a terminal."""


def matrix_result(
    telling: Telling, found: Matrix, form: Format, *, as_it_stood: bool = False
) -> Result:
    """Return the matrix.

    Args:
        telling: Says what records say.
        found: What the body asked for.
        form: The form that it will be written in.
        as_it_stood: Whether what was recorded after the day is left out.
    """
    notes = tuple(matrix_notes(telling, found, as_it_stood=as_it_stood))
    is_page = form is Format.md
    return Result(
        data=_data(telling, found, notes, as_it_stood=as_it_stood),
        table=_at_a_glance(telling, found) if is_page else _table(telling, found),
        title=matrix_title(telling, found),
        notes=notes,
        sections=tuple(_sections(telling, found)) if is_page else (),
        show=lambda out: _show(telling, found, out),
    )


def matrix_title(telling: Telling, found: Matrix) -> str:
    """Return the heading, and which years it is about where not all."""
    say = telling.words.say
    body = telling.dataset.full_name_of_actor(found.body, telling.language)
    title = say("matrix_title", body=body)
    since = [say("matrix_since", year=found.since)] if found.since else []
    return "\n".join([title, *since])


def matrix_notes(telling: Telling, found: Matrix, *, as_it_stood: bool) -> Iterator[str]:
    """Yield what the matrix rests on, and what its marks mean."""
    words, told, rows = telling.words, telling.dataset.told_date, found.rows
    if told:
        key = "as_it_stood" if as_it_stood else "matrix_as_of"
        yield words.say(key, date=telling.day(told))
    yield words.say("incomplete")
    yield from telling.unverified(row.record for row in rows)
    if any(row.record.provenance.inferred for row in rows):
        yield telling.places.legend_of_mark()
    if found.since and any(cycle.year is None for cycle in found.cycles):
        yield words.say("matrix_undated")
    if found.others:
        yield words.counted("matrix_others", found.others)
    yield words.say("matrix_empty")


def cycle_heading(telling: Telling, found: Matrix, cycle: Cycle) -> str:
    """Return body and year of a cycle, with how many recommendations there are."""
    year = telling.words.say("unknown_year") if cycle.year is None else str(cycle.year)
    number = telling.words.counted("recommendations", len(cycle.rows))
    return f"{telling.name(found.body)} {year}: {number}"


def _sections(telling: Telling, found: Matrix) -> Iterator[Section]:
    names = shown_cells(found)
    if not found.rows:
        yield Section(telling.words.say("matrix_none"), ())
    for row in found.rows:
        shown = (name for name in names if name != "note" or row.record.provenance.note)
        lines = (line for name in shown for line in _lines(telling, row, name))
        yield Section(telling.place(row.record), tuple(lines))


def _lines(telling: Telling, row: MatrixRow, name: CellName) -> Iterator[Line]:
    """Yield what stands in a cell: behind its label, or below it where there is more."""
    label, told = telling.words.label[LABELS[name]], cells_of(telling, row)[name]
    if len(told) > 1:
        yield Line(f"{label}:")
        yield from (Line(one, inner=True) for one in told)
    else:
        yield Line(f"{label}: {told[0] if told else telling.words.say('nothing_recorded')}")


def _show(telling: Telling, found: Matrix, out: Console) -> None:
    from rich.table import Table as RichTable
    from rich.text import Text

    names = shown_cells(found)
    if not found.rows:
        out.print(Text(telling.words.say("matrix_none")))
    for cycle in found.cycles:
        out.print(Text(cycle_heading(telling, found, cycle), style="bold underline"))
        out.print()
        for row in cycle.rows:
            out.print(Text(legible(telling.place(row.record)), style="bold"))
            shown = RichTable(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
            shown.add_column(max_width=_LABEL_WIDTH, overflow="fold")
            shown.add_column(overflow="fold")
            for label, told in _block(telling, row, names):
                shown.add_row(Text(label, style="dim"), Text(told))
            out.print(shown)
            out.print()


def _block(
    telling: Telling, row: MatrixRow, names: Iterable[CellName]
) -> Iterator[tuple[str, str]]:
    """Yield a row's cells with their labels, and then the labels of those that are empty."""
    cells, label = cells_of(telling, row), telling.words.label
    for name in names:
        if cells[name]:
            yield label[LABELS[name]], "\n".join(map(legible, cells[name]))
    empty = [label[LABELS[name]] for name in names if not cells[name] and name != "note"]
    if empty:
        yield telling.words.say("nothing_recorded"), "; ".join(empty)


def _at_a_glance(telling: Telling, found: Matrix) -> Table:
    """Return a row for each recommendation with the newest of each kind, above the whole."""
    keys: tuple[CellName, ...] = ("answers", "reported", "assessed", "follow_up")
    columns = [telling.words.label[LABELS[name]] for name in keys]
    rows = []
    for row in found.rows:
        cells = cells_of(telling, row)
        nothing = telling.words.say("nothing_recorded")
        newest = {
            name: about(telling, row, log[-1].record, telling.cell(log[-1].said))
            if log
            else nothing
            for name, log in (("reported", row.reported), ("assessed", row.assessed))
        }
        told = (newest.get(name, "; ".join(cells[name]) or nothing) for name in keys)
        rows.append((telling.place(row.record), *told))
    headings = (telling.words.label["place"], *columns)
    return Table(tuple(map(Column, headings)), tuple(rows))


_FIELDS = ("id", "body", "year", "document", "paragraph", "date", "inferred", "verified")


def _table(telling: Telling, found: Matrix) -> Table:
    """Return a row for each recommendation, its cells in words, for a spreadsheet."""
    columns = tuple(map(Column, (*_FIELDS, *CELLS)))
    return Table(columns, tuple(searchable(_row(telling, row)) for row in found.rows))


def _row(telling: Telling, row: MatrixRow) -> tuple[Cell, ...]:
    record, cells = row.record, cells_of(telling, row)
    source = record.source
    return (
        record.id,
        source.body,
        source.date.year if source.date else None,
        source.document,
        source.paragraph or source.proposal,
        str(source.date) if source.date else None,
        " ".join(record.provenance.inferred),
        record.provenance.verified,
        *("\n".join(cells[name]) for name in CELLS),
    )


def _data(
    telling: Telling, found: Matrix, notes: tuple[str, ...], *, as_it_stood: bool
) -> dict[str, Any]:
    today = telling.dataset.reference_date
    return {
        "as_of": str(today) if today else None,
        "as_it_stood": as_it_stood,
        "body": found.body,
        "since": found.since,
        "matrix": [_entry(row) for row in found.rows],
        "left_out": found.others,
        "notes": list(notes),
    }


def _entry(row: MatrixRow) -> dict[str, Any]:
    record = row.record
    plain = record.model_dump(mode="json", exclude={"internal", "status", "follow_up", "links"})
    follow_up = record.follow_up
    return {
        **plain,
        "follow_up_due": str(follow_up.due) if follow_up and follow_up.due else None,
        "picked_for_follow_up": follow_up is not None,
        "reported": [_said(one) for one in row.reported],
        "assessed": [_said(one) for one in row.assessed],
        "grades": [_said(one) for one in row.grades],
        "repeats": [one.id for one in row.repeats],
        "repeated_by": [one.id for one in row.repeated_by],
        "elsewhere": asked_by_data(row.elsewhere),
        "measures": [
            {
                "in": one.holder.id,
                "measure": one.measure.id,
                "text": one.measure.text.model_dump(exclude_none=True),
                "responsible": list(one.measure.responsible),
                "due": str(one.measure.due) if one.measure.due else None,
                "addresses": list(one.measure.addresses),
                "updates": [update_data(update) for update in one.measure.updates],
            }
            for one in row.measures
        ],
    }


def _said(one: About[Update] | About[Grade]) -> dict[str, Any]:
    said = one.said
    plain = grade_data(said) if isinstance(said, Grade) else update_data(said)
    return {"on": one.record.id, **(plain or {})}
