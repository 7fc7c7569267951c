"""The command `overview`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.cli import options
from anbefal.cli import overview_options as only_here
from anbefal.cli.naming import bodies_named, body_named, ministries_named
from anbefal.cli.output_file import form_of
from anbefal.cli.overview_options import By, OverviewFormat
from anbefal.cli.session import Session, require_all
from anbefal.errors import Misuse
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.analysis.owed import Filters
    from anbefal.model.dataset import Dataset


def overview(
    *,
    by: only_here.Counted = None,
    ministry: options.Ministries = None,
    body: options.Bodies = None,
    theme: options.Themes = None,
    convention: only_here.Convention = None,
    since: only_here.Since = None,
    output: only_here.Output = None,
    language: options.LanguageOption = None,
    form: only_here.Form = None,
    as_of: options.AsOfPast = None,
    root: options.Root = None,
    quiet: options.Quiet = False,
    color: options.ColorOption = Color.auto,
) -> None:
    """Show who owes what: no report, measures overdue, deadlines near or passed, nothing new.

    Filters combine, and a repeated filter widens. With --convention, the matrix of what a body
    asked for and what was done; `-o matrix.xlsx` writes it for Excel.
    """
    from anbefal.cli.overview_output import matrix_of, owed_of, write_made
    from anbefal.report.overview.telling import Telling

    wanted = form_of(form, output, OverviewFormat.text, "An overview")
    _refuse(convention, since, by, body)
    session = Session(root, quiet=quiet, as_of=as_of)
    dataset = session.as_it_stood()
    filters = _filters(dataset, ministry, body, theme)
    telling = Telling(dataset, session.words(language, "overview"))
    if convention is None:
        made = owed_of(telling, filters, by or By.ministry, wanted, output)
    else:
        made = matrix_of(telling, filters, body_named(dataset, convention), since, wanted)
    write_made(made, wanted, output, color)


def _refuse(
    convention: str | None, since: int | None, by: By | None, body: list[str] | None
) -> None:
    """Refuse options that would do nothing.

    Raises:
        Misuse: One of them was given.
    """
    if since is not None and convention is None:
        message = "--since is about the matrix of one body."
        raise Misuse(message, "Name the body with --convention, or leave --since out.")
    if convention is not None and (by or body):
        message = "--convention makes the matrix of one body, which is not counted by anything."
        raise Misuse(message, f"Leave out --{'by' if by else 'body'}.")


def _filters(
    dataset: Dataset,
    ministries: list[str] | None,
    bodies: list[str] | None,
    themes: list[str] | None,
) -> Filters:
    from anbefal.analysis.owed import Filters

    return Filters(
        ministries=ministries_named(dataset, ministries),
        bodies=bodies_named(dataset, bodies),
        themes=require_all("theme", themes, dataset.themes),
    )
