"""Marks of a Vega specification. Text in them comes in as data, never as an expression."""

from __future__ import annotations

from typing import Any

Spec = dict[str, Any]

INK = "currentColor"


def mark(kind: str, data: str, encode: Spec) -> Spec:
    """Return marks of a kind, one for each row of a table of data."""
    return {"type": kind, "from": {"data": data}, "aria": False, "encode": {"update": encode}}


def stroke(width: float, opacity: float = 1) -> Spec:
    """Return how a line is drawn."""
    return {
        "stroke": constant(INK),
        "strokeWidth": constant(width),
        "strokeOpacity": constant(opacity),
    }


def constant(value: Any) -> Spec:
    """Return a value that all marks have."""
    return {"value": value}


def field(name: str) -> Spec:
    """Return the value that a row of the data has."""
    return {"field": name}
