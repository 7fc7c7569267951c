"""Text as it stands in a line, whatever breaks and spaces were written in it."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")


def spaced(text: str) -> str:
    """Return text in which each run of breaks and spaces is a space; no-break spaces stay."""
    return _SPACES.sub(" ", text)
