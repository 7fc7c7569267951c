"""The options of `dedupe`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from anbefal.cli.completing import complete_actor, complete_recommendation, complete_theme


class DedupeFormat(StrEnum):
    """The forms of suggestions, and those of what `--check` finds."""

    text = "text"
    json = "json"
    csv = "csv"
    md = "md"
    github = "github"
    sarif = "sarif"


class Shown(StrEnum):
    """Which pairs are wanted."""

    duplicate = "duplicate"
    related = "related"
    all = "all"


Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID",
        help="Only pairs with one of these recommendations.",
        autocompletion=complete_recommendation,
        show_default=False,
    ),
]
Themes = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        help="Only pairs of which at least one is on this theme.",
        autocompletion=complete_theme,
    ),
]
Bodies = Annotated[
    list[str] | None,
    typer.Option(
        "--body",
        help="Only pairs of which at least one is from this body, such as cat.",
        autocompletion=complete_actor,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DATE",
        help="Only pairs of which at least one is dated YYYY, YYYY-MM or YYYY-MM-DD, or later.",
    ),
]
NewSince = Annotated[
    str | None,
    typer.Option(
        "--new-since",
        metavar="REV",
        help="Only pairs of which at least one came into the repository since a commit, a branch, "
        "a tag, a date or a meeting. With --check, without it: since the commit before the last, "
        "so what several commits bring is only seen with it.",
    ),
]
Least = Annotated[
    float,
    typer.Option(
        "--min",
        min=0.0,
        max=1.0,
        help="The lowest score that is shown as a duplicate: 0.9 is 90 of 100. Lower than 0.5 "
        "shows less sure ones as well.",
    ),
]
Relation = Annotated[
    Shown | None,
    typer.Option(
        "--relation",
        help="Likely duplicates, related pairs, or both; without it both, and with --apply likely "
        "duplicates.",
        show_default=False,
    ),
]
Limit = Annotated[
    int,
    typer.Option("--limit", min=1, help="How many groups a terminal shows; other forms show all."),
]
Apply = Annotated[
    bool,
    typer.Option("--apply", help="Decide pair by pair; every answer is written at once."),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        help="Fail with exit code 1 where a new recommendation has a likely duplicate that nobody "
        "has decided on.",
    ),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", help="With --apply: show what the answers change as a diff, write nothing."
    ),
]
FormatOption = Annotated[
    DedupeFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Form of the output: text, json, csv or md; with --check text, json, github or sarif, "
        "and github where GitHub Actions runs it.",
        show_default=False,
    ),
]
