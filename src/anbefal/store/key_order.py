"""The order of keys that the model of a record gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from anbefal.model.base import Part
from anbefal.store.entries import Entry

LAST = "internal"
"""Notes of the secretariat's own come after the record."""


def put_in_order(entry: Entry, model: Any) -> None:
    """Put the keys of a value, and of all in it, in the order of its model.

    Keys that the model does not know come after those it knows, in the order of the file.

    Args:
        entry: The value.
        model: A model, or an annotation that may hold one.
    """
    part = next(_parts(model), None)
    is_list = entry.node.kind == "sequence"
    if part is None or is_list or not isinstance(entry.value, dict):
        for child in entry.entries:
            put_in_order(child, model if part is None or is_list else None)
        return
    if not _is_record(entry, part):
        for child in entry.entries:  # a mapping from numbers or ids to parts
            put_in_order(child, model)
        return
    fields = {one.alias or name: one.annotation for name, one in part.model_fields.items()}
    known = [name for name in fields if name != LAST]
    numbers = {name: number for number, name in enumerate(known)} | {LAST: len(known) + 1}
    for child in entry.entries:
        put_in_order(child, fields.get(child.key))
    entry.entries.sort(key=lambda child: numbers.get(child.key, len(known)))


def _is_record(entry: Entry, part: type[Part]) -> bool:
    names = {one.alias or name for name, one in part.model_fields.items()}
    return any(child.key in names for child in entry.entries)


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)
