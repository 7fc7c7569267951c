"""Taking the secretariat's own notes out of records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from anbefal.model.base import Part

P = TypeVar("P", bound=Part)


def without_internal(part: P) -> P:
    """Return a record or part without anything internal, at any depth; itself if it has nothing."""
    changes = {
        name: new
        for name in _internal_fields(type(part))
        if (new := _stripped(name, old := getattr(part, name))) is not old
    }
    return part.model_copy(update=changes) if changes else part


def _stripped(name: str, value: Any) -> Any:
    if name == "internal":
        return None
    if isinstance(value, tuple):
        stripped = tuple(without_internal(item) for item in value)
        return value if all(a is b for a, b in zip(value, stripped, strict=True)) else stripped
    return without_internal(value) if isinstance(value, Part) else value


@cache
def _internal_fields(model: type[Part]) -> tuple[str, ...]:
    """Return the fields in which something internal can stand, at any depth.

    It is worked out once a model, for most fields of ten thousand records hold nothing of it.
    """
    return tuple(
        name
        for name, field in model.model_fields.items()
        if name == "internal" or any(map(_internal_fields, _parts_in(field.annotation)))
    )


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_in(argument)
