"""How far a plan has come in all, counted by what was said last on each point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from anbefal.analysis.followup import in_order, is_looked_into, latest_said, silence_since
from anbefal.analysis.measures import answers_differ, is_overdue
from anbefal.documents.content.blocks import Block, Cell, Line, Paragraph, Section, Table
from anbefal.documents.content.lines import line
from anbefal.documents.content.sentences import numbers_line, numbers_sentence
from anbefal.documents.memos.basis import Basis
from anbefal.documents.memos.points import ANCHOR
from anbefal.model.meeting import Measure
from anbefal.model.recommendation import StatusValue

_WIDTHS = (5, 2, 4)
_ONLY_ASSESSED, _NOTHING = "only-assessed", "nothing"
"""How a point stands that nobody reported on, and on which nobody found that either."""


def summary_of(basis: Basis) -> Section | None:
    """Return how many points have come how far, or ``None`` where the plan has no points."""
    measures = basis.plan.measures
    if not measures:
        return None
    words = basis.words
    caption = words.counted("points", len(measures))
    head = (words.label["status"], words.label["count"], words.label["which"])
    blocks: tuple[Block, ...] = (
        Table(caption, head, tuple(_rows(basis)), _WIDTHS),
        *(Paragraph(one) for one in _sentences(basis)),
        Paragraph(line(words.say("counted")), small=True),
    )
    return Section("summary", words.label["summary"], blocks)


def _rows(basis: Basis) -> Iterator[tuple[Cell, ...]]:
    states = [_state(measure) for measure in basis.plan.measures]
    for state in (*get_args(StatusValue), _ONLY_ASSESSED, _NOTHING):
        points = [number for number, one in enumerate(states, start=1) if one == state]
        if points:
            told = _told(basis, state)
            numbers = numbers_line(points, ANCHOR, basis.words)
            yield _row(told[:1].upper() + told[1:], len(points), numbers)
    yield _row(basis.words.label["all"], len(states), ())


def _state(measure: Measure) -> str:
    """Return what was reported last; of what nobody reports, whether anybody looked or judged.

    A later finding that nobody reports takes no report away. On one day the last entry counts:
    one report may hold that a unit did nothing, and that in all nobody reports.
    """
    if said := latest_said(measure.updates, "reported"):
        of_day = [one for one in in_order(measure.updates, "reported") if one.date == said.date]
        return of_day[-1].value
    if is_looked_into(measure.updates):
        return "no-report"
    return _ONLY_ASSESSED if measure.updates else _NOTHING


def _told(basis: Basis, state: str) -> str:
    if state == _ONLY_ASSESSED:
        return basis.words.say("only_assessed")
    return basis.statuses.say("nothing") if state == _NOTHING else basis.statuses.status[state]


def _row(told: str, number: int, points: Line) -> tuple[Cell, ...]:
    return ((line(told),), (line(str(number)),), (points,) if points else ())


def _sentences(basis: Basis) -> Iterator[Line]:
    """Yield what the table does not tell: several answers, deadlines, what others say."""
    yield from _about(basis, "differing", answers_differ)
    yield from _about(basis, "silent", lambda one: silence_since(one.updates) is not None)
    yield from _about(basis, "overdue", lambda measure: is_overdue(measure, basis.today))
    assessed = list(_about(basis, "assessed", _is_assessed))
    yield from assessed or [line(basis.words.say("assessed_no"))]


def _is_assessed(measure: Measure) -> bool:
    return latest_said(measure.updates, "assessed") is not None


def _about(basis: Basis, key: str, is_so: Callable[[Measure], bool]) -> Iterator[Line]:
    """Yield a sentence on the points for which something is so, if there are any."""
    points = [n for n, measure in enumerate(basis.plan.measures, start=1) if is_so(measure)]
    if points:
        yield numbers_sentence(key, points, ANCHOR, basis.words)
