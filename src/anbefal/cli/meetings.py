"""The command `meetings`, and below it `meetings close`."""

from __future__ import annotations

import typer

from anbefal.cli import meeting_options as options
from anbefal.cli.closing.command import close, only_before_nothing
from anbefal.cli.meeting_options import MeetingFormat
from anbefal.cli.options import AsOfPast, ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.output_file import form_of, write_result
from anbefal.cli.session import Session
from anbefal.errors import Misuse
from anbefal.report.output import Color, Format

app = typer.Typer(invoke_without_command=True)
app.command("close")(close)


@app.callback()
def meetings(
    context: typer.Context,
    *,
    year: options.Year = None,
    every: options.Every = False,
    deadlines: options.Deadlines = False,
    as_of: AsOfPast = None,
    language: LanguageOption = None,
    form: options.Form = None,
    output: options.Output = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show the year's meetings against the goal, whose turn it is, and what could be next.

    'anbefal meetings close ID' records what was promised at a meeting.
    """
    if context.invoked_subcommand:
        only_before_nothing(context)
        return
    from anbefal.cli.meeting_output import tell_year, write_calendar, year_of
    from anbefal.report.meetings.result import meetings_result

    wanted = form_of(form, output, MeetingFormat.text, "A year of meetings")
    if wanted is not MeetingFormat.ics and (every or deadlines):
        message = "--all and --deadlines are for the calendar."
        raise Misuse(message, "Use them with --format ics, or with an --output that ends in .ics.")
    session = Session(root, quiet=quiet, as_of=as_of)
    dataset = session.as_it_stood()
    words = session.words(language, "meetings")
    chosen = None if every else year_of(dataset, year)
    if chosen is None or wanted is MeetingFormat.ics:
        write_calendar(session, dataset, words, chosen, output, deadlines=deadlines)
    else:
        told = tell_year(session, dataset, words, chosen)
        write_result(meetings_result(told, Format(wanted)), Format(wanted), output, color)
