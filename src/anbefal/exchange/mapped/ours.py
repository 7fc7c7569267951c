"""Files that ``export`` wrote as JSON or Parquet, as rows of a table again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from anbefal.errors import Unreadable
from anbefal.exchange.archives import read_file, size_of_file
from anbefal.exchange.limits import MEGABYTE, Limits
from anbefal.exchange.outgoing.as_json import FORMAT_VERSION
from anbefal.exchange.outgoing.columns import MARK, Column, export_columns
from anbefal.exchange.outgoing.values import Plain, text_of, value_at
from anbefal.exchange.tables.rows import Field, Row
from anbefal.model.incoming import Place, Unread

LIMITS = Limits(file=50 * MEGABYTE)
READER = "anbefal.exchange.mapped.parquet_reader"
"""The module that a process of its own runs to read a Parquet file."""
_LONGEST = 120
"""Seconds that it may take."""

_OURS = re.compile(rb'\s*\{\s*"format_version"\s*:\s*(\d{1,6})\s*,\s*"recommendations"\s*:\s*\[')
_PARQUET = b"PAR1"
_AGAIN = "Export it again, or as .xlsx or .csv."
_COUNTS_FROM = date(1899, 12, 30)
_MOST_SHOWN = 100


class OurRows:
    """The records of such a file; see :class:`anbefal.exchange.tables.rows.Rows`.

    Args:
        records: The records as plain values, or what stands in the place of one, each with the
            share of the file that was read by then.
    """

    def __init__(self, records: Iterable[tuple[Any, float]]) -> None:
        self._records = records
        self._columns = export_columns(internal=True)
        self.headings = (*(column.name for column in self._columns), MARK)
        self.counts_from = _COUNTS_FROM
        self.share_read = 0.0

    def __iter__(self) -> Iterator[Row | Unread]:
        """Yield the records."""
        for number, (record, share) in enumerate(self._records, 1):
            yield self._row(number, record)
            self.share_read = min(share, 1.0)
        self.share_read = 1.0

    def _row(self, number: int, record: Any) -> Row | Unread:
        place = Place(number, unit="record")
        if not isinstance(record, dict):
            return Unread(place, "There is no record but a value of its own.", "Delete it.")
        found = ((column.name, _field(column, record, place)) for column in self._columns)
        return Row(place, {name: field for name, field in found if field})


def our_rows(path: Path) -> OurRows | None:
    """Return the rows of a JSON or Parquet file that ``export`` wrote; ``None`` of any other JSON.

    Raises:
        Unreadable: There is no such file, it is damaged or too big, of a later version, or a
            Parquet file of others.
    """
    size_of_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(4096).removeprefix(b"\xef\xbb\xbf")
    except (OSError, ValueError):
        return None  # whoever opens it next says why
    if head.startswith(_PARQUET):
        return _parquet_rows(path)
    ours = _OURS.match(head)
    if ours is None:
        return None
    _check_version(path.name, int(ours[1]))
    return _json_rows(path)


def _check_version(name: str, version: int) -> None:
    if version != FORMAT_VERSION:
        message = f"{name} was exported by another version, in the form {version}."
        raise Unreadable(message, _AGAIN)


def _json_rows(path: Path) -> OurRows:
    """Return the rows of a JSON file, read whole; what lies too deep in itself is refused."""
    data = read_file(path, LIMITS)
    try:
        records = json.loads(data.decode("utf-8-sig"))["recommendations"]
    except (ValueError, RecursionError) as error:
        how = " ".join(str(error).split())[:_MOST_SHOWN]
        message = f"{path.name} is damaged or ends too early ({how})."
        raise Unreadable(message, "Export it again.") from None
    return rows_of(records)


def _parquet_rows(path: Path) -> OurRows:
    """Return the rows of a Parquet file, which a process of its own reads.

    The library ends its process, without a word, on some files that are damaged.
    """
    read_file(path, LIMITS)  # refuses what is no file or too big
    command = [sys.executable, "-P", "-m", READER, str(path.resolve())]
    try:
        ended = subprocess.run(  # noqa: S603 - this program itself
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_LONGEST, check=False
        )
        found = json.loads(ended.stdout)
    except (OSError, ValueError, RecursionError, subprocess.TimeoutExpired):
        found = None
    if not isinstance(found, dict) or ended.returncode:
        raise Unreadable(f"{path.name} is damaged: it cannot be read as Parquet.", _AGAIN)
    if "message" in found:
        raise Unreadable(f"{path.name} {found['message']}", found["hint"])
    return rows_of(found["recommendations"])


def rows_of(records: list[Any]) -> OurRows:
    """Return records as the rows of a table."""
    many = max(len(records), 1)
    return OurRows((record, number / many) for number, record in enumerate(records, 1))


def _field(column: Column, record: Plain, place: Place) -> Field | None:
    """Return what a record says in a column, as a cell would hold it."""
    value = value_at(record, column.steps)
    where = Place(place.row, column=column.name, unit="record")
    if value is None or (column.kind != "presence" and value in ("", [], {})):
        return None
    if isinstance(value, list) and column.kind == "list":
        items = tuple(str(one) for one in value)
        return Field(where, "list", "\n".join(items), items)
    if isinstance(value, float) or (column.kind != "json" and isinstance(value, bool)):
        kind: Any = "boolean" if isinstance(value, bool) else "number"
        text = str(value).lower()
    elif column.kind in {"text", "date"} and isinstance(value, int):
        kind, text = "number", str(value)
    elif isinstance(value, str) and column.kind not in {"json", "notes"}:
        kind, text = "text", value
    else:
        kind, text = "text", _odd_text(column, record, value)
    return Field(where, kind, text, (text,))


def _odd_text(column: Column, record: Plain, value: Any) -> str:
    is_fit = {"json": list | dict, "notes": str | list, "presence": dict}.get(column.kind)
    try:
        if is_fit is not None and isinstance(value, is_fit):
            return text_of(column, record)
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return "{…}"
