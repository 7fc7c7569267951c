"""The parts that every document is made of. Each format lays out these, and nothing else.

Text in them is literal: no character of it means anything to any format.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from anbefal.documents.pictures.ranking import RankingPicture
from anbefal.model.base import Language

DocumentKind = Literal["brief", "request", "memo", "minutes"]
Place = Literal["main", "beside"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a line that are shown alike.

    Attributes:
        text: The words; line breaks and runs of spaces in them count as one space.
        language: Their language, where it is not the document's.
        strong: Whether they stand out.
        target: The anchor of a point of the same document that they lead to, such as ``source-3``.
    """

    text: str
    language: Language | None = None
    strong: bool = False
    target: str | None = None


Line = tuple[Run, ...]
"""What stands in one paragraph, one cell's paragraph, or one point."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        line: The words.
        small: Whether it only explains what stands around it.
    """

    line: Line
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point, which other places name by its number.

    Attributes:
        number: From 1; it is part of what the document says.
        lines: What it says, then what is known about it.
    """

    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list with numbers.

    Attributes:
        points: By number; a list may begin with any.
        anchor: With a hyphen and the number it is the name of a point that lines lead to.
        small: Whether it is only looked up, as sources are.
    """

    points: tuple[Point, ...]
    anchor: str
    small: bool = False


Cell = tuple[Line, ...]
"""The paragraphs of a cell; none where it is empty."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. The first cell of a row is its heading.

    Attributes:
        caption: What the table shows; formats that have a place for it that nobody sees use that.
        head: The headings of the columns.
        rows: Each with a cell for every column.
        widths: How wide the columns are, in parts of their sum.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands at it, as in the head of a letter."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts below each other, with their labels in one column."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know before all else; it stands out."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption and, for those who do not see it, its alternative in words."""

    picture: RankingPicture
    caption: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section, one level below the section's own."""

    text: str


Block = Paragraph | Bullets | Points | Table | Facts | Notice | Figure | Subheading


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document.

    Attributes:
        name: What templates call it: small letters and underscores, the same in every language.
        title: Its heading; empty where it has none.
        blocks: What it says.
        place: ``beside`` may stand in a column beside the others where a page is wide enough.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    place: Place = "main"


@dataclass(frozen=True, slots=True)
class Document:
    """All that a document says, in one language.

    Attributes:
        kind: What it is; templates are named by it.
        language: The language of the document.
        title: Its title.
        title_language: The language of the title, where it is not the document's.
        subtitle: What kind of document it is, or what stands below the title; may be empty.
        marking: What stands on every page, such as that it is not to be handed out; may be empty.
        author: Who it comes from, or an empty text.
        day: The day that it speaks of, which stands in the properties of its file, or ``None``.
        head: What stands before the first section.
        sections: The parts.
        pages: On how many pages of A4 it should stand when printed; ``None`` for as many as needed.
    """

    kind: DocumentKind
    language: Language
    title: str
    title_language: Language | None
    subtitle: str
    marking: str
    author: str
    day: date | None
    head: tuple[Block, ...]
    sections: tuple[Section, ...]
    pages: int | None = None
