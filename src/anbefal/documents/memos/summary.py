"""How far a plan has come in all, counted by what was reported last on each point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from anbefal.analysis.followup import latest
from anbefal.analysis.measures import answers_differ, is_overdue
from anbefal.documents.content.blocks import Block, Cell, Line, Paragraph, Section, Table
from anbefal.documents.content.lines import line
from anbefal.documents.content.sentences import numbers_line, numbers_sentence
from anbefal.documents.memos.basis import Basis
from anbefal.documents.memos.points import ANCHOR
from anbefal.model.meeting import Measure
from anbefal.model.recommendation import StatusValue

_WIDTHS = (5, 2, 4)


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
    last = [latest(measure.updates, "reported") for measure in basis.plan.measures]
    values = [update.value if update else None for update in last]
    for value in (*get_args(StatusValue), None):
        points = [number for number, one in enumerate(values, start=1) if one == value]
        if points:
            told = basis.statuses.status[value] if value else basis.statuses.say("nothing")
            numbers = numbers_line(points, ANCHOR, basis.words)
            yield _row(told[:1].upper() + told[1:], len(points), numbers)
    yield _row(basis.words.label["all"], len(values), ())


def _row(told: str, number: int, points: Line) -> tuple[Cell, ...]:
    return ((line(told),), (line(str(number)),), (points,) if points else ())


def _sentences(basis: Basis) -> Iterator[Line]:
    """Yield what the table does not tell: several answers, deadlines, what others say."""
    yield from _about(basis, "differing", answers_differ)
    yield from _about(basis, "overdue", lambda measure: is_overdue(measure, basis.today))
    assessed = list(_about(basis, "assessed", lambda m: latest(m.updates, "assessed") is not None))
    yield from assessed or [line(basis.words.say("assessed_no"))]


def _about(basis: Basis, key: str, is_so: Callable[[Measure], bool]) -> Iterator[Line]:
    """Yield a sentence on the points for which something is so, if there are any."""
    points = [n for n, measure in enumerate(basis.plan.measures, start=1) if is_so(measure)]
    if points:
        yield numbers_sentence(key, points, ANCHOR, basis.words)
