"""Questions that the data itself raises, for a meeting that has none of its own."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.analysis.followup import latest
from anbefal.documents.asks import Ask
from anbefal.documents.wording import Wording

MOST = 5
"""More questions on single asks than this are not asked in one meeting."""


def suggest(asks: Sequence[Ask], words: Wording) -> tuple[str, ...]:
    """Return questions on the asks.

    First asks that several bodies make and nobody reported on, then those that a committee
    follows up, then those with a report, at most five of these, each group in the order of the
    asks. One last question is on all the other asks together.
    """
    single = [(order, ask) for ask in asks if (order := _order(ask)) is not None]
    chosen = [ask for _, ask in sorted(single, key=lambda pair: (pair[0], pair[1].number))][:MOST]
    questions = [_question(ask, words) for ask in chosen]
    silent = [ask.number for ask in asks if not (ask.reported or ask in chosen)]
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
    if len(ask.bodies) > 1 and not ask.reported:
        return 0
    if ask.deadline or ask.assessed:
        return 1
    return 2 if ask.reported else None


def _question(ask: Ask, words: Wording) -> str:
    reported = [u for r in ask.records if (u := latest(r.status, "reported"))]
    grades = [g for r in ask.records if r.follow_up for g in r.follow_up.grades if g.date]
    dues = [r.follow_up.due for r in ask.records if r.follow_up and r.follow_up.due]
    if reported:
        done = reported[0].value == "implemented"
        key = "question_effect" if done else "question_progress"
        value, date = words.status[reported[0].value], words.when(reported[0].date)
        return words.say(key, number=ask.number, value=value, date=date)
    if grades and grades[-1].date:
        by, value, date = ask.citation.body, grades[-1].value, words.date(grades[-1].date)
        return words.say("question_judged", number=ask.number, by=by, value=value, date=date)
    if dues:
        return words.say("question_deadline", number=ask.number, date=words.date(dues[0]))
    if len(ask.bodies) > 1:
        bodies = words.listed(list(ask.bodies))
        return words.say("question_repeated", number=ask.number, bodies=bodies)
    return words.say("question_picked", number=ask.number)
