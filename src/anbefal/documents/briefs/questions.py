"""The questions of a meeting, and those that the data itself raises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anbefal.analysis.followup import grades_of, is_assessed
from anbefal.documents.briefs.asks import NumberedAsk, asks_named, said_of
from anbefal.documents.briefs.promise_questions import questions_on_promises
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.briefs.tracks import promises, reports_on_promises
from anbefal.documents.content.blocks import Block, Line, Paragraph, Point, Points, Section
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.content.sentences import sentence
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Update
from anbefal.wording import wording

MOST = 5
"""More questions on single asks than this are not asked in one meeting."""

_BY_REPORT = {
    "implemented": "question_effect",
    "not-accepted": "question_refused",
    "no-longer-relevant": "question_refused",
    "contrary": "question_refused",
}
"""What to ask after a report, where that is not when the rest will be done."""


def questions(subject: Subject, asks: Sequence[NumberedAsk], audience: str) -> Section:
    """Return the questions that were agreed for the meeting, else those that the data raises.

    The internal edition has both.
    """
    words = subject.words
    agreed = subject.own_meeting.questions if subject.own_meeting else ()
    lines = [text_line(one, words) for one in agreed]
    blocks = _numbered(words.say("questions_agreed"), lines)
    if audience == "internal" or not agreed:
        suggested = _suggested(subject, asks)
        blocks += _numbered(words.say("questions_suggested"), suggested, first=len(lines) + 1)
    return Section("questions", words.label["questions"], tuple(blocks))


def _numbered(told: str, lines: Sequence[Line], first: int = 1) -> list[Block]:
    if not lines:
        return []
    points = tuple(Point(number, (one,)) for number, one in enumerate(lines, start=first))
    return [Paragraph(line(told), small=True), Points(points, "question")]


def singled_out(
    asks: Sequence[NumberedAsk], promised: Mapping[int, Update]
) -> tuple[NumberedAsk, ...]:
    """Return the asks that are worth a question of their own, at most five.

    First asks that are made several times and nobody reported on, then those that a committee
    follows up or somebody judged, then those with a report, each group in the order of the asks.

    Args:
        asks: The asks.
        promised: Number of an ask to the newest report on what was promised on it.
    """
    single = [(order, one) for one in asks if (order := _order(one, promised)) is not None]
    ordered = sorted(single, key=lambda pair: (pair[0], pair[1].number))
    return tuple(one for _, one in ordered[:MOST])


def _suggested(subject: Subject, asks: Sequence[NumberedAsk]) -> list[Line]:
    """Return questions on open promises, on each ask singled out, and on all the silent others."""
    made = tuple(promises(subject, asks))
    promised = reports_on_promises(made)
    chosen = singled_out(asks, promised)
    found = questions_on_promises(subject, made)
    found += [_question(subject, one, promised) for one in chosen]
    silent = [one.number for one in asks if not (_is_reported(one, promised) or one in chosen)]
    if silent:
        found.append(said_of(silent, "question_unreported", subject.words))
    return found


def _is_reported(one: NumberedAsk, promised: Mapping[int, Update]) -> bool:
    """Return whether there is a report on an ask, or on what was promised on it."""
    return bool(one.ask.reports) or one.number in promised


def _is_repeated_in_vain(one: NumberedAsk, promised: Mapping[int, Update]) -> bool:
    """Return whether an ask is made several times, and nobody reported on it any time."""
    return len(one.ask.asked_by) > 1 and not _is_reported(one, promised)


def _is_picked(one: NumberedAsk) -> bool:
    return any(record.follow_up for record in one.ask.records)


def _order(one: NumberedAsk, promised: Mapping[int, Update]) -> int | None:
    if _is_repeated_in_vain(one, promised):
        return 0
    if _is_picked(one) or any(is_assessed(record) for record in one.ask.records):
        return 1
    return 2 if _is_reported(one, promised) else None


def _question(subject: Subject, one: NumberedAsk, promised: Mapping[int, Update]) -> Line:
    """Return the question on an ask: on the newest report, else what others found, and so on."""
    words = subject.words
    number = asks_named([one.number], words)
    due = max(_dues(one), key=lambda d: d.last, default=None)
    if _is_reported(one, promised):
        return _on_report(subject, one, promised)
    if judged := _judged(subject, one):
        by, value, day = judged
        return sentence(words, "question_judged", number=number, by=by, value=value, date=day)
    if due and due.is_over(subject.today):
        return sentence(words, "question_deadline", number=number, date=words.when(due))
    if _is_repeated_in_vain(one, promised):
        bodies = subject.citer.asked_by(one.ask.asked_by)
        return sentence(words, "question_repeated", number=number, bodies=bodies)
    if _is_picked(one):
        return sentence(words, "question_picked", number=number)
    return said_of([one.number], "question_unreported", words)


def _on_report(subject: Subject, one: NumberedAsk, promised: Mapping[int, Update]) -> Line:
    """Return the question on the newest report on an ask, else on what was promised on it."""
    words, number = subject.words, asks_named([one.number], subject.words)
    said = one.ask.reports[-1] if one.ask.reports else promised[one.number]
    key = _BY_REPORT.get(said.value, "question_progress")
    key = key if one.ask.reports else "question_promise"
    value = wording(words.language, "status").status[said.value]
    return sentence(words, key, number=number, value=value, date=words.when(said.date))


def _dues(one: NumberedAsk) -> list[PartialDate]:
    return [r.follow_up.due for r in one.ask.records if r.follow_up and r.follow_up.due]


def _judged(subject: Subject, one: NumberedAsk) -> tuple[str, str, str] | None:
    """Return body, words and date of the newest dated grade of an ask."""
    graded = [
        (grade.date, subject.citer.body(record), grade.value)
        for record in one.ask.records
        for grade in grades_of(record)
        if grade.date
    ]
    if not graded:
        return None
    day, body, value = max(graded, key=lambda grade: grade[0].last)
    return body, value, subject.words.date(day)
