"""The command `meetings close`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from anbefal.cli.changing import DryRun
from anbefal.cli.completing import complete_meeting
from anbefal.cli.options import ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.errors import Misuse
from anbefal.report.output import Color


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


def only_before_nothing(context: typer.Context) -> None:
    """Make sure that no option of `meetings` stands before the name of another command.

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
