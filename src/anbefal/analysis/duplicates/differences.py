"""In what two asks differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from anbefal.analysis.ask.asks import Part
from anbefal.analysis.ask.phrases import Lexicon, table
from anbefal.analysis.duplicates.kinds import BROAD, CONSIDER, STANDING, TOLD_APART
from anbefal.analysis.duplicates.likeness import overlap
from anbefal.analysis.duplicates.obligations import Obligation
from anbefal.analysis.duplicates.pairs import Aspect
from anbefal.analysis.duplicates.reads import Read, closest

_LONGER = 2
"""How many more asks a text has of which the other is a part."""

_MOSTLY = 0.6
"""The share of the smaller ask's words from which it is a part of the other."""


def differences(a: Read, b: Read, decisive: Aspect | None = None) -> tuple[Aspect, ...]:
    """Return in what two asks differ, in the order of :data:`Aspect`.

    Args:
        a: One ask.
        b: The other.
        decisive: What makes them different asks by itself, where something does.
    """
    one, other = a.obligation, b.obligation
    found = _between_obligations(one, other) if one and other else _between_others(a, b)
    return tuple(aspect for aspect in get_args(Aspect) if aspect in found or aspect == decisive)


def _between_obligations(one: Obligation, other: Obligation) -> tuple[Aspect, ...]:
    first, second = set(one.treaties), set(other.treaties)
    found: list[Aspect] = []
    if one.strength != other.strength or {one.act, other.act} == {"sign", "ratify"}:
        found.append("strength")
    elif one.act != other.act:
        found.append("action")
    if not (first <= second or second <= first):
        found.append("instrument")
    elif first != second or bool(one.others) != bool(other.others):
        found.append("part-of")
    return tuple(found)


def _between_others(a: Read, b: Read) -> tuple[Aspect, ...]:
    i, j = closest(a, b)
    one, other = a.ask.parts[i], b.ask.parts[j]
    tests: tuple[tuple[Aspect, bool], ...] = (
        ("strength", _in_strength(one, other)),
        ("instrument", _apart(one.instruments, other.instruments)),
        (
            "group",
            _apart(*(_with_wider("groups", x.groups) for x in (one, other)))
            or bool(one.groups) != bool(other.groups),
        ),
        ("action", _in_action(one, other)),
        ("part-of", _is_part(a, b, i, j)),
        ("subject", _apart(*(_with_wider("subjects", x.subjects) for x in (one, other)))),
    )
    return tuple(aspect for aspect, differs in tests if differs)


def _in_strength(one: Part, other: Part) -> bool:
    strengths = {one.strength, other.strength}
    if len(strengths) == 1:
        return False
    return CONSIDER in strengths or (one.deed == other.deed and one.deed in STANDING)


def _in_action(one: Part, other: Part) -> bool:
    if one.deed != other.deed and not {one.deed, other.deed} & BROAD:
        return True
    return any((kind in one.actions) != (kind in other.actions) for kind in TOLD_APART)


def _is_part(a: Read, b: Read, i: int, j: int) -> bool:
    lengths = len(a.parts), len(b.parts)
    is_inside = overlap(a.parts[i], b.parts[j]).contained >= _MOSTLY
    return is_inside and (bool(i) or bool(j) or abs(lengths[0] - lengths[1]) >= _LONGER)


def _apart(one: Iterable[str], other: Iterable[str]) -> bool:
    first, second = set(one), set(other)
    return bool(first and second) and not first & second


def _with_wider(lexicon: Lexicon, ids: Iterable[str]) -> set[str]:
    known = table(lexicon)
    return {wider for one in ids for wider in (one, *known[one].get("within", ()))}
