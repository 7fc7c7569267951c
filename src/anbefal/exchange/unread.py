"""The rows that could not be read, as a file that a person can mend and import again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anbefal.exchange.outgoing.columns import MARK, OURS
from anbefal.exchange.outgoing.text_sheet import MOST_ROWS, TextSheet, fits_cell, write_text_sheet
from anbefal.model.incoming import Unread

PLACE, WHY = f"{OURS} place", f"{OURS} why"
"""Headings of the columns that tell where a row stood and what is wrong with it."""

_SHEET = "unread"
_HALF = re.compile("[\ud800-\udfff]")
_WIDE, _MIDDLE = 40, 24
_MOST_COLUMNS = 16_000


@dataclass(frozen=True, slots=True)
class ToMend:
    """A file of rows that could not be read.

    Attributes:
        ending: How its name ends: ``.xlsx`` or ``.json``.
        data: Its content.
    """

    ending: str
    data: bytes


def rows_to_mend(unread: Sequence[Unread], headings: Sequence[str] = ()) -> ToMend | None:
    """Return rows under the headings of the file that they stood in, and beside them what is wrong.

    All cells are text. Where a sheet of Excel cannot hold them, because a text is too long or there
    are too many, they are written as JSON instead, which can be imported as well. Rows without any
    value are left out: there is nothing to mend in them.

    Args:
        unread: The rows.
        headings: The headings of the file, in its order; without them, as they come in the rows.

    Returns:
        The file; ``None`` where no row has a value.
    """
    unread = [one for one in unread if any(map(str.strip, one.raw.values()))]
    if not unread:
        return None
    names = list(dict.fromkeys(name for name in _names(unread, headings) if not _is_told(name)))
    rows = [
        [*(one.raw.get(name, "") for name in names), str(one.place), _why(one)] for one in unread
    ]
    names += [PLACE, WHY]
    if _fits(names, rows):
        widths = [*(_MIDDLE for _ in names[:-1]), _WIDE]
        return ToMend(".xlsx", write_text_sheet(TextSheet(_SHEET, names, rows, widths)))
    records = [dict(zip(names, row, strict=True)) for row in rows]
    return ToMend(".json", _as_json(records))


def _as_json(records: Sequence[dict[str, str]]) -> bytes:
    """Return records as JSON; half a character, which UTF-8 cannot hold, as JSON tells of it."""
    text = json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    halves = _HALF.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return halves.encode()


def _names(unread: Iterable[Unread], headings: Sequence[str]) -> Iterable[str]:
    yield from headings
    for one in unread:
        yield from one.raw


def _is_told(name: str) -> bool:
    """Return whether a heading is one that this module adds, as in a file that was mended."""
    return name.startswith(OURS) and not name.startswith(MARK)


def _why(one: Unread) -> str:
    return f"{one.message} {one.hint}".strip()


def _fits(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    fits = len(rows) <= MOST_ROWS and len(names) <= _MOST_COLUMNS
    return fits and all(fits_cell(text) for row in (names, *rows) for text in row)
