"""What a field of a record holds, so that words can become its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from anbefal.diagnostics import Steps
from anbefal.model.base import RefersTo
from anbefal.model.dates import PartialDate

Form = Literal["text", "whole number", "number", "true or false", "date", "list", "mapping"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field can hold.

    Attributes:
        form: What kind of value.
        words: The words that a text may be; empty where any text will do.
        refers_to: The kind of record that a text names, if it names one.
        model: The model of a mapping, if it has one.
        item: The shape of a list's items, or of a free mapping's values.
    """

    form: Form
    words: tuple[str, ...] = ()
    refers_to: str | None = None
    model: type[BaseModel] | None = None
    item: Shape | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that a mapping may have, in their order, as they stand in a file."""
        return keys_of(self.model) if self.model else ()

    def inside(self, step: str | int) -> Shape | None:
        """Return what a key or list place in it holds; ``None`` where it has no such place."""
        if self.model:
            return _fields(self.model).get(str(step))
        return self.item


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a model, in the order of the house: notes for ourselves come last."""
    keys = (field.alias or name for name, field in model.model_fields.items())
    return tuple(sorted(keys, key=lambda key: key == "internal"))


def shape_of_model(model: type[BaseModel]) -> Shape:
    """Return the shape of a whole record."""
    return Shape("mapping", model=model)


def shape_at(model: type[BaseModel], steps: Steps) -> Shape:
    """Return what the place in a record can hold.

    Args:
        model: The record's model.
        steps: Keys and list places from the record's top.

    Raises:
        KeyError: The model has no such place. The error holds the key that it does not know.
    """
    shape = shape_of_model(model)
    for step in steps:
        inside = shape.inside(step)
        if inside is None:
            raise KeyError(step)
        shape = inside
    return shape


@cache
def _fields(model: type[BaseModel]) -> dict[str, Shape]:
    """Return the shape of each field by its key in a file."""
    return {
        field.alias or name: _shape(field.annotation, tuple(field.metadata))
        for name, field in model.model_fields.items()
    }


def _shape(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated or origin in {Union, UnionType}:
        first = next(one for one in arguments if one is not NoneType)
        return _shape(first, (*marks, *arguments[1:]))
    if origin is Literal:
        return Shape("text", words=tuple(arguments))
    if origin is tuple:
        return Shape("list", item=_shape(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Shape("mapping", item=_shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("mapping", model=annotation)
    refers_to = next((mark.kind for mark in marks if isinstance(mark, RefersTo)), None)
    return Shape(_FORMS.get(annotation, "text"), refers_to=refers_to)


_FORMS: dict[Any, Form] = {
    int: "whole number",
    float: "number",
    bool: "true or false",
    PartialDate: "date",
}
