"""The command `prioritize`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.completing import complete_ranked, complete_theme
from anbefal.cli.options import ColorOption, FormatOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.errors import Misuse, UnknownName
from anbefal.report.output import Color, Format, Result, write

if TYPE_CHECKING:
    from anbefal.analysis.prioritisation import Ranking
    from anbefal.model.base import Language
    from anbefal.model.dataset import Dataset


def prioritize(
    *,
    theme: Annotated[
        str | None,
        typer.Option(
            "--theme",
            help="Rank the recommendations on this theme.",
            autocompletion=complete_theme,
        ),
    ] = None,
    recommendations: Annotated[
        bool, typer.Option("--recommendations", help="Rank all recommendations, not themes.")
    ] = False,
    round_name: Annotated[
        str | None,
        typer.Option("--round", help="The round of assessments; without it, the latest."),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="ID",
            help="Show where every point of one score comes from.",
            autocompletion=complete_ranked,
        ),
    ] = None,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Rank themes by the criteria, or the recommendations on one theme."""
    from anbefal.analysis.prioritisation import rank_recommendations, rank_themes, rounds
    from anbefal.report.ranking import ranking_result

    session = Session(root, quiet=quiet)
    dataset, language = session.checked(), session.language
    criteria = session.criteria(dataset)
    if theme:
        theme = require("theme", theme, dataset.themes)
    if round_name:
        round_name = require("round", round_name, rounds(dataset))
    if explain in dataset.recommendations:
        recommendations = True
    if theme or recommendations:
        ranking = rank_recommendations(dataset, criteria, language, round_name, theme)
    else:
        ranking = rank_themes(dataset, criteria, language, round_name)
    if explain:
        write(_explanation(dataset, ranking, explain, language), form, color)
    else:
        write(ranking_result(dataset, ranking, language), form, color)


def _explanation(dataset: Dataset, ranking: Ranking, wanted: str, language: Language) -> Result:
    from anbefal.analysis.explanation import explain
    from anbefal.model.names import nearest
    from anbefal.report.explanation import explanation_result

    item = ranking.item(wanted)
    if item is None and wanted in dataset.recommendations:
        message = f"{wanted!r} is not ranked here."
        raise Misuse(message, "Only recommendations on the theme are, not concerns.")
    if item is None and wanted in dataset.themes:
        message = f"{wanted!r} is a theme, and here recommendations are ranked."
        raise Misuse(message, "Leave out --theme and --recommendations.")
    if item is None:
        known = [*dataset.themes, *dataset.recommendations]
        raise UnknownName("theme or recommendation", wanted, nearest(wanted, known), known)
    names = {c.id: c.name.within(language) for c in ranking.criteria.criteria}
    return explanation_result(ranking, explain(ranking, item, names))
