"""Merging lists: items that are known by an id, and items that are known by their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from anbefal.store.merging import rules
from anbefal.store.merging.rules import Place
from anbefal.store.merging.run import Run

OURS_CHANGED = "theirs deleted it, ours changed it"
THEIRS_CHANGED = "ours deleted it, theirs changed it"

ALIKE = 0.5
"""The share of equal keys from which an item counts as another, changed."""

Items = dict[Any, Any]
"""What an item is known by, to the item, in the order of the list."""


def merge_lists(
    run: Run, place: Place, base: list[Any], ours: list[Any], theirs: list[Any]
) -> list[Any]:
    """Return two changes of one list as one list.

    Additions of both stay, ours before theirs; equal ones once. What one side deleted goes,
    unless the other changed it.

    Args:
        run: The merge; takes the conflicts.
        place: Where the list stands.
        base: The list before the changes.
        ours: Our side.
        theirs: Their side.
    """
    known = [_known(run, place, side) for side in (base, ours, theirs)]
    if any(items is None for items in known):
        merged = _by_place(run, place, base, ours, theirs)
    else:
        merged = _by_identity(run, place, *(items or {} for items in known))
    if rules.last_key(place) in rules.LED and rules.wrong_first(
        run.same, base, [ours, theirs], merged
    ):
        run.conflict(place, "the sides disagree on which comes first")
    return merged


def _known(run: Run, place: Place, items: list[Any]) -> Items | None:
    """Return the items by what they are known by, or ``None`` where that is not unique."""
    known: Items = {}
    for item in items:
        name = rules.identity(place, item)
        if name is None:
            return None
        known[name if isinstance(name, tuple) else run.key(name)] = item
    return known if len(known) == len(items) else None


def _by_identity(run: Run, place: Place, base: Items, ours: Items, theirs: Items) -> list[Any]:
    merged = {}
    for number, (name, item) in enumerate(ours.items()):
        inside = (*place, number)
        if name in theirs:
            merged[name] = _in_both(run, inside, base.get(name), item, theirs[name])
        elif name not in base:
            merged[name] = item
        elif not run.same(item, base[name]):
            run.conflict(inside, OURS_CHANGED)
    for name, item in theirs.items():
        if name not in ours and name not in base:
            merged[name] = item
        elif name not in ours and not run.same(item, base[name]):
            run.conflict(place, f"ours deleted {_named(name)}, theirs changed it")
    return [merged[name] for name in _order(run, place, (base, ours, theirs), merged)]


def _in_both(run: Run, place: Place, base: Any, ours: Any, theirs: Any) -> Any:
    both_add = rules.last_key(place) in rules.MERGED_WHERE_BOTH_ADD
    if base is None and not both_add and not run.same(ours, theirs):
        run.conflict(place, "both sides added it, with different content")
        return ours
    return run.merge(place, base, ours, theirs)


def _named(name: Any) -> str:
    return repr(name[1]) if isinstance(name, tuple) else "an item"


def _order(run: Run, place: Place, sides: tuple[Items, Items, Items], merged: Items) -> list[Any]:
    """Return the merged items' names in order.

    Items that stay keep the order that one of the sides gave them; additions follow the item that
    they follow on their own side.
    """
    base = sides[0]
    before, ours, theirs = ([n for n in side if n in merged and n in base] for side in sides)
    if before not in (ours, theirs) and ours != theirs:
        run.conflict(place, "both sides changed the order, each in its own way")
    ordered: dict[Any, None] = {}
    additions = [_additions(side, base, merged) for side in sides[1:]]
    for anchor in (None, *(theirs if ours == before else ours)):
        ordered |= {} if anchor is None else {anchor: None}
        for added in additions:
            ordered |= dict.fromkeys(added.get(anchor, ()))
    return list(ordered)


def _additions(side: Items, base: Items, merged: Items) -> dict[Any, list[Any]]:
    """Return the names that a side added, by the staying item that they follow."""
    added: dict[Any, list[Any]] = {}
    anchor = None
    for name in side:
        if name in base:
            anchor = name if name in merged else anchor
        else:
            added.setdefault(anchor, []).append(name)
    return added


@dataclass
class _Changes:
    """What one side did to a list whose items are known by their place.

    Attributes:
        became: Index in base to the item it became; without an index, the item was deleted.
        added: Index in base to the items that were put before it.
    """

    became: dict[int | str, Any] = field(default_factory=dict)
    added: dict[int, list[Any]] = field(default_factory=dict)


def _by_place(
    run: Run, place: Place, base: list[Any], ours: list[Any], theirs: list[Any]
) -> list[Any]:
    our, their = _changes(run, base, ours), _changes(run, base, theirs)
    ours_new = [item for items in our.added.values() for item in items]
    _check_additions(run, place, ours_new, [i for items in their.added.values() for i in items])
    twice = Counter(map(run.key, ours_new))
    merged: list[Any] = []
    for number in range(len(base) + 1):
        merged += our.added.get(number, ())
        for item in their.added.get(number, ()):
            if twice[run.key(item)]:
                twice[run.key(item)] -= 1
            else:
                merged.append(item)
        if number in our.became and number in their.became:
            sides = base[number], our.became[number], their.became[number]
            merged.append(run.merge((*place, number), *sides))
        elif number < len(base):
            _check_deletion(run, (*place, number), base[number], our, their)
    return merged


def _check_deletion(run: Run, place: Place, item: Any, our: _Changes, their: _Changes) -> None:
    index = place[-1]
    for side, words in ((our, OURS_CHANGED), (their, THEIRS_CHANGED)):
        if index in side.became and not run.same(side.became[index], item):
            run.conflict(place, words)


def _check_additions(run: Run, place: Place, ours: list[Any], theirs: list[Any]) -> None:
    run.spend(len(ours) * len(theirs))
    for one in ours:
        for other in theirs:
            if rules.contradicting_additions(one, other):
                who, day = one[rules.WHO], one.get(rules.WHEN)
                words = f"both sides add what {who!r} said on {day}"
                run.conflict(place, f"{words}, with different values")


def _changes(run: Run, base: list[Any], side: list[Any]) -> _Changes:
    """Return what became of each item of ``base`` in ``side``, and what is new."""
    changes = _Changes()
    matched = _common(run, list(map(run.key, base)), list(map(run.key, side)))
    begin, start = 0, 0
    for end, stop in [*matched, (len(base), len(side))]:
        pairs = _pairs(run, base[begin:end], side[start:stop])
        paired = {start + new: begin + old for old, new in pairs}
        anchor = begin
        for index in range(start, stop):
            if index in paired:
                changes.became[paired[index]] = side[index]
                anchor = paired[index] + 1
            else:
                changes.added.setdefault(max(anchor, begin), []).append(side[index])
        if end < len(base):
            changes.became[end] = base[end]
        begin, start = end + 1, stop + 1
    return changes


def _common(run: Run, one: list[int], other: list[int]) -> list[tuple[int, int]]:
    """Return index pairs of a longest common subsequence."""
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    middle = _longest(run, one[head : len(one) - tail], other[head : len(other) - tail])
    return [
        *((index, index) for index in range(head)),
        *((head + old, head + new) for old, new in middle),
        *((len(one) - left, len(other) - left) for left in range(tail, 0, -1)),
    ]


def _longest(run: Run, one: list[int], other: list[int]) -> list[tuple[int, int]]:
    run.spend(len(one) * len(other))
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            longer = max(lengths[i + 1][j], lengths[i][j + 1])
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if one[i] == other[j] else longer
    pairs = []
    i = j = 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _pairs(run: Run, olds: list[Any], news: list[Any]) -> list[tuple[int, int]]:
    """Return index pairs of items of which the second looks like a change of the first."""
    run.spend(len(olds) * len(news))
    pairs = []
    start = 0
    for old, item in enumerate(olds):
        likeness = [_likeness(run, item, other) for other in news[start:]]
        best = max(likeness, default=0.0)
        if best >= ALIKE:
            new = start + likeness.index(best)
            pairs.append((old, new))
            start = new + 1
    return pairs


def _likeness(run: Run, one: Any, other: Any) -> float:
    """Return how much of two items is the same, 0 to 1; of two texts, nothing is known."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = one.keys() | other.keys()
        equal = [
            key for key in keys if key in one and key in other and run.same(one[key], other[key])
        ]
        return len(equal) / len(keys) if keys else 1.0
    return ALIKE if type(one) is type(other) else 0.0
