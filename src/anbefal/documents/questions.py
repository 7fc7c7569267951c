"""Questions that the data itself raises, for a meeting that has none of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from anbefal.analysis.followup import latest
from anbefal.documents.asks import Ask
from anbefal.documents.wording import Wording
from anbefal.model.recommendation import Update

MOST = 5
"""More questions on single asks than this are not asked in one meeting."""

_BY_REPORT = {
    "implemented": "question_effect",
    "not-accepted": "question_refused",
    "no-longer-relevant": "question_refused",
    "contrary": "question_refused",
}
"""What to ask after a report, where that is not when the rest will be done."""


def suggest(asks: Sequence[Ask], words: Wording, today: date | None) -> tuple[str, ...]:
    """Return questions on the asks.

    First asks that several bodies make and nobody reported on, then those that a committee
    follows up, then those with a report, at most five of these, each group in the order of the
    asks. One last question is on all the other asks together.
    """
    single = [(order, ask) for ask in asks if (order := _order(ask)) is not None]
    chosen = [ask for _, ask in sorted(single, key=lambda pair: (pair[0], pair[1].number))][:MOST]
    questions = [_question(ask, words, today) for ask in chosen]
    silent = [ask.number for ask in asks if not (_reports(ask) or ask in chosen)]
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


def _order(ask: Ask) -> int | None:
    if len(ask.bodies) > 1 and not _reports(ask):
        return 0
    if ask.deadline or ask.assessed:
        return 1
    return 2 if _reports(ask) else None


def _reports(ask: Ask) -> list[Update]:
    """Return the newest report of each record, the newest last; that nobody reports is none."""
    updates = [latest(record.status, "reported") for record in ask.records]
    reports = [update for update in updates if update and update.value != "no-report"]
    return sorted(reports, key=lambda update: (update.date.last, update.date.first))


def _question(ask: Ask, words: Wording, today: date | None) -> str:
    reported = _reports(ask)
    grades = [
        (citation.body, grade.value, words.date(grade.date))
        for record, citation in zip(ask.records, (ask.citation, *ask.same), strict=True)
        if record.follow_up
        for grade in record.follow_up.grades
        if grade.date
    ]
    dues = [r.follow_up.due for r in ask.records if r.follow_up and r.follow_up.due]
    passed = [due for due in dues if today and due.last < today]
    if reported:
        key = _BY_REPORT.get(reported[-1].value, "question_progress")
        value, date = words.status[reported[-1].value], words.when(reported[-1].date)
        return words.say(key, number=ask.number, value=value, date=date)
    if grades:
        by, value, date = grades[-1]
        return words.say("question_judged", number=ask.number, by=by, value=value, date=date)
    if passed:
        return words.say("question_deadline", number=ask.number, date=words.date(passed[0]))
    if len(ask.bodies) > 1:
        bodies = words.listed(list(ask.bodies))
        return words.say("question_repeated", number=ask.number, bodies=bodies)
    if ask.deadline:
        return words.say("question_picked", number=ask.number)
    return words.say("question_unreported_one", numbers=ask.number)
