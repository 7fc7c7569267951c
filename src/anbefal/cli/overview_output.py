"""Who owes what, or the matrix for a body, as a result or as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.cli.output_file import is_shown, write_content, write_result
from anbefal.cli.overview_options import By, OverviewFormat
from anbefal.report.output import Color, Format, Result

if TYPE_CHECKING:
    from anbefal.analysis.owed import Filters
    from anbefal.report.overview.telling import Telling
    from anbefal.sheets import Workbook


def owed_of(
    telling: Telling, filters: Filters, by: By, form: OverviewFormat, output: str | None
) -> Result | Workbook:
    """Return who owes what.

    Args:
        telling: Says what records say.
        filters: What it is narrowed to.
        by: What the summary counts by.
        form: The form that it will be written in.
        output: The file that the user named; on the screen, long lists are cut.
    """
    from anbefal.analysis.overview import overview
    from anbefal.report.overview.owed import Owed, overview_result
    from anbefal.report.overview.sheets import overview_sheets

    found, past = overview(telling.dataset, filters), telling.dataset.as_of is not None
    owed = Owed(telling, found, by.value, past)
    if form is OverviewFormat.xlsx:
        return overview_sheets(owed)
    return overview_result(owed, Format(form), whole=not is_shown(output))


def matrix_of(
    telling: Telling, filters: Filters, body: str, since: int | None, form: OverviewFormat
) -> Result | Workbook:
    """Return the matrix for the next report to a body.

    Args:
        telling: Says what records say.
        filters: What it is narrowed to.
        body: Id of the body.
        since: The first year that counts.
        form: The form that it will be written in.
    """
    from anbefal.analysis.asks import reach_of
    from anbefal.analysis.matrix import matrix
    from anbefal.report.overview.matrix import matrix_result
    from anbefal.report.overview.sheets import matrix_sheets

    past = telling.dataset.as_of is not None
    found = matrix(
        telling.dataset, body, since, lambda record: filters.let_through(reach_of(record))
    )
    if form is OverviewFormat.xlsx:
        return matrix_sheets(telling, found, as_it_stood=past)
    return matrix_result(telling, found, Format(form), as_it_stood=past)


def write_made(
    made: Result | Workbook, form: OverviewFormat, output: str | None, color: Color
) -> None:
    """Write what was made to the screen, or to a file whose name is printed then.

    Raises:
        Misuse: A text is longer than a cell can hold, or the screen cannot show it.
    """
    if isinstance(made, Result):
        write_result(made, Format(form), output, color)
        return
    from anbefal.exchange.outgoing.page_sheets import write_page_book

    write_content(write_page_book(made), output, is_text=False)
