"""The paragraphs of a document in the pieces that have a number, a letter or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from anbefal.exchange.cleaning import clean
from anbefal.exchange.observations.dividing import divide
from anbefal.exchange.word.blocks import Paragraph
from anbefal.exchange.word.marks import Mark, automatic_mark, looks_like_heading, typed_mark
from anbefal.exchange.word.pages import begins_annex, is_note, is_of_page


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or an item in one.

    Attributes:
        at: The number of the paragraph in the document.
        text: Its words without its mark.
        mark: What numbers it; ``None`` where nothing does.
        level: The level of automatic numbering; ``None`` where the mark is typed.
        is_heading: Whether it is a heading, by its style or by its shape and place.
        doubt: Why its number is uncertain, one sentence; empty where it is certain.
        is_after: Whether it stands behind items in the same paragraph.
        is_aside: Whether it is a note, or belongs to the page, and to no paragraph.
    """

    at: int
    text: str
    mark: Mark | None = None
    level: int | None = None
    is_heading: bool = False
    doubt: str = ""
    is_after: bool = False
    is_aside: bool = False

    @property
    def number(self) -> str:
        """The number of the paragraph that it begins; empty where it begins none."""
        return self.mark.value if self.mark and self.mark.kind == "number" else ""

    @property
    def item(self) -> str:
        """The letter or numeral of the item that it is; empty where it is none."""
        return self.mark.value if self.mark and self.mark.kind == "item" else ""


def pieces_of(paragraphs: tuple[Paragraph, ...]) -> list[Piece]:
    """Return the pieces of a document in their order, with the headings known."""
    pieces = [piece for one in paragraphs for piece in _pieces_of(one)]
    following = None
    for index in reversed(range(len(pieces))):
        if pieces[index].is_aside:
            continue
        is_heading = _is_heading(pieces[index], following)
        if is_heading != pieces[index].is_heading:
            pieces[index] = replace(pieces[index], is_heading=is_heading)
        following = pieces[index]
    return pieces


def _is_heading(piece: Piece, following: Piece | None) -> bool:
    """Return whether a piece is a heading; one with a number or a letter may only look like one."""
    if piece.number or piece.item or not looks_like_heading(piece.text):
        return False
    if piece.is_heading or (piece.mark and piece.mark.kind == "heading"):
        return True
    if begins_annex(piece.text):
        return True
    leads = following is not None and (bool(following.number) or following.is_heading)
    return piece.mark is None and leads


def _pieces_of(paragraph: Paragraph) -> Iterator[Piece]:
    for index, line in enumerate(_lines(paragraph.text)):
        if is_note(line) or ((index or not paragraph.number) and is_of_page(line)):
            yield Piece(paragraph.at, " ".join(line.split()), is_aside=True)
            continue
        automatic = automatic_mark(paragraph.number) if not index else None
        level = paragraph.level if automatic else None
        typed, rest = typed_mark(line)
        mark, words, doubt = _reconciled(automatic, typed, line, rest)
        whole = Piece(paragraph.at, clean(words), mark, level, paragraph.is_heading, doubt)
        yield from _divided(whole)


def _lines(text: str) -> list[str]:
    """Return a paragraph, divided where a line of it begins with a number, a letter or a note."""
    parts: list[list[str]] = []
    was_of_page = False
    for line in filter(str.strip, re.split(r"[\n\v]", text)):
        mark, _ = typed_mark(line.strip())
        begins = (mark is not None and mark.kind in {"number", "item"}) or is_note(line)
        of_page = is_of_page(line)
        if parts and not (begins or of_page or was_of_page):
            parts[-1].append(line)
        else:
            parts.append([line])
        was_of_page = of_page
    return ["\n".join(part).strip() for part in parts]


def _reconciled(
    automatic: Mark | None, typed: Mark | None, line: str, rest: str
) -> tuple[Mark | None, str, str]:
    """Return the mark of a line, its words without it, and what is wrong with the mark."""
    if typed and typed.kind == "heading" and not looks_like_heading(rest):
        typed = None
    if automatic is None:
        return (typed, _shown(typed, rest), "") if typed else (None, line, "")
    if typed is None or typed.kind in {"bullet", "heading"}:
        return automatic, _shown(automatic, line), ""
    if typed == automatic:
        return typed, rest, ""
    if automatic.kind == "number" and typed.kind == "item":
        return automatic, line, ""
    if automatic.kind in {"bullet", "heading"}:
        return typed, rest, ""
    doubt = f"Its number is typed as {typed.value}, and Word numbers it {automatic.value}."
    return typed, rest, doubt


def _shown(mark: Mark, words: str) -> str:
    """Return the words of a list without numbers with the list's sign, which belongs to them."""
    return f"– {words}" if mark.kind == "bullet" else words  # noqa: RUF001


def _divided(whole: Piece) -> Iterator[Piece]:
    """Yield a paragraph, the items in it, and what stands behind them."""
    if whole.is_heading and looks_like_heading(whole.text):
        yield whole
        return
    parts = divide(whole.text, whole.item)
    if parts.own or whole.mark:
        yield replace(whole, text=parts.own)
    for mark, words in parts.items:
        yield Piece(whole.at, words, Mark("item", mark), doubt=whole.doubt)
    if parts.after:
        yield Piece(whole.at, parts.after, is_after=True)
