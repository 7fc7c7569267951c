"""Questions on what was promised at meetings and is not reported as done."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.analysis.measures import is_done
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.briefs.tracks import Promise, measure_named
from anbefal.documents.content.blocks import Line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.measures import due_words
from anbefal.model.meeting import Meeting

MOST = 3
"""More questions on single promises than this leave no time for what was not promised."""


def questions_on_promises(subject: Subject, promised: Sequence[Promise]) -> list[Line]:
    """Return a question on each open promise of a meeting, those due first before the others."""
    of_meetings = (one for one in promised if isinstance(one.held.holder, Meeting))
    waiting = [one for one in of_meetings if not is_done(one.held.measure)]
    ordered = sorted(waiting, key=lambda one: _day_due(one) or "9999")
    return [_question(subject, one) for one in ordered[:MOST]]


def _day_due(promise: Promise) -> str:
    due = promise.held.measure.due
    return due.last.isoformat() if due else ""


def _question(subject: Subject, promise: Promise) -> Line:
    words, measure = subject.words, promise.held.measure
    what = measure_named(subject, measure)
    if measure.due is None:
        return sentence(words, "question_promised", what=what, made=promise.made)
    due = due_words(measure, subject.today, words.language)
    return sentence(words, "question_promised_due", what=what, made=promise.made, due=due)
