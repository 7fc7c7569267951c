"""One entry of a log, as documents tell it, and how long it is to a day or since it."""

from __future__ import annotations

from datetime import date

from anbefal.documents.content.blocks import Line
from anbefal.documents.content.lines import foreign_line, line, strong
from anbefal.documents.content.sentences import sentence
from anbefal.documents.said import paragraphs
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Update
from anbefal.wording import wording

_FEWEST_MONTHS, _FEWEST_YEARS = 2, 24
"""From how many whole months on a span is told in months, and in years."""


def told(dataset: Dataset, language: Language, update: Update) -> str:
    """Return who said what, and when, without the note."""
    words = wording(language, "status")
    return words.say(
        "update",
        by=dataset.name_of_actor(update.by, words.language),
        date=words.date(update.date),
        value=words.status[update.value],
    )


def told_line(dataset: Dataset, language: Language, update: Update) -> Line:
    """Return who said what, and when, and the note on it, whose language is the repository's."""
    words = wording(language, "status")
    said = told(dataset, language, update)
    if update.note is None:
        return line(said)
    note = foreign_line(update.note, dataset.settings.language, words)
    return sentence(words, "update_noted", told=said, note=note)


def entry_lines(dataset: Dataset, language: Language, update: Update, by: str) -> tuple[Line, ...]:
    """Return a sentence on who reported or assessed what, and when, then the note on it.

    Args:
        dataset: The repository, in whose language notes are.
        language: The language of the document.
        update: The entry.
        by: Who says so, as the document names actors.
    """
    words = wording(language, "status")
    # That nobody reports is a finding, and no assessment of what was done.
    judged = "looked_into_by" if update.value == "no-report" else "assessed_by"
    said = sentence(
        words,
        "reported_by" if update.track == "reported" else judged,
        by=by,
        date=words.date(update.date),
        value=line(strong(words.status[update.value])),
    )
    if update.note is None:
        return (said,)
    first, *rest = paragraphs(update.note, dataset.settings.language, words)
    return line(said, " ", first), *rest


def nothing_reported(language: Language) -> Line:
    """Return a sentence that nobody is recorded to have reported anything."""
    words = wording(language, "status")
    return sentence(words, "nothing_reported", nothing=line(strong(words.say("nothing"))))


def time_to(day: date, today: date, language: Language) -> str:
    """Return how long it is to a day, or how long ago it was, in whole days, months or years.

    What is left over is not counted: of twenty days more than a year ago, the year is told.
    """
    words = wording(language, "status")
    if day == today:
        return words.say("today")
    early, late = min(day, today), max(day, today)
    months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    if months < _FEWEST_MONTHS:
        span = words.counted("days", (late - early).days)
    elif months < _FEWEST_YEARS:
        span = words.counted("months", months)
    else:
        span = words.counted("years", months // 12)
    return words.say("ahead" if day > today else "past", span=span)
