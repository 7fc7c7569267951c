"""The command `prioritize`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.cli import ranking_options as options
from anbefal.cli.options import ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.output_file import form_of, write_result
from anbefal.cli.ranking_file import write_picture
from anbefal.cli.ranking_options import RankingFormat
from anbefal.cli.session import Session, require
from anbefal.cli.supposing import what_if
from anbefal.errors import Misuse, UnknownName
from anbefal.report.output import Color, Format

if TYPE_CHECKING:
    from anbefal.report.output import Result
    from anbefal.report.ranking.telling import Telling


def prioritize(
    *,
    theme: options.Theme = None,
    recommendations: options.Recommendations = False,
    round_name: options.RoundName = None,
    explain: options.Explain = None,
    output: options.Output = None,
    places: options.Places = None,
    weights: options.Weights = options.DrawnWeights.near,
    draws: options.Draws = 10_000,
    weight: options.Weight = None,
    without: options.Without = None,
    only_assessors: options.OnlyAssessors = None,
    language: LanguageOption = None,
    form: options.Form = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Rank themes by the criteria, or the recommendations on one theme."""
    from anbefal.analysis.priorities import Query, prioritise
    from anbefal.analysis.values import round_of, rounds
    from anbefal.report.ranking.result import ranking_result
    from anbefal.report.ranking.telling import Telling

    wanted = form_of(form, output, RankingFormat.text, "A ranking")
    if wanted is RankingFormat.svg and explain:
        message = "One score taken apart is no picture."
        raise Misuse(message, "Leave out --explain, or write it as .md, .txt or .json.")
    session = Session(root, quiet=quiet)
    dataset = session.checked()
    criteria, words = session.criteria(dataset), session.words(language, "ranking")
    if round_name is not None:
        round_name = require("round", round_name, rounds(dataset))
    assessors = [one.assessor for one in round_of(dataset, round_name).assessments]
    query = Query(
        recommendations=recommendations or explain in dataset.recommendations,
        theme=None if theme is None else require("theme", theme, dataset.themes),
        round=round_name,
        what_if=what_if(criteria, assessors, weight, without, only_assessors),
        weights=weights.value,
        draws=draws,
        places=places,
    )
    telling = Telling(dataset, prioritise(dataset, criteria, words.language, query), words)
    if wanted is RankingFormat.svg:
        write_picture(telling, output)
    else:
        result = _explanation(telling, explain) if explain else ranking_result(telling)
        write_result(result, Format(wanted), output, color)


def _explanation(telling: Telling, wanted: str) -> Result:
    from anbefal.analysis.explanation import explain
    from anbefal.model.names import nearest
    from anbefal.report.ranking.explanation import explanation_result

    dataset, ranking = telling.dataset, telling.found.ranking
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
    names = {one.id: telling.criterion(one.id) for one in ranking.criteria.criteria}
    return explanation_result(telling, explain(dataset, ranking, item, names))
