"""Protocols, named by the treaty that they belong to, by their number or by what they are on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from anbefal.analysis.ask.instrument_book import (
    CONVENTION,
    OPTIONAL,
    PROTOCOL,
    TREATIES,
    is_treaty,
)
from anbefal.analysis.ask.instrument_grammar import is_year
from anbefal.analysis.ask.instrument_reading import Reading
from anbefal.analysis.ask.phrases import Found

_NUMBERS = {"i": 1, "ii": 2, "iii": 3} | {str(number): number for number in range(1, 17)}
_AFTER_I = frozenset({"and", "og", "to", "til", "of"})
_REPEATED = frozenset({"to", "of", "til", "av"})
_OP = frozenset({"op", "ops"})
_THERETO = "thereto"
_ALL_THREE = frozenset({1, 2, 3})


@dataclass(slots=True)
class _Head:
    """The word "protocol" with what stands right before and after it.

    Attributes:
        start: Place of the first word about it, such as "second".
        end: The place after the last, such as "II".
        optional: Whether it is called optional or additional.
        several: Whether more than one is meant.
        counted: Whether it is said how many, or which.
        shared: Whether every treaty in the list after it has protocols.
        numbers: Which protocols are meant.
        treaties: The treaties that they belong to.
        topics: Protocols that are named by what they are on.
    """

    start: int
    end: int
    optional: bool
    several: bool
    counted: bool = False
    shared: bool = False
    numbers: frozenset[int] = frozenset()
    treaties: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


def read_protocols(found: list[Found], reading: Reading) -> list[Found]:
    """Return what was found, with the protocols that each word for protocols stands for."""
    for one in found:
        if one.id in (OPTIONAL, PROTOCOL):
            others = [each for each in found if each is not one]
            found = _read(_head(one, reading), others, reading)
    return _with_owners(found, reading)


def _with_owners(found: list[Found], reading: Reading) -> list[Found]:
    """Count in a treaty that only says whose a protocol is: "Protocol No. 12 to the ECHR"."""
    between = reading.grammar.links | reading.grammar.before
    result: list[Found] = []
    for one in found:
        start = reading.back(one.start, between)
        owned = [
            number
            for number, each in enumerate(result)
            if each.end == start
            and not reading.parted(one.start)
            and reading.book.of.get(each.id) == one.id
        ]
        for number in owned:
            result[number] = Found(result[number].start, one.end, result[number].id)
        if not owned:
            result.append(one)
    return result


def _read(head: _Head, found: list[Found], reading: Reading) -> list[Found]:
    if head.end == len(reading.plain) or reading.plain[head.end] != _THERETO:
        _look_after(head, found, reading)
    if not head.treaties and not head.topics:
        _look_before(head, found, reading)
    if head.optional and not head.treaties and not head.topics:
        _lean(head, found, reading)
    ids = _ids(head, reading) or (_unnamed(head) if head.optional else ())
    kept = [one for one in found if not (ids and head.start <= one.start < head.end)]
    return sorted(
        [*kept, *(Found(head.start, head.end, one) for one in ids)], key=lambda one: one.start
    )


def _head(one: Found, reading: Reading) -> _Head:
    """Read "the first and second Optional Protocols", "Additional Protocols I and II"."""
    grammar = reading.grammar
    several, counted = reading.is_plural(one.end - 1), False
    start, end, numbers = one.start, one.end, set[int]()
    for place in range(one.start - 1, -1, -1):
        word = reading.plain[place]
        if word in grammar.ordinals:
            numbers.add(grammar.ordinals[word])
        elif word in grammar.several or word in grammar.three:
            several = counted = True
            numbers |= _ALL_THREE if word in grammar.three else set()
        elif word not in grammar.modifiers:
            break
        if word not in grammar.joiners:
            start = place
        if place in reading.breaks:
            break
    place = reading.skip(end, grammar.numbering)
    while (number := _number(place, reading)) is not None:
        numbers.add(number)
        end = place + 1
        place = reading.skip(end, grammar.joiners)
    return _Head(
        start,
        end,
        optional=one.id == OPTIONAL,
        several=several or len(numbers) > 1,
        counted=counted or bool(numbers),
        numbers=frozenset(numbers),
    )


def _number(place: int, reading: Reading) -> int | None:
    word, *after = reading.plain[place : place + 2] or ("",)
    return None if word == "i" and not _AFTER_I & set(after) else _NUMBERS.get(word)


def _look_after(head: _Head, found: Sequence[Found], reading: Reading) -> None:
    """Read "to A", "to A and B" in the plural, "to A on this and on that"."""
    treaties: dict[int, list[Found]] = {}
    for one in found:
        if _has_protocols(one.id, reading):
            treaties.setdefault(one.start, []).append(one)
    linked = head.end in treaties and _is_op(head, found, reading)
    head.shared = head.several and not head.counted and _all_have_some(head.end, found, reading)
    joined = False
    place = head.end
    while place < len(reading.plain) and place not in reading.breaks:
        item = _next(place, head, treaties, reading, linked=linked, joined=joined)
        if item:
            place = head.end = reading.tail(item.end, item.id)
            linked = joined = False
            continue
        kind = _kind(reading.plain[place], reading)
        joined = joined or kind == "joiner"
        linked = linked or kind == "link"
        if not kind or (joined and not linked and not head.treaties and not head.topics):
            return
        place += 1


def _all_have_some(place: int, found: Sequence[Found], reading: Reading) -> bool:
    """Tell whether all treaties in a list from here on, two at least, have protocols."""
    treaties = {one.start: one for one in found if is_treaty(one.id)}
    listed: list[Found] = []
    while place < len(reading.plain) and place not in reading.breaks:
        if place in treaties:
            listed.append(treaties[place])
            place = reading.tail(listed[-1].end, listed[-1].id)
        elif _kind(reading.plain[place], reading):
            place += 1
        else:
            break
    return len(listed) > 1 and all(_has_protocols(one.id, reading) for one in listed)


def _is_op(head: _Head, found: Sequence[Found], reading: Reading) -> bool:
    """Tell whether it is the "OP" of "OP-CAT", and not that of "CAT-OP" or "its OP, CAT"."""
    if reading.plain[head.end - 1] not in _OP or reading.parted(head.end):
        return False
    return reading.parted(head.start) or not any(
        one.end == head.start and one.end - one.start == 1 and is_treaty(one.id) for one in found
    )


def _next(
    place: int,
    head: _Head,
    treaties: dict[int, list[Found]],
    reading: Reading,
    *,
    linked: bool,
    joined: bool,
) -> Found | None:
    """Note the topic or treaty at a place, if the protocol may be on it or belong to it."""
    topic, named = reading.protocol_topics.get(place), treaties.get(place)
    begun = head.treaties or head.topics
    fits = topic and (not head.treaties or reading.book.of[topic.id] in head.treaties)
    if topic and fits and (linked or (begun and head.several)):
        head.topics.append(topic.id)
        return topic
    if named:
        again = not joined and named[0].id in head.treaties
        first = not head.treaties and linked
        if again or first or _goes_on(head, reading, linked=linked, joined=joined):
            head.treaties += [one.id for one in named]
            return named[0]
    return None


def _goes_on(head: _Head, reading: Reading, *, linked: bool, joined: bool) -> bool:
    """Tell whether one more treaty belongs to a list of treaties with protocols.

    "The Optional Protocols to CAT, CEDAW and CRPD" are three; "the two Optional Protocols to ICCPR,
    CAT" are a treaty's own two and another treaty, and so is what is listed with one that has none.
    """
    if not head.treaties or not head.several:
        return False
    own = len(reading.book.families.get(head.treaties[-1], ())) > 1
    return not own or head.shared or (joined and (linked or not head.counted))


def _kind(word: str, reading: Reading) -> str:
    grammar = reading.grammar
    if word in grammar.joiners:
        return "joiner"
    if word in grammar.links:
        return "link"
    if word in grammar.fillers or word in grammar.before or is_year(word):
        return "filler"
    return ""


def _look_before(head: _Head, found: Sequence[Found], reading: Reading) -> None:
    """Read "A and its protocol", "A, B and their protocols", "A's protocol"."""
    listed = list(_list_before(head.start, found, reading))
    if not listed:
        return
    nearest = listed[0]
    one_word = nearest.end - nearest.start == 1
    if one_word and nearest.end == head.start and head.start not in reading.commas:
        head.start = nearest.start
    if not head.several or head.numbers or len(reading.book.families.get(nearest.id, ())) > 1:
        listed = listed[:1]
    head.treaties += [one.id for one in reversed(listed) if _has_protocols(one.id, reading)]
    if not head.treaties and nearest.id in reading.book.heads:
        head.treaties = [CONVENTION]


def _list_before(place: int, found: Sequence[Found], reading: Reading) -> Iterator[Found]:
    ends = {one.end: one for one in found if is_treaty(one.id)}
    between = reading.grammar.joiners | _REPEATED
    while one := ends.get(reading.back(place, between)):
        if reading.broken(one.end - 1, place):
            return
        yield one
        place = one.start


def _lean(head: _Head, found: Sequence[Found], reading: Reading) -> None:
    """Take the treaty that is named last before, or else first after."""
    of = reading.book.of
    before = [of.get(one.id, one.id) for one in reversed(found) if one.start < head.start]
    after = [of.get(one.id, one.id) for one in found if one.start > head.start]
    able = [
        one
        for one in before + after
        if one in reading.book.families
        and (not head.numbers or reading.book.numbered(one, head.numbers))
    ]
    if able:
        head.treaties = able[:1]
    elif head.numbers == {2}:
        head.treaties = ["iccpr"]


def _unnamed(head: _Head) -> tuple[str, ...]:
    """Return what is meant where nothing says which treaty: several protocols are just treaties."""
    return (TREATIES,) if head.several and not head.numbers else (OPTIONAL,)


def _ids(head: _Head, reading: Reading) -> tuple[str, ...]:
    book = reading.book
    ids = dict.fromkeys(head.topics)
    told = {book.of[one] for one in head.topics}
    for treaty in head.treaties:
        if treaty == CONVENTION:
            ids |= dict.fromkeys(_unnamed(head))
        elif treaty not in told:
            guessed = () if head.several or head.numbers else _topics_of(treaty, reading)
            chosen = book.protocols(treaty, head.numbers, several=head.several)
            ids |= dict.fromkeys(guessed if len(guessed) == 1 else chosen)
    return tuple(ids)


def _topics_of(treaty: str, reading: Reading) -> list[str]:
    """What else the text speaks of that only one of a treaty's protocols is on."""
    of = reading.book.of
    return sorted({one.id for one in reading.protocol_topics.values() if of[one.id] == treaty})


def _has_protocols(one: str, reading: Reading) -> bool:
    return one in reading.book.families or one == CONVENTION
