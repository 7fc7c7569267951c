"""Options of `prioritize`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from anbefal.cli.completing import complete_ranked, complete_theme

MOST_DRAWS = 100_000
_PANEL = "How sure is it"
_WHAT_IF = "What if (nothing is saved)"


class DrawnWeights(StrEnum):
    """Which weights are drawn to see how sure a ranking is."""

    near = "near"
    any = "any"


class RankingFormat(StrEnum):
    """Forms of a ranking."""

    text = "text"
    json = "json"
    csv = "csv"
    md = "md"
    svg = "svg"


Theme = Annotated[
    str | None,
    typer.Option(
        "--theme", help="Rank the recommendations on this theme.", autocompletion=complete_theme
    ),
]
Recommendations = Annotated[
    bool, typer.Option("--recommendations", help="Rank all recommendations, not themes.")
]
RoundName = Annotated[
    str | None,
    typer.Option(
        "--round", help="The round of assessments; without it, the latest that is not made up."
    ),
]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="ID",
        help="Show where every point of one score comes from.",
        autocompletion=complete_ranked,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to a file: a picture (.svg), or .json, .csv, .md or .txt; - is the screen.",
    ),
]
Form = Annotated[
    RankingFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Form of the output, svg for a picture; without it, by --output, or text.",
    ),
]
Places = Annotated[
    int | None,
    typer.Option(
        "--shortlist",
        metavar="N",
        min=1,
        help="Places on the shortlist; without it, as many as the goal for meetings in a year.",
        rich_help_panel=_PANEL,
    ),
]
Weights = Annotated[
    DrawnWeights,
    typer.Option(
        "--weights",
        help="Draw each weight near its own (±25 %), or any weights at all.",
        rich_help_panel=_PANEL,
    ),
]
Draws = Annotated[
    int,
    typer.Option(
        "--draws",
        metavar="N",
        min=1,
        max=MOST_DRAWS,
        help="How many times weights and unknown values are drawn.",
        rich_help_panel=_PANEL,
    ),
]
Weight = Annotated[
    list[str] | None,
    typer.Option(
        "--weight",
        metavar="CRITERION=WEIGHT",
        help="Another weight: omfang=20 in the place of its number, omfang=20% of all weights.",
        rich_help_panel=_WHAT_IF,
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="CRITERION,…",
        help="These criteria do not count.",
        rich_help_panel=_WHAT_IF,
    ),
]
OnlyAssessors = Annotated[
    list[str] | None,
    typer.Option(
        "--only-assessors",
        metavar="ASSESSOR,…",
        help="Only these assessors count.",
        rich_help_panel=_WHAT_IF,
    ),
]
