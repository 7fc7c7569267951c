"""Options that every kind of import has."""

from __future__ import annotations

from typing import Annotated

import typer

from anbefal.cli.completing import complete_actor

Country = Annotated[
    str | None,
    typer.Option(
        "--country",
        help="Only what is recommended to this country, such as Norway or NO; 'all' for every "
        "country. Without it, that of data/settings.yaml, or the only one that the file is "
        "about; a list is taken whole.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", help="Only documents of this day, month or year, or later."
    ),
]
OnlyBodies = Annotated[
    list[str] | None,
    typer.Option("--body", help="Only from this body, such as cat.", autocompletion=complete_actor),
]
Seen = Annotated[
    str | None,
    typer.Option(
        "--seen",
        metavar="DATE",
        help="When the file was fetched (YYYY-MM-DD or today); new records say so.",
    ),
]
JustTell = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would change and write nothing.")
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        help="How a text file's letters are written, such as utf-8, cp1252 or mac_roman; without "
        "it, that is found out.",
    ),
]
SheetOption = Annotated[
    str | None,
    typer.Option("--sheet", help="The sheet of a workbook; without it, the one that fits."),
]
