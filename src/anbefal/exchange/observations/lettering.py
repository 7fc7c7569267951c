"""How deep an item lies: whether ``(i)`` is the letter after ``(h)`` or the first roman numeral."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase
from types import MappingProxyType
from typing import Literal

Style = Literal["letter", "roman"]

MOST_DEEP = 3
"""How deep items lie in each other: ``22(a)(i)``, and one more."""

_TENS = ("", "x", "xx", "xxx", "xl", "l")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = {tens + ones: 10 * i + j for i, tens in enumerate(_TENS) for j, ones in enumerate(_ONES)}
_ROMAN.pop("")
_LETTERS = (*ascii_lowercase, *(2 * letter for letter in ascii_lowercase))
_MARKS: dict[Style, dict[int, str]] = {
    "letter": dict(enumerate(_LETTERS, 1)),
    "roman": {at: mark for mark, at in _ROMAN.items()},
}


@lru_cache(maxsize=1_000)
def places_of(value: str) -> Mapping[Style, int]:
    """Return the ways in which an item's mark counts, each with its place from 1.

    After ``z`` some write ``aa``, ``bb`` and others ``aa``, ``ab``; only the former is known.
    """
    found: dict[Style, int] = {}
    if len(set(value)) == 1 and value[0] in ascii_lowercase and len(value) in {1, 2}:
        found["letter"] = ascii_lowercase.index(value[0]) + 1 + 26 * (len(value) - 1)
    if value in _ROMAN:
        found["roman"] = _ROMAN[value]
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an item.

    Attributes:
        level: The level of automatic numbering; ``None`` where the mark is typed.
        after_colon: Whether the words before it end with a colon.
        following: The mark of the next item; empty where none follows.
    """

    level: int | None = None
    after_colon: bool = False
    following: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an item belongs.

    Attributes:
        depth: 0 for an item of the paragraph, 1 for an item of an item.
        doubt: What is wrong with its mark, a few words; empty where it is what must follow.
        missing: The marks that should stand before it and do not, such as ``c`` between b and d.
    """

    depth: int
    doubt: str = ""
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class _Series:
    style: Style
    last: int
    level: int | None


class Lettering:
    """Follows the items of one numbered paragraph, in their order."""

    def __init__(self) -> None:
        self._open: list[_Series] = []

    def place(self, value: str, context: Context) -> Found:
        """Return where the next item belongs.

        Args:
            value: Its mark without parentheses.
            context: What stands around it.
        """
        ways = places_of(value)
        depth = self._continued(ways, context)
        begins = self._begun(ways, context)
        if depth is not None and (begins is None or not self._is_rather_new(value, context)):
            return self._goes_on(depth, ways)
        if begins is not None:
            self._open.append(_Series(begins, 1, context.level))
            return Found(len(self._open) - 1)
        return self._out_of_order(value, ways, context)

    def _continued(self, ways: Mapping[Style, int], context: Context) -> int | None:
        """Return the depth of the deepest series that the item is the next of."""
        for depth in reversed(range(len(self._open))):
            series = self._open[depth]
            is_next = ways.get(series.style) == series.last + 1
            if is_next and _same(series.level, context.level):
                return depth
        return None

    def _begun(self, ways: Mapping[Style, int], context: Context) -> Style | None:
        """Return the style of the series that the item may begin, below those that are open."""
        if len(self._open) == MOST_DEEP:
            return None
        if not self._open:
            return next((style for style in ("letter", "roman") if ways.get(style) == 1), None)
        deepest = self._open[-1]
        if None not in (deepest.level, context.level):
            is_deeper = (context.level or 0) > (deepest.level or 0)
            return next((way for way, at in ways.items() if at == 1), None) if is_deeper else None
        if ways.get("roman") == 1 and deepest.style == "letter":
            return "roman"
        return "letter" if ways.get("letter") == 1 and context.after_colon else None

    def _is_rather_new(self, value: str, context: Context) -> bool:
        """Return whether an item that could be either begins a series: ``(i)`` after ``(h)``."""
        if context.level is not None and self._open[-1].level is not None:
            return context.level > (self._open[-1].level or 0)
        if value != "i" or context.following == "j":
            return False
        return context.following == "ii" or context.after_colon

    def _goes_on(self, depth: int, ways: Mapping[Style, int]) -> Found:
        del self._open[depth + 1 :]
        self._open[depth].last = ways[self._open[depth].style]
        return Found(depth)

    def _out_of_order(self, value: str, ways: Mapping[Style, int], context: Context) -> Found:
        """Return an item that is not what must follow; where marks are left out, which."""
        for depth in reversed(range(len(self._open))):
            series = self._open[depth]
            at = ways.get(series.style, 0)
            if at > series.last and _same(series.level, context.level):
                missing = marks_between(series.style, series.last + 1, at)
                self._goes_on(depth, ways)
                return Found(depth, missing=missing)
        if self._open:
            depth = len(self._open) - 1
            return Found(depth, f"({value}) does not follow what stands before it")
        style: Style = "letter" if "letter" in ways else "roman"
        at = ways.get(style, 1)
        self._open.append(_Series(style, at, context.level))
        return Found(0, missing=marks_between(style, 1, at))


def _same(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def marks_between(style: Style, first: int, end: int) -> tuple[str, ...]:
    """Return the marks from one place to before another: ``b``, ``c`` from 2 to before 4."""
    return tuple(_MARKS[style][at] for at in range(first, end) if at in _MARKS[style])
