"""Two changes of one record, made one: a three-way merge of plain values.

Text plays no part here; `store.merging_text` makes a file of the result.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from anbefal.store import merging_rules as rules
from anbefal.store.merging_rules import Place

MAX_STEPS = 2_000_000
"""Comparisons that a merge may take: a second or two."""

LONGEST_SHOWN = 40
"""Characters of a value that a conflict shows."""


class TooMuch(Exception):
    """The values are too many to be compared; the file is to be merged as text."""


class Absent:
    """The one value of a key that is not there."""


ABSENT = Absent()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where both sides did something that cannot both hold.

    Attributes:
        place: Keys and list indexes (in ours) from the top.
        message: What the sides did.
    """

    place: Place
    message: str

    def __str__(self) -> str:
        """Return place and message as one line."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.place)
        return f"{''.join(steps).lstrip('.') or 'the record'}: {self.message}"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to.

    Attributes:
        value: The merged value; where there are conflicts, not to be used.
        conflicts: In order of places found; empty where the merge is clean.
    """

    value: Any
    conflicts: tuple[Conflict, ...]


def merge(base: Any, ours: Any, theirs: Any) -> Merged:
    """Return what two changes of one value come to.

    What one side changed is taken; what both changed in the same way is taken once. Items of
    lists are matched by what they are known by, or by their place.

    Args:
        base: The value before the changes, :data:`ABSENT` where both sides made it anew.
        ours: Mappings, lists, text, numbers, true, false, null.
        theirs: Likewise.

    Raises:
        TooMuch: The lists are too long to be compared.
    """
    run = Run()
    value = run.merge((), base, ours, theirs)
    if not run.conflicts:
        _check_record(run, base, ours, theirs, value)
    return Merged(value, tuple(run.conflicts))


def _check_record(run: Run, base: Any, ours: Any, theirs: Any, merged: Any) -> None:
    for seal in dict.fromkeys(rules.broken_seals(run.same, base, ours, theirs)):
        run.conflict(seal, "one side set this, and the other changed what it vouches for")
    for name in rules.contradicting_links(ours, theirs, merged):
        run.conflict(("links",), f"the sides link {shown(name)} in different ways")


@dataclass
class Run:
    """One merge: its conflicts so far, and the values it has compared."""

    conflicts: list[Conflict] = field(default_factory=list)
    steps: int = MAX_STEPS
    _known: dict[Any, int] = field(default_factory=dict)
    _keys: dict[int, tuple[Any, int]] = field(default_factory=dict)

    def conflict(self, place: Place, message: str) -> None:
        """Record a conflict."""
        self.conflicts.append(Conflict(place, message))

    def spend(self, steps: int) -> None:
        """Count comparisons.

        Raises:
            TooMuch: There are too many.
        """
        self.steps -= steps
        if self.steps < 0:
            raise TooMuch

    def same(self, one: Any, other: Any) -> bool:
        """Return whether two values are the same; 1, 1.0 and true are not."""
        return self.key(one) == self.key(other)

    def key(self, value: Any) -> int:
        """Return a number that equal values share, and no others.

        Each mapping or list is looked through once, however often it is compared; it is kept, so
        that no other takes its place in memory.
        """
        if not isinstance(value, dict | list):
            return self._number((type(value), repr(value)))
        if id(value) not in self._keys:
            self._keys[id(value)] = value, self._number(self._form(value))
        return self._keys[id(value)][1]

    def _form(self, value: dict[Any, Any] | list[Any]) -> tuple[type, Any]:
        if isinstance(value, dict):
            return dict, frozenset((self.key(k), self.key(v)) for k, v in value.items())
        return list, tuple(map(self.key, value))

    def _number(self, form: Any) -> int:
        return self._known.setdefault(form, len(self._known))

    def merge(self, place: Place, base: Any, ours: Any, theirs: Any) -> Any:
        """Return the merged value of one place; on a conflict, ours."""
        if self.same(ours, theirs) or self.same(base, theirs):
            return ours
        if self.same(base, ours) or (_nothing(base) and _nothing(ours)):
            return theirs
        if _nothing(base) and _nothing(theirs):
            return ours
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._mapping(place, base if isinstance(base, dict) else {}, ours, theirs)
        if isinstance(ours, list) and isinstance(theirs, list):
            from anbefal.store.merging_lists import merge_lists

            return merge_lists(self, place, base if isinstance(base, list) else [], ours, theirs)
        self.conflict(place, _told(ours, theirs))
        return ours

    def _mapping(
        self, place: Place, base: dict[Any, Any], ours: dict[Any, Any], theirs: dict[Any, Any]
    ) -> dict[Any, Any]:
        before = len(self.conflicts)
        merged = {}
        for key in _keys_in_order(ours, theirs):
            sides = (side.get(key, ABSENT) for side in (base, ours, theirs))
            value = self.merge((*place, key), *sides)
            if value is not ABSENT:
                merged[key] = value
        if len(self.conflicts) == before:
            for keys in rules.torn_statements(self.same, ours, theirs, merged):
                changed = [key for key in keys if not self.same(ours.get(key), theirs.get(key))]
                words = (
                    f"{' and '.join(changed)} belong together, and each side changed one of them"
                )
                self.conflict(place, words)
        return merged


def _keys_in_order(ours: dict[Any, Any], theirs: dict[Any, Any]) -> list[Any]:
    """Return ours' keys, each followed by the keys that theirs alone has after it."""
    following: dict[Any, list[Any]] = {}
    last: Any = ABSENT
    for key in theirs:
        if key in ours:
            last = key
        else:
            following.setdefault(last, []).append(key)
    ordered = [new for key in ours for new in (key, *following.get(key, ()))]
    return [*ordered, *following.get(ABSENT, ())]


def _nothing(value: Any) -> bool:
    """Return whether a value says nothing: null and a key that is not there are the same."""
    return value is None or value is ABSENT


def _told(ours: Any, theirs: Any) -> str:
    if ours is ABSENT or theirs is ABSENT:
        side, other = ("ours", "theirs") if ours is ABSENT else ("theirs", "ours")
        return f"{side} deleted it, {other} changed it"
    return f"ours has {shown(ours)}, theirs has {shown(theirs)}"


def shown(value: Any) -> str:
    """Return a value as a message shows it."""
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = "null" if value is None else repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
