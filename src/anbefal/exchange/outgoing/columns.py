"""The columns of an exported table, one for each thing that a recommendation can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ValidationError

from anbefal.diagnostics import dotted
from anbefal.model.fields import Shape, keys_of, shape_of_model
from anbefal.model.recommendation import Recommendation

ColumnKind = Literal["text", "date", "boolean", "list", "json", "notes", "presence"]

OURS = "anbefal:"
"""What the headings of columns begin with that say nothing about a recommendation."""
MARK = f"{OURS} export"
"""The heading of the empty column that tells that ``export`` wrote a table."""
GUARDED_MARK = f"{OURS} export csv"
"""The same, where an apostrophe stands before what a spreadsheet would take for something else."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: The field with points between its parts, ``source.document``; the heading.
        steps: The same as keys from the record's top.
        kind: What stands in it. ``json`` is a list of mappings, or a mapping, written as JSON;
            ``notes`` one text or several; ``presence`` tells that a mapping is there, even if it
            says nothing more.
        shape: What the model says of it.
    """

    name: str
    steps: tuple[str, ...]
    kind: ColumnKind
    shape: Shape


@cache
def export_columns(*, internal: bool = False) -> tuple[Column, ...]:
    """Return the columns from left to right, in the order of the model.

    Args:
        internal: Whether there is one for notes for ourselves.
    """
    found = _columns(Recommendation, ())
    return tuple(one for one in found if internal or one.steps != ("internal",))


def _columns(model: type[BaseModel], steps: tuple[str, ...]) -> Iterator[Column]:
    whole = shape_of_model(model)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key in keys_of(model):
        shape = whole.inside(key)
        assert shape is not None  # noqa: S101 - it is one of the model's keys
        here = (*steps, key)
        if shape.model is None:
            yield Column(dotted(here), here, _kind(key, shape), shape)
            continue
        if fields[key].default is None and _may_be_empty(shape.model):
            yield Column(dotted(here), here, "presence", shape)
        yield from _columns(shape.model, here)


def _kind(key: str, shape: Shape) -> ColumnKind:
    if key == "internal":
        return "notes"
    if shape.form == "list":
        return "json" if shape.item and shape.item.form == "mapping" else "list"
    if shape.form == "mapping":
        return "json"
    if shape.form == "true or false":
        return "boolean"
    return "date" if shape.form == "date" else "text"


def _may_be_empty(model: type[BaseModel]) -> bool:
    """Return whether a mapping says something by being there."""
    try:
        model()
    except ValidationError:
        return False
    return True
