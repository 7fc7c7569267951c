"""Blocks of a document as the paragraphs and tables of Word, in the styles of the template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from anbefal.documents.formats.word.figures import figure
from anbefal.documents.formats.word.inlines import bookmark_name, plain_run, runs_of, tab_run
from anbefal.documents.formats.word.styles import HEADINGS, Styles
from anbefal.documents.formats.word.tables import table
from anbefal.documents.formats.word.xml import WORD, Xml, node

Plain = Mapping[str, Any]
"""Plain data, as :mod:`anbefal.documents.content.plain` makes it."""

POINTS = ("Punkt", "Punkt videre")
"""Styles of a numbered point: of its first line, of those below."""

SOURCES = ("Kilde", "Kilde videre")
"""The same for points that are only looked up."""


_BEFORE_UNTITLED = 240
"""Room before a section that has no heading, in twentieths of a point."""

_INTRODUCED = frozenset({"table", "figure", "points", "bullets", "facts"})
"""What a paragraph right before it speaks of, so that no page ends between them."""

_LONGEST_LABEL = 17
"""Letters of a fact's label that the style of facts has room for."""

_LETTER = 118
_WIDEST_LABEL = 4000
"""Twentieths of a point that a letter of a longer label needs, and that it may need at most."""

_KEPT_TOGETHER = 4
"""Lines of a point that no page ends between; of a longer one, the first two."""

_FIRST_BOOKMARK = 1000
"""Bookmarks of the template have smaller numbers."""


@dataclass(slots=True)
class Maker:
    """Makes what one document holds.

    Attributes:
        styles: The styles of the template.
        width: How wide its text is, in twentieths of a point.
        add_picture: Puts a PNG into the file and returns the id by which it is named.
        bookmarks: Names of the bookmarks that were made.
        pictures: How many pictures were made.
    """

    styles: Styles
    width: int
    add_picture: Callable[[bytes], str]
    bookmarks: set[str] = field(default_factory=set)
    pictures: int = 0

    def section(self, section: Plain) -> list[Xml]:
        """Return a section with its heading."""
        heading = [self.words(section["title"], HEADINGS[0])] if section["title"] else []
        made = self.blocks(section["blocks"])
        if not heading and made and made[0].tag == f"{WORD}p":
            made[0].find(f"{WORD}pPr").append(node("spacing", before=_BEFORE_UNTITLED))
        return [*heading, *made]

    def blocks(self, blocks: Sequence[Plain]) -> list[Xml]:
        """Return blocks, one after the other."""
        made: list[Xml] = []
        for at, block in enumerate(blocks):
            new = self._block(block)
            following = blocks[at + 1]["kind"] if at + 1 < len(blocks) else ""
            if block["kind"] == "paragraph" and following in _INTRODUCED:
                new[0].find(f"{WORD}pPr").append(node("keepNext"))
            made += new
        return made

    def words(self, text: str, style: str, language: str | None = None) -> Xml:
        """Return a paragraph of words in a style."""
        return self._paragraph(style, [plain_run(text, language=language)])

    def _block(self, block: Plain) -> list[Xml]:
        makers: Mapping[str, Callable[[Plain], list[Xml]]] = {
            "paragraph": self._plain,
            "bullets": self._bullets,
            "points": self._points,
            "table": self._table,
            "facts": self._facts,
            "notice": self._notice,
            "figure": self._figure,
            "subheading": self._subheading,
        }
        return makers[block["kind"]](block)

    def _paragraph(self, style: str, inside: Sequence[Xml], *more: Xml) -> Xml:
        """Return a paragraph; ``more`` are properties besides its style."""
        named = node("pStyle", val=self.styles.of(style))
        return node("p", node("pPr", named, *more), *inside)

    def _lines(self, lines: Sequence[Any], style: str) -> list[Xml]:
        return [self._paragraph(style, runs_of(line, self.styles)) for line in lines]

    def _plain(self, block: Plain) -> list[Xml]:
        return self._lines([block["line"]], "Liten tekst" if block["small"] else "Normal")

    def _subheading(self, block: Plain) -> list[Xml]:
        return [self.words(block["text"], HEADINGS[1])]

    def _notice(self, block: Plain) -> list[Xml]:
        return self._lines(block["lines"], "Varsel")

    def _bullets(self, block: Plain) -> list[Xml]:
        self.styles.list_of("List Bullet")
        return self._lines(block["lines"], "List Bullet")

    def _facts(self, block: Plain) -> list[Xml]:
        made: list[Xml] = []
        longest = max((len(fact["label"]) for fact in block["facts"]), default=0)
        for fact in block["facts"]:
            label = plain_run(fact["label"], self.styles.of("Fakta etikett"))
            first, *rest = fact["lines"] or [[]]
            told = [label, tab_run(), *runs_of(first, self.styles)]
            made.append(self._paragraph("Fakta", told, *self._column(longest, hanging=True)))
            column = self._column(longest)
            made += [
                self._paragraph("Fakta videre", runs_of(line, self.styles), *deepcopy(column))
                for line in rest
            ]
        return made

    def _column(self, label: int, *, hanging: bool = False) -> list[Xml]:
        """Return where facts begin whose longest label has so many letters.

        That is where their style says, unless a label reaches further.
        """
        if label <= _LONGEST_LABEL:
            return []
        at = min(_LETTER * label, _WIDEST_LABEL)
        cleared = [node("tab", val="clear", pos=one) for one in self.styles.stops_of("Fakta")]
        stops = node("tabs", *cleared, node("tab", val="left", pos=at))
        return [stops, node("ind", left=at, hanging=at if hanging else 0)]

    def _points(self, block: Plain) -> list[Xml]:
        made: list[Xml] = []
        styles = SOURCES if block["small"] else POINTS
        for point in block["points"]:
            first, *rest = point["lines"] or [[]]
            number = self._marked(block["anchor"], point["number"])
            told = [*number, tab_run(), *runs_of(first, self.styles)]
            lines = [self._paragraph(styles[0], told), *self._lines(rest, styles[1])]
            for one in lines[: -1 if len(lines) <= _KEPT_TOGETHER else 1]:
                one.find(f"{WORD}pPr").append(node("keepNext"))
            made += lines
        return made

    def _marked(self, anchor: str, number: int) -> list[Xml]:
        """Return the number of a point, with the bookmark that lines lead to."""
        name = bookmark_name(anchor, number)
        run = plain_run(f"{number}.")
        if name in self.bookmarks:  # a template may show a section twice
            return [run]
        self.bookmarks.add(name)
        at = _FIRST_BOOKMARK + len(self.bookmarks)
        return [node("bookmarkStart", id=at, name=name), run, node("bookmarkEnd", id=at)]

    def _figure(self, block: Plain) -> list[Xml]:
        self.pictures += 1
        caption = [self.words(block["caption"], "Caption")] if block["caption"] else []
        if not block["drawn"]:
            return [self.words(block["alternative"], "Normal"), *caption]
        drawn = figure(block, self.pictures, self.width, self.add_picture)
        kept = [node("keepNext")] if caption else []
        return [self._paragraph("Figur", [node("r", drawn)], *kept), *caption]

    def _table(self, block: Plain) -> list[Xml]:
        # The empty line gives room: tables have none of their own, and those that touch are joined.
        return [table(block, self.styles, self.width), self._paragraph("Etter tabell", [])]
