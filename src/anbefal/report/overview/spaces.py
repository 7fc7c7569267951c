"""Ordinary spaces in what is searched: a search for "para. 16" finds no other kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from anbefal.report.tables import Cell

C = TypeVar("C", bound=Cell)

_SPACES = {0xA0: " ", 0x202F: " "}
"""Spaces at which no line is broken, wide and narrow."""


def searchable(cells: Iterable[C]) -> tuple[C, ...]:
    """Return cells of a spreadsheet with ordinary spaces."""
    return tuple(_ordinary(cell) for cell in cells)


def _ordinary(cell: C) -> C:
    return cell.translate(_SPACES) if isinstance(cell, str) else cell  # type: ignore[return-value]
