"""Options of `meetings`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class MeetingFormat(StrEnum):
    """Forms of a year of meetings."""

    text = "text"
    json = "json"
    csv = "csv"
    md = "md"
    ics = "ics"


Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help="The year; without it, that of --as-of or of the newest date in the data.",
    ),
]
Every = Annotated[
    bool, typer.Option("--all", help="With --format ics: the meetings of every year.")
]
Deadlines = Annotated[
    bool, typer.Option("--deadlines", help="With --format ics: also the committees' deadlines.")
]
Form = Annotated[
    MeetingFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Form of the output, ics for a calendar; without it, by --output, or text.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to a file: .ics, .json, .csv, .md or .txt; - is the screen.",
    ),
]
