"""Text that must fit a place in a picture, whose font nobody knows beforehand."""

from __future__ import annotations

import unicodedata

from anbefal.markup import visible

_WIDTHS = (
    ("ijl'|", 0.24),
    ("Ifrt.,:;!/()[]-\u2019 ", 0.34),
    ("ckstvxyzJ", 0.5),
    ("mMwW%@—…", 0.93),
)
"""About the widths of Arial, and of fonts made to replace it, as a share of the size."""

ELLIPSIS = "…"


def one_line(text: str) -> str:
    """Return text with spaces for line breaks and with invisible characters written out."""
    return visible(" ".join(text.split()))


def width_of(text: str, size: float) -> float:
    """Return about how wide text is in a common sans-serif font, rather too wide than too narrow.

    Args:
        text: One line.
        size: The size of the font; the width is in the same unit.
    """
    return size * sum(_em(character) for character in text)


def wrapped(text: str, width: float, size: float, lines: int) -> tuple[str, ...]:
    """Return text as at most so many lines that fit a width; what is too long ends in ``…``.

    Lines are broken between words, and inside a word only where it is longer than a line.
    """
    done: list[str] = []
    rest = one_line(text)
    while rest and len(done) < lines:
        fits = _fitting(rest, width, size)
        end = fits if fits == len(rest) else max(rest.rfind(" ", 0, fits + 1), 0) or fits
        done.append(rest[:end])
        rest = rest[end:].lstrip()
    if rest:
        last = f"{done[-1]} {rest}"
        done[-1] = last[: _fitting(last, width - width_of(ELLIPSIS, size), size)].rstrip()
        done[-1] += ELLIPSIS
    return tuple(done)


def _fitting(text: str, width: float, size: float) -> int:
    """Return how many characters from the beginning fit a width, at least one."""
    for count in range(1, len(text)):
        width -= size * _em(text[count - 1])
        if width < size * _em(text[count]):
            return count
    return len(text)


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1
    for characters, width in _WIDTHS:
        if character in characters:
            return width
    return 0.72 if character.isupper() else 0.56
