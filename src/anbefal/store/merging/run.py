"""What every part of a merge shares: its conflicts, and which values are the same."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from anbefal.store.merging.rules import Place

MAX_STEPS = 2_000_000
"""Comparisons that a merge may take: a second or two."""


class TooMuch(Exception):
    """The values are too many to be compared; the file is to be merged as text."""


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


@dataclass
class Values:
    """Values that are compared, each looked through once."""

    _known: dict[Any, int] = field(default_factory=dict)
    _keys: dict[int, tuple[Any, int]] = field(default_factory=dict)

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


@dataclass
class Run(Values, ABC):
    """One merge, as its parts see it.

    Attributes:
        conflicts: Those found so far.
        steps: How many comparisons are left.
    """

    conflicts: list[Conflict] = field(default_factory=list)
    steps: int = MAX_STEPS

    @abstractmethod
    def merge(self, place: Place, base: Any, ours: Any, theirs: Any) -> Any:
        """Return the merged value of one place; on a conflict, ours."""

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
