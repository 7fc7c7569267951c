"""Two changes of one record, made one: a three-way merge of plain values.

Text plays no part here; `store.merging.files` makes a file of the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from anbefal.store.merging import rules
from anbefal.store.merging.lists import merge_lists
from anbefal.store.merging.rules import Place
from anbefal.store.merging.run import Conflict, Run

LONGEST_SHOWN = 40
"""Characters of a value that a conflict shows."""


class Absent:
    """The one value of a key that is not there."""


ABSENT = Absent()


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
    run = _Run()
    value = run.merge((), base, ours, theirs)
    if not run.conflicts:
        _check_record(run, base, ours, theirs, value)
    return Merged(value, tuple(run.conflicts))


def _check_record(run: Run, base: Any, ours: Any, theirs: Any, merged: Any) -> None:
    for seal in dict.fromkeys(rules.broken_seals(run.same, base, ours, theirs)):
        run.conflict(seal, "one side set this, and the other changed what it vouches for")
    for name in rules.contradicting_links(ours, theirs, merged):
        run.conflict(("links",), f"the sides link {shown(name)} in different ways")


class _Run(Run):
    """A merge of values in values, down to those that hold no others."""

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
