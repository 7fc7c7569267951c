"""References: where a record names other records, found by the marks on the models' fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from anbefal.diagnostics import Steps
from anbefal.model.base import Record, RefersTo

if TYPE_CHECKING:  # a dataset keeps an index of its references, so it imports this module
    from anbefal.model.dataset import Dataset, Entry


class Reference(NamedTuple):  # a frozen dataclass takes three times as long to make
    """One place where a record names another one.

    Attributes:
        kind: The kind of the record that is named, such as ``theme``.
        steps: Where the name stands in the record that names it.
        name: The id that is named, whether or not there is such a record.
        actor_kinds: The kinds that an actor named here may be of; empty where any will do.
    """

    kind: str
    steps: Steps
    name: str
    actor_kinds: tuple[str, ...] = ()


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference in a record, in the order of its model's fields."""
    found: list[Reference] = []
    _collect(_places(type(record)), record, (), found)
    return iter(found)


def named_by(dataset: Dataset, kind: str, name: str) -> tuple[tuple[Entry[Record], Reference], ...]:
    """Return every reference to the record of this kind and id, in order of files.

    Each comes with the entry that it stands in, which may be the named record itself. The record
    need not exist.
    """
    return dataset.references.get((kind, name), ())


@dataclass(frozen=True, slots=True)
class _Place:
    """A field in which references can stand.

    Attributes:
        attribute: The field's name in the model.
        key: The field's name in the file.
        many: Whether it holds a list.
        target: What its text refers to; ``None`` where it holds parts.
        inside: The fields of its parts in which references can stand.
    """

    attribute: str
    key: str
    many: bool
    target: RefersTo | None
    inside: tuple[_Place, ...]


def _collect(
    places: tuple[_Place, ...], part: BaseModel, steps: Steps, found: list[Reference]
) -> None:
    for place in places:
        value = getattr(part, place.attribute)
        if not value:
            continue
        here = (*steps, place.key)
        if place.many:
            for number, item in enumerate(value):
                _add(place, item, (*here, number), found)
        else:
            _add(place, value, here, found)


def _add(place: _Place, value: Any, steps: Steps, found: list[Reference]) -> None:
    target = place.target
    if target:
        found.append(Reference(target.kind, steps, value, target.actor_kinds))
    else:
        _collect(place.inside, value, steps, found)


@cache
def _places(model: type[BaseModel]) -> tuple[_Place, ...]:
    """Return the fields of a model in which references can stand, in their order.

    It is worked out once a model: a dataset has ten thousand records of a few models.
    """
    places = (_place(name, field) for name, field in model.model_fields.items())
    return tuple(place for place in places if place)


def _place(attribute: str, field: FieldInfo) -> _Place | None:
    """Return a field as a place of references, or ``None`` where it can hold none.

    Raises:
        TypeError: References stand in the field in a way that is not walked, such as the values
            of a mapping. That is a mistake in a model.
    """
    kind, marks, many = _unwrapped(field.annotation, tuple(field.metadata))
    target = next((mark for mark in marks if isinstance(mark, RefersTo)), None)
    is_part = isinstance(kind, type) and issubclass(kind, BaseModel)
    inside = _places(kind) if is_part else ()
    if not target and not is_part and _hides_references(kind):
        raise TypeError(f"references in the field {attribute} are not walked: {kind}")
    key = field.alias or attribute
    return _Place(attribute, key, many, target, inside) if target or inside else None


def _unwrapped(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...], bool]:
    """Return a field's type without ``None`` and the list around it, its marks, if it is a list."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _unwrapped(arguments[0], (*marks, *arguments[1:]))
    if origin in {Union, UnionType}:
        choices = [choice for choice in arguments if choice is not NoneType]
        return _unwrapped(choices[0], marks) if len(choices) == 1 else (annotation, marks, False)
    if origin is tuple and arguments[1:] == (...,):
        kind, inner, is_list = _unwrapped(arguments[0], ())
        return (annotation, marks, False) if is_list else (kind, (*marks, *inner), True)
    return annotation, marks, False


def _hides_references(annotation: Any) -> bool:
    """Return whether a reference, or a part that holds one, is somewhere in a type."""
    if isinstance(annotation, RefersTo):
        return True
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return issubclass(annotation, BaseModel) and bool(_places(annotation))
    return any(_hides_references(argument) for argument in get_args(annotation))
