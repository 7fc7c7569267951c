"""Options that several commands have, described once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from anbefal.cli.completing import (
    complete_actor,
    complete_kind,
    complete_meeting,
    complete_theme,
)
from anbefal.report.output import Color, Format


class OutputLanguage(StrEnum):
    """Languages that results can be told in."""

    nb = "nb"
    nn = "nn"
    en = "en"


LanguageOption = Annotated[
    OutputLanguage | None,
    typer.Option("--lang", help="Language of the words; without it, that of data/settings.yaml."),
]
Root = Annotated[
    Path | None,
    typer.Option(
        "--root",
        metavar="FOLDER",
        help="The data repository; without it, the folder you are in or one above it.",
        file_okay=False,
        rich_help_panel="Common options",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help="Nothing but results and errors.", rich_help_panel="Common options"
    ),
]
ColorOption = Annotated[
    Color,
    typer.Option("--color", help="When to use colours.", rich_help_panel="Common options"),
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        help="The kind of record, where several have the id.",
        autocompletion=complete_kind,
    ),
]
Internal = Annotated[
    bool, typer.Option("--internal", help="Also the secretariat's internal notes.")
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="Form of the output.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Judge 'overdue' as of this day (YYYY-MM-DD or today); without it, as of the newest "
        "date in the data.",
    ),
]
AsOfPast = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="What was recorded by this day (YYYY-MM-DD or today), and deadlines as of it; without "
        "it, everything, and deadlines as of the newest date in the data.",
    ),
]
Bodies = Annotated[
    list[str] | None,
    typer.Option(
        "--body", help="From this body, such as cat or CEDAW.", autocompletion=complete_actor
    ),
]
Themes = Annotated[
    list[str] | None,
    typer.Option("--theme", help="On this theme.", autocompletion=complete_theme),
]
OnlyThemes = Annotated[
    list[str] | None,
    typer.Option(
        "--themes",
        "--theme",
        metavar="ID,…",
        help="Only these themes; without it, all of them.",
        autocompletion=complete_theme,
    ),
]
Ministries = Annotated[
    list[str] | None,
    typer.Option(
        "--ministry", help="That this ministry answers for.", autocompletion=complete_actor
    ),
]
Groups = Annotated[list[str] | None, typer.Option("--group", help="That concern this group.")]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", help="recommendation, concern or follow-up-request."),
]
Reported = Annotated[
    list[str] | None,
    typer.Option("--reported", help="Newest status that the state reported, or 'none'."),
]
Assessed = Annotated[
    list[str] | None,
    typer.Option(
        "--assessed",
        help="Newest independent assessment, 'graded' (by the committee only) or 'none'.",
    ),
]
Years = Annotated[list[int] | None, typer.Option("--year", help="Year of the source document.")]
DueBefore = Annotated[
    str | None,
    typer.Option("--due-before", metavar="DATE", help="Committee's follow-up due by this day."),
]
Meetings = Annotated[
    list[str] | None,
    typer.Option(
        "--meeting",
        help="Taken up at this meeting, or on its theme.",
        autocompletion=complete_meeting,
    ),
]
Verified = Annotated[
    bool | None,
    typer.Option("--verified/--unverified", help="Compared with the official document, or not."),
]
