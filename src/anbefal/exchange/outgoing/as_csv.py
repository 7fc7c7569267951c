"""Recommendations as a CSV file for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from anbefal.exchange.outgoing.columns import GUARDED_MARK, Column
from anbefal.exchange.outgoing.guarding import guarded
from anbefal.exchange.outgoing.values import Plain, texts_of

SEPARATOR = ";"
"""What Excel expects wherever numbers have a comma, as in Norway; with a comma between the columns
it would put a whole row into one cell."""


def write_csv(columns: Sequence[Column], records: Sequence[Plain]) -> bytes:
    """Return records as CSV in UTF-8, with the mark by which Excel knows it."""
    return csv_of(columns, [texts_of(columns, one) for one in records])


def csv_of(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the same of the cells of records, as :func:`texts_of` gives them."""
    made = StringIO()
    writer = csv.writer(made, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([*(column.name for column in columns), GUARDED_MARK])
    for row in rows:
        writer.writerow([*map(_cell, columns, row), ""])
    return made.getvalue().encode("utf-8-sig")


def _cell(column: Column, text: str) -> str:
    """Return a cell; truth values stay plain, for what a spreadsheet makes of them is the same."""
    return text if not text or column.kind in {"boolean", "presence"} else guarded(text)
