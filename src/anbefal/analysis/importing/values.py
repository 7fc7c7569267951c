"""Records as plain values by field, and what tells whether a value was changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from anbefal.model.fields import Shape, shape_of_model
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation

Fields = dict[str, Any]
"""Dotted field, such as ``source.paragraph`` or ``text.en``, to a plain value that is not empty."""

PICKED = "follow_up"
"""The part whose presence says something, even where nothing stands in it."""

DIGITS = 8
"""Hexadecimal digits of a fingerprint: enough to tell a value from another one in its place."""

_SHAPE = shape_of_model(Recommendation)


def flat(value: Mapping[str, Any]) -> Fields:
    """Return the fields of a plain recommendation; lists and free mappings are one field each."""
    found: Fields = {}
    _collect(value, (), _SHAPE, found)
    return found


def _collect(value: Mapping[str, Any], above: tuple[str, ...], shape: Shape, found: Fields) -> None:
    for key, inner in value.items():
        inside = shape.inside(key)
        if isinstance(inner, Mapping) and inside and inside.model:
            if key == PICKED and not without_empty(inner):
                found[PICKED] = {}
            _collect(inner, (*above, key), inside, found)
        elif not is_empty(inner):
            found[".".join((*above, key))] = without_empty(inner)


def without_empty(value: Any) -> Any:
    """Return a value as a file holds it: composed, and without what says that nothing is known."""
    if isinstance(value, Mapping):
        inner = {key: without_empty(one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if not is_empty(one)}
    if isinstance(value, str):
        return composed(value)
    return [without_empty(one) for one in value] if isinstance(value, list) else value


def nested(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields as a plain recommendation."""
    record: dict[str, Any] = {}
    for field, value in fields.items():
        *above, key = steps_of(field)
        inner = record
        for step in above:
            inner = inner.setdefault(step, {})
        inner[key] = value
    return record


def fields_of(record: Recommendation) -> Fields:
    """Return the fields of a record."""
    return flat(record.model_dump(mode="json", exclude_none=True))


def steps_of(field: str) -> tuple[str, ...]:
    """Return the keys on the way to a field."""
    return tuple(field.split("."))


def is_empty(value: Any) -> bool:
    """Return whether a value says nothing: it is absent, or an empty text, list or mapping."""
    return value is None or value in ("", [], {}, ())


def mark(source: str, value: Any) -> str:
    """Return what is noted of a value that an import wrote: the kind of import and a fingerprint.

    The fingerprint is the beginning of SHA-256 over the value as JSON.
    """
    words = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return f"{source}-{sha256(words.encode()).hexdigest()[:DIGITS]}"
