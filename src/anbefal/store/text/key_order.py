"""The order of keys that the model of a record gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.model.fields import Shape, shape_of_model
from anbefal.store.text.entries import Entry

if TYPE_CHECKING:
    from pydantic import BaseModel


def put_in_order(entry: Entry, model: type[BaseModel]) -> None:
    """Put the keys of a value, and of all in it, in the order of its model.

    Keys that the model does not know come after those it knows, in the order of the file.

    Args:
        entry: The value: a record, or a list of records.
        model: The model of a record.
    """
    shape = shape_of_model(model)
    is_list = entry.node.kind == "sequence"
    _order(entry, Shape("list", item=shape) if is_list else shape)


def _order(entry: Entry, shape: Shape | None) -> None:
    numbers = {key: number for number, key in enumerate(shape.keys if shape else ())}
    for child in entry.entries:
        _order(child, shape.inside(child.key) if shape else None)
    if numbers and isinstance(entry.value, dict):
        last = len(numbers) - 1 if "internal" in numbers else len(numbers)
        places = {key: n for key, n in numbers.items() if key != "internal"}
        entry.entries.sort(
            key=lambda child: places.get(child.key, last + (child.key == "internal"))
        )
