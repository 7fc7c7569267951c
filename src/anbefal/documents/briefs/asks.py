"""The asks and concerns of a brief by number, and sentences that lead to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from anbefal.analysis.asks import Ask
from anbefal.documents.content.blocks import Line
from anbefal.documents.content.sentences import numbers_line, numbers_sentence
from anbefal.wording import Wording

ASK = "ask"
"""The anchor of asks and concerns."""


@dataclass(frozen=True)
class NumberedAsk:
    """An ask or a concern as a point of the document.

    Attributes:
        number: From 1, in the order of the document.
        ask: The ask.
    """

    number: int
    ask: Ask


def numbered(asks: Iterable[Ask], first: int = 1) -> tuple[NumberedAsk, ...]:
    """Return asks in their order, numbered from ``first`` on."""
    return tuple(NumberedAsk(number, one) for number, one in enumerate(asks, start=first))


def numbers_of(asks: Iterable[NumberedAsk]) -> dict[str, int]:
    """Return record id to the number of its ask; that of the later one where it has none."""
    asks = tuple(asks)
    numbers = {record.id: one.number for one in asks for record in one.ask.records}
    for one in asks:
        for record in one.ask.repeated:
            numbers.setdefault(record.id, one.number)
    return numbers


def asks_named(numbers: Iterable[int], words: Wording) -> Line:
    """Return numbers of asks as a list, each leading to its ask."""
    return numbers_line(numbers, ASK, words)


def said_of(numbers: Collection[int], key: str, words: Wording) -> Line:
    """Return a sentence on one ask or on several, with their numbers."""
    return numbers_sentence(key, numbers, ASK, words)
