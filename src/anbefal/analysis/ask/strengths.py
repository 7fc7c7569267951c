"""How strongly each ask of a text is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anbefal.analysis.ask.asks import DO
from anbefal.analysis.ask.dividing import verbs_in
from anbefal.analysis.ask.joining import BINDING, Joining
from anbefal.analysis.ask.marks import Marks
from anbefal.analysis.ask.phrases import Span, table, within


def strengths_in(
    spans: Sequence[Span], marks: Marks, joining: Joining, details: frozenset[int]
) -> Mapping[Span, str]:
    """Return the strength of each ask, which it may share with the one before it.

    It does where both are put alike: "efforts to end torture and to train guards".
    """
    found: dict[Span, str] = {}
    before: Span | None = None
    for span in spans:
        found[span] = _strength(span, marks, joining, details)
        put = joining.put(span[0])
        if found[span] == DO and before and put and put == _governed(before, marks, joining):
            found[span] = found[before]
        before = span
    return found


def _governed(span: Span, marks: Marks, joining: Joining) -> str:
    """Return how the first verb is put that a strength governs, or with which an ask opens."""
    weak = within(marks.strengths, span)
    return joining.put(weak[0].end if weak else span[0])


def _strength(span: Span, marks: Marks, joining: Joining, details: frozenset[int]) -> str:
    """Return the strength that is told before the thing itself.

    That is the act by which a treaty binds, where one is named, else the first treaty, subject or
    group.
    """
    verbs = verbs_in(span, marks, joining, details)
    acts = [one.start for one in verbs if one.id in BINDING]
    objects = (place for place in range(*span) if place in marks.marked)
    head = acts[0] if acts else next(objects, span[1])
    found = {
        one.id
        for one in within(marks.strengths, (span[0], head))
        if acts or one.start not in details
    }
    return next((one for one in table("strengths") if one in found), DO) if found else DO
