"""What a person must see of an import: what it changed, what it kept, what it could not tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anbefal.analysis.importing.merging import FieldChange
from anbefal.analysis.importing.plan import Imported, Plan
from anbefal.model.edits import Create
from anbefal.model.incoming import Place
from anbefal.report.sections import Line, Section

MOST_SHOWN = 60
"""Characters of a value on a line of a terminal, before and after what differs."""
MOST_LISTED = 50
"""Records of a section on a terminal; JSON and CSV have all."""
MOST_NEW = 20
"""New records that are named."""
INTERNAL = "internal"


def sections_of(plan: Plan, unread_file: str | None, mend: str) -> tuple[Section, ...]:
    """Return what is told below the numbers.

    Args:
        plan: What the import does.
        unread_file: Where the rows lie that could not be read, if they lie anywhere.
        mend: The command that imports them once they are mended.
    """
    found = (
        _new(plan),
        _updated(plan),
        _kept(plan),
        _alike(plan),
        _left_out(plan),
        _labels(plan),
        _bodies(plan),
        _unread(plan, unread_file, mend),
    )
    return tuple(one for one in found if one.lines)


def value_shown(field: str, value: Any) -> str | None:
    """Return a value as people read it; of our own notes only that there is one."""
    if value is None:
        return None
    if field == INTERNAL:
        return "(a note)"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return str(value)


def counted(number: int, word: str) -> str:
    """Return a number with its word: ``1 row``, ``2 rows``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _new(plan: Plan) -> Section:
    made = [one for one in plan.edits if isinstance(one, Create) and one.target.kind != "actor"]
    lines = [Line(f"{one.target.name}: {_beginning(one.value)}") for one in made[:MOST_NEW]]
    if made[MOST_NEW:]:
        lines.append(Line(f"… and {len(made) - MOST_NEW:,} more; --format json has all of them"))
    return Section(f"New ({len(made):,})", tuple(lines))


def _beginning(record: Mapping[str, Any]) -> str:
    texts = {**record.get("summary", {}), **record.get("text", {})}
    words = " ".join(str(next(iter(texts.values()), "")).split())
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rsplit(' ', 1)[0]} …"


def _updated(plan: Plan) -> Section:
    changed = [(one, one.changes) for one in plan.imported if one.changes]
    return _limited(f"Updated ({len(changed):,})", [_changes(*one) for one in changed])


def _kept(plan: Plan) -> Section:
    kept = [(one, one.kept) for one in plan.imported if one.kept]
    heading = f"Kept as the data has it; the file says otherwise ({len(kept):,})"
    section = _limited(heading, [_changes(*one) for one in kept])
    hint = "Nothing to do where the data is right. To take a value of the file: anbefal edit ID …"
    return Section(heading, (*section.lines, *([Line(hint)] if kept else [])))


def _alike(plan: Plan) -> Section:
    alike = [one for one in plan.imported if one.lookalike]
    heading = f"New, and perhaps the same as a record that was there ({len(alike):,})"
    section = _limited(heading, [[Line(f"{one.record}: see {one.lookalike}")] for one in alike])
    hint = (
        "The same ask: anbefal dedupe --apply asks pair by pair. Twice the same record: remove one."
    )
    return Section(heading, (*section.lines, *([Line(hint)] if alike else [])))


def _left_out(plan: Plan) -> Section:
    return _limited(
        f"Left out: no recommendation ({len(plan.left_out):,})",
        [[Line(f"{place_shown(one.place)}: {one.detail}")] for one in plan.left_out],
    )


def _changes(one: Imported, changes: tuple[FieldChange, ...]) -> list[Line]:
    inner = (Line(line, inner=True) for change in changes for line in _lines(change))
    return [Line(one.record), *inner]


def _limited(heading: str, told: list[list[Line]]) -> Section:
    lines = [line for lines in told[:MOST_LISTED] for line in lines]
    if told[MOST_LISTED:]:
        lines.append(Line(f"… and {len(told) - MOST_LISTED:,} more; --format json has all of them"))
    return Section(heading, tuple(lines))


def _lines(change: FieldChange) -> list[str]:
    both = (value_shown(change.field, one) for one in (change.before, change.after))
    before, after = (one or "nothing" for one in both)
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


_HOW_TO_MAP = {
    "themes": 'anbefal edit THEME uhri+="LABEL"',
    "groups": 'anbefal edit settings groups.WORD+="LABEL"',
    "ministries": 'anbefal edit MINISTRY --edit, and write the name under "formerly"',
}


def _labels(plan: Plan) -> Section:
    lines: list[Line] = []
    for kind, labels in plan.unmapped.items():
        if labels:
            lines.append(Line(f"{kind} (to map one: {_HOW_TO_MAP[kind]})"))
            lines += [Line(f"{one}: {count:,}", inner=True) for one, count in labels.items()]
    if lines:
        lines.append(Line("Import the file again once they are mapped."))
    return Section("Labels that no word of the data stands for; kept under 'labels'", tuple(lines))


def _bodies(plan: Plan) -> Section:
    bodies = tuple(Line(f"{one}: {name}") for one, name in plan.new_bodies.items())
    return Section("Bodies that were not in data/actors.yaml and are added", bodies)


def _unread(plan: Plan, unread_file: str | None, mend: str) -> Section:
    told = [
        [
            Line(f"{place_shown(one.place)}: {one.message}"),
            *([Line(f"→ {one.hint}", inner=True)] if one.hint else []),
        ]
        for one in plan.unread
    ]
    section = _limited(f"Could not be read ({len(plan.unread):,})", told)
    if not unread_file:
        return section
    more = (Line(f"They lie in {unread_file}. Mend them there; then:"), Line(mend, inner=True))
    return Section(section.heading, (*section.lines, *more))


def place_shown(place: Place) -> str:
    """Return a place at the beginning of a line."""
    words = str(place)
    return f"{words[:1].upper()}{words[1:]}"
