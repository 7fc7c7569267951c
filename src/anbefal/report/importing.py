"""What an import did, or would do: how the rows add up, and everything that a person must see."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from anbefal.analysis.importing.merging import FieldChange
from anbefal.analysis.importing.plan import Imported, Plan
from anbefal.markup import visible
from anbefal.model.incoming import Place, Unread
from anbefal.report.output import Result
from anbefal.report.sections import Line, Section
from anbefal.report.tables import Column, Table

if TYPE_CHECKING:
    from rich.console import Console

MOST_SHOWN = 60
"""Characters of a value on a line of a terminal, before and after what differs."""
MOST_LISTED = 50
"""Records of a section on a terminal; JSON and CSV have all."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an import besides its plan.

    Attributes:
        source: The kind of import.
        file: The name of the file.
        dry_run: Whether nothing was written.
        unread_file: Where the rows lie that could not be read; ``None`` where there are none, or
            nothing was written.
        mend_with: The kind of import that reads that file.
        notes: What a reader must know of the file.
    """

    source: str
    file: str
    dry_run: bool
    unread_file: str | None
    mend_with: str
    notes: tuple[str, ...] = ()


def import_result(plan: Plan, told: Told) -> Result:
    """Return what an import did, in every form."""
    return Result(
        data=_data(plan, told),
        table=_table(plan),
        title=f"{visible(told.file)}: {_number(plan.read, 'row')} read",
        notes=(*told.notes, *_without_paragraph(plan)),
        sections=tuple(one for one in _sections(plan, told) if one.lines),
        show=lambda out: _show(plan, told, out),
    )


def _without_paragraph(plan: Plan) -> list[str]:
    number = sum(1 for one in plan.imported if not one.has_paragraph)
    be = "has" if number == 1 else "have"
    return [f"{_number(number, 'new record')} {be} no paragraph."] if number else []


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
        "notes": list(told.notes),
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
        "changes": [asdict(change) for change in changes],
    }


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
                yield outcome, *about, change.field, _said(change.before), _said(change.after), None


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


def _sections(plan: Plan, told: Told) -> Iterator[Section]:
    changed = [(one, one.changes) for one in plan.imported if one.changes]
    kept = [(one, one.kept) for one in plan.imported if one.kept]
    alike = [one for one in plan.imported if one.lookalike]
    yield _changes_section(f"Updated ({len(changed)})", changed)
    heading = f"Kept as the data has it; the file says otherwise ({len(kept)})"
    yield _changes_section(heading, kept)
    yield _limited(
        f"New, and perhaps the same as a record whose document is not known ({len(alike)})",
        [[Line(f"{one.record}: see {one.lookalike}")] for one in alike],
    )
    yield _limited(
        f"Left out: no recommendation ({len(plan.left_out)})",
        [[Line(f"{_place(one.place)}: {one.detail}")] for one in plan.left_out],
    )
    yield _labels(plan)
    bodies = tuple(Line(f"{one}: {name}") for one, name in plan.new_bodies.items())
    yield Section("Bodies that were not in the data and are added", bodies)
    yield _unread_section(plan, told)


def _changes_section(
    heading: str, changed: list[tuple[Imported, tuple[FieldChange, ...]]]
) -> Section:
    told = [
        [
            Line(one.record),
            *(Line(line, inner=True) for change in changes for line in _lines(change)),
        ]
        for one, changes in changed
    ]
    return _limited(heading, told)


def _limited(heading: str, told: list[list[Line]]) -> Section:
    lines = [line for lines in told[:MOST_LISTED] for line in lines]
    if told[MOST_LISTED:]:
        lines.append(Line(f"… and {len(told) - MOST_LISTED:,} more; --format json has all of them"))
    return Section(heading, tuple(lines))


def _lines(change: FieldChange) -> list[str]:
    before, after = (_said(one) or "nothing" for one in (change.before, change.after))
    start = _common(before, after)
    return [f"{change.field}: {_cut(before, start)}", f"→ {_cut(after, start)}"]


def _common(one: str, other: str) -> int:
    """Return how many characters two values have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(words: str, start: int) -> str:
    """Return a value, of a long one what lies around the place where it begins to differ."""
    if len(words) <= 2 * MOST_SHOWN:
        return words
    first = max(0, min(start - MOST_SHOWN // 2, len(words) - 2 * MOST_SHOWN))
    last = first + 2 * MOST_SHOWN
    return f"{'…' * bool(first)}{words[first:last]}{'…' * (last < len(words))}"


def _said(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return str(value)


def _labels(plan: Plan) -> Section:
    lines = []
    for kind, labels in plan.unmapped.items():
        if labels:
            lines += [
                Line(kind),
                *(Line(f"{label}: {count:,}", inner=True) for label, count in labels.items()),
            ]
    if lines:
        lines.append(
            Line(
                "To map them: 'uhri' in data/themes.yaml, names in data/actors.yaml, "
                "'groups' in data/settings.yaml. Then import the file again."
            )
        )
    return Section("Labels that no word of the data stands for; kept under 'labels'", tuple(lines))


def _unread_section(plan: Plan, told: Told) -> Section:
    lines = []
    for one in plan.unread[:MOST_LISTED]:
        lines.append(Line(f"{_place(one.place)}: {one.message}"))
        if one.hint:
            lines.append(Line(f"→ {one.hint}", inner=True))
    if plan.unread[MOST_LISTED:]:
        lines.append(Line(f"… and {len(plan.unread) - MOST_LISTED:,} more"))
    if told.unread_file:
        lines.append(Line(f"They lie in {told.unread_file}. Mend them there; then:"))
        command = f"anbefal import {told.mend_with} {shlex.quote(told.unread_file)}"
        lines.append(Line(command, inner=True))
    return Section(f"Could not be read ({len(plan.unread)})", tuple(lines))


def _place(place: Place) -> str:
    words = str(place)
    return f"{words[:1].upper()}{words[1:]}"


def _number(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
