"""Text as the characters that it is, in formats where some characters mean something."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{\[\]<>#|~^$&@]|:(?=[\w+-]+:))")
_AT_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")

_NO_BREAK, _NARROW_NO_BREAK = "\u00a0", "\u202f"


def markdown_literal(text: str) -> str:
    """Return text as Markdown that shows exactly its words, for use inside a line.

    Line breaks and runs of spaces become one space. Every character that CommonMark, GitHub's
    Markdown or Pandoc could read as markup inside a line is escaped.
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def markdown_paragraph(text: str) -> str:
    """Return text as Markdown that shows exactly its words, for use at the beginning of a line.

    What could begin a list or underline a heading is escaped as well.
    """
    return _AT_START.sub(r"\1\\", markdown_literal(text))


def legible(text: str) -> str:
    """Return text as :func:`visible` does, but with the no-break spaces that typography needs."""
    return _NO_BREAK.join(
        _NARROW_NO_BREAK.join(map(visible, part.split(_NARROW_NO_BREAK)))
        for part in text.split(_NO_BREAK)
    )


def visible(text: str) -> str:
    r"""Return text on one line whose invisible characters are written out, as in ``\x1b``.

    For terminals and logs, where such a character could pose as a command.
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
