"""Labelled lines: what `show` says of a record, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from anbefal.analysis.followup import in_order
from anbefal.model.base import Language, Record
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Provenance, Update

if TYPE_CHECKING:
    from rich.console import Console

Line = tuple[str, str]
"""A label and what stands beside it; an empty label continues the one above."""


def show_lines(lines: tuple[Line, ...], out: Console) -> None:
    """Write lines to a terminal, labels to the left."""
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    shown.add_column(no_wrap=True)
    shown.add_column(overflow="fold")
    for label, words in lines:
        shown.add_row(Text(label, style="bold"), Text(words))
    out.print(shown)


def labelled(label: str, words: list[str]) -> Iterator[Line]:
    """Yield a line of listed words, or none where there are no words."""
    if words:
        yield label, ", ".join(words)


def log_lines(
    dataset: Dataset, log: tuple[Update, ...], label: str, language: Language
) -> Iterator[Line]:
    """Yield a log, the oldest entry first."""
    if not log:
        yield label, "nothing recorded"
    for number, update in enumerate(in_order(log)):
        by = dataset.name_of_actor(update.by, language)
        note = f" {update.note}" if update.note else ""
        evidence = f" [{', '.join(update.evidence)}]" if update.evidence else ""
        words = f"{update.date} {update.track} by {by}: {update.value}.{note}{evidence}"
        yield label if number == 0 else "", words


def provenance_lines(origin: Provenance) -> Iterator[Line]:
    """Yield where a record comes from, and how far it was checked."""
    yield "Verified", "yes, against the official document" if origin.verified else "no"
    if origin.inferred:
        yield "Inferred", ", ".join(origin.inferred)
    if origin.source:
        yield "Source", f"{origin.source}{f', seen {origin.seen}' if origin.seen else ''}"
    if origin.imported:
        kinds = sorted({noted.rpartition("-")[0] for noted in origin.imported.values()})
        yield "Imported", f"{', '.join(kinds)} ({len(origin.imported)} fields)"
    if origin.note:
        yield "Note", origin.note


def internal_lines(record: Record) -> Iterator[Line]:
    """Yield the internal notes, where the record still has them."""
    notes = (record.internal,) if isinstance(record.internal, str) else record.internal or ()
    for number, note in enumerate(notes):
        yield "INTERNAL" if number == 0 else "", note
