"""The outline in pieces that can be cited, each understandable alone, in the document's own words.

A sub-paragraph is told with the sentence that leads it in, on a line of its own, both verbatim.
What a paragraph says besides that sentence, before its items or behind them, is its own piece.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from anbefal.exchange.observations.follow_up import (
    FollowUpRequest,
    asks_for_follow_up,
    follow_up_in,
)
from anbefal.exchange.observations.kinds import NOTHING, Judgement, kind_of
from anbefal.exchange.observations.sentences import lead_in, sentences_of
from anbefal.exchange.observations.structure import Item


@dataclass(slots=True)
class Unit:
    """One piece that can be cited.

    Attributes:
        number: The number of its paragraph or sub-paragraph.
        at: The number of the paragraph in the document.
        heading: The heading that it stands under.
        leads: The sentences that lead it in, the outermost first.
        own: Its own words.
        doubts: Why its number is uncertain.
        judgement: What it does.
        follow_up: What the committee wants to hear of it before the next report.
    """

    number: str
    at: int
    heading: str
    leads: tuple[str, ...]
    own: str
    doubts: tuple[str, ...]
    judgement: Judgement = NOTHING
    follow_up: FollowUpRequest | None = None

    @property
    def length(self) -> int:
        """How many characters its text has, some line breaks apart."""
        return sum(map(len, self.leads)) + len(self.own)

    @property
    def text(self) -> str:
        """The sentences that lead it in, and its own words, each on a line of its own."""
        return "\n".join((*self.leads, self.own))


@dataclass(frozen=True, slots=True)
class Lost:
    """A paragraph that a request for follow-up names, and that was not found.

    Attributes:
        number: The number that it names.
        asked_in: The number of the paragraph that names it.
        at: Where that stands.
    """

    number: str
    asked_in: str
    at: int


@dataclass(slots=True)
class Picked:
    """What the committee wants to hear of before the next report.

    Attributes:
        requests: Number to what is asked of it.
        lost: The numbers that were not found.
    """

    requests: dict[str, FollowUpRequest] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)


def units_of(item: Item) -> list[Unit]:
    """Return the pieces of a numbered paragraph in their order, with what each of them does."""
    units = list(_units(item, (), ()))
    for unit in units:
        unit.judgement = _judged(unit)
    return units


def _units(item: Item, leads: tuple[str, ...], doubts: tuple[str, ...]) -> Iterator[Unit]:
    words, doubts = "\n".join(item.words), (*doubts, *item.doubts)
    before, lead = lead_in(words) if item.items else (words, "")
    own = "\n".join(filter(None, (before, *item.after)))
    if own or not item.items:
        yield Unit(item.number, item.at, item.heading, leads, own, doubts)
    for inner in item.items:
        yield from _units(inner, (*leads, *filter(None, [lead])), doubts)


def _judged(unit: Unit) -> Judgement:
    """Return what a piece does: as the nearest sentence says that leads it in, else as it says."""
    for lead in reversed(unit.leads):
        if (found := kind_of(lead)).kind or found.aside:
            return found
    return kind_of(unit.own)


def picked_in(items: list[Item]) -> Picked:
    """Return which numbers the requests for follow-up in a document name."""
    known = {inner.number for item in items for inner in item.walk()}
    picked = Picked()
    for item in items:
        words = "\n".join(text for inner in item.walk() for text in (*inner.words, *inner.after))
        for sentence in sentences_of(words):
            if not asks_for_follow_up(sentence):
                continue
            request = follow_up_in(sentence)
            for number in request.paragraphs:
                if number in known:
                    picked.requests.setdefault(number, request)
                else:
                    picked.lost.append(Lost(number, item.number, item.at))
    return picked


def mark_picked(units: list[Unit], picked: Picked) -> None:
    """Give each piece that the committee picked what it asks of it.

    Of a paragraph that is named as a whole, all sub-paragraphs that recommend are picked; where it
    has none, its concerns; and where it has neither, the committee calls it a recommendation.
    """
    known: dict[str, list[Unit]] = {}
    for unit in units:
        for number in _numbers_above(unit.number):
            known.setdefault(number, []).append(unit)
    for number, request in picked.requests.items():
        inside = known.get(number, [])
        chosen = [one for one in inside if one.judgement.kind == "recommendation"]
        chosen = chosen or [one for one in inside if one.judgement.kind == "concern"]
        for unit in chosen or inside:
            unit.follow_up = unit.follow_up or request
            if unit.judgement.kind is None:
                unit.judgement = Judgement("recommendation")


def _numbers_above(number: str) -> list[str]:
    """Return a number and those of what it lies in: ``22``, ``22(a)`` and ``22(a)(i)``."""
    parts = number.split("(")
    return ["(".join(parts[:count]) for count in range(1, len(parts) + 1)]
