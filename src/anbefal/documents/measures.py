"""By when something was promised or planned, as memos and minutes tell it."""

from __future__ import annotations

from datetime import date

from anbefal.analysis.measures import is_overdue, is_perhaps_overdue
from anbefal.model.base import Language
from anbefal.model.meeting import Measure
from anbefal.wording import wording


def due_words(measure: Measure, today: date | None, language: Language) -> str:
    """Return by when it is to be done, and whether that has passed; empty without a deadline.

    Where it is not sure whether the newest report says that it is done, that is told too.
    """
    if measure.due is None:
        return ""
    words = wording(language, "status")
    due = words.date(measure.due)
    if is_perhaps_overdue(measure, today):
        return words.say("due_unsure", date=due)
    return words.say("due_passed", date=due) if is_overdue(measure, today) else due
