"""A year of meetings, found and told, or written as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.cli.output_file import write_content
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.cli.session import Session
    from anbefal.model.dataset import Dataset
    from anbefal.report.meetings.telling import Telling
    from anbefal.wording import Wording

MOST_NAMED = 10
"""How many ids a message names."""


def year_of(dataset: Dataset, asked: int | None) -> int:
    """Return the year that was asked for, else that of the reference day.

    Raises:
        Misuse: It cannot be a year of meetings, or none was asked for and the data holds no date.
    """
    from anbefal.model.dates import FIRST_YEAR, LAST_YEAR

    if asked is not None and not FIRST_YEAR <= asked <= LAST_YEAR:
        message = f"{asked} is outside the years {FIRST_YEAR} to {LAST_YEAR}."
        raise Misuse(message, "Write the year in four digits, such as --year 2022.")
    if asked is not None:
        return asked
    if dataset.reference_date is None:
        message = "The data holds no date, so it is not known which year is meant."
        raise Misuse(message, "Name it with --year.")
    return dataset.reference_date.year


def tell_year(session: Session, dataset: Dataset, words: Wording, year: int) -> Telling:
    """Return a year of meetings and all that is told of it.

    Args:
        session: The run of the command.
        dataset: The records, without internal notes.
        words: The words for meetings, in the reader's language.
        year: The year.
    """
    from anbefal.analysis.meeting_year import meeting_year
    from anbefal.analysis.next_theme import propose
    from anbefal.analysis.turns import turns
    from anbefal.report.meetings.telling import Telling

    had = turns(dataset)
    return Telling(
        dataset=dataset,
        found=meeting_year(dataset, year),
        turns=had,
        proposal=propose(dataset, session.criteria(dataset), words.language, had),
        words=words,
        ranking_words=session.words(words.language, "ranking"),
        as_it_stood=dataset.as_of is not None,
    )


def write_calendar(
    session: Session,
    dataset: Dataset,
    words: Wording,
    year: int | None,
    output: str | None,
    *,
    deadlines: bool,
) -> None:
    """Write a calendar, and say what is not in it because no day is known.

    Args:
        session: The run of the command.
        dataset: The records, without internal notes.
        words: The words for meetings, in the reader's language.
        year: The only year that is in it; ``None`` for all.
        output: The file that the user named.
        deadlines: Whether the committees' deadlines are in it.

    Raises:
        Misuse: Nothing has a known day: a calendar without entries is no calendar file.
    """
    from anbefal.analysis.meeting_year import calendar_meetings, deadlines_of
    from anbefal.exchange.calendar import calendar

    picked = deadlines_of(dataset, year) if deadlines else ()
    found = calendar(dataset, calendar_meetings(dataset, year), picked, words)
    if found.left_out:
        more = " …" if found.left_out[MOST_NAMED:] else ""
        session.say(
            "Not in the calendar, because no day is known: "
            f"{', '.join(found.left_out[:MOST_NAMED])}{more}."
        )
    if not found.entries:
        when = f"of {year} " if year else ""
        message = f"Nothing {when}has a known day, so there is no calendar to write."
        other = ", or try --all" if year else ""
        raise Misuse(message, f"Record the day with 'anbefal edit ID date=…'{other}.")
    write_content(found.data, output)
