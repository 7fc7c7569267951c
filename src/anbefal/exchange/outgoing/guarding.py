"""Text in a CSV file that every spreadsheet leaves as it is.

A spreadsheet takes ``=1+1`` in a CSV file for a formula, ``140.10`` for a number and ``5-6`` for a
day in June, quotes or not. An apostrophe before them makes them text in all of them. It also stands
before a text that begins with one, so that taking it away gives every text back.
"""

from __future__ import annotations

import re

GUARD = "'"
_SIGNS = tuple("=+-@'\uff1d\uff0b\uff0d\uff20")
"""What formulas begin with, in characters of usual and of full width, and the guard itself."""
_TAKEN_FOR_NUMBER = re.compile(r"\d+(?:[.,/:\-]\d+)+|0\d+|\d{12,}|\d+[eE]\d+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
"""A spreadsheet makes a day of it, and that day can be read again."""


def guarded(text: str) -> str:
    """Return a text as it stands in a CSV file."""
    return GUARD + text if _needs_guard(text) else text


def unguarded(text: str) -> str:
    """Return the text that :func:`guarded` made this of."""
    return text.removeprefix(GUARD)


def _needs_guard(text: str) -> bool:
    if text.startswith("\t") or text.lstrip().startswith(_SIGNS):
        return True
    return bool(_TAKEN_FOR_NUMBER.fullmatch(text)) and not _DAY.fullmatch(text)
