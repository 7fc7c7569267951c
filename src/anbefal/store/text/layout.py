"""Plain values as lines of YAML, in the style of the house.

Mappings stand one key a line, lists of short words in brackets, long texts folded at a hundred
characters, and texts with line breaks of their own as they are.
"""

from __future__ import annotations

from typing import Any

from anbefal.store.text.scalars import block, inline, is_plain

WIDTH = 100
"""The longest line that we make where it can be broken, in characters."""

LONGEST_QUOTED = 40
"""The longest text that we put in quotes; longer ones with a colon stand below, without them."""

STEP = 2
"""Spaces of one step of indentation."""


def flow(value: Any) -> str:
    """Return a value on one line, collections in brackets."""
    if isinstance(value, dict):
        pairs = [f"{inline(key, flow=True)}: {flow(item)}" for key, item in value.items()]
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return inline(value, flow=True)


def document(value: Any) -> str:
    """Return a whole file, its last line ended."""
    lines = collection(value, 0) if value and isinstance(value, dict | list) else [flow(value)]
    return "\n".join(lines) + "\n"


def collection(value: dict[Any, Any] | list[Any], indent: int, step: int = STEP) -> list[str]:
    """Return the lines of a mapping or list that is not empty.

    Args:
        value: The mapping or list.
        indent: How many spaces each line begins with, at least.
        step: Spaces of one step of indentation inside it.
    """
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in pair(key, item, indent, step)]
    return [line for entry in value for line in item(entry, indent, step)]


def pair(key: Any, value: Any, indent: int, step: int = STEP) -> list[str]:
    """Return the lines of one key with its value."""
    head = f"{' ' * indent}{inline(key)}:"
    first, *more = after(value, len(head), indent, step)
    return [f"{head} {first}" if first else head, *more]


def item(value: Any, indent: int, step: int = STEP) -> list[str]:
    """Return the lines of one item of a list."""
    head = " " * indent + "- "
    if isinstance(value, dict | list) and value and not _is_short(value, len(head)):
        first, *more = collection(value, len(head), step)
        return [head + first.lstrip(" "), *more]
    first, *more = after(value, len(head) - 1, indent, step)
    return [head + first, *more]


def after(value: Any, column: int, indent: int, step: int = STEP) -> list[str]:
    """Return what follows a colon or hyphen: the rest of its line, then further lines.

    Args:
        value: Any plain value.
        column: How many characters stand before it on the line.
        indent: How many spaces the line begins with.
        step: Spaces of one step of indentation.
    """
    if isinstance(value, str):
        return text(value, "", column, indent, step)
    if isinstance(value, dict | list) and value and not _is_short(value, column):
        return ["", *collection(value, indent + step, step)]
    return [flow(value)]


def text(value: str, style: str, column: int, indent: int, step: int = STEP) -> list[str]:
    """Return a text after a colon or hyphen, in a style if it can hold the text.

    Args:
        value: The text.
        style: ``|``, ``>``, a quote, or none: as fits.
        column: How many characters stand before it on the line.
        indent: How many spaces the line begins with.
        step: Spaces of one step of indentation.
    """
    if not style:
        style = _best_style(value, column)
    if style in {"|", ">"} and (lines := block(value, style, indent + step, WIDTH)):
        return [lines[0], *lines[1]]
    return [inline(value, style=style)]


def _best_style(value: str, column: int) -> str:
    longest = max(value.split("\n"), key=len)
    long = " " in longest and len(longest) > WIDTH - column - 1
    if long:
        return ">"
    if "\n" in value:
        return "|"
    return ">" if len(value) > LONGEST_QUOTED and " " in value and not is_plain(value) else ""


def _is_short(value: Any, column: int) -> bool:
    """Return whether a list of words fits into the line, in brackets."""
    if isinstance(value, dict) or any(isinstance(item, dict | list) for item in value):
        return False
    if any(isinstance(item, str) and "\n" in item for item in value):
        return False
    return column + 1 + len(flow(value)) <= WIDTH
