"""The command `overview`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli import options
from anbefal.cli.completing import complete_actor
from anbefal.cli.naming import body_named, ministry_named
from anbefal.cli.session import Session, require_all
from anbefal.cli.table_file import FORMS, WORKBOOK, ending_of, write_result, write_sheets
from anbefal.errors import Misuse
from anbefal.report.output import Color, Format, write

if TYPE_CHECKING:
    from anbefal.analysis.overview_groups import Dimension
    from anbefal.analysis.owed import Filters
    from anbefal.model.dataset import Dataset
    from anbefal.report.output import Result
    from anbefal.report.overview.sheets import Sheets
    from anbefal.report.overview.telling import Telling


class By(StrEnum):
    """What an overview is counted by."""

    ministry = "ministry"
    body = "body"
    theme = "theme"


_DIMENSIONS: dict[By, Dimension] = {
    By.ministry: "ministry",
    By.body: "body",
    By.theme: "theme",
}

ByOption = Annotated[
    By | None, typer.Option("--by", help="What the summary counts by; without it, by ministry.")
]
ConventionOption = Annotated[
    str | None,
    typer.Option(
        "--convention",
        metavar="BODY",
        help="Instead, the matrix for the next report to this body: what it asked for, and what "
        "was done. A convention, a body or its id, such as cedaw.",
        autocompletion=complete_actor,
    ),
]
SinceOption = Annotated[
    int | None,
    typer.Option(
        "--since", metavar="YEAR", min=1945, max=2100, help="Of the matrix, only from this year."
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to a file: a workbook (.xlsx), or .json, .csv, .md or .txt.",
    ),
]


def overview(
    *,
    by: ByOption = None,
    ministry: options.Ministries = None,
    body: options.Bodies = None,
    theme: options.Themes = None,
    convention: ConventionOption = None,
    since: SinceOption = None,
    output: OutputOption = None,
    language: options.LanguageOption = None,
    form: options.FormatOption = Format.text,
    as_of: options.AsOfPast = None,
    root: options.Root = None,
    quiet: options.Quiet = False,
    color: options.ColorOption = Color.auto,
) -> None:
    """Show who owes what: no report, measures overdue, deadlines near or passed, nothing new.

    Filters combine, and a repeated filter widens. With --convention, the matrix of what a body
    asked for and what was done; `-o matrix.xlsx` writes it for Excel.
    """
    from anbefal.analysis.past import as_it_stood
    from anbefal.report.overview.telling import Telling

    ending = ending_of(output)
    _refuse(convention, since, by, body)
    session = Session(root, quiet=quiet, as_of=as_of)
    dataset = session.checked()
    asked = None if convention is None else body_named(dataset, convention)
    filters = _filters(dataset, ministry, body, theme)
    if dataset.as_of:
        dataset = as_it_stood(dataset, dataset.as_of)
    telling = Telling(dataset, session.words(language, "overview"))
    made = _Matrix(telling, asked, since, filters) if asked else _Owed(telling, by, filters)
    if output is None:
        write(made.result(form), form, color)
        return
    if ending == WORKBOOK:
        write_sheets(made.sheets(), dataset, telling.language, output)
    else:
        write_result(made.result(FORMS[ending], whole=True), FORMS[ending], output)
    typer.echo(output)


class _Owed:
    """Who owes what, as a result and as sheets."""

    def __init__(self, telling: Telling, by: By | None, filters: Filters) -> None:
        from anbefal.analysis.overview import overview as who_owes
        from anbefal.report.overview.owed import Owed

        found = who_owes(telling.dataset, filters)
        past = telling.dataset.as_of is not None
        self._owed = Owed(telling, found, _DIMENSIONS[by or By.ministry], past)

    def result(self, form: Format, *, whole: bool = False) -> Result:
        from anbefal.report.overview.owed import overview_result

        return overview_result(self._owed, form, whole=whole)

    def sheets(self) -> Sheets:
        from anbefal.report.overview.sheets import overview_sheets

        return overview_sheets(self._owed)


class _Matrix:
    """The matrix for the next report to a body, as a result and as sheets."""

    def __init__(self, telling: Telling, body: str, since: int | None, filters: Filters) -> None:
        from anbefal.analysis.asks import reach_of
        from anbefal.analysis.matrix import matrix

        self._telling = telling
        self._past = telling.dataset.as_of is not None
        self._found = matrix(
            telling.dataset, body, since, lambda record: filters.let_through(reach_of(record))
        )

    def result(self, form: Format, *, whole: bool = False) -> Result:  # noqa: ARG002 - always whole
        from anbefal.report.overview.matrix import matrix_result

        return matrix_result(self._telling, self._found, form, as_it_stood=self._past)

    def sheets(self) -> Sheets:
        from anbefal.report.overview.sheets import matrix_sheets

        return matrix_sheets(self._telling, self._found, as_it_stood=self._past)


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
        ministries=tuple(ministry_named(dataset, one) for one in ministries or ()),
        bodies=tuple(body_named(dataset, one) for one in bodies or ()),
        themes=require_all("theme", themes, dataset.themes),
    )
