"""JSON Schemas of the data files, for editors and for other programs.

Editors show a key's title and description beside it. Of several that hold for a value, the YAML
extension of VS Code shows the innermost, and it completes a key with its default. So what pydantic
makes is told anew: parts to choose from, list items and values of mappings say what their key says,
and defaults that mean no more than a missing key are left out.

A description stands beside ``$ref`` and no rule does, so readers of drafts before 2019, which
ignore what stands there, check the same. Wrapped in ``allOf``, the part's own description would be
the innermost, and hide that of the key.
"""

from __future__ import annotations

import re
from typing import Any

from anbefal.model.dates import DATE_SCHEMA
from anbefal.model.kinds import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def json_schema(kind: Kind) -> Schema:
    """Return the JSON Schema (2020-12) of a file of a kind."""
    schema = kind.model.model_json_schema(by_alias=True, mode="validation")
    definitions = {name: _part(part) for name, part in schema.pop("$defs", {}).items()}
    record = _part(schema)
    head = {
        "$schema": DIALECT,
        "title": f"anbefal: {kind.path}",
        "description": f"{record['description']} {_place(kind)}",
    }
    body = {"type": "array", "items": record} if kind.listed else record
    return {**body, **head, "$defs": definitions}


def _place(kind: Kind) -> str:
    if kind.listed:
        return f"All of them stand in one list, {kind.path}."
    if kind.place.endswith("/"):
        return f"Each has a file of its own in {kind.path}, in any subfolder."
    return f"It stands in {kind.path}."


def _part(schema: Schema) -> Schema:
    """Return the schema of a mapping with known keys, each with its words."""
    properties = {key: _property(key, value) for key, value in schema["properties"].items()}
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", schema["title"]).capitalize()
    return {
        **schema,
        "title": title,
        "description": _plain(schema["description"]),
        "properties": properties,
    }


def _property(key: str, schema: Schema) -> Schema:
    description = _plain(schema["description"])
    if all(form in _choices(schema) for form in DATE_SCHEMA["anyOf"]):
        description += f" {DATE_SCHEMA['description']}"
    words = {"title": key.replace("_", " ").capitalize(), "description": description}
    default = schema.get("default")
    if default in (None, []) or isinstance(default, dict):
        schema = {rule: value for rule, value in schema.items() if rule != "default"}
    return _told(schema, words)


def _told(schema: Schema, words: Schema) -> Schema:
    """Return a value's schema with these words, also where an editor looks further in."""
    told = _joined(schema) | words
    if "anyOf" in told:
        told["anyOf"] = [one | words if "$ref" in one else one for one in told["anyOf"]]
    if "items" in told:
        told["items"] = _within(told["items"], words)
    if "patternProperties" in told:
        values = told["patternProperties"].items()
        told["patternProperties"] = {keys: _within(one, words) for keys, one in values}
        told["additionalProperties"] = False
    elif "additionalProperties" in told:  # the keys are whole numbers, which are texts in JSON
        told["propertyNames"] = {"pattern": r"^-?\d+$"}
    return told


def _within(schema: Schema, words: Schema) -> Schema:
    """Return the schema of an item or of a value in a mapping; parts have words of their own."""
    return schema if "$ref" in schema else _told(schema, words)


def _joined(schema: Schema) -> Schema:
    """Return a choice between plain types as one schema, which an editor shows once.

    Every rule in it is about one type, so that it says the same.
    """
    choices = _choices(schema)
    if not choices or any("$ref" in choice for choice in choices):
        return schema
    joined = {key: value for key, value in schema.items() if key != "anyOf"}
    for choice in choices:
        joined |= choice
    return joined | {"type": [choice["type"] for choice in choices]}


def _choices(schema: Schema) -> list[Schema]:
    return [one for choice in schema.get("anyOf", ()) for one in choice.get("anyOf", (choice,))]


def _plain(words: str) -> str:
    """Return a docstring's words without markup."""
    return words.replace("``", '"')
