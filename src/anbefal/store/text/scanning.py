"""The tokens and events of a YAML text as lists, for changing it."""

from __future__ import annotations

from itertools import islice
from typing import Any

from anbefal.errors import CannotEdit
from anbefal.store.reading.events import NotUnderstood, parse, scan

MOST_TOKENS = 400_000
"""A megabyte of records has a third of these; a megabyte of commas has more."""


def tokens_and_events(text: str) -> tuple[list[Any], list[Any]]:
    """Return the tokens and the events of a text, with their places in it.

    Raises:
        CannotEdit: The text cannot be read so, or has too many values.
    """
    try:
        tokens = list(islice(scan(text), MOST_TOKENS + 1))
        if len(tokens) > MOST_TOKENS:
            message = "The file holds too many values to be changed piece by piece."
            raise CannotEdit(message, "Split it, or change it in an editor.")
        return tokens, list(parse(text))
    except NotUnderstood as error:
        message = "The file is written in a way that cannot be changed without rewriting it."
        raise CannotEdit(message, "Change it in an editor.") from error


def starts(tokens: list[Any], name: str) -> list[int]:
    """Return where the tokens of one class begin."""
    return [token.start_mark.index for token in tokens if type(token).__name__ == name]
