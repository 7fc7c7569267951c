"""Text as the characters that it is, in formats where some characters mean something."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_{\[\]<>#|~^$&@]|:(?=[\w+-]+:)")
_AT_START = re.compile(r"\d{1,9}(?=[.)])|(?=[-+=])")
_ADDRESS = re.compile(r"(?:https?|ftp)(?=://)|www(?=\.)", re.IGNORECASE)
_WORD = re.compile(r"\S+")

_NO_BREAK, _NARROW_NO_BREAK = "\u00a0", "\u202f"


def markdown_literal(text: str) -> str:
    """Return text as Markdown that shows exactly its words, for use inside a line.

    Line breaks and runs of spaces become one space. Every character that CommonMark, GitHub's
    Markdown or Pandoc could read as markup inside a line is escaped.
    """
    return _escaped(text, start=False)


def markdown_paragraph(text: str) -> str:
    """Return text as Markdown that shows exactly its words, for use at the beginning of a line.

    What could begin a list or underline a heading is escaped as well.
    """
    return _escaped(text, start=True)


def markdown_escapes(text: str, *, start: bool) -> set[int]:
    """Return the places of a text before which Markdown needs a backslash to show its words.

    GitHub makes a link of an address with all that stands in it, backslashes too, so an address
    that needs one is kept from being a link.

    Args:
        text: One line, without spaces at its ends.
        start: Whether it stands at the beginning of a line.
    """
    places = {match.start() for match in _SPECIAL.finditer(text)}
    if places and _ADDRESS.search(text):
        for word in _WORD.finditer(text):
            if not places.isdisjoint(range(*word.span())):
                places |= {found.end() for found in _ADDRESS.finditer(text, *word.span())}
    if start and (first := _AT_START.match(text)):
        places.add(first.end())
    return places


def _escaped(text: str, *, start: bool) -> str:
    words = " ".join(text.split())
    parts, done = [], 0
    for place in sorted(markdown_escapes(words, start=start)):
        parts += [words[done:place], "\\"]
        done = place
    return "".join(parts) + words[done:]


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
