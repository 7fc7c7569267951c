"""Records as plain values, and what of them stands in a cell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from anbefal.exchange.outgoing.columns import Column, export_columns
from anbefal.model.recommendation import Recommendation

Plain = dict[str, Any]
"""A record as it stands in a data file."""


def plain_record(record: Recommendation) -> Plain:
    """Return a record's values, without what is unknown or empty."""
    dumped = record.model_dump(mode="json", by_alias=True, exclude_none=True)
    kept: Plain = _kept(dumped)
    for column in export_columns():
        if column.kind == "presence" and value_at(dumped, column.steps) is not None:
            kept.setdefault(column.name, {})
    return {key: kept[key] for key in dumped if key in kept}


def value_at(record: Plain, steps: tuple[str, ...]) -> Any:
    """Return what stands at a place in a record, or ``None``."""
    found: Any = record
    for step in steps:
        found = found.get(step) if isinstance(found, dict) else None
    return found


def text_of(column: Column, record: Plain) -> str:
    """Return what stands in a record's cell: items on a line each; empty where there is nothing."""
    value = value_at(record, column.steps)
    if value is None:
        return ""
    if column.kind == "presence":
        return "true"
    if column.kind == "boolean":
        return "true" if value else "false"
    if column.kind == "list":
        return "\n".join(value)
    writers = {"json": as_json, "notes": notes_text}
    return writers.get(column.kind, str)(value)


def texts_of(columns: Sequence[Column], record: Plain) -> list[str]:
    """Return a record's cells, from left to right."""
    return [text_of(column, record) for column in columns]


def as_json(value: Any) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)


def notes_text(notes: str | list[str]) -> str:
    """Return notes as one text, from which one reads whether they were one text or several."""
    is_plain = isinstance(notes, str) and not notes.startswith(("[", '"'))
    return str(notes) if is_plain else as_json(notes)


def notes_in(text: str) -> str | list[str]:
    """Return the notes that :func:`notes_text` made a text of; any other text as it is."""
    if text.startswith(("[", '"')):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return text
        is_list = isinstance(found, list) and all(isinstance(one, str) for one in found)
        if is_list or isinstance(found, str):
            return found  # type: ignore[no-any-return] # looked at just now
    return text


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        inner = {key: _kept(one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if one is not None and one not in ([], {})}
    return [_kept(one) for one in value] if isinstance(value, list) else value
