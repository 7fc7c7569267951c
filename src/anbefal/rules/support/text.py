"""What rules about a file's text need: a quick look for rows of digits, and what is around."""

from __future__ import annotations

import re

GAP = "[ .\u00a0\u202f-]"
"""What people write between groups of digits; two kinds of unbreakable space among it."""

_SHAPE = bytes.maketrans(b"123456789.-\xa0\xaf", b"000000000    ")
_FIRST_BYTES_OF_SPACES = b"\xc2\xe2\x80"


def shape_of(text: str) -> bytes:
    """Return the text with 0 for every digit and a space for every gap between digits.

    Looking for a row of digits in it is many times faster than a regular expression on the
    text. The shape says where a closer look is worth while, and no more than that.
    """
    return text.encode("utf-8", "replace").translate(_SHAPE, _FIRST_BYTES_OF_SPACES)


def word_around(text: str, start: int, end: int) -> str:
    """Return what stands between the white space around a place in the text."""
    before = re.search(r"\S*$", text[max(0, start - 500) : start])
    after = re.match(r"\S*", text[end : end + 500])
    return (before[0] if before else "") + text[start:end] + (after[0] if after else "")


def in_address(text: str, start: int, end: int) -> bool:
    """Return whether a place in the text belongs to a web address."""
    word = word_around(text, start, end)
    return "://" in word or word.lstrip("(<\"'[").startswith("www.")
