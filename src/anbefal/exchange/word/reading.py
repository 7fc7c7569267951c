"""Word documents from others as paragraphs and tables, read as Word shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from anbefal.exchange.word.blocks import Paragraph, TableRow, WordDocument, WordTable
from anbefal.exchange.word.elements import (
    Xml,
    child,
    flattened,
    kind,
    number_told,
    told,
)
from anbefal.exchange.word.numbering import Numbering
from anbefal.exchange.word.opening import opened
from anbefal.exchange.word.styles import Styles
from anbefal.exchange.word.words import Words, words_of

_SENTENCE_ENDS = re.compile(r"[.;:,?!]$|\b(?:and|or|og|eller)$", re.IGNORECASE)
_LONGEST_HEADING = 30
"""Words of the longest heading that is known by its bold type."""


def read_document(path: Path) -> WordDocument:
    """Return what a Word document (.docx) holds.

    Tracked changes are taken: what was put in is there, what was taken away is not. So is
    everything else as Word shows it: numbers that Word counts, results of fields, text boxes (as
    paragraphs after the one that they hang on). Footnotes stand apart. Comments and hidden text
    are left out.

    Raises:
        Unreadable: It is no such document, is damaged, protected by a password or too big; the
            message says which, and what to do.
    """
    parts = opened(path)
    styles = Styles(parts.styles)
    heads = [_Reader(styles, Numbering(None, styles)).lines(header) for header in parts.headers]
    reader = _Reader(styles, Numbering(parts.numbering, styles))
    notes = [_Reader(styles, Numbering(None, styles)).lines(note) for note in parts.notes]
    return WordDocument(
        name=path.name,
        heads=tuple(dict.fromkeys(filter(None, heads))),
        blocks=tuple(reader.blocks(parts.body)),
        notes=tuple(filter(None, notes)),
    )


class _Reader:
    """Reads the blocks of a document in their order, and counts them."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._paragraphs = self._tables = 0
        self._runs_on: list[Words] = []
        """The beginnings of a paragraph whose end was taken away by a tracked change."""

    def blocks(self, parent: Iterable[Xml]) -> Iterator[Paragraph | WordTable]:
        """Yield the paragraphs that are not empty, and the tables."""
        for one in flattened(parent):
            if kind(one) == "p":
                yield from self._paragraph(one)
            elif kind(one) == "tbl":
                self._tables += 1
                number = self._tables
                yield WordTable(number, tuple(self._rows(one)))

    def lines(self, parent: Iterable[Xml]) -> str:
        """Return the words in a cell or a header, a line for each paragraph, numbers with them."""
        found: list[str] = []
        for one in flattened(parent):
            if kind(one) == "p":
                found += self._line(one)
            elif kind(one) == "tbl":
                found += [cell for row in self._rows(one) for cell in row.cells]
        return "\n".join(filter(None, found))

    def _line(self, element: Xml) -> list[str]:
        words = self._words(element)
        if words is None:
            return []
        number, _ = self._numbering.next_number(element)
        boxes = [self.lines(box) for box in words.boxes]
        return [f"{number} {words.text}".strip(), *boxes]

    def _paragraph(self, element: Xml) -> Iterator[Paragraph | WordTable]:
        self._paragraphs += 1
        at = self._paragraphs
        words = self._words(element)
        if words is None:
            return
        number, level = self._numbering.next_number(element)
        if text := words.text:
            yield Paragraph(at, text, number, level, self._is_heading(element, words, text))
        for box in words.boxes:
            yield from self.blocks(box)

    def _words(self, element: Xml) -> Words | None:
        """Return a paragraph's words; ``None`` where it runs on into the next one."""
        self._runs_on.append(words_of(element))
        mark = child(element, "pPr", "rPr")
        if mark is not None and any(kind(one) in {"del", "moveFrom"} for one in mark):
            return None
        words = Words(
            boxes=[box for one in self._runs_on for box in one.boxes],
            runs=[run for one in self._runs_on for run in one.runs],
        )
        self._runs_on = []
        return words

    def _is_heading(self, element: Xml, words: Words, text: str) -> bool:
        if self._styles.is_heading(element):
            return True
        is_short = len(text.split()) <= _LONGEST_HEADING
        return (
            is_short
            and not _SENTENCE_ENDS.search(text)
            and all(self._styles.is_bold(element, run) for run, part in words.runs if part.strip())
        )

    def _rows(self, table: Xml) -> Iterator[TableRow]:
        number = 0
        for row in flattened(table):
            properties = child(row, "trPr")
            if kind(row) != "tr" or child(row, "trPr", "del") is not None:
                continue
            number += 1
            skipped = number_told(child(properties, "gridBefore")) if properties is not None else 0
            cells = [("", skipped, False)] if skipped else []
            for one in flattened(row):
                if kind(one) == "tc":
                    self._add_cell(cells, one)
            texts, spans, continues = zip(*cells, strict=True) if cells else ((), (), ())
            yield TableRow(number, texts, spans, continues)

    def _add_cell(self, cells: list[tuple[str, int, bool]], cell: Xml) -> None:
        properties = child(cell, "tcPr")
        text = self.lines(cell)
        span = number_told(child(properties, "gridSpan")) or 1
        across, down = child(properties, "hMerge"), child(properties, "vMerge")
        if across is not None and told(across) != "restart" and cells:
            before, width, continues = cells[-1]
            cells[-1] = "\n".join(filter(None, (before, text))), width + span, continues
        else:
            cells.append((text, span, down is not None and told(down) != "restart"))
