"""What somebody promised or planned to do: how far it has come, as memos and minutes tell it."""

from __future__ import annotations

from datetime import date

from anbefal.analysis.followup import in_order, latest, latest_said
from anbefal.analysis.promises import DONE
from anbefal.model.meeting import Measure
from anbefal.model.recommendation import Update
from anbefal.wording import Wording


def is_open(measure: Measure) -> bool:
    """Return whether something is still to be done, by what was reported last."""
    said = latest_said(measure.updates, "reported")
    return said is None or said.value not in DONE


def is_overdue(measure: Measure, today: date | None) -> bool:
    """Return whether it is open and its deadline has passed."""
    return measure.due is not None and measure.due.is_over(today) and is_open(measure)


def answers_differ(measure: Measure) -> bool:
    """Return whether those who reported on it say different things, each by their newest entry."""
    newest: dict[str, Update] = {update.by: update for update in in_order(measure.updates)}
    reported = [latest(_by(measure, by), "reported") for by in newest]
    return len({update.value for update in reported if update}) > 1


def due_words(measure: Measure, today: date | None, words: Wording) -> str:
    """Return by when it is to be done, and whether that has passed; empty without a deadline."""
    if measure.due is None:
        return ""
    due = words.date(measure.due)
    return words.say("due_passed", date=due) if is_overdue(measure, today) else due


def _by(measure: Measure, actor: str) -> tuple[Update, ...]:
    return tuple(update for update in measure.updates if update.by == actor)
