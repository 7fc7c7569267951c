"""The committees' own follow-up: which asks they picked, by when, and what they have judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from anbefal.analysis.followup import grades_of
from anbefal.documents.briefs.asks import NumberedAsk
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.briefs.tracks import grade_line, number_line
from anbefal.documents.content.blocks import Bullets, Line, Section
from anbefal.documents.content.lines import foreign_line, joined, line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.updates import time_to
from anbefal.model.recommendation import FollowUp, Recommendation


def clock(subject: Subject, asks: Sequence[NumberedAsk]) -> Section | None:
    """Return the asks and concerns that a committee follows up itself, where there are any."""
    lines = tuple(line for one in asks for line in _picked(subject, one))
    if not lines:
        return None
    return Section("clock", subject.words.label["clock"], (Bullets(lines),))


def _picked(subject: Subject, one: NumberedAsk) -> Iterator[Line]:
    for record in one.ask.records:
        if record.follow_up:
            told = _told(subject, record, record.follow_up)
            who = line(number_line(subject, one), f" ({subject.citer.short(record)})")
            yield sentence(subject.words, "clock", who=who, told=joined(told, ". "))


def _told(subject: Subject, record: Recommendation, follow_up: FollowUp) -> Iterable[Line]:
    yield line(due_told(subject, follow_up))
    if follow_up.note:
        yield foreign_line(
            follow_up.note.rstrip("."), subject.dataset.settings.language, subject.words
        )
    for grade in grades_of(record):
        yield grade_line(subject, record, grade)


def due_told(subject: Subject, follow_up: FollowUp) -> str:
    """Return the deadline and how far off it is, or that its date is not known."""
    words, due, today = subject.words, follow_up.due, subject.today
    if due is None:
        return words.say("deadline_unknown")
    if today is None:
        return words.say("deadline", date=words.date(due))
    time = time_to(due.last, today, words.language)
    if due.is_over(today):
        return words.say("deadline_passed", date=words.when(due), when=time)
    return words.say("deadline_ahead", date=words.date(due), when=time)
