"""Goals and targets for sustainable development, as sources write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from anbefal.exchange.cells import NotFit

MEND_GOAL = "Write its number first: 16.3 - Rule of law. Put commas between several: 5, 10, 16."
_MOST_SHOWN = 60
_LAST_GOAL = 17
_CODE = (
    r"(?:(?:SDGs?|goals?|targets?|delmål|(?:bærekrafts|berekrafts)?mål)[\s.:]*)?"
    r"([0-9]{1,2}(?:\.(?:[0-9]{1,2}|[a-d])(?!\w))?)(?!\w|\.[0-9])"
)
_FIRST = re.compile(_CODE, re.IGNORECASE)
_NEXT = re.compile(rf"(?:\s*[,;&/+]\s*(?:and\s+|og\s+)?|\s+(?:and|og)\s+){_CODE}", re.IGNORECASE)
_NEW_ITEM = re.compile(rf";\s*(?={_CODE})|,\s*(?={_CODE}\s*[-–—:]\s)", re.IGNORECASE)  # noqa: RUF001
"""What stands between goals that each have words of their own."""
_UP_TO = re.compile(r"\s*(?:[-–—]|to\b|til\b)\s*[0-9][0-9.\s]*", re.IGNORECASE)  # noqa: RUF001


def goals_of(words: str) -> tuple[str, ...]:
    """Return the codes of the goals and targets that an item of a list names.

    ``16.3 - The rule of law`` is 16.3, ``SDGs 5, 10 and 16`` are three. A code is that of one of
    the seventeen goals, or of a target of one: ``16.3``, ``16.a``.

    Args:
        words: The item, as a source has it.

    Returns:
        The codes in their order, each once; none where it does not begin with one, where a number
        in it is that of no goal, or where it is a range such as ``5-10``.
    """
    begins = [0, *(found.end() for found in _NEW_ITEM.finditer(words)), len(words)]
    pieces = [words[one:other] for one, other in pairwise(begins)]
    codes = [_codes(piece.strip()) for piece in pieces]
    return tuple(dict.fromkeys(code for some in codes for code in some)) if all(codes) else ()


def _codes(words: str) -> list[str]:
    found = _FIRST.match(words)
    codes, end = [], 0
    while found:
        codes.append(found[1].lower())
        end = found.end()
        found = _NEXT.match(words, end)
    is_range = _UP_TO.fullmatch(words, end) is not None
    return [] if is_range or not all(map(_is_there, codes)) else [_plain(one) for one in codes]


def _is_there(code: str) -> bool:
    goal, _, target = code.partition(".")
    return 1 <= int(goal) <= _LAST_GOAL and target not in {"0", "00"}


def _plain(code: str) -> str:
    """Return a code without zeros before its numbers."""
    return ".".join(str(int(part)) if part.isdecimal() else part for part in code.split("."))


def goals_in(items: Iterable[str]) -> list[str]:
    """Return the codes that items of a list name, each once.

    Args:
        items: The items.

    Raises:
        NotFit: One of them names no goal.
    """
    codes: list[str] = []
    for one in items:
        found = goals_of(one)
        if not found:
            message = f"{one[:_MOST_SHOWN]!r} does not begin with the number of a goal or target."
            raise NotFit(message, MEND_GOAL)
        codes += found
    return list(dict.fromkeys(codes))
