"""The command `export`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from anbefal.cli import options
from anbefal.cli.output_file import (
    STANDARD_OUTPUT,
    form_of,
    in_out,
    shown_path,
    write_content,
)
from anbefal.cli.selecting import Filters, selection_of
from anbefal.cli.session import Session
from anbefal.report.output import Color


class TableFormat(StrEnum):
    """Formats of an export; each is the ending of its files."""

    xlsx = "xlsx"
    csv = "csv"
    json = "json"
    parquet = "parquet"


_TEXTS = (TableFormat.csv, TableFormat.json)


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
    wanted = form_of(form, output, TableFormat.xlsx, "An export")
    data = export(found, wanted.value, internal=internal)
    if output is not None:
        write_content(data, output, is_text=wanted in _TEXTS)
    else:
        path = in_out(session.root, f"recommendations.{wanted.value}")
        write_bytes(path, data)
        typer.echo(shown_path(path, output))
    if output != STANDARD_OUTPUT:
        session.say(f"{len(found)} recommendations written.")
