"""Where each ask of a text begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from anbefal.analysis.ask.joining import BINDING, Joining
from anbefal.analysis.ask.marks import Marks
from anbefal.analysis.ask.phrases import Found, Span, within

_BOUND = "bound"


def spans_in(marks: Marks, joining: Joining, details: frozenset[int]) -> Sequence[Span]:
    """Return where each ask begins and ends; the whole text, where nothing is asked for."""
    named = (*marks.instruments, *marks.subjects, *marks.groups)
    inside = {place for one in named for place in range(one.start + 1, one.end)} | details
    begun = [joining.begin(one) for one in joining.verbs if one.start not in inside]
    begins = sorted({0, *[place for place in begun if place is not None]})
    whole = (0, len(marks.masked))
    ends = [*begins[1:], whole[1]]
    spans = list(zip(begins, ends, strict=True))
    return _with_object(spans, joining.objects - details, sorted(marks.words.breaks)) or [whole]


def without_preamble(
    spans: Sequence[Span], marks: Marks, joining: Joining, details: frozenset[int]
) -> Sequence[Span]:
    """Return where asks begin and end, without a first clause that a comma parts from them."""
    if not spans[1:] or spans[1][0] not in marks.words.commas:
        return spans
    verbs = verbs_in(spans[0], marks, joining, details)
    binds = any(one.id in BINDING and not joining.form(one.start) for one in verbs)
    asks = any(joining.begin(one) is not None for one in verbs)
    return spans if binds or asks else spans[1:]


def verbs_in(
    span: Span, marks: Marks, joining: Joining, details: frozenset[int]
) -> Sequence[Found]:
    """Return the verbs of an ask: "bound by" is one for a treaty, but none in "bound by custom"."""
    verbs = within(joining.verbs, span)
    if any(one.start not in details for one in within(marks.instruments, span)):
        return verbs
    return [one for one in verbs if marks.words.plain[one.start] != _BOUND]


def _with_object(
    spans: Sequence[Span], objects: frozenset[int], breaks: Sequence[int]
) -> list[Span]:
    """Join what has no object of its own to what follows: ``sign and`` to ``ratify …``.

    It stands alone, and is left out, where a break parts it from what follows.
    """
    found: list[Span] = []
    start: int | None = None
    for begin, end in spans:
        if start is None or bisect_right(breaks, begin) > bisect_right(breaks, start):
            start = begin
        if not objects.isdisjoint(range(begin, end)):
            found.append((start, end))
            start = None
    if start is not None and found:
        found[-1] = (found[-1][0], spans[-1][1])
    return found
