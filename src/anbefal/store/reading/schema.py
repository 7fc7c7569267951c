"""From plain values to records, or to findings: pydantic's errors in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from anbefal.diagnostics import Diagnostic, Path, RuleDoc
from anbefal.model.base import NAME_PATTERN, WORDS_PATTERN, Record
from anbefal.model.names import nearest
from anbefal.store.reading import findings
from anbefal.store.reading.findings import MOST_FINDINGS

_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
}
_NAMED_LAST = {"missing", "extra_forbidden"}
"""Findings about a key that pydantic names last, whether or not the file has it."""

LONGEST_SHOWN = 60
"""Characters of a wrong value that a message shows."""

_TYPES = {
    "model_type": "a mapping (key: value)",
    "dict_type": "a mapping (key: value)",
    "mapping_type": "a mapping (key: value)",
    "tuple_type": "a list ([one, two])",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "string_type": "text",
    "finite_number": "a finite number",
}


def to_record(
    model: type[Record], value: Any, file: str, base: tuple[str | int, ...] = ()
) -> Record | list[Diagnostic]:
    """Return ``value`` as a record, or every finding that keeps it from being one.

    Args:
        model: The model of the record's kind.
        value: What the reader gave.
        file: The file's path, for the findings.
        base: Steps from the top of the file to the record.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        details = error.errors(include_url=False)[: MOST_FINDINGS + 10]
    record = value.get("id") if isinstance(value, Mapping) else None
    name = record if isinstance(record, str) else None
    found = {d.path: d for d in _diagnostics(model, value, details, file, base, name)}
    return list(found.values())


def _diagnostics(
    model: type[Record],
    value: Any,
    details: list[Any],
    file: str,
    base: tuple[str | int, ...],
    record: str | None,
) -> Iterator[Diagnostic]:
    for detail in details:
        steps = _existing(value, detail["loc"])
        named = detail["loc"] if detail["type"] in _NAMED_LAST else steps
        names = [step for step in named if isinstance(step, str)]
        page, message, hint = _explain(model, detail, names)
        yield Diagnostic(
            page.code,
            page.severity,
            file,
            message,
            hint,
            record=record,
            path=Path((*base, *steps), at_key=page is findings.UNKNOWN_KEY),
        )


def _existing(value: Any, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the steps of ``loc`` that the file has.

    pydantic's locations also hold union branches and types, which are no places in a file.
    """
    steps: list[str | int] = []
    for step in loc:
        if _has(value, step):
            value = value[step]
            steps.append(step)
    return tuple(steps)


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, Mapping) and step in value


def _explain(model: type[Record], detail: Any, names: list[str]) -> tuple[RuleDoc, str, str]:
    kind, given = detail["type"], detail["input"]
    key = names[-1] if names else ""
    if kind == "extra_forbidden":
        known = nearest(key, _keys_at(model, names[:-1]))
        hint = f"Did you mean {known!r}?" if known else "The keys are listed in docs/data.md."
        if key == "<<":
            hint = "Merge keys are not used: write the keys out."
        return findings.UNKNOWN_KEY, f"The key {key!r} is not known here.", hint
    if kind == "missing":
        return findings.MISSING_KEY, f"The key {key!r} is missing.", ""
    if kind == "string_type" and isinstance(given, int | float) and not isinstance(given, bool):
        hint = "Put it in quotes, exactly as it stands in the source."
        return (
            findings.UNQUOTED_NUMBER,
            f"{_told(key)} is text, and the number has no quotes.",
            hint,
        )
    return findings.WRONG_VALUE, *_wrong_value(kind, key, detail)


def _wrong_value(kind: str, key: str, detail: Any) -> tuple[str, str]:
    if kind in _TYPES:
        return f"{_told(key)} must be {_TYPES[kind]}, not {_shown(detail['input'])}.", ""
    if kind in _BOUNDS:
        limit, words = _BOUNDS[kind]
        return f"{_told(key)} must be {words} {detail['ctx'][limit]:,.0f}.", ""
    explain = {"literal_error": _unknown_word, "string_pattern_mismatch": _unfit_text}.get(kind)
    if explain:
        return explain(key, detail["input"], detail["ctx"])
    return f"{_told(key)}: {detail['msg'].removeprefix('Value error, ')}.", ""


def _unknown_word(key: str, given: Any, context: Any) -> tuple[str, str]:
    words = re.findall(r"'([^']*)'", context["expected"])
    near = nearest(given, words) if isinstance(given, str) else None
    hint = f"Did you mean {near!r}?" if near else f"One of: {', '.join(words)}."
    return f"{_told(key)} cannot be {_shown(given)}.", hint


def _unfit_text(key: str, given: str, context: Any) -> tuple[str, str]:
    if key == "id":
        return f"{_shown(given)} is not an id.", "Small letters a-z, digits and single hyphens."
    if context["pattern"] not in {WORDS_PATTERN, NAME_PATTERN}:
        return f"{_told(key)} cannot be {_shown(given)}.", "docs/data.md tells its form."
    if given.strip():
        hint = "Delete it, or the escape that makes it."
        return f"{_told(key)} holds a line break or an invisible character.", hint
    return f"{_told(key)} is blank.", "Write a text, or leave the key out."


def _told(key: str) -> str:
    return f"'{key}'" if key else "The record"


def _shown(given: Any) -> str:
    if given is None:
        return "empty"
    if isinstance(given, Mapping):
        return "a mapping"
    if isinstance(given, list):
        return "a list"
    text = repr(given)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def _keys_at(model: type[BaseModel], names: list[str]) -> list[str]:
    """Return the keys that a mapping reached by ``names`` may have."""
    current: Any = model
    for name in names:
        fields = {f.alias or n: f for n, f in current.model_fields.items()}
        inner = _model_in(fields[name].annotation) if name in fields else None
        if inner is None:
            break
        current = inner
    return [field.alias or name for name, field in current.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found is not None:
            return found
    return None
