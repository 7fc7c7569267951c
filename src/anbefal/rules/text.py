"""What rules about a file's text need: places, and a quick look for rows of digits."""

from __future__ import annotations

import re

from anbefal.diagnostics import Position

GAP = "[ .\u00a0\u202f-]"
"""What people write between groups of digits; two kinds of unbreakable space among it."""

_LINE_BREAK = re.compile(r"\r\n?|\n")
_SHAPE = bytes.maketrans(b"123456789.-\xa0\xaf", b"000000000    ")
_FIRST_BYTES_OF_SPACES = b"\xc2\xe2\x80"


def shape_of(text: str) -> bytes:
    """Return the text with 0 for every digit and a space for every gap between digits.

    Looking for a row of digits in it is many times faster than a regular expression on the
    text. The shape says where a closer look is worth while, and no more than that.
    """
    return text.encode("utf-8", "replace").translate(_SHAPE, _FIRST_BYTES_OF_SPACES)


def position_of(text: str, offset: int) -> Position:
    """Return line and column of the character at ``offset``."""
    breaks = [match.end() for match in _LINE_BREAK.finditer(text, 0, offset)]
    return Position(len(breaks) + 1, offset - (breaks[-1] if breaks else 0) + 1)


def word_around(text: str, start: int, end: int) -> str:
    """Return what stands between the white space around a place in the text."""
    before = re.search(r"\S*$", text[max(0, start - 500) : start])
    after = re.match(r"\S*", text[end : end + 500])
    return (before[0] if before else "") + text[start:end] + (after[0] if after else "")


def in_address(text: str, start: int, end: int) -> bool:
    """Return whether a place in the text belongs to a web address."""
    word = word_around(text, start, end)
    return "://" in word or word.lstrip("(<\"'[").startswith("www.")
