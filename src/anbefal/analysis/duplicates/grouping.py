"""Groups of recommendations that may be one ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.pairs import Pair

_ENOUGH = 0.5
"""The share of the pairs between two groups that must be duplicates for the groups to be joined.

A chain of pairs, each a little alike, would end in a group whose ends have nothing to do with each
other; with half of all pairs, every member is like most of the others.
"""


def grouped(pairs: Sequence[Pair], decided: Decided) -> tuple[tuple[str, ...], ...]:
    """Return the groups that likely duplicates make, the one with the surest pair first.

    The surest pairs are joined first, groups as a whole (average linkage over yes and no). Records
    that somebody decided are the same ask begin as one group, and two between which somebody
    decided otherwise are never in one. The order of the pairs makes no difference.

    Args:
        pairs: Undecided pairs; those that are not duplicates join nothing.
        decided: What people decided.
    """
    likely = sorted(
        (one for one in pairs if one.judgement.relation == "duplicate"),
        key=lambda one: (-one.judgement.score, one.a, one.b),
    )
    yes = {frozenset((one.a, one.b)) for one in likely}
    group = _starting(likely, decided)
    for pair in likely:
        one, other = group[pair.a], group[pair.b]
        if one != other and _belong_together(one, other, yes, decided):
            joined = tuple(sorted((*one, *other)))
            group.update(dict.fromkeys(joined, joined))
    return _in_order(group, likely)


def _starting(likely: Iterable[Pair], decided: Decided) -> dict[str, tuple[str, ...]]:
    names = {name for pair in likely for name in (pair.a, pair.b)}
    families = (decided.family(name) for name in sorted(names))
    return {name: family for family in families for name in family}


def _belong_together(
    one: tuple[str, ...],
    other: tuple[str, ...],
    yes: set[frozenset[str]],
    decided: Decided,
) -> bool:
    between = list(product(one, other))
    if any(decided.holds(a, b) for a, b in between):
        return False
    return sum(frozenset(pair) in yes for pair in between) >= _ENOUGH * len(between)


def _in_order(
    group: Mapping[str, tuple[str, ...]], likely: Iterable[Pair]
) -> tuple[tuple[str, ...], ...]:
    """Return the groups of two and more that hold an undecided pair, in the order of the pairs."""
    inside = (group[pair.a] for pair in likely if group[pair.a] == group[pair.b])
    return tuple(dict.fromkeys(inside))
