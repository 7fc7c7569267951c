"""The commands `scoresheet export` and `scoresheet import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.changing import DryRun, change
from anbefal.cli.completing import complete_actor
from anbefal.cli.options import ColorOption, LanguageOption, OnlyThemes, Quiet, Root
from anbefal.cli.output_file import shown_path
from anbefal.cli.scoring.choices import (
    date_of,
    mind_the_round,
    named_assessor,
    round_of,
    themes_of,
)
from anbefal.cli.session import Session
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit

app = typer.Typer(
    no_args_is_help=True,
    help="An Excel workbook for a network that uses neither git nor YAML, out and back.",
)


@app.command("export")
def export_sheet(
    *,
    round_name: Annotated[
        str, typer.Option("--round", help="The round, such as 2026.", show_default=False)
    ],
    assessor: Annotated[
        str,
        typer.Option(
            "--assessor",
            help="Who will fill it in: an organisation, a network or an ombud.",
            autocompletion=complete_actor,
            show_default=False,
        ),
    ],
    theme: OnlyThemes = None,
    recommendations: Annotated[
        bool,
        typer.Option(
            "--recommendations", help="Also a row for each recommendation, after its theme."
        ),
    ] = False,
    language: LanguageOption = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; without it, into out/."
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace a workbook that is there, filled in or not."),
    ] = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Make the workbook in which an assessor fills in values, and print where it was written.

    What the assessor already gave in that round stands in it.
    """
    from anbefal.analysis.open_values import items_to_score
    from anbefal.cli.scoresheet_out import make_sheet, write_sheet

    session = Session(root, quiet=quiet)
    dataset = session.checked()
    who = named_assessor(session, assessor)
    where = round_of(dataset, round_name, who)
    mind_the_round(session, where)
    words = session.words(language, "hints")
    only = themes_of(session, theme)
    items = items_to_score(dataset, words.language, only, recommendations=recommendations)
    wanted = [(one.level, one.id) for one in items]
    sheet = make_sheet(session, dataset, wanted, where, who, words)
    typer.echo(shown_path(write_sheet(session, sheet, output, force=force), output))


@app.command("import")
def import_sheet(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook that came back.")],
    *,
    round_name: Annotated[
        str | None,
        typer.Option("--round", help="The round, where the workbook does not say it."),
    ] = None,
    assessor: Annotated[
        str | None,
        typer.Option(
            "--assessor",
            help="Whose values they are, where the workbook does not say it.",
            autocompletion=complete_actor,
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            help="When the values were given, where the workbook does not say it: YYYY-MM-DD, "
            "YYYY-MM, YYYY or today.",
        ),
    ] = None,
    clear: Annotated[
        bool,
        typer.Option(
            "--clear",
            help="Take away what the assessment has and the workbook leaves empty; without it, "
            "that is kept.",
        ),
    ] = False,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help="Let the workbook count where the assessment has changed, too, since the workbook "
            "was exported.",
        ),
    ] = False,
    dry_run: DryRun = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Read a workbook that was filled in, show what changes, and write the assessment.

    What stands in it as it was exported says nothing, so what was entered meanwhile stays. Nothing
    is written where anything in it is wrong, or where the assessment has changed in the same place.
    """
    from anbefal.cli.scoresheet_in import Asked, take
    from anbefal.exchange.limits import SMALL
    from anbefal.exchange.workbooks import read_workbook

    session = Session(root, quiet=quiet)
    asked = Asked(round_name, assessor, date_of(session, date), clear=clear, overwrite=overwrite)
    workbook = read_workbook(file, SMALL)

    def compute(dataset: Dataset) -> tuple[Edit, ...]:
        return take(session, dataset, workbook, asked, color)

    change(session, compute, dry_run=dry_run, color=color)
