"""The commands `meetings` and `meetings close`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.changing import DryRun
from anbefal.cli.completing import complete_meeting
from anbefal.cli.options import AsOfPast, ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.errors import Misuse
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset


class MeetingFormat(StrEnum):
    """Forms of a year of meetings."""

    text = "text"
    json = "json"
    csv = "csv"
    md = "md"
    ics = "ics"


app = typer.Typer(invoke_without_command=True)


@app.callback()
def meetings(
    context: typer.Context,
    *,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            metavar="YEAR",
            help="The year; without it, that of --as-of or of the newest date in the data.",
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="With --format ics: the meetings of every year.")
    ] = False,
    deadlines: Annotated[
        bool,
        typer.Option("--deadlines", help="With --format ics: also the committees' deadlines."),
    ] = False,
    as_of: AsOfPast = None,
    language: LanguageOption = None,
    form: Annotated[
        MeetingFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="Form of the output, ics for a calendar; without it, by --output, or text.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write it to a file: .ics, .json, .csv, .md or .txt.",
        ),
    ] = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show the year's meetings against the goal, whose turn it is, and what could be next.

    'anbefal meetings close ID' records what was promised at a meeting.
    """
    if context.invoked_subcommand:
        _only_before_nothing(context)
        return
    from anbefal.cli.meeting_output import form_of, tell_year, write_calendar, write_year

    session = Session(root, quiet=quiet, as_of=as_of)
    wanted = form_of(form, output)
    if wanted != MeetingFormat.ics and (every or deadlines):
        message = "--all and --deadlines are for the calendar."
        raise Misuse(message, "Use them with --format ics, or with an --output that ends in .ics.")
    dataset = _as_it_stood(session)
    words = session.words(language, "meetings")
    if wanted == MeetingFormat.ics:
        chosen = None if every else year_of(dataset, year)
        write_calendar(session, dataset, words, chosen, output, deadlines=deadlines)
    else:
        told = tell_year(session, dataset, words, year_of(dataset, year))
        write_year(told, wanted, output, color)


@app.command("close")
def close(
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The meeting.", autocompletion=complete_meeting, show_default=False
        ),
    ],
    *,
    dry_run: DryRun = False,
    language: LanguageOption = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Record that a meeting was held and what was promised there, promise by promise.

    Asks for the exact words, who promised, by when, and which recommendations they follow up. What
    you have confirmed is written when you are done or stop, all at once; what already stands in
    the record is never changed. Answers may also come from a file: one a line.
    """
    from anbefal.cli.closing.running import run_close

    session = Session(root, quiet=quiet)
    run_close(session, meeting, language, color, dry_run=dry_run)
    sys.stdout.flush()


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


def _as_it_stood(session: Session) -> Dataset:
    """Return the public records, as they stood on the day that was asked for, if one was."""
    from anbefal.analysis.past import as_it_stood

    dataset = session.checked()
    return as_it_stood(dataset, dataset.as_of) if dataset.as_of else dataset


def _only_before_nothing(context: typer.Context) -> None:
    """Make sure that no option of the overview stands before the name of another command.

    Raises:
        Misuse: One does; it would have no effect.
    """
    given = [
        parameter.opts[0]
        for parameter in context.command.params
        if parameter.name
        and getattr(context.get_parameter_source(parameter.name), "name", "") == "COMMANDLINE"
    ]
    if given:
        message = f"{', '.join(given)} stands before '{context.invoked_subcommand}'."
        raise Misuse(message, "Write options after it: anbefal meetings close ID --root FOLDER.")
