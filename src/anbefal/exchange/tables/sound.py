"""What no text of a recommendation is, whatever kind of file it came in."""

from __future__ import annotations

import re

from anbefal.exchange.cells import NotFit
from anbefal.exchange.tables.json_halves import HALF
from anbefal.exchange.tables.rows import Field

LONGEST_TEXT = 240_000
"""Characters of a text. The longest real ones have some ten thousand, and a data file with one of
four bytes a character still keeps within its limit of a million bytes."""
_HALF = re.compile(f"[\ud800-\udfff{HALF}]")
"""Half of a character beyond 65,535, which no file can hold as text."""


def must_be_sound(field: Field, column: str = "") -> None:
    """Make sure that a field holds a text that can be written down as it is.

    Args:
        field: The field.
        column: What the file calls its column.

    Raises:
        NotFit: It is far too long, or holds half a character.
    """
    if len(field.text) > LONGEST_TEXT:
        raise NotFit(too_long(len(field.text)), SHORTEN, column)
    if not field.text.isascii() and _HALF.search(field.text):
        message = "The text holds half a character, which nothing can show."
        raise NotFit(message, "Write the word that it stands in anew.", column)


def too_long(length: int) -> str:
    """Return what is wrong with a text of so many characters."""
    return f"The text has {length:,} characters, and none of more than {LONGEST_TEXT:,} is taken."


SHORTEN = "Look in the file whether something else has got into the cell, and take it out."
