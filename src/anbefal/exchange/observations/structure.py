"""The outline of concluding observations: numbered paragraphs with items under their headings.

Numbers are told as they stand. Where one is missing, stands twice or is uncertain, it is told of,
and never put right: a wrong number would cite another paragraph than the one that was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from anbefal.exchange.observations.lettering import Context, Lettering, places_of
from anbefal.exchange.observations.pieces import Piece, pieces_of
from anbefal.exchange.word.blocks import Paragraph, WordTable
from anbefal.exchange.word.marks import is_finished, looks_like_heading

_FAR = 50
"""How many pieces ahead the next number is looked for."""


@dataclass(slots=True)
class Item:
    """A numbered paragraph, or an item in one.

    Attributes:
        number: As it is cited: ``22``, ``22(a)``, ``22(a)(i)``.
        at: The number of the paragraph in the document.
        heading: The heading of the section that it stands in, without its letter.
        words: Its own words before its items, a text for each paragraph.
        items: Its items.
        after: Its own words behind its items.
        doubts: Why its number is uncertain.
    """

    number: str
    at: int
    heading: str = ""
    words: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[Item]:
        """Yield it and all items in it."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Missing:
    """A number that should stand in a document and does not.

    Attributes:
        number: The number, or the first and the last of several: ``16 to 18``.
        at: The paragraph that stands after the gap.
    """

    number: str
    at: int


@dataclass(frozen=True, slots=True)
class Loose:
    """A paragraph that belongs to no number.

    Attributes:
        at: The number of the paragraph in the document.
        text: Its words.
        heading: The heading of the section that it stands in.
        is_head: Whether it stands before all numbered paragraphs.
        is_aside: Whether it is a note or belongs to the page, so that the text goes on behind it.
    """

    at: int
    text: str
    heading: str
    is_head: bool = False
    is_aside: bool = False


Entry = Item | Missing | Loose | WordTable
"""What an outline holds."""


def outline_of(blocks: tuple[Paragraph | WordTable, ...]) -> list[Entry]:
    """Return what a document holds, in its order; headings are told by what stands under them."""
    outline = _Outline(pieces_of(tuple(one for one in blocks if isinstance(one, Paragraph))))
    tables = _tables_after(blocks)
    entries = list(outline.entries())
    placed: list[Entry] = [table for at, table in tables if at == 0]
    later = [(at, table) for at, table in tables if at]
    for entry in entries:
        while later and not isinstance(entry, WordTable) and later[0][0] < entry.at:
            placed.append(later.pop(0)[1])
        placed.append(entry)
    return [*placed, *(table for _, table in later)]


def _tables_after(blocks: tuple[Paragraph | WordTable, ...]) -> list[tuple[int, WordTable]]:
    """Return the tables, each with the number of the paragraph that it stands behind."""
    found, at = [], 0
    for block in blocks:
        if isinstance(block, WordTable):
            found.append((at, block))
        else:
            at = block.at
    return found


