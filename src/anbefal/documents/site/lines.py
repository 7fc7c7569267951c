"""Lines of a page: sentences with links in them, and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.page import Link, SiteLine
from anbefal.wording import Wording

_EDGE = "\0"
"""Stands around a name in a sentence; no text of a record holds it."""


def site_line(*parts: str | Run | Link | SiteLine) -> SiteLine:
    """Return a line of words, runs, links and other lines, one after the other."""
    made: list[Run | Link] = []
    for part in parts:
        if isinstance(part, str):
            made += [Run(part)] if part else []
        elif isinstance(part, tuple):
            made += part
        else:
            made.append(part)
    return tuple(made)


def site_sentence(words: Wording, key: str, **parts: str | Run | Link | SiteLine) -> SiteLine:
    """Return a sentence with links and lines filled in where it has their names."""
    marked = words.say(key, **{name: f"{_EDGE}{name}{_EDGE}" for name in parts})
    pieces = marked.split(_EDGE)
    return site_line(*(parts[one] if place % 2 else one for place, one in enumerate(pieces)))


def counted_sentence(
    words: Wording, key: str, number: int, **parts: str | Run | Link | SiteLine
) -> SiteLine:
    """Return a sentence in singular or plural, with a number, links and lines filled in."""
    form = "one" if number == 1 else "other"
    return site_sentence(words, f"{key}_{form}", n=words.number(number), **parts)


def counted_words(words: Wording, key: str, number: int) -> str:
    """Return a number with its noun, or a sentence with both; thousands are told apart."""
    form = "one" if number == 1 else "other"
    return words.say(f"{key}_{form}", n=words.number(number))


def listed(parts: Sequence[Run | Link], words: Wording) -> SiteLine:
    """Return links as a list in a sentence, with the language's "and" before the last."""
    if len(parts) < 2:  # noqa: PLR2004 - a list has two
        return tuple(parts)
    *first, last = parts
    between = words.listed([_EDGE, _EDGE]).split(_EDGE)[1]
    return site_line(in_a_row(first), between, last)


def in_a_row(parts: Iterable[Run | Link]) -> SiteLine:
    """Return links with commas between them."""
    made: list[Run | Link] = []
    for number, part in enumerate(parts):
        made += [Run(", "), part] if number else [part]
    return tuple(made)


def plain(line: SiteLine) -> str:
    """Return the words of a line alone."""
    return "".join(part.text for part in line)
