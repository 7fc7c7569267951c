"""Whether a line of pasted text goes on with the paragraph before it or begins another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anbefal.exchange.word.marks import Mark, is_finished, looks_like_heading, typed_mark
from anbefal.exchange.word.pages import Line, begins_annex

_FULL = 0.85
"""Share of the longest line that a line reaches, with the next word, that is broken at its end."""
_FURTHER = 3
"""How far a number may be from the one before it to begin a paragraph inside a sentence."""
_MOST_OF_HEADING = 4
"""Lines of the longest heading."""
_BARE = re.compile(r"[1-9][0-9]{0,2}\.|\(?[a-z]{1,5}\)|\([0-9]{1,3}\)")
_BEFORE_ITEM = re.compile(r"[;:.,]$|\b(?:and|or)$")
_NUMBER = re.compile(r"\(?([1-9][0-9]{0,2})[.)]")


@dataclass(frozen=True, slots=True)
class Follows:
    """A line and what stands around it.

    Attributes:
        before: The lines of the paragraph before it.
        line: The line.
        following: The next line; empty where none follows.
        width: Letters of the longest line; 0 where every line is a paragraph.
    """

    before: list[str]
    line: Line
    following: str
    width: int


def follows(one: Follows) -> bool:
    """Return whether a line goes on with the paragraph before it."""
    last, text = one.before[-1], one.line.text
    if len(one.before) == 1 and _BARE.fullmatch(last):
        return True
    if mark := _mark(text):
        return not _begins(mark, one)
    if not is_finished(last) and (text[0].islower() or last.endswith(("-", "‐", ","))):  # noqa: RUF001
        return True
    if _is_heading(one.before):
        return not one.line.after_gap and looks_like_heading(text) and _is_full(one)
    if one.line.after_page:
        return not is_finished(last)
    return not one.line.after_gap and _goes_on_below(one, last)


def _goes_on_below(one: Follows, last: str) -> bool:
    """Return whether a line without a mark goes on with the sentence or paragraph right above."""
    if not one.width:
        return False
    if not is_finished(last):
        return True
    next_mark = _mark(one.following)
    heads = looks_like_heading(one.line.text) and next_mark and next_mark.kind == "number"
    return _is_full(one) and not heads and not begins_annex(one.line.text)


def _mark(text: str) -> Mark | None:
    """Return what numbers a line, be it with words behind it or alone."""
    if _BARE.fullmatch(text):
        value = text.strip("().")
        return Mark("number" if value.isdecimal() else "item", value)
    mark, rest = typed_mark(text)
    is_sentence = mark is not None and mark.kind == "heading" and not looks_like_heading(rest)
    return None if is_sentence else mark


def _begins(mark: Mark, one: Follows) -> bool:
    """Return whether a number or a letter at the head of a line begins a paragraph."""
    last = one.before[-1]
    if is_finished(last) or (one.line.after_gap and not one.line.after_page):
        return True
    if _is_heading(one.before):
        return True
    if mark.kind == "item":
        return bool(_BEFORE_ITEM.search(last)) or not _is_full(one)
    found = _NUMBER.match(one.before[0])
    if mark.kind == "number" and found and mark.value.isdecimal():
        return 0 < int(mark.value) - int(found[1]) <= _FURTHER
    return not _is_full(one)


def _is_heading(lines: list[str]) -> bool:
    if len(lines) > _MOST_OF_HEADING:
        return False
    text = " ".join(lines)
    mark, rest = typed_mark(text)
    if mark is None:
        return looks_like_heading(text)
    return mark.kind == "heading" and looks_like_heading(rest)


def _is_full(one: Follows) -> bool:
    """Return whether the line before is as long as lines are that are broken at their ends."""
    if not one.width:
        return False
    word = one.line.text.split()[0]
    return len(one.before[-1]) + 1 + len(word) > one.width * _FULL
