"""From the text of a recommendation to what it asks."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.analysis.ask.asks import DO, Ask, Part
from anbefal.analysis.ask.details import details_of
from anbefal.analysis.ask.dividing import spans_in, verbs_in, without_preamble
from anbefal.analysis.ask.joining import BINDING, Joining
from anbefal.analysis.ask.leads import opens_with_preamble, without_lead
from anbefal.analysis.ask.marks import Marks, marks_of
from anbefal.analysis.ask.phrases import Span, ids, within
from anbefal.analysis.ask.plain import token_of
from anbefal.analysis.ask.strengths import strengths_in
from anbefal.analysis.ask.words import AskLanguage, words_of

LIGHT = "light"
"""The id of verbs that do not tell by themselves what is to be done, such as "take"."""


def read_ask(text: str, language: AskLanguage, *, treaty: str | None = None) -> Ask:
    """Return what a text asks.

    Args:
        text: The words of a recommendation.
        language: Their language.
        treaty: The treaty that "the Convention" stands for, where the text names none.
    """
    asked = without_lead(text, language)
    words = words_of(asked, language)
    marks = marks_of(words, language, treaty)
    joining = Joining(marks)
    details = details_of(marks, joining)
    spans = spans_in(marks, joining, details)
    strengths = strengths_in(spans, marks, joining, details)
    opens = opens_with_preamble(asked, language)
    if opens:
        spans = without_preamble(spans, marks, joining, details)
    parts = [_part(span, strengths[span], marks, joining, details) for span in spans]
    numbers = frozenset(word for word in words.plain if word.isdigit())
    return Ask(_from_first_deed(parts, opens=opens), words.plain, numbers, language)


def _from_first_deed(parts: Sequence[Part], *, opens: bool) -> tuple[Part, ...]:
    """Return parts without what stands before the first that asks to do anything.

    Args:
        parts: The parts of a text.
        opens: Whether the text opens with what is only noted, a time or an occasion.
    """
    asking = (bool(part.deed or part.strength != DO or (part.core and not opens)) for part in parts)
    first = next((number for number, asks in enumerate(asking) if asks), 0)
    return tuple(parts[first:])


def _part(
    span: Span, strength: str, marks: Marks, joining: Joining, details: frozenset[int]
) -> Part:
    """Return the ask that stands in a span."""
    instruments = within(marks.instruments, span)
    core, told = _tokens(span, marks, details)
    return Part(
        strength=strength,
        deed=_deed(span, marks, joining, details),
        actions=ids(within(marks.actions, span)),
        instruments=ids([one for one in instruments if one.start not in details]),
        references=ids([one for one in instruments if one.start in details]),
        groups=frozenset(ids(within(marks.groups, span))),
        subjects=frozenset(ids(within(marks.subjects, span))),
        core=core,
        details=told,
    )


def _deed(span: Span, marks: Marks, joining: Joining, details: frozenset[int]) -> str:
    """Return what is to be done: what binds the state, else the first verb that tells it."""
    verbs = verbs_in(span, marks, joining, details)
    found = [one for one in verbs if one.start not in marks.weakened]
    binding = [one.id for one in found if one.id in BINDING]
    heavy = [one.id for one in found if one.id != LIGHT and one.start not in details]
    return next(iter((*binding, *heavy)), "")


def _tokens(
    span: Span, marks: Marks, details: frozenset[int]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of what is asked for, and of what only says why or how."""
    core: list[str] = []
    told: list[str] = []
    for place in range(*span):
        tokens = told if place in details else core
        tokens += marks.begun.get(place, ())
        if place not in marks.marked and marks.masked[place]:
            token, weighs = token_of(marks.words.plain[place], marks.language)
            if weighs:
                tokens.append(token)
    return tuple(core), tuple(told)
