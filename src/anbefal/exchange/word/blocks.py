"""What a Word document, or a plain text, is made of for a reader: paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph that is not empty.

    Attributes:
        at: The number of the paragraph in the document, from 1; in a plain text, of its first line.
        text: Its words, with tabs and line breaks; insertions that are tracked are in it, deletions
            are not; neither are footnote marks.
        number: What Word's automatic numbering shows before it, such as ``14.`` or ``(a)``; empty
            where there is none. A number that was typed is part of the text.
        level: How deep the automatic numbering is, from 0; ``None`` where there is none.
        is_heading: Whether its style is that of a heading, or all of it is bold and it is no
            sentence.
    """

    at: int
    text: str
    number: str = ""
    level: int | None = None
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table, its cells from left to right; a cell over several columns stands once.

    Attributes:
        number: The row's number in its table, from 1.
        cells: The words of each cell, a line for each paragraph.
        spans: How many columns each cell is wide.
        continues: For each cell, whether it continues the cell above it.
    """

    number: int
    cells: tuple[str, ...]
    spans: tuple[int, ...]
    continues: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table.

    Attributes:
        number: The table's number in the document, from 1.
        rows: Its rows.
    """

    number: int
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A document.

    Attributes:
        name: What the file is called.
        heads: The words of its page headers, of all sections and kinds, without repetition.
        blocks: Paragraphs and tables in the order in which they stand.
        notes: The words of its footnotes and endnotes, in their order; a committee's session often
            stands in one of them.
        unit: What ``at`` of its paragraphs counts: paragraphs, or the lines of a plain text.
    """

    name: str
    heads: tuple[str, ...]
    blocks: tuple[Paragraph | WordTable, ...]
    notes: tuple[str, ...] = ()
    unit: Literal["paragraph", "line"] = "paragraph"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand in no table."""
        return tuple(one for one in self.blocks if isinstance(one, Paragraph))

    @property
    def tables(self) -> tuple[WordTable, ...]:
        """The tables."""
        return tuple(one for one in self.blocks if isinstance(one, WordTable))
