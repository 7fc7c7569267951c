"""What was recorded since the last meeting that was held on a theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from anbefal.analysis.asks import Ask
from anbefal.analysis.followup import grades_of
from anbefal.analysis.meeting_year import held_meetings
from anbefal.analysis.past import as_it_stood
from anbefal.documents.briefs.answers import answers
from anbefal.documents.briefs.asks import NumberedAsk, asks_named, numbers_of
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.briefs.tracks import (
    grade_line,
    measure_named,
    number_line,
    promises,
)
from anbefal.documents.content.blocks import Block, Bullets, Line, Paragraph, Section
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.updates import told
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation, Update


def since(
    subject: Subject, asks: Sequence[NumberedAsk], concerns: Sequence[NumberedAsk]
) -> Section | None:
    """Return what is new since the last meeting on the theme, where one was held."""
    meeting = last_held(subject)
    if meeting is None or meeting.date is None:
        return None
    then = as_it_stood(subject.dataset, meeting.date.last)
    both = (*asks, *concerns)
    lines = [*_new_asks(subject, both, then), *_new_words(subject, both, then)]
    lines += [*_new_plans(subject, both, then)]
    lines += [*_new_on_promises(subject, both, meeting.date.last)]
    words, blocks = subject.words, list[Block]()
    key = "since" if meeting.date.day else "since_rough"
    when = words.date(meeting.date)
    if lines:
        blocks = [Paragraph(line(words.say(key, date=when)), small=True), Bullets(tuple(lines))]
    else:
        blocks = [Paragraph(line(words.say(f"{key}_none", date=when)))]
    return Section("since", words.label["since"], tuple(blocks))


def last_held(subject: Subject) -> Meeting | None:
    """Return the last dated meeting on the theme that was held before the document's own."""
    own = subject.meeting if subject.is_named else None
    before = own.date.first if own and own.date else None
    held = [
        meeting
        for meeting in held_meetings(subject.dataset)
        if meeting.theme == subject.theme
        and meeting.date
        and meeting is not own
        and (before is None or meeting.date.last <= before)
    ]
    return held[-1] if held else None


def _new_asks(subject: Subject, asks: Iterable[NumberedAsk], then: Dataset) -> Iterator[Line]:
    """Yield who made which new asks, one line a body and year."""
    found: dict[str, list[int]] = {}
    for one in asks:
        for record in one.ask.records:
            if record.id not in then.recommendations:
                found.setdefault(subject.citer.body_and_year(record), []).append(one.number)
    for who, numbers in found.items():
        named = asks_named(numbers, subject.words)
        yield sentence(subject.words, "since_asked", who=who, numbers=named)


def _new_words(subject: Subject, asks: Iterable[NumberedAsk], then: Dataset) -> Iterator[Line]:
    """Yield new reports, assessments, grades and answers on each ask."""
    for one in asks:
        said = [new for record in one.ask.records for new in _new_on(subject, record, then)]
        if _is_answered_since(one.ask, then):
            said += answers(subject, one.ask)
        for new in dict.fromkeys(said):
            yield sentence(subject.words, "attributed", who=number_line(subject, one), said=new)


def _new_on(subject: Subject, record: Recommendation, then: Dataset) -> Iterator[Line]:
    before = then.recommendations.get(record.id)
    for update in record.status:
        if before is None or update not in before.status:
            yield _said(subject, update)
    graded = grades_of(before) if before else ()
    for grade in grades_of(record):
        if grade not in graded:
            yield grade_line(subject, record, grade)


def _is_answered_since(ask: Ask, then: Dataset) -> bool:
    before = [then.recommendations.get(record.id) for record in ask.records]
    return any(
        record.state_position and record.state_position.date and (b is None or not b.state_position)
        for record, b in zip(ask.records, before, strict=True)
    )


def _new_plans(subject: Subject, asks: Sequence[NumberedAsk], then: Dataset) -> Iterator[Line]:
    """Yield plans with measures on the asks that were decided since."""
    words, numbers = subject.words, numbers_of(asks)
    for plan in subject.dataset.plans.values():
        addressed = {one for measure in plan.measures for one in measure.addresses}
        if plan.id not in then.plans and not numbers.keys().isdisjoint(addressed):
            yield sentence(words, "since_plan", title=text_line(plan.title, words))


def _new_on_promises(subject: Subject, asks: Sequence[NumberedAsk], day: date) -> Iterator[Line]:
    for promise in promises(subject, asks):
        for update in promise.held.measure.updates:
            if update.date.first > day:
                what = measure_named(subject, promise.held.measure)
                said = _said(subject, update)
                yield sentence(subject.words, "since_promise", what=what, said=said)


def _said(subject: Subject, update: Update) -> Line:
    return line(
        told(subject.dataset, subject.words.language, update), subject.citer.evidence(update)
    )
