"""The committee's own deadline for follow-up, and what is on record of it."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.followup import grades_of, latest_said
from anbefal.documents.site.records.telling import Telling
from anbefal.documents.updates import time_to
from anbefal.model.recommendation import Recommendation


def deadline(telling: Telling, record: Recommendation) -> str:
    """Return by when a committee wants to hear from the state, and what came where that is past.

    Args:
        telling: The words of the language.
        record: What the committee picked.
    """
    due, say = record.follow_up.due if record.follow_up else None, telling.words.say
    if due is None:
        return say("picked_undated")
    day, today = telling.voice.date(due), telling.dataset.reference_date
    if today is None:
        return say("picked", date=day)
    time = time_to(due.last, today, telling.voice.language)
    if due.is_over(today):
        passed = say("picked_passed", date=telling.words.when(due), when=time)
        return " ".join((passed, *_recorded(telling, record)))
    if due.first <= today:  # a month or a year that has begun
        return say("picked", date=day)
    return say("picked_ahead", date=day, when=time)


def _recorded(telling: Telling, record: Recommendation) -> Iterator[str]:
    """Yield that a report and a grade are on record, or that neither is."""
    grades, reported = grades_of(record), latest_said(record.status, "reported")
    say, date = telling.words.say, telling.voice.date
    if reported:
        yield say("has_report", date=date(reported.date))
    if grades:
        newest = grades[-1].date
        yield say("has_grade_dated", date=date(newest)) if newest else say("has_grade")
    if not reported and not grades:
        yield say("has_neither")
