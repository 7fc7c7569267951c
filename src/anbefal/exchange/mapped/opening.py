"""Any list of recommendations, opened."""

from __future__ import annotations

from pathlib import Path

from anbefal.errors import Unreadable
from anbefal.exchange.mapped.mapping import Mapping
from anbefal.exchange.mapped.ours import our_rows
from anbefal.exchange.mapped.plan import knows_heading
from anbefal.exchange.tables.opening import open_table
from anbefal.exchange.tables.rows import Rows
from anbefal.model.names import nearest


def open_list(path: Path, mapping: Mapping, *, encoding: str | None = None) -> Rows:
    """Return the rows of a workbook, a text file with delimiters, a JSON or a Parquet file.

    Args:
        path: The file.
        mapping: Which columns are which fields, and the sheet; its headings tell the table's.
        encoding: The encoding of a text file; without one, it is found out.

    Raises:
        Misuse: There is no such sheet or encoding, or a sheet of several must be named.
        Unreadable: It is none of these or damaged, or no heading of it is known.
    """
    if rows := our_rows(path):
        return rows
    knows = knows_heading(mapping)
    seen: dict[str, bool] = {}

    def is_known(heading: str) -> bool:
        seen[heading] = knows(heading)
        return seen[heading]

    try:
        return open_table(path, is_known, sheet=mapping.sheet, encoding=encoding)
    except Unreadable as error:
        if not seen or any(seen.values()):
            raise
        raise Unreadable(error.message, _hint(mapping, [*seen])) from None


def _hint(mapping: Mapping, headings: list[str]) -> str:
    """Return how to say which columns are which, where no heading is one that is known."""
    for field, wanted in mapping.columns.items():
        if near := nearest(wanted, headings):
            return f'There is no {wanted!r}. Did you mean --map {field}="{near}"?'
    return 'Say which column holds the recommendations: --map text="HEADING".'
