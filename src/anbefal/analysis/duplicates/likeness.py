"""How much two asks have in common, as words that weigh more or less."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from anbefal.analysis.ask.asks import SIGNS, Part
from anbefal.analysis.ask.phrases import table
from anbefal.analysis.ask.plain import weight
from anbefal.analysis.ask.words import AskLanguage

Bag = Mapping[str, float]
"""Words of one or more parts of an ask, each with how much it tells."""

SIGN_WEIGHTS = {SIGNS["instruments"]: 2.0, SIGNS["subjects"]: 1.5, SIGNS["groups"]: 1.0}
"""What a treaty or body, a subject and a group tell; other words tell 0.25, 0.5 or 1."""

DETAIL = 0.4
"""What a word counts that only says how, why or for instance, beside one of the ask itself."""

WIDER = 0.5
"""What the wider subject or group counts, beside the one within it that is named."""


class Overlap(NamedTuple):
    """How two bags overlap; the shares are 0 to 1.

    Attributes:
        dice: Twice what both have, of what each has.
        contained: What both have, of what the smaller has.
        both: The weight of what both have, not as a share.
    """

    dice: float
    contained: float
    both: float


class Lacked(NamedTuple):
    """What each of two has and the other lacks: the weight of all of it, and of each kind."""

    words: tuple[float, float]
    instruments: tuple[float, float]
    subjects: tuple[float, float]
    groups: tuple[float, float]


def bag(parts: Iterable[Part], language: AskLanguage, *, details: bool = True) -> Bag:
    """Return the words of parts with their weights.

    Args:
        parts: The parts of an ask.
        language: The language that it was read in.
        details: Whether to count what only says how, why or for instance.
    """
    found: dict[str, float] = {}
    for part in parts:
        for token in part.core:
            found[token] = _weight(token, language)
    for part in parts if details else ():
        for token in part.details:
            found.setdefault(token, DETAIL * _weight(token, language))
    for token, value in list(found.items()):
        for wider in _wider().get(token, ()):
            found.setdefault(wider, WIDER * value)
    return found


def overlap(one: Bag, other: Bag) -> Overlap:
    """Return how two bags overlap; nothing where one is empty."""
    a, b = sum(one.values()), sum(other.values())
    if not a or not b:
        return Overlap(0.0, 0.0, 0.0)
    both = shared(one, other)
    return Overlap(2 * both / (a + b), both / min(a, b), both)


def shared(one: Bag, other: Bag) -> float:
    """Return the weight of what two bags both have."""
    return sum([min(value, other[token]) for token, value in one.items() if token in other])


def lacked(one: Bag, other: Bag) -> Lacked:
    """Return what each of two bags has and the other lacks."""
    kinds = (_lacking(one, other), _lacking(other, one))
    return Lacked(*zip(*kinds, strict=True))


def _lacking(one: Bag, other: Bag) -> tuple[float, float, float, float]:
    """Return the weight of what the first has and the other lacks.

    That is of all of it, and of the treaties and bodies, the subjects and the groups in it.
    """
    total = instruments = subjects = groups = 0.0
    for token, value in one.items():
        if token not in other:
            total += value
            sign = token[0]
            if sign == SIGNS["instruments"]:
                instruments += value
            elif sign == SIGNS["subjects"]:
                subjects += value
            elif sign == SIGNS["groups"]:
                groups += value
    return total, instruments, subjects, groups


def _weight(token: str, language: AskLanguage) -> float:
    return SIGN_WEIGHTS.get(token[0]) or weight(token, language)


@cache
def _wider() -> Mapping[str, tuple[str, ...]]:
    """Return a subject's or group's token with those of the wider ones that it stands within."""
    return {
        SIGNS[lexicon] + one: tuple(SIGNS[lexicon] + wider for wider in entry["within"])
        for lexicon in ("subjects", "groups")
        for one, entry in table(lexicon).items()
        if "within" in entry
    }
