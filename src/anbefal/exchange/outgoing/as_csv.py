"""Recommendations as a CSV file for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from anbefal.exchange.outgoing.columns import GUARDED_MARK, Column
from anbefal.exchange.outgoing.guarding import guarded
from anbefal.exchange.outgoing.values import Plain, text_of

SEPARATOR = ";"
"""What Excel expects wherever numbers have a comma, as in Norway; with a comma between the columns
it would put a whole row into one cell."""


def write_csv(columns: Sequence[Column], records: Sequence[Plain]) -> bytes:
    """Return records as CSV in UTF-8, with the mark by which Excel knows it."""
    made = StringIO()
    writer = csv.writer(made, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([*(column.name for column in columns), GUARDED_MARK])
    for record in records:
        writer.writerow([*(_cell(column, record) for column in columns), ""])
    return made.getvalue().encode("utf-8-sig")


def _cell(column: Column, record: Plain) -> str:
    """Return a cell; truth values stay plain, for what a spreadsheet makes of them is the same."""
    text = text_of(column, record)
    return text if column.kind in {"boolean", "presence"} else guarded(text)
