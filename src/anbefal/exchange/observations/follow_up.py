"""The committee's own follow-up procedure: which recommendations it picks, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.exchange.dates import date_in
from anbefal.exchange.observations.lettering import marks_between, places_of

_ASKS = re.compile(
    r"\b(?:requests?|requested|invites?|invited|asks?|asked|should|recommends?|is to)\b",
    re.IGNORECASE,
)
_INFORMATION = re.compile(r"\b(?:information|inform|report|reply|response)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:provide|submit|furnish|inform|report|transmit|send|forward|supply)\b", re.IGNORECASE
)
_DATE = r"[0-9]{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ [0-9]{4}|[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}"
_UNTIL = re.compile(
    rf"\b(?:by|before|until|no later than|not later than)(?: the)? (?P<day>{_DATE})\b"
)
_WITHIN = re.compile(
    r"\bwithin (?:a period of )?(?:(?:the next )?(?:[a-z]+|[0-9]+)(?:[- ](?:[a-z]+|\([0-9]+\)))?) ?"
    r"(?:years?|months?)(?: (?:of|from|after|following) (?:the )?(?:date of )?(?:the )?"
    r"(?:adoption|publication|receipt)"
    r"(?: of (?:the |these )?(?:present )?(?:concluding observations|report))?)?",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:rules?|articles?|arts?|sections?|resolutions?|guidelines?|decisions?|comments?|No)\.?"
    r" [0-9A-Z/.\-()]+(?: \([0-9a-z]+\))*,?(?: and| of its)? $",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(?:paragraphs?|paras?)\b\.?\s+(?=[0-9])", re.IGNORECASE)
_LETTER = r"\(\s*([a-z]{1,5})\s*\)"
_NUMBER = re.compile(
    r"\s*([1-9][0-9]{0,2})(?![0-9])(?! (?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|years?|months?)\b)"
)
_LETTERS = re.compile(rf"\s*{_LETTER}")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:and\s|or\s)?|;\s*(?:and\s)?|and\s|or\s|&)\s*(?:paragraphs?\s+|paras?\.\s+)?"
)
_RANGE = re.compile(r"\s*(?:[–-]|to\s|through\s)\s*")  # noqa: RUF001

_NEAR = 60
"""Letters before a mention that tell whose paragraph it is."""

_LONGEST_RANGE = 100


@dataclass(frozen=True, slots=True)
class FollowUpRequest:
    """What a committee wants to hear of before the next report.

    Attributes:
        paragraphs: The numbers that it names, as ``14`` or ``16(a)``, each once, in its order.
        due: The day that it names, ``YYYY-MM-DD``; empty where it names none.
        note: The words of the period that it names, such as ``within one year``.
    """

    paragraphs: tuple[str, ...]
    due: str = ""
    note: str = ""


def asks_for_follow_up(sentence: str) -> bool:
    """Return whether a sentence asks for information on named paragraphs within a time."""
    has_time = _UNTIL.search(sentence) or _WITHIN.search(sentence)
    asks = _ASKS.search(sentence) and _TELLS.search(sentence) and _INFORMATION.search(sentence)
    return bool(has_time and asks and paragraphs_in(sentence))


def follow_up_in(sentence: str) -> FollowUpRequest:
    """Return what a sentence asks for that :func:`asks_for_follow_up`."""
    until, within = _UNTIL.search(sentence), _WITHIN.search(sentence)
    day = date_in(until["day"]) if until else None
    note = "" if day else (until or within or [""])[0]
    return FollowUpRequest(paragraphs_in(sentence), str(day) if day else "", note)


def paragraphs_in(text: str) -> tuple[str, ...]:
    """Return the paragraphs that a text names: ``paragraphs 14, 16 (a) and (b) and 22 (c)–(e)``.

    Paragraphs of rules and articles, as in ``rule 75, paragraph 1``, are left.
    """  # noqa: RUF002
    found: dict[str, None] = {}
    read_to = 0
    for word in _WORD.finditer(text):
        begin = word.start()
        if begin < read_to:  # "paragraphs 4 and paragraphs 7" is one list
            continue
        if not _OF_ANOTHER.search(text[max(0, begin - _NEAR) : begin]):
            numbers, read_to = _listed(text, word.end())
            found |= dict.fromkeys(numbers)
    return tuple(found)


def _listed(text: str, at: int) -> tuple[list[str], int]:
    """Return the numbers of a list that begins at a place in a text, and where it ends."""
    numbers: list[str] = []
    chain: list[str] = []
    is_range = False
    while True:
        before = chain
        if found := _NUMBER.match(text, at):
            chain = [found[1]]
        elif (found := _item_at(text, at)) and before:
            chain = _beside(before, found[1])
        else:
            return numbers, at
        at = found.end()
        while found := _item_at(text, at):
            chain, at = [*chain, found[1]], found.end()
        if is_range:
            numbers += _between(before, chain)
        numbers.append(_cited(chain))
        while (aside := _ASIDE.match(text, at)) and not _item_at(text, at):
            at = aside.end()
        step = _RANGE.match(text, at)
        is_range = step is not None
        step = step or _BETWEEN.match(text, at)
        if step is None:
            return numbers, at
        at = step.end()


def _item_at(text: str, at: int) -> re.Match[str] | None:
    """Return the letter or numeral in parentheses that stands at a place."""
    found = _LETTERS.match(text, at)
    return found if found and places_of(found[1]) else None


def _beside(chain: list[str], mark: str) -> list[str]:
    """Return where an item lies that is named after another: ``9 (b) (i) and (ii) and (c)``."""
    ways = places_of(mark)
    for depth in reversed(range(1, len(chain))):
        last = places_of(chain[depth])
        if any(place > last.get(style, place) for style, place in ways.items()):
            return [*chain[:depth], mark]
    return [chain[0], mark]


def _between(first: list[str], last: list[str]) -> Iterator[str]:
    """Yield what lies between the ends of a range, ``9 to 12`` or ``(c)–(f)``."""  # noqa: RUF002
    if len(first) == len(last) == 1:
        begin = int(first[0])
        yield from map(str, range(begin + 1, min(int(last[0]), begin + _LONGEST_RANGE)))
    elif first[:-1] == last[:-1]:
        styles = [one for one in places_of(last[-1]) if one in places_of(first[-1])]
        begin, end = (places_of(one[-1])[styles[0]] if styles else 0 for one in (first, last))
        marks = marks_between(styles[0], begin + 1, end) if styles else ()
        yield from (_cited([*last[:-1], mark]) for mark in marks)


def _cited(chain: list[str]) -> str:
    return chain[0] + "".join(f"({mark})" for mark in chain[1:])
