"""A year of meetings written to the screen or a file, or as a calendar."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from anbefal.errors import Misuse
from anbefal.report.output import Color, Format, write
from anbefal.store.changing.files import write_bytes, write_text

if TYPE_CHECKING:
    from anbefal.cli.session import Session
    from anbefal.model.dataset import Dataset
    from anbefal.model.meeting import Meeting
    from anbefal.model.recommendation import Recommendation
    from anbefal.report.meetings.telling import Telling
    from anbefal.wording import Wording

MOST_NAMED = 10
"""How many ids a message names."""
_BY_ENDING = {".ics": "ics", ".json": "json", ".csv": "csv", ".md": "md", ".txt": "text"}


def form_of(asked: str | None, output: str | None) -> str:
    """Return the form that was asked for, by name or by a file's ending.

    Raises:
        Misuse: Nothing is written with that ending.
    """
    if asked:
        return str(asked)
    if output in {None, "-"}:
        return "text"
    ending = Path(output or "").suffix.lower()
    if ending not in _BY_ENDING:
        message = f"A year of meetings cannot be written as {ending or 'a file without an ending'}."
        raise Misuse(message, f"Use one of {', '.join(_BY_ENDING)}, or --format.")
    return _BY_ENDING[ending]


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
    )


def write_year(telling: Telling, form: str, output: str | None, color: Color) -> None:
    """Write a year of meetings to the screen, or to a file whose name is printed then.

    Args:
        telling: The year.
        form: One of the forms of a result.
        output: The file that the user named.
        color: When to use colours.
    """
    from anbefal.report.meetings.result import meetings_result

    result = meetings_result(telling, Format(form))
    if output in {None, "-"}:
        write(result, Format(form), color)
        return
    file = io.StringIO()
    write(result, Format(form), Color.never, file)
    write_text(Path(output or ""), file.getvalue())
    typer.echo(output)


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
    from anbefal.exchange.calendar import calendar

    found = calendar(
        dataset,
        _meetings(dataset, year),
        _deadlines(dataset, year) if deadlines else (),
        words,
    )
    if found.left_out:
        more = " …" if found.left_out[MOST_NAMED:] else ""
        session.say(
            "Not in the calendar, because no day is known: "
            f"{', '.join(found.left_out[:MOST_NAMED])}{more}."
        )
    if not found.entries:
        when = f"of {year} " if year else ""
        message = f"Nothing {when}has a known day, so there is no calendar to write."
        raise Misuse(message, "Record the day with 'anbefal edit ID date=…', or try --all.")
    if output in {None, "-"}:
        sys.stdout.flush()
        sys.stdout.buffer.write(found.data)
        return
    write_bytes(Path(output or ""), found.data)
    typer.echo(output)


def _meetings(dataset: Dataset, year: int | None) -> tuple[Meeting, ...]:
    """Return the meetings of a year or of all years; an open one also by its proposed days."""
    from anbefal.analysis.meeting_year import when_of

    def belongs(one: Meeting) -> bool:
        days = one.proposed_dates if one.date is None and one.proposed_dates else (when_of(one),)
        return year is None or any(day and day.year == year for day in days)

    return tuple(one for one in dataset.meetings.values() if belongs(one))


def _deadlines(dataset: Dataset, year: int | None) -> tuple[Recommendation, ...]:
    return tuple(
        one
        for one in dataset.recommendations.values()
        if one.follow_up and one.follow_up.due and (year is None or one.follow_up.due.year == year)
    )
