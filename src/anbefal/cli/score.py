"""The command `score`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.completing import complete_actor
from anbefal.cli.options import ColorOption, LanguageOption, OnlyThemes, Quiet, Root
from anbefal.cli.scoring.choices import (
    assessor_of,
    date_of,
    must_be_readable,
    round_of,
    themes_of,
)
from anbefal.cli.session import Session
from anbefal.cli.stopping import INTERRUPTED_EXIT_CODE, How, answering
from anbefal.report.output import Color, console

if TYPE_CHECKING:
    from anbefal.cli.scoring.screen import Screen
    from anbefal.model.vocabulary import CriteriaSet


def score(
    *,
    round_name: Annotated[
        str | None,
        typer.Option(
            "--round",
            help="The round, such as 2026; without it, the latest that is not made up.",
        ),
    ] = None,
    assessor: Annotated[
        str | None,
        typer.Option("--assessor", help="Who gives the values.", autocompletion=complete_actor),
    ] = None,
    theme: OnlyThemes = None,
    recommendations: Annotated[
        bool,
        typer.Option(
            "--recommendations", help="Also the recommendations on each theme, after the theme."
        ),
    ] = False,
    again: Annotated[
        bool, typer.Option("--all", help="Also what has a value; Enter keeps it.")
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            help="When the values were given: YYYY-MM-DD, YYYY-MM, YYYY or today; without it, a "
            "new assessment is of today, and one that is there keeps its date.",
        ),
    ] = None,
    language: LanguageOption = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Enter an assessor's values, question by question, and go on another time.

    Every theme is saved when its questions are answered, and the rest when you stop. What has a
    value is not asked about again.
    """
    from anbefal.analysis.open_values import items_to_score
    from anbefal.cli.scoring.dialog import Dialog
    from anbefal.cli.scoring.task import Task
    from anbefal.report.patch import write_changed

    session = Session(root, quiet=quiet)
    dataset = session.loaded.dataset
    criteria = session.criteria(dataset)
    screen = _screen(session, criteria, language, color)
    who = assessor_of(session, screen, assessor)
    where = round_of(dataset, round_name, who)
    must_be_readable(session, where, who)
    only = themes_of(session, theme)
    items = items_to_score(dataset, screen.language, only, recommendations=recommendations)
    task = Task(session, screen, criteria, items, where, who, date_of(session, date), color)
    questions = task.questions(again=again)
    task.begin(questions)
    of_ranking = _options({"--root": root, "--round": where})
    of_rest = _options({"--assessor": who, "--themes": ",".join(only or ()), "--lang": language})
    more = ["--recommendations"] if recommendations else []
    with answering() as answers:
        how = Dialog(task, questions, answers, can_retry=sys.stdin.isatty()).run()
        task.end(how, to_rank=of_ranking, to_go_on=[*of_ranking, *of_rest, *more])
        write_changed((path, *contents) for path, contents in task.files.items())
    if how in {How.INTERRUPTED, How.GONE}:
        raise typer.Exit(INTERRUPTED_EXIT_CODE)


def _options(given: Mapping[str, object]) -> list[str]:
    """Return options with their values, as they are typed; those without a value are left out."""
    return [word for name, value in given.items() if value for word in (name, str(value))]


def _screen(session: Session, criteria: CriteriaSet, language: str | None, color: Color) -> Screen:
    from anbefal.cli.scoring.screen import Screen

    words, hint_words = session.words(language, "score"), session.words(language, "hints")
    out = console(color, sys.stderr)
    return Screen(out, session.loaded.dataset, criteria, words, hint_words)
