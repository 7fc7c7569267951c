"""Text as the characters that it is, in formats where some characters mean something."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!&=:@-])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_PLUS = re.compile(r"^\+")


def markdown_literal(text: str) -> str:
    """Return text as Markdown that shows exactly its words, on one line.

    Line breaks and runs of spaces become one space. Every character that CommonMark or GitHub's
    Markdown could read as markup is escaped, also where it would begin a list.
    """
    line = " ".join(text.split())
    escaped = _SPECIAL.sub(r"\\\1", line)
    return _PLUS.sub(r"\\+", _NUMBERED.sub(r"\1\\\2", escaped))
