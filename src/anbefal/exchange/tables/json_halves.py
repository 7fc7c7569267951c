r"""Halves of characters in JSON, such as ``\ud800`` alone, which the library would make ``?``."""

from __future__ import annotations

import re

HALF = "\uffff"
"""What stands in a text instead of half a character: no text has it."""
_ESCAPED = rb"\uffff"
_HIGH, _LOW, _HEX = (
    rb"u[dD][89abAB][0-9a-fA-F]{2}",
    rb"u[dD][c-fC-F][0-9a-fA-F]{2}",
    rb"[0-9a-fA-F]",
)
_ESCAPES = re.compile(rb"\\(?:%s(?:\\%s)?|%s|.)" % (_HIGH, _LOW, _LOW), re.DOTALL)
_ANY = re.compile(rb"\\u[dD]")
_BROKEN_OFF = re.compile(
    rb"\\(?:u(?:[dD](?:%s{0,2}|[89abAB]%s{2}(?:\\(?:u%s{0,3})?)?)?)?)?\Z" % (_HEX, _HEX, _HEX)
)
_LONGEST = 12
_LENGTH_OF_ONE = 6


def whole_escapes(data: bytes) -> int:
    """Return how far the bytes go without a half that the next ones may make a whole."""
    found = _BROKEN_OFF.search(data, max(0, len(data) - _LONGEST))
    return len(data[: found.start()].rstrip(b"\\")) if found else len(data)


def halves_told(data: bytes) -> bytes:
    """Return bytes of JSON with :data:`HALF` for each half of a character.

    Args:
        data: The bytes, which begin with no part of an escape, and end with none.
    """
    if data.find(b"\\") < 0 or not _ANY.search(data):
        return data
    return _ESCAPES.sub(_told, data)


def _told(found: re.Match[bytes]) -> bytes:
    return _ESCAPED if len(found[0]) == _LENGTH_OF_ONE else found[0]
