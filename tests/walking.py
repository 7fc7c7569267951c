"""Walking the models of all kinds of records together with plain values that follow them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from anbefal.model.base import NAME_PATTERN, Record
from anbefal.model.kinds import KINDS, kind_of


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the models that a field's annotation names, however deep."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for argument in get_args(annotation) for model in models_in(argument)]


@cache
def all_models() -> frozenset[type[BaseModel]]:
    """Return every model that a data file can hold."""
    found: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [kind.model for kind in KINDS]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            for field in model.model_fields.values():
                waiting += models_in(field.annotation)
    return frozenset(found)


@cache
def all_records() -> frozenset[type[BaseModel]]:
    """Return every model that may carry internal notes."""
    return frozenset(model for model in all_models() if issubclass(model, Record))


def parts_of(path: str, content: Any) -> Iterator[tuple[type[BaseModel], dict[str, Any]]]:
    """Yield every mapping in a data file with the model that it follows."""
    kind = kind_of(path)
    assert kind is not None
    for record in content if kind.listed else [content]:
        yield from _parts(kind.model, record)


def _parts(model: type[BaseModel], value: dict[str, Any]) -> Iterator[tuple[Any, dict[str, Any]]]:
    yield model, value
    for name, field in model.model_fields.items():
        inner = models_in(field.annotation)
        if inner:
            for part in _mappings(value.get(field.alias or name), inner[0]):
                yield from _parts(inner[0], part)


def _mappings(value: Any, model: type[BaseModel]) -> list[dict[str, Any]]:
    """Return the mappings that follow `model` in a field's value: itself, a list, a mapping."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    keys = {field.alias or name for name, field in model.model_fields.items()}
    return [value] if set(value) <= keys else list(value.values())


@cache
def one_line_fields() -> frozenset[str]:
    """Return model and key of every field whose words stand on one line."""
    return frozenset(
        f"{model.__name__}.{key}"
        for model in all_models()
        for key, schema in model.model_json_schema(by_alias=True).get("properties", {}).items()
        if NAME_PATTERN in str(schema).replace("\\\\", "\\")
    )
