"""What an import did, or would do: how the rows add up, and everything that a person must see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from anbefal.analysis.importing.merging import FieldChange
from anbefal.analysis.importing.plan import Imported, Plan
from anbefal.markup import visible
from anbefal.model.incoming import Unread
from anbefal.report.importing_notes import UnusedColumns, notes_of
from anbefal.report.importing_sections import INTERNAL, counted, sections_of, value_shown
from anbefal.report.output import Result
from anbefal.report.tables import Column, Table

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an import besides its plan.

    Attributes:
        source: The kind of import.
        file: The name of the file.
        dry_run: Whether nothing was written.
        unread_file: Where the rows lie that could not be read; ``None`` where there are none, or
            nothing was written.
        unit: What the file is made of: rows, or paragraphs.
        mend: The command that reads that file once it is mended.
        columns: Columns that are not read, or not there.
    """

    source: str
    file: str
    dry_run: bool
    unread_file: str | None
    mend: str
    unit: str
    columns: UnusedColumns


def import_result(plan: Plan, told: Told) -> Result:
    """Return what an import did, in every form."""
    return Result(
        data=_data(plan, told),
        table=_table(plan),
        title=f"{visible(told.file)}: {counted(plan.read, told.unit)} read",
        notes=notes_of(plan, told.columns),
        sections=sections_of(plan, told.unread_file, told.mend),
        show=lambda out: _show(plan, told, out),
    )


def _rows(plan: Plan) -> dict[str, int]:
    """Return what became of the rows; the numbers add up to the rows read."""
    return {
        "new": plan.number("new"),
        "updated": plan.number("updated"),
        "unchanged": plan.number("unchanged"),
        "skipped": sum(plan.skipped.values()),
        "unreadable": len(plan.unread),
    }


def _data(plan: Plan, told: Told) -> dict[str, Any]:
    return {
        "source": told.source,
        "file": told.file,
        "dry_run": told.dry_run,
        "notes": list(notes_of(plan, told.columns)),
        "rows": {"read": plan.read, **_rows(plan)},
        "skipped": dict(plan.skipped),
        "new": [
            {"id": one.record, "place": one.place._asdict(), "lookalike": one.lookalike}
            for one in plan.imported
            if one.outcome == "new"
        ],
        "updated": [_changed(one, one.changes) for one in plan.imported if one.changes],
        "kept": [_changed(one, one.kept) for one in plan.imported if one.kept],
        "unmapped": {
            kind: [{"label": label, "count": count} for label, count in labels.items()]
            for kind, labels in plan.unmapped.items()
        },
        "left_out": [{"place": one.place._asdict(), "what": one.detail} for one in plan.left_out],
        "new_bodies": [{"id": one, "name": name} for one, name in plan.new_bodies.items()],
        "unreadable": [_unread(one) for one in plan.unread],
        "unread_file": told.unread_file,
    }


def _changed(one: Imported, changes: tuple[FieldChange, ...]) -> dict[str, Any]:
    return {
        "id": one.record,
        "place": one.place._asdict(),
        "changes": [
            {"field": change.field, "before": before, "after": after}
            for change, (before, after) in ((one, _plain(one)) for one in changes)
        ],
    }


def _plain(change: FieldChange) -> tuple[Any, Any]:
    """Return both values; of our own notes only that there is one."""
    return _both(change) if change.field == INTERNAL else (change.before, change.after)


def _both(change: FieldChange) -> tuple[str | None, str | None]:
    return value_shown(change.field, change.before), value_shown(change.field, change.after)


def _unread(one: Unread) -> dict[str, Any]:
    return {"place": one.place._asdict(), "message": one.message, "hint": one.hint}


def _table(plan: Plan) -> Table:
    names = ("outcome", "record", "row", "field", "before", "after", "message")
    rows = [*_imported_rows(plan.imported)]
    rows += [
        ("unreadable", None, str(one.place), None, None, None, f"{one.message} {one.hint}".strip())
        for one in plan.unread
    ]
    return Table(tuple(map(Column, names)), tuple(rows))


_Row = tuple[str | None, ...]


def _imported_rows(imported: tuple[Imported, ...]) -> Iterator[_Row]:
    for one in imported:
        about = (one.record, str(one.place))
        if not one.changes:
            yield one.outcome, *about, None, None, None, None
        for outcome, changes in (("updated", one.changes), ("kept", one.kept)):
            for change in changes:
                yield outcome, *about, change.field, *_both(change), None


def _show(plan: Plan, told: Told, out: Console) -> None:
    from rich.text import Text

    numbers = _rows(plan)
    width = max(len(f"{number:,}") for number in numbers.values())
    for name, number in numbers.items():
        more = f"   {_reasons(plan)}" if name == "skipped" and number else ""
        out.print(Text(f"  {name:<11}{number:>{width},}{more}"), soft_wrap=True)
    if told.dry_run:
        out.print(Text("Nothing was written."), style="yellow")


def _reasons(plan: Plan) -> str:
    return "; ".join(f"{reason}: {number:,}" for reason, number in plan.skipped.items())