class _Outline:
    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._entries: list[Entry] = []
        self._heading = ""
        self._last = 0
        self._current: Item | None = None
        self._open: list[Item] = []
        self._lettering = Lettering()
        self._ends_with = ""
        self._seen: set[str] = set()

    def entries(self) -> list[Entry]:
        for index, piece in enumerate(self._pieces):
            if piece.is_aside:
                self._entries.append(self._loose(piece, is_aside=True))
                continue
            if piece.is_heading or self._is_numbered_heading(index):
                self._heading, self._current = piece.text, None
                continue
            if piece.number:
                self._begin(piece)
            elif piece.item and self._current:
                self._add(self._current, piece, self._following(index))
            elif self._current:
                self._continue(self._current, piece)
            else:
                self._entries.append(self._loose(piece))
            self._ends_with = piece.text
        return self._entries

    def _loose(self, piece: Piece, *, is_aside: bool = False) -> Loose:
        words = f"({piece.item}) {piece.text}" if piece.item else piece.text
        return Loose(piece.at, words, self._heading, is_head=not self._last, is_aside=is_aside)

    def _is_numbered_heading(self, index: int) -> bool:
        """Return whether ``1. General measures`` heads a section.

        It does where it is no sentence, and the paragraphs' numbers go on without it.
        """
        piece = self._pieces[index]
        if not piece.number or not looks_like_heading(piece.text):
            return False
        sentences = (
            one.number
            for one in self._pieces[index + 1 : index + _FAR]
            if one.number and not looks_like_heading(one.text)
        )
        return next(sentences, "") == str(self._last + 1)

    def _begin(self, piece: Piece) -> None:
        item = Item(piece.number, piece.at, self._heading, [piece.text] if piece.text else [])
        if piece.doubt:
            item.doubts.append(piece.doubt)
        elif piece.number in self._seen:
            item.doubts.append(f"The number {piece.number} stands a second time.")
        elif piece.number.isdecimal():
            self._look_for_gap(piece, item)
        if piece.number.isdecimal():
            self._last = max(self._last, int(piece.number))
        self._seen.add(piece.number)
        self._entries.append(item)
        self._current, self._open, self._lettering = item, [], Lettering()

    def _look_for_gap(self, piece: Piece, item: Item) -> None:
        number = int(piece.number)
        if number < self._last:
            item.doubts.append(f"The number {number} stands after {self._last}.")
        elif self._last and number > self._last + 1:
            first, last = self._last + 1, number - 1
            missing = f"{first}" if first == last else f"{first} to {last}"
            self._entries.append(Missing(missing, piece.at))

    def _following(self, index: int) -> str:
        """Return the mark of the next item of the same paragraph."""
        for at in range(index + 1, len(self._pieces)):
            piece = self._pieces[at]
            if piece.number or piece.is_heading:
                break
            if piece.item:
                return piece.item
        return ""

    def _add(self, paragraph: Item, piece: Piece, following: str) -> None:
        """Add an item to a paragraph, or to one of its items."""
        if paragraph.after and self._is_first_again(piece):
            paragraph = self._begun_again(paragraph, piece)
        context = Context(piece.level, self._ends_with.endswith(":"), following)
        found = self._lettering.place(piece.item, context)
        del self._open[found.depth :]
        above = self._open[-1] if self._open else paragraph
        if paragraph.after:  # it stood between items, so it belongs to the one before it
            (above.items[-1] if above.items else above).words.extend(paragraph.after)
            paragraph.after = []
        for mark in found.missing:
            self._entries.append(Missing(f"{above.number}({mark})", piece.at))
        item = Item(f"{above.number}({piece.item})", piece.at, paragraph.heading, [piece.text])
        if piece.doubt or found.doubt:
            item.doubts.append(piece.doubt or f"{found.doubt}.")
        above.items.append(item)
        self._open.append(item)

    def _is_first_again(self, piece: Piece) -> bool:
        """Return whether a second row of letters begins behind other words."""
        return places_of(piece.item).get("letter") == 1 and self._ends_with.endswith(":")

    def _begun_again(self, paragraph: Item, piece: Piece) -> Item:
        """Return a second paragraph of the same number: both would be cited by the same letters."""
        again = Item(paragraph.number, piece.at, paragraph.heading, [paragraph.after.pop()])
        again.doubts.append(f"The letters of paragraph {paragraph.number} begin a second time.")
        self._entries.append(again)
        self._current, self._open, self._lettering = again, [], Lettering()
        return again

    def _continue(self, paragraph: Item, piece: Piece) -> None:
        """Add words without a number to what stands before them."""
        last = self._open[-1] if self._open else None
        if last is None:
            paragraph.words.append(piece.text)
        elif paragraph.after or piece.is_after or not self._goes_on(piece):
            paragraph.after.append(piece.text)
        else:
            last.words.append(piece.text)

    def _goes_on(self, piece: Piece) -> bool:
        """Return whether words go on with the item before them."""
        is_list = piece.mark is not None and piece.mark.kind == "bullet"
        is_inside = re.match(r"[a-z]", piece.text) is not None
        return is_list or is_inside or not is_finished(self._ends_with)
