"""Conventions named by what follows the word: topics, numbers, or a convention named before."""

from __future__ import annotations

import re
from collections import deque

from anbefal.analysis.ask.instrument_book import (
    CONVENTION,
    OPTIONAL,
    PROTOCOL,
    TREATIES,
)
from anbefal.analysis.ask.instrument_grammar import is_year
from anbefal.analysis.ask.instrument_reading import Reading
from anbefal.analysis.ask.phrases import Found

_ON = frozenset({"on", "against", "concerning", "relating", "regarding", "om", "mot"})
_COVENANTS = ("iccpr", "icescr")
_LABOUR_NUMBER = re.compile(r"c?0{0,2}([1-9][0-9]?|1[0-8][0-9]|19[0-2])")
_LABOUR = frozenset({"ilo", "ilos", "labour"})
_KNOWN_NUMBERS = frozenset(
    {"29", "87", "98", "100", "105", "111", "138", "169", "182", "189", "190"}
)


def read_conventions(found: list[Found], reading: Reading) -> list[Found]:
    """Return what was found, with what each word for conventions stands for."""
    result: list[Found] = []
    waiting = deque(found)
    while waiting:
        one = waiting.popleft()
        end = max((each.end for each in result[-3:]), default=0)
        if one.start >= end:
            result += _read(one, reading, result)
        elif one.end > end:
            # "... against Women, Convention against Torture" holds no "Women's Convention".
            waiting = deque(reading.names_from(end))
    by_number = any(one.id.startswith("ilo-") for one in result)
    return [one for one in result if not (by_number and one.id == "ilo")]


def _read(one: Found, reading: Reading, before: list[Found]) -> list[Found]:
    if _is_general_word(one, reading):
        return _said_again(one, reading, before)
    is_head = one.id in reading.book.heads
    if is_head or one.id == "ilo":
        numbered = _numbered(one, reading)
        if numbered or not is_head:
            return numbered or [one]
    if reading.is_head(one.end - 1):
        return _named_after(one, reading) or _leaning(one, reading, before)
    if one.end - one.start > 1:
        one = Found(_start(one, reading), reading.tail(one.end, one.id), one.id)
        if any(reading.is_head(place) for place in range(one.start, one.end)):
            return [one, *_topics(one.end, reading, listed=True)]
    return [one]


def _numbered(head: Found, reading: Reading) -> list[Found]:
    """Read labour conventions by number: "ILO Conventions Nos. 87 and 98"."""
    labour = head.id.startswith("ilo") or not _LABOUR.isdisjoint(reading.plain)
    place, numbers, end = head.end, list[str](), head.end
    between = reading.grammar.numbering | reading.grammar.joiners
    while (place := reading.skip(place, between)) < len(reading.plain):
        if is_year(reading.plain[place]) and not numbers:
            place += 1
            continue
        number = _LABOUR_NUMBER.fullmatch(reading.plain[place])
        if not number or not (labour or number[1] in _KNOWN_NUMBERS):
            break
        numbers.append(number[1])
        place = end = _titled(place + 1, number[1], reading)
    end = _labour_end(end, reading)
    return [Found(head.start, end, f"ilo-{number}") for number in numbers]


def _titled(place: int, number: str, reading: Reading) -> int:
    """Count in what a convention is on: "No. 87 on freedom of association"."""
    grammar = reading.grammar
    topic = reading.topics.get(reading.skip(place, grammar.links | grammar.fillers))
    return topic.end if topic and topic.id == f"ilo-{number}" else place


def _labour_end(end: int, reading: Reading) -> int:
    """Count in "of the ILO" after a number."""
    of, *owner = reading.plain[end : end + 4] or ("",)
    if of == "of" and owner[:1] == ["ilo"]:
        return end + 2
    return end + 4 if of == "of" and owner[:2] == ["international", "labour"] else end


def _named_after(head: Found, reading: Reading) -> list[Found]:
    topics = _topics(head.end, reading, listed=False, plural=reading.is_plural(head.end - 1))
    if not topics:
        return []
    first, *rest = topics
    name = first.id if head.id in reading.book.heads else head.id
    start = reading.back(head.start, reading.grammar.before)
    return [Found(start, first.end, name), *rest]


def _topics(place: int, reading: Reading, *, listed: bool, plural: bool = False) -> list[Found]:
    """Read "on A, on B and C".

    Where something was named before (``listed``) another follows after "and on"; in the plural
    after "and" or a comma.
    """
    result: list[Found] = []
    while topic := _next_topic(place, reading, first=not (listed or result), plural=plural):
        place = reading.tail(topic.end, topic.id)
        result.append(Found(topic.start, place, topic.id))
    return result


def _next_topic(place: int, reading: Reading, *, first: bool, plural: bool) -> Found | None:
    grammar, plain = reading.grammar, reading.plain
    linked = joined = False
    at = place
    while at < len(plain) and at not in reading.topics:
        if plain[at] in grammar.joiners:
            joined = True
        elif plain[at] in grammar.links:
            linked = linked or plain[at] in grammar.listing
        elif plain[at] not in grammar.fillers:
            return None
        at += 1
    allowed = not joined if first else plural or (linked and joined)
    return reading.topics.get(at) if allowed and not reading.broken(place, at) else None


def _start(one: Found, reading: Reading) -> int:
    """Return where a name begins with what may stand before it: "International Convention on"."""
    if not reading.is_head(one.start) or reading.parted(one.start):
        return one.start
    return reading.back(one.start, reading.grammar.before)


def _is_general_word(one: Found, reading: Reading) -> bool:
    """Tell whether it is "treaty" or "instrument", or "human rights treaty" and the like."""
    if one.id == TREATIES:
        return not reading.is_plural(one.end - 1)
    return one.id == CONVENTION and not reading.is_head(one.end - 1)


def _said_again(one: Found, reading: Reading, before: list[Found]) -> list[Found]:
    """Read "this treaty", "that instrument" as what was named last, "treaties" as no certain ones.

    "Treaty obligations" name none, nor do "instruments" of which nobody knows whether they bind.
    """
    treaties = {*reading.book.treaties, OPTIONAL, PROTOCOL}
    last = next((each.id for each in reversed(before) if each.id in treaties), None)
    if reading.is_plural(one.end - 1):
        certain = reading.plain[one.start] in reading.grammar.treaties
        return [Found(one.start, one.end, TREATIES)] if certain and not last else []
    if last not in reading.book.treaties:
        return []
    adjective = set(reading.plain[one.end : one.end + 1]) & reading.grammar.of_treaties
    return [] if adjective else [Found(one.start, one.end, last)]


def _leaning(head: Found, reading: Reading, before: list[Found]) -> list[Found]:
    """Read "the Convention" as the one that was named last, "the Covenants" as the two."""
    if head.id != CONVENTION:
        return [head]
    if not reading.is_head(head.end - 1):
        return []
    start = reading.back(head.start, reading.grammar.before)
    covenant = reading.plain[head.end - 1].startswith(reading.grammar.covenant)
    if reading.is_plural(head.end - 1):
        ids = _COVENANTS if covenant else (TREATIES,)
        return [Found(start, head.end, one) for one in ids]
    if reading.plain[head.end : head.end + 1] and reading.plain[head.end] in _ON:
        return []
    named = (
        reading.book.of.get(one.id, one.id)
        for one in reversed(before)
        if one.id in reading.book.treaties
    )
    last = next((one for one in named if not covenant or one in _COVENANTS), CONVENTION)
    return [Found(start, head.end, last)]
