"""Options of `overview`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from anbefal.cli.completing import complete_actor


class By(StrEnum):
    """What an overview is counted by."""

    ministry = "ministry"
    body = "body"
    theme = "theme"


class OverviewFormat(StrEnum):
    """Forms of an overview and of a matrix."""

    text = "text"
    json = "json"
    csv = "csv"
    md = "md"
    xlsx = "xlsx"


Counted = Annotated[
    By | None, typer.Option("--by", help="What the summary counts by; without it, by ministry.")
]
Convention = Annotated[
    str | None,
    typer.Option(
        "--convention",
        metavar="BODY",
        help="Instead, the matrix for the next report to this body: what it asked for, and what "
        "was done. A convention, a body or its id, such as cedaw.",
        autocompletion=complete_actor,
    ),
]
Since = Annotated[
    int | None,
    typer.Option(
        "--since", metavar="YEAR", min=1945, max=2100, help="Of the matrix, only from this year."
    ),
]
Form = Annotated[
    OverviewFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Form of the output, xlsx for a workbook; without it, by --output, or text.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to a file: a workbook (.xlsx), or .json, .csv, .md or .txt; - is the "
        "screen.",
    ),
]
