"""Lettered items that stand in one paragraph: ``should: (a) Adopt …; (b) Provide …``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.exchange.observations.lettering import MOST_DEEP, places_of
from anbefal.exchange.observations.sentences import sentences_of
from anbefal.exchange.word.marks import is_reference

_MARK = re.compile(r"\((?P<mark>(?P<one>[a-z])(?P=one)?|[ivxl]{1,7})\)\s*(?=[A-Za-z“\"‘])")  # noqa: RUF001
_GOES_ON = re.compile(r"(?:[;,.:]\s*(?:and/or|and|or)?|\s(?:and|or))\s*$")
_NEXT_AFTER_SEMICOLON = re.compile(r";\s*(?:(?:and|or)\s+)?\((?:b|ii)\)\s*[A-Za-z]")
_REFERS = re.compile(
    r"(?:[0-9)]|\b(?:art|arts|article|articles|para|paras|paragraph|paragraphs|subparagraphs?|item|"
    r"items|point|points|section|sections|see|in|of|and|or|under))\.?\s*$",
    re.IGNORECASE,
)
_SPEAKS_AGAIN = re.compile(
    r"(?:(?:In addition|Furthermore|Moreover|Finally|In this (?:regard|respect|context)),? )?"
    r"(?:The Committee|The State [Pp]arty|the Committee|the State [Pp]arty|It) "
    r"(?:also |further |should |must |is |recommends |requests |calls |urges |encourages |invites )"
)

_NEAR = 40
"""Letters around a mark that tell what it is."""
_LONGEST_ITEM = 5_000


@dataclass(frozen=True, slots=True)
class Divided:
    """A text apart from its items.

    Attributes:
        own: What stands before the items.
        items: Mark and text of each item.
        after: What the author says behind the items.
    """

    own: str
    items: tuple[tuple[str, str], ...] = ()
    after: str = ""


def divide(text: str, own_mark: str = "") -> Divided:
    """Return the items in a text.

    A mention of an item, such as ``(see para. 12 (a))``, is no item: items begin after a colon, or
    are parted by semicolons, and follow each other.

    Args:
        text: The words of a paragraph.
        own_mark: The mark of the paragraph, where it is an item itself.
    """
    begins = list(_begins(text, own_mark))
    if not begins:
        return Divided(text)
    ends = [found.start() for found in begins[1:]] + [len(text)]
    items = [
        (one["mark"], text[one.end() : end].strip()) for one, end in zip(begins, ends, strict=True)
    ]
    last, after = _without_what_follows(items[-1][1])
    items[-1] = (items[-1][0], last)
    return Divided(text[: begins[0].start()].strip(), tuple(items), after)


def _begins(text: str, own_mark: str) -> Iterator[re.Match[str]]:
    """Yield the marks that begin an item."""
    open_marks = [own_mark] if own_mark else []
    nexts = [found.start() for found in _NEXT_AFTER_SEMICOLON.finditer(text)]
    for found in _MARK.finditer(text):
        before, mark = text[max(0, found.start() - _NEAR) : found.start()], found["mark"]
        if is_reference(text[found.end("mark") + 1 : found.end() + _NEAR]):
            continue
        depth = _depth_of_next(open_marks, mark)
        if depth is not None and _GOES_ON.search(before) and not _opens(before, mark):
            open_marks[depth:] = [mark]
            yield found
        elif len(open_marks) <= MOST_DEEP and (
            _opens(before, mark) or _opens_without_colon(text, found, open_marks, nexts)
        ):
            open_marks.append(mark)
            yield found


def _depth_of_next(open_marks: list[str], mark: str) -> int | None:
    """Return which of the open series a mark is the next of, the deepest first."""
    ways = places_of(mark)
    for depth in reversed(range(len(open_marks))):
        last = places_of(open_marks[depth])
        if any(last.get(style) == place - 1 for style, place in ways.items()):
            return depth
    return None


def _opens(before: str, mark: str) -> bool:
    return mark in {"a", "i"} and (not before.strip() or before.rstrip().endswith(":"))


def _opens_without_colon(
    text: str, found: re.Match[str], open_marks: list[str], nexts: list[int]
) -> bool:
    """Return whether a mark begins items as ``should (a) adopt …; (b) provide …`` does.

    Args:
        text: The text.
        found: The mark.
        open_marks: The items that it stands in.
        nexts: Where in the text a second item begins behind a semicolon.
    """
    if open_marks or found["mark"] not in {"a", "i"}:
        return False
    at = bisect_left(nexts, found.end())
    if at == len(nexts) or nexts[at] > found.end() + _LONGEST_ITEM:
        return False
    return not _REFERS.search(text[max(0, found.start() - _NEAR) : found.start()])


def _without_what_follows(item: str) -> tuple[str, str]:
    """Return the last item, and what the author says behind all items in the same paragraph."""
    at = 0
    for number, sentence in enumerate(sentences_of(item)):
        at = item.find(sentence, at)
        if number and _SPEAKS_AGAIN.match(sentence):
            return item[:at].strip(), item[at:].strip()
        at += len(sentence)
    return item, ""
