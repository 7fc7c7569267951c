"""A workbook that is handed out, for those who want it as CSV or JSON instead."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from functools import lru_cache
from io import StringIO

from anbefal.exchange.outgoing.as_csv import SEPARATOR
from anbefal.exchange.outgoing.as_json import FORMAT_VERSION
from anbefal.exchange.outgoing.guarding import guarded
from anbefal.sheets import Content, Sheet, Workbook


def write_book_csv(book: Workbook) -> bytes:
    """Return the first sheet as CSV in UTF-8, with the mark by which Excel knows it.

    It is the headings and the rows, without title and sums, so that every line is a row. Text that
    a spreadsheet would take for a formula, a number or a day has an apostrophe before it.
    """
    sheet = book.sheets[0]
    return "".join(map(_line, (sheet.headings, *sheet.rows))).encode("utf-8-sig")


def write_book_json(book: Workbook) -> bytes:
    """Return every sheet as JSON: its name, headings and rows, a row on a line."""
    tables = ",\n".join(_table(one) for one in book.sheets)
    head = f'"format_version": {FORMAT_VERSION},\n"title": {_json(book.title)}'
    return f'{{\n{head},\n"tables": [\n{tables}\n]\n}}\n'.encode("utf-8", "replace")


def _table(sheet: Sheet) -> str:
    rows = ",\n".join(_json(row) for row in sheet.rows)
    name, headings = _json(sheet.name), _json(sheet.headings)
    return f'{{"name": {name},\n"headings": {headings},\n"rows": [\n{rows}\n]}}'


def _json(value: str | Sequence[Content]) -> str:
    return json.dumps(value, ensure_ascii=False)


@lru_cache(maxsize=2**14)
def _line(row: tuple[Content, ...]) -> str:
    """Return a row, which may stand in several tables of a site."""
    made = StringIO()
    cells = [_guarded(one) if isinstance(one, str) else one for one in row]
    csv.writer(made, delimiter=SEPARATOR, lineterminator="\r\n").writerow(cells)
    return made.getvalue()


_guarded = lru_cache(maxsize=2**15)(guarded)
"""A site says the same of many records."""
