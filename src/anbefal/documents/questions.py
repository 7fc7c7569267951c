"""Questions that the data itself raises, for a meeting that has none of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from anbefal.analysis.followup import grades_of, latest_said
from anbefal.documents.asks import AskedBy
from anbefal.model.recommendation import Update
from anbefal.wording import Wording

MOST = 5
"""More questions on single asks than this are not asked in one meeting."""

_BY_REPORT = {
    "implemented": "question_effect",
    "not-accepted": "question_refused",
    "no-longer-relevant": "question_refused",
    "contrary": "question_refused",
}
"""What to ask after a report, where that is not when the rest will be done."""


def suggest(asks: Sequence[AskedBy], words: Wording, today: date | None) -> tuple[str, ...]:
    """Return questions on the asks.

    First asks that are made several times and nobody reported on, then those that a committee
    follows up, then those with a report, at most five of these, each group in the order of the
    asks. One last question is on all the other asks together.
    """
    single = [(order, one) for one in asks if (order := _order(one)) is not None]
    ordered = sorted(single, key=lambda pair: (pair[0], pair[1].ask.number))
    chosen = [one for _, one in ordered][:MOST]
    questions = [_question(one, words, today) for one in chosen]
    silent = [one.ask.number for one in asks if not (_reports(one) or one in chosen)]
    if silent:
        key = "question_unreported_one" if len(silent) == 1 else "question_unreported_other"
        questions.append(words.say(key, numbers=words.listed(_runs(silent))))
    return tuple(questions)


def _runs(numbers: Sequence[int]) -> list[str]:
    """Return increasing numbers with runs joined: 1, 2, 3, 7 becomes 1-3 and 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}\u2013{run[-1]}" for run in runs]


def _is_repeated_in_vain(one: AskedBy) -> bool:
    """Return whether an ask is made several times, and nobody reported on it any time."""
    return len(one.askings) > 1 and not _reports(one)


def _order(one: AskedBy) -> int | None:
    if _is_repeated_in_vain(one):
        return 0
    if one.ask.deadline or one.ask.assessed:
        return 1
    return 2 if _reports(one) else None


def _reports(one: AskedBy) -> list[Update]:
    """Return what the state last said of each record, the newest last."""
    said = [latest_said(record.status, "reported") for record in one.records]
    return sorted((u for u in said if u), key=lambda update: (update.date.last, update.date.first))


def _question(one: AskedBy, words: Wording, today: date | None) -> str:
    number = one.ask.number
    reported, judged = _reports(one), _judged(one, words)
    dues = [r.follow_up.due for r in one.records if r.follow_up and r.follow_up.due]
    last_due = max(dues, key=lambda due: due.last, default=None)
    if reported:
        key = _BY_REPORT.get(reported[-1].value, "question_progress")
        value, date = words.status[reported[-1].value], words.when(reported[-1].date)
        return words.say(key, number=number, value=value, date=date)
    if judged:
        by, value, date = judged
        return words.say("question_judged", number=number, by=by, value=value, date=date)
    if last_due and last_due.is_over(today):
        return words.say("question_deadline", number=number, date=words.date(last_due))
    if _is_repeated_in_vain(one):
        return words.say("question_repeated", number=number, bodies=one.ask.asked_by)
    key = "question_picked" if one.ask.deadline else "question_unreported_one"
    return words.say(key, number=number, numbers=number)


def _judged(one: AskedBy, words: Wording) -> tuple[str, str, str] | None:
    """Return body, words and date of the newest dated grade of an ask."""
    bodies = {cited.id: cited.body for cited in (one.ask.citation, *one.ask.same, *one.ask.repeats)}
    graded = [
        (grade.date, bodies[record.id], grade.value)
        for record in one.records
        for grade in grades_of(record)
        if grade.date
    ]
    if not graded:
        return None
    date, body, value = max(graded, key=lambda grade: grade[0].last)
    return body, value, words.date(date)
