"""Lists as others write them, and what becomes of their rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from anbefal.exchange.mapped.mapping import Mapping, parse_maps
from anbefal.exchange.mapped.opening import open_list
from anbefal.exchange.mapped.reading import read_table
from anbefal.exchange.wanted import Wanted
from anbefal.model.base import Language
from anbefal.model.incoming import Incoming, Reading, Unread
from anbefal.model.labels import Vocabulary
from repositories import actor, dataset, theme

VOCABULARY = Vocabulary(
    dataset(
        actors=[actor("cat", "treaty-body"), actor("jd", "ministry"), actor("bfd", "ministry")],
        themes=[theme("isolasjon")],
    )
)


def workbook(folder: Path, *rows: list[Any], merged: str = "") -> Path:
    """Write a workbook; its first row holds the headings."""
    book = Workbook()
    assert book.active is not None
    for one in rows:
        book.active.append(one)
    if merged:
        book.active.merge_cells(merged)
    path = folder / "liste.xlsx"
    book.save(path)
    return path


def text_file(folder: Path, *lines: str) -> Path:
    path = folder / "liste.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(
    path: Path, *maps: str, mapping: Mapping | None = None, language: Language = "nb", **wanted: Any
) -> list[Reading]:
    how = mapping or parse_maps(maps)
    rows = open_list(path, how)
    return list(read_table(rows, how, Wanted(**wanted), VOCABULARY, language=language))


def incoming(path: Path, *maps: str, **more: Any) -> Incoming:
    """Return the only row of a list."""
    [found] = read(path, *maps, **more)
    assert isinstance(found, Incoming), found
    return found


def unread(path: Path, *maps: str, **more: Any) -> Unread:
    """Return the only row of a list, which cannot be read."""
    [found] = read(path, *maps, **more)
    assert isinstance(found, Unread), found
    return found
