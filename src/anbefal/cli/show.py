"""The command `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from anbefal.cli.options import ColorOption, FormatOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.report.output import Color, Format, write


def show(
    record: Annotated[str, typer.Argument(metavar="ID", help="The recommendation's id.")],
    *,
    internal: Annotated[
        bool, typer.Option("--internal", help="Also the secretariat's internal notes.")
    ] = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show one recommendation with all that touches it: links, meetings, measures, assessments."""
    from anbefal.report.record import record_result

    session = Session(root, quiet=quiet, color=color)
    dataset = session.readable(internal=internal)
    found = dataset.recommendations[require("recommendation", record, dataset.recommendations)]
    write(record_result(dataset, found, session.language), form, color)
