"""Pairs of recommendations side by side, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.analysis.duplicates.differing import Piece, differing
from anbefal.analysis.duplicates.pairs import Pair
from anbefal.markup import legible
from anbefal.report.duplicates.telling import Telling

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

NARROW = 76
"""With fewer columns, one text stands above the other."""
WIDEST = 140
"""Columns that two texts side by side take at most; longer lines are hard to read."""
MARKS = ("‹", "›")  # noqa: RUF001 - around what only one text says, also without colours
CUT = " […]"
_INDENT = 3


def show_pair(telling: Telling, pair: Pair, out: Console, most: int | None = None) -> None:
    """Write a pair: both texts with what differs, how likely it is, why, and the link.

    Args:
        telling: What puts it into words.
        pair: The pair.
        out: Where to write.
        most: Characters of a text at most; without it, all.
    """
    from rich.padding import Padding
    from rich.text import Text

    width = min(out.width, WIDEST)
    one, other = (_side(telling, pair, name, most) for name in (pair.a, pair.b))
    indent = (0, 0, 0, _INDENT)
    out.print(Padding(_beside(one, other, width - _INDENT), indent), width=width)
    out.print()
    judgement = pair.judgement
    likely = Text(f"{telling.likely(judgement)} {telling.differs(judgement)}", style="cyan")
    why, link = Text(legible(telling.why(judgement))), Text(telling.link(pair))
    for line in (likely, why, link):
        out.print(Padding(line, indent), width=width)


def _beside(one: Text, other: Text, width: int) -> RenderableType:
    from rich.console import Group
    from rich.table import Table

    if width + _INDENT < NARROW:
        return Group(one, "", other)
    shown = Table.grid(padding=(0, 3, 0, 0))
    half = (width - 3) // 2
    shown.add_column(width=half, overflow="fold")
    shown.add_column(width=half, overflow="fold")
    shown.add_row(one, other)
    return shown


def _side(telling: Telling, pair: Pair, name: str, most: int | None) -> Text:
    from rich.text import Text

    other = pair.b if name == pair.a else pair.a
    shown = Text()
    shown.append(legible(telling.source(name)), style="bold")
    shown.append(f"\n{name}\n")
    shown.append(f"{legible(telling.place(name))}\n", style="dim")
    shown.append(f"{telling.kind_of_wording(name, pair)}:\n", style="dim")
    for piece in cut(pieces(telling, pair, name, other), most):
        shown.append(marked(piece), style="bold magenta" if piece.differs else "")
    return shown


def pieces(telling: Telling, pair: Pair, name: str, other: str) -> tuple[Piece, ...]:
    """Return the text of one of a pair, in pieces that the other has or lacks."""
    mine, theirs = (" ".join(telling.wording(one, pair).words.split()) for one in (name, other))
    return differing(mine, theirs, "en" if pair.language == "en" else "nb")


def marked(piece: Piece) -> str:
    """Return a piece with marks around what the other text lacks."""
    words = legible(piece.words)
    return f"{MARKS[0]}{words}{MARKS[1]}" if piece.differs else words


def cut(found: tuple[Piece, ...], most: int | None) -> tuple[Piece, ...]:
    """Return pieces of so many characters at most, cut between words."""
    if most is None or sum(len(piece.words) for piece in found) <= most:
        return found
    kept: list[Piece] = []
    left = most
    for piece in found:
        if len(piece.words) > left:
            words = piece.words[:left].rpartition(" ")[0]
            kept += [Piece(words, piece.differs)] if words else []
            break
        kept.append(piece)
        left -= len(piece.words)
    return (*kept, Piece(CUT, differs=False))
