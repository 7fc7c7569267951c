"""JSON Schemas of the data files, for editors and for other programs."""

from __future__ import annotations

from typing import Any

from anbefal.model.kinds import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file of a kind."""
    schema = kind.model.model_json_schema(by_alias=True, mode="validation")
    title = f"anbefal: {kind.path}"
    if not kind.listed:
        return {"$schema": DIALECT, **schema, "title": title}
    definitions = schema.pop("$defs", {})
    listed = {"type": "array", "items": schema, "title": title}
    return {"$schema": DIALECT, **listed, "$defs": definitions}
