"""From words such as ``themes+=isolasjon`` to changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from anbefal.cli.session import day
from anbefal.diagnostics import dotted
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.diagnostics import Steps
    from anbefal.model.dataset import Key
    from anbefal.model.edits import Edit
    from anbefal.model.fields import Shape
    from anbefal.model.kinds import Kind

_FORM = re.compile(r"(?P<field>[^=+\s]+?)(?P<operator>\+=|-=|=)(?P<value>.*)", re.DOTALL)
_PLACE = re.compile(r"\d{1,9}", re.ASCII)
_NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_TRUTH = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nei": False}


def edits_of(kind: Kind, target: Key, assignments: list[str]) -> list[Edit]:
    """Return the changes that assignments ask for.

    ``field=value`` sets, ``field=`` takes away, ``field+=value`` adds to a list and
    ``field-=value`` takes out of it. A field inside another is named with a full stop between
    them, an item of a list by its number (from 0) or its id: ``measures.plan-1.due=2027-01``.

    Raises:
        Misuse: An assignment has another form, or the kind has no such field or value.
    """
    return [edit for one in assignments for edit in _edits(kind, target, one)]


def _edits(kind: Kind, target: Key, assignment: str) -> Iterator[Edit]:
    from anbefal.model.edits import Append, Discard, SetValue

    match = _FORM.fullmatch(assignment)
    if match is None:
        message = f"{assignment!r} is no assignment."
        raise Misuse(message, "Write field=value, field+=value or field-=value.")
    steps = steps_of(match["field"])
    shape = shape_of(kind, steps)
    if match["operator"] == "=":
        value = value_of(shape, steps, match["value"]) if match["value"] else None
        yield SetValue(target, steps, value)
        return
    if shape.form != "list" or shape.item is None:
        message = f"{match['field']!r} is no list."
        raise Misuse(message, "Set it with field=value.")
    made = Append if match["operator"] == "+=" else Discard
    for value in value_of(shape, steps, match["value"]):
        yield made(target, steps, value)


def steps_of(field: str) -> Steps:
    """Return the steps to a field, which full stops part."""
    return tuple(int(step) if _PLACE.fullmatch(step) else step for step in field.split("."))


def shape_of(kind: Kind, steps: Steps) -> Shape:
    """Return what a field holds.

    Raises:
        Misuse: There is no such field; the nearest is suggested.
    """
    from anbefal.model.fields import shape_at
    from anbefal.model.names import nearest

    for number, step in enumerate(steps):
        above = shape_at(kind.model, steps[:number])
        if above.model and step not in above.keys:
            near = nearest(str(step), above.keys)
            message = f"A {kind.name} has no field {dotted(steps[: number + 1])!r}."
            known = f"It has: {', '.join(above.keys)}."
            raise Misuse(message, f"Did you mean {near!r}?" if near else known)
        if above.form not in {"mapping", "list"}:
            message = f"{dotted(steps[:number])!r} holds a {above.form} and no fields."
            raise Misuse(message, "Set it with field=value.")
    return shape_at(kind.model, steps)


def value_of(shape: Shape, steps: Steps, text: str) -> Any:
    """Return words as the plain value of a field.

    Raises:
        Misuse: The field cannot hold it.
    """
    if shape.form == "list" and shape.item:
        return _list(shape, steps, text)
    if shape.form == "mapping":
        return _mapping(shape, steps, text)
    if shape.form == "date" and text == "today":
        return day(text).isoformat()
    if shape.form == "date":
        return int(text) if _YEAR.fullmatch(text) else text
    if shape.form == "text":
        return text
    try:
        return _number(shape, text)
    except (ValueError, KeyError):
        message = f"{dotted(steps)} cannot be {text!r}: it is a {shape.form}."
        raise Misuse(message, "Write it in digits, with a full stop before decimals.") from None


def _number(shape: Shape, text: str) -> bool | float:
    if shape.form == "true or false":
        return _TRUTH[text.casefold()]
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text) if "." in text else int(text)


def _list(shape: Shape, steps: Steps, text: str) -> list[Any]:
    """Return a list: one in brackets as it stands; commas part ids, fixed words and dates."""
    if text.startswith("["):
        found = _yaml(steps, text)
        return found if isinstance(found, list) else [found]
    item = shape.item
    assert item is not None  # noqa: S101 - a list's shape has its items' shape
    if item.form == "mapping" and not text.startswith("{"):
        message = f"Each item of {dotted(steps)} has fields of its own."
        shown = ", ".join(f"{key}: …" for key in item.keys[:2])
        raise Misuse(message, f"Use --edit, or write items in braces: '{{{shown}}}'.")
    parted = item.refers_to or item.words or item.form == "date"
    pieces = [piece.strip() for piece in text.split(",")] if parted else [text]
    return [value_of(item, steps, piece) for piece in pieces if piece]


def _mapping(shape: Shape, steps: Steps, text: str) -> Any:
    if text.startswith("{"):
        return _yaml(steps, text)
    first = shape.keys[0] if shape.keys else "key"
    message = f"{dotted(steps)} has fields of its own."
    raise Misuse(message, f"Set one of them, as in {dotted(steps)}.{first}=…, or all in braces.")


def _yaml(steps: Steps, text: str) -> Any:
    from anbefal.store.reading.reader import parse

    parsed = parse("", text.encode("utf-8", "surrogateescape"))
    if parsed.findings:
        message = f"The value of {dotted(steps)} is not YAML: {parsed.findings[0].message}"
        raise Misuse(message, "Put text in quotes inside brackets and braces.")
    return parsed.value
