"""Finding in two lists, or two records, what belongs together and what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from anbefal.model.base import Part, Text

T = TypeVar("T")

SECRET = frozenset({"dissent", "reasons", "person"})
"""Keys whose words no public answer shows."""

Difference = tuple[str, str | None, str | None]
"""Key, from the outside inwards; the value before and after, in words."""


def pairs(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> list[tuple[T | None, T | None]]:
    """Return what belongs together in two lists, ``None`` on the side that lacks it.

    Of items with the same key, equal ones belong together; the others do in their order.

    Returns:
        The pairs in the order of the new list, then what only the old one has, in its order.
    """
    return [
        (None if i is None else old[i], None if j is None else new[j])
        for i, j in _matched(old, new, key)
    ]


def is_reordered(old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]) -> bool:
    """Return whether what both lists have stands in another order."""
    places = [i for i, j in _matched(old, new, key) if i is not None and j is not None]
    return places != sorted(places)


def _matched(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> list[tuple[int | None, int | None]]:
    if old == new:
        return [(i, i) for i in range(len(new))]
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i, item in enumerate(old):
        waiting[key(item)].append(i)
    partner: dict[int, int] = {}
    for j, item in enumerate(new):
        same = waiting.get(key(item), [])
        equal = next((i for i in same if old[i] == item), None)
        if equal is not None:
            partner[j] = equal
            same.remove(equal)
    for j, item in enumerate(new):
        if j not in partner and waiting.get(key(item)):
            partner[j] = waiting[key(item)].pop(0)
    gone = sorted(i for left in waiting.values() for i in left)
    return [*((partner.get(j), j) for j in range(len(new))), *((i, None) for i in gone)]


def differences(old: Part, new: Part, skip: frozenset[str] = frozenset()) -> Iterator[Difference]:
    """Yield every field in which two parts of the same model differ.

    Args:
        old: The part before.
        new: The part after.
        skip: Names of fields that are compared elsewhere.
    """
    for name, field in type(new).model_fields.items():
        if name not in skip:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                yield from _inside(field.alias or name, before, after)


def _inside(path: str, old: Any, new: Any) -> Iterator[Difference]:
    if isinstance(old, Part) and isinstance(new, Part):
        found: list[Difference] = list(differences(old, new))
        yield from ((f"{path}.{inner}", before, after) for inner, before, after in found)
    elif isinstance(old, Text | None) and isinstance(new, Text | None):
        for language in Text.model_fields:
            before, after = getattr(old, language, None), getattr(new, language, None)
            if before != after:
                yield f"{path}.{language}", before, after
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted({*old, *new}, key=str):
            if (key in old) != (key in new) or old.get(key) != new.get(key):
                yield f"{path}.{key}", _held(old, key), _held(new, key)
    elif _are_parts(old) and _are_parts(new):
        yield from _listed(path, old, new)
    else:
        yield path, words(old), words(new)


def _held(values: Mapping[Any, Any], key: Any) -> str | None:
    """Return the value in words; that nothing was given is said where somebody wrote so."""
    return (words(values[key]) or "null") if key in values else None


def _are_parts(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, Part) for item in value)


def _listed(path: str, old: tuple[Part, ...], new: tuple[Part, ...]) -> Iterator[Difference]:
    """Yield what differs in two lists of parts that nothing names: agenda, questions, names."""
    for before, after in pairs(old, new, _name_of):
        if before is None or after is None:
            yield path, words(before), words(after)
        elif before != after:
            yield from _inside(
                f"{path}.{_name_of(after)}" if _name_of(after) else path, before, after
            )
    if is_reordered(old, new, _name_of):
        yield path, _all(old), _all(new)


def _name_of(part: Part) -> str:
    return str(getattr(part, "id", None) or getattr(part, "actor", None) or "")


def _all(parts: tuple[Part, ...]) -> str:
    return "; ".join(words(part) or "" for part in parts)


def words(value: Any) -> str | None:
    """Return a value in words, ``None`` where there is none; secret and internal keys left out."""
    if value is None or value == ():
        return None
    match value:
        case bool():
            told = "yes" if value else "no"
        case float():
            told = repr(value).removesuffix(".0")
        case Text():
            told = " / ".join(w for lang in Text.model_fields if (w := getattr(value, lang)))
        case tuple():
            told = "; ".join(words(item) or "" for item in value)
        case Part():
            told = _part(value)
        case Mapping():
            told = ", ".join(f"{key}: {words(one) or 'null'}" for key, one in value.items())
        case _:  # text, a whole number or a date
            told = str(value)
    return told


def _part(part: Part) -> str:
    found = []
    for name, field in type(part).model_fields.items():
        told = None if name in SECRET or name == "internal" else words(getattr(part, name))
        if told is not None:
            found.append(f"{field.alias or name}: {told}")
    return ", ".join(found)
