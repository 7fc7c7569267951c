"""Which values are the same, and which items of a list became which of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

MOST_COMPARED = 1_000_000
"""Pairs of items that are compared; longer lists are paired by id and order instead."""

Pair = tuple[int | None, Any]
"""An item of the new list, with the number of the old one that it comes from."""


def same(one: Any, other: Any) -> bool:
    """Return whether two plain values are the same, ``1``, ``1.0`` and ``true`` apart."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def aligned(old: Sequence[Any], new: Sequence[Any]) -> Iterator[Pair]:
    """Yield the items of ``new`` in order, each with the number of the old item it comes from.

    The numbers rise; an item that is new has none.
    """
    head = _common(old, new, len(new))
    tail = _common(old[::-1], new[::-1], min(len(old), len(new)) - head)
    end = len(old) - tail
    yield from zip(range(head), new[:head], strict=True)
    yield from _middle(range(head, end), old, new[head : len(new) - tail])
    yield from zip(range(end, len(old)), new[len(new) - tail :], strict=True)


def _common(old: Sequence[Any], new: Sequence[Any], limit: int) -> int:
    """Return how many items two lists have in common at their beginning."""
    number = 0
    for one, other in zip(old, new, strict=False):
        if number == limit or not same(one, other):
            break
        number += 1
    return number


def _middle(numbers: range, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Pair]:
    if len(numbers) * len(new) > MOST_COMPARED:
        yield from _paired(numbers, old, new)
        return
    keys = [_key(old[number]) for number in numbers]
    matcher = SequenceMatcher(None, keys, [_key(value) for value in new], autojunk=False)
    for name, i1, i2, j1, j2 in matcher.get_opcodes():
        if name == "equal":
            yield from zip(numbers[i1:i2], new[j1:j2], strict=True)
        else:
            yield from _paired(numbers[i1:i2], old, new[j1:j2])


def _paired(numbers: range, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Pair]:
    """Pair changed items: by their id where they have one, the others in order."""
    ids = {_id(old[number]): number for number in numbers}
    by_id = {_id(value): ids[_id(value)] for value in new if _id(value) and _id(value) in ids}
    taken = set(by_id.values())
    free = iter([number for number in numbers if number not in taken])
    last = -1
    for value in new:
        number = by_id[_id(value)] if _id(value) in by_id else next(free, None)
        if number is not None and number <= last:
            number = None
        last = last if number is None else number
        yield number, value


def _id(value: Any) -> str | None:
    name = value.get("id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None


def _key(value: Any) -> Any:
    if isinstance(value, dict):
        return frozenset((key, _key(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(map(_key, value))
    return type(value), value
