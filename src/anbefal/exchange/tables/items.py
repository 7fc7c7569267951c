"""Cells that hold several values."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from anbefal.exchange.cleaning import clean
from anbefal.exchange.tables.rows import Field

LINES = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
"""What stands between values where nothing else is said."""
_DASH = re.compile(r"\s*-\s*(?=\S)")
_APART = re.compile("[,;]")


def list_items(field: Field | None, separator: re.Pattern[str] = LINES) -> tuple[str, ...]:
    """Return the values in a cell, each once and on one line, without the dash of a list.

    Args:
        field: The cell. The items of a list are values by themselves, or have one on each line.
        separator: What stands between the values in a text.
    """
    if field is None:
        return ()
    if field.kind != "list":
        return items_of(field.text, separator)
    return tuple(dict.fromkeys(one for item in field.items for one in items_of(item)))


def items_of(text: str, separator: re.Pattern[str] = LINES) -> tuple[str, ...]:
    """Return the values in a text; see :func:`list_items`."""
    values = map(_value, separator.split(text))
    return tuple(dict.fromkeys(one for one in values if one and one != "-"))


def known_parts(words: str, find: Callable[[str], str | None]) -> list[str]:
    """Return what stands between commas where each part is known and the whole is not.

    Args:
        words: The whole, which is returned alone in all other cases.
        find: Tells what a name stands for; ``None`` where it is not known.
    """
    parts = [part.strip() for part in _APART.split(words)]
    return parts if find(words) is None and all(map(find, parts)) else [words]


@lru_cache(maxsize=4096)
def _value(piece: str) -> str:
    """Return a value without the dash before it."""
    dash = _DASH.match(piece)
    return " ".join(clean(piece[dash.end() :] if dash else piece).split())
