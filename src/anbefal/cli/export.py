"""The command `export`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from anbefal.cli import options
from anbefal.cli.document_file import in_out, shown_path
from anbefal.cli.selecting import Filters, selection_of
from anbefal.cli.session import Session
from anbefal.errors import Misuse
from anbefal.report.output import Color


class TableFormat(StrEnum):
    """Formats of an export; each is the ending of its files."""

    xlsx = "xlsx"
    csv = "csv"
    json = "json"
    parquet = "parquet"


def export_recommendations(
    *,
    body: options.Bodies = None,
    theme: options.Themes = None,
    ministry: options.Ministries = None,
    group: options.Groups = None,
    kind: options.Kinds = None,
    reported: options.Reported = None,
    assessed: options.Assessed = None,
    year: options.Years = None,
    due_before: options.DueBefore = None,
    meeting: options.Meetings = None,
    verified: options.Verified = None,
    internal: options.Internal = False,
    form: Annotated[
        TableFormat | None,
        typer.Option(
            "--format", "-f", help="Form of the file; without it, by its ending, or xlsx."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; without it, into out/."
        ),
    ] = None,
    root: options.Root = None,
    quiet: options.Quiet = False,
    color: options.ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Write recommendations as a table for Excel, pandas or a database; filters as those of `list`.

    Every field is in it, and `anbefal import table` reads the file back. Text that looks like a
    formula stays text. `-o -` writes to standard output.
    """
    from anbefal.analysis.selection import select
    from anbefal.exchange.outgoing import export
    from anbefal.store.changing.files import write_bytes

    session = Session(root, quiet=quiet)
    dataset = session.readable(internal=internal)
    filters = Filters(
        *(body, theme, ministry, group, kind, reported, assessed, year),
        *(due_before, meeting, verified),
    )
    found = select(dataset, selection_of(dataset, filters))
    wanted = _format(form, output)
    data = export(found, wanted.value, internal=internal)
    if output == "-":
        _to_standard_output(data)
        return
    path = Path(output) if output else in_out(session.root, f"recommendations.{wanted.value}")
    write_bytes(path, data)
    session.say(f"{len(found)} recommendations written.")
    typer.echo(shown_path(path, output))


def _format(asked: TableFormat | None, output: str | None) -> TableFormat:
    """Return the format that was asked for, by option or by ending.

    Raises:
        Misuse: The ending is that of no format, or of another than the one that was asked for.
    """
    ending = "" if output in {None, "-"} else Path(output or "").suffix.lower().removeprefix(".")
    told = next((one for one in TableFormat if one.value == ending), None)
    if asked and told and asked is not told:
        message = f"{output} ends like {told.value}, and --format says {asked.value}."
        raise Misuse(message, "Leave --format out, or give the file another ending.")
    found = asked or told or (None if ending else TableFormat.xlsx)
    if found is None:
        known = ", ".join(f".{one.value}" for one in TableFormat)
        raise Misuse(f"An export cannot be written as .{ending}.", f"Use {known}, or --format.")
    return found


def _to_standard_output(data: bytes) -> None:
    if sys.stdout.isatty():
        message = "An export is not written to the terminal."
        raise Misuse(message, "Send it on with > or |, or name a file with --output.")
    sys.stdout.buffer.write(data)
