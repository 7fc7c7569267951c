"""A result written to a file: a workbook, or one of the forms that a result has."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.errors import Misuse
from anbefal.report.output import Color, Format, write
from anbefal.store.changing.files import write_bytes, write_text

if TYPE_CHECKING:
    from anbefal.model.base import Language
    from anbefal.model.dataset import Dataset
    from anbefal.report.output import Result
    from anbefal.report.overview.sheets import Sheets

WORKBOOK = ".xlsx"
FORMS = {
    ".json": Format.json,
    ".csv": Format.csv,
    ".md": Format.md,
    ".txt": Format.text,
}
"""The form that each ending of a file asks for, beside the workbook."""


def ending_of(output: str | None) -> str:
    """Return a file's ending, which tells the form that is written; empty without a file.

    Raises:
        Misuse: Nothing is written with that ending.
    """
    if output is None:
        return ""
    ending = Path(output).suffix.lower()
    if ending != WORKBOOK and ending not in FORMS:
        message = f"An overview cannot be written as {ending or 'a file without an ending'}."
        raise Misuse(message, f"Use one of {', '.join((WORKBOOK, *FORMS))}.")
    return ending


def write_result(result: Result, form: Format, output: str) -> None:
    """Write a result into a file, in one of its forms."""
    file = io.StringIO()
    write(result, form, Color.never, file)
    write_text(Path(output), file.getvalue())


def write_sheets(sheets: Sheets, dataset: Dataset, language: Language, output: str) -> None:
    """Write sheets into a workbook.

    Raises:
        Misuse: A text is longer than a cell can hold.
    """
    from anbefal.exchange.outgoing.page_sheets import PageBook, PageSheet, write_page_book

    secretariat = dataset.settings.secretariat
    book = PageBook(
        title=sheets.title,
        author=secretariat.name.within(language) if secretariat else "",
        lead=sheets.lead,
        sheets=[
            PageSheet(one.name, one.title, one.headings, one.widths, one.rows, one.foot)
            for one in sheets.sheets
        ],
        about_name=sheets.about_name,
        about=sheets.about,
        page=sheets.page,
    )
    write_bytes(Path(output), write_page_book(book))
