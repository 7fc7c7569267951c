"""A ranking as a table on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from anbefal.analysis.prioritisation import RankedItem
from anbefal.markup import legible
from anbefal.report.ranking.telling import Telling
from anbefal.wording import Wording

if TYPE_CHECKING:
    from rich.console import Console

CELLS = 16
"""Cells of a bar of rank probabilities at most."""
_HEIGHTS = " ▁▂▃▄▅▆▇█"
GAP = 2
"""Columns between cells."""
NAME = 30
"""Columns that names need; what can be spared makes room for them."""
SHOWN = 0.01
"""Shares below this leave a cell empty."""
_MOST_DECIMALS = 4


@dataclass(frozen=True)
class _Column:
    """A column beside the names.

    Attributes:
        heading: Its heading.
        cells: A cell for each item.
        right: Whether the cells are numbers.
        spare: In which order it goes where the terminal is narrow, 1 first; 0 for never.
    """

    heading: str
    cells: tuple[str, ...]
    right: bool = False
    spare: int = 0

    @property
    def width(self) -> int:
        return max(map(len, (self.heading, *self.cells))) + GAP


def show_ranking(telling: Telling, out: Console) -> None:
    """Write the rows of a ranking, and what their columns mean."""
    from rich.table import Table as RichTable
    from rich.text import Text

    ranking, words = telling.found.ranking, telling.words
    columns = _fitting(_columns(telling), out.width)
    between = _between(columns, ranking.items, out.width)
    shown = RichTable(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for column in columns:
        shown.add_column(column.heading, justify="right" if column.right else "left", no_wrap=True)
    shown.add_column(words.label[ranking.level], overflow="fold")
    for number, item in enumerate(ranking.items):
        name = Text(legible(item.name))
        name.append(f"{between}{item.id}", style="dim")
        shown.add_row(*(Text(column.cells[number]) for column in columns), name)
    out.print(shown)
    for line in _below(telling):
        out.print(Text(line))
    out.print()
    for line in _legend(telling):
        out.print(Text(line, style="dim"))


def _fitting(columns: list[_Column], width: int) -> list[_Column]:
    """Return the columns that leave room for names; those that can be spared go first."""
    for spared in sorted({column.spare for column in columns} - {0}):
        if width - sum(column.width for column in columns) >= NAME:
            break
        columns = [column for column in columns if column.spare != spared]
    return columns


def _between(columns: Sequence[_Column], items: Sequence[RankedItem], width: int) -> str:
    """Return what stands between name and id: a line break where one line is too narrow."""
    longest = max((len(item.name) + len(item.id) for item in items), default=0)
    return "  " if sum(column.width for column in columns) + longest + GAP <= width else "\n"


def bar(shares: Sequence[float]) -> str:
    """Return a bar of rank probabilities: one cell a rank, or a few ranks where there are many.

    Args:
        shares: Of the draws at each rank, the first rank first; they sum to 1.
    """
    per_cell = -(-len(shares) // CELLS)
    sums = [sum(shares[start : start + per_cell]) for start in range(0, len(shares), per_cell)]
    return "".join(_height(share) for share in sums)


def _height(share: float) -> str:
    if share < SHOWN:
        return _HEIGHTS[0]
    return _HEIGHTS[max(1, round(share * (len(_HEIGHTS) - 1)))]


def _columns(telling: Telling) -> list[_Column]:
    found, words, items = telling.found, telling.words, telling.found.ranking.items
    label, decimals = words.label, _decimals(items, words)
    columns = [_Column(label["rank"], tuple(str(item.rank or "-") for item in items), right=True)]
    if found.query.what_if:
        stored = {item.id: item.rank for item in found.stored.items}
        before = tuple(str(stored[item.id] or "-") for item in items)
        columns.append(_Column(label["before"], before, right=True))
    scores = tuple(_score(item, words, decimals) for item in items)
    columns += [
        _Column(label["score"], scores, right=True),
        _Column(label["span"], tuple(_span(item, words) for item in items), spare=2),
        _Column(label["known"], tuple(_known(item) for item in items), spare=3),
    ]
    return [*columns, *_drawn(telling)]


def _drawn(telling: Telling) -> list[_Column]:
    """Return the columns on how sure the ranking is."""
    found, words, items = telling.found, telling.words, telling.found.ranking.items
    if found.acceptability is None:
        return []
    drawn = found.acceptability.items
    bars = tuple(bar(drawn[item.id].shares) if item.id in drawn else "" for item in items)
    bars_alone = [_Column(words.say("draws_heading", n=len(drawn)), bars, spare=1)]
    if len(found.ranking.ranked) <= found.shortlist.places:
        return bars_alone  # there is room for all, so nothing is on or off a shortlist
    among = tuple(telling.among(item) or words.label["not_assessed"] for item in items)
    return [*bars_alone, _Column(words.counted("among_heading", found.shortlist.places), among)]


def _decimals(items: Sequence[RankedItem], words: Wording) -> int:
    """Return as many decimals as tell the scores of different ranks apart, at least one."""
    pairs = [
        (a.score, b.score)
        for a, b in pairwise(items)
        if a.score is not None and b.score is not None and a.rank != b.rank
    ]

    def tell_apart(decimals: int) -> bool:
        return all(words.number(a, decimals) != words.number(b, decimals) for a, b in pairs)

    return next((n for n in range(1, _MOST_DECIMALS) if tell_apart(n)), _MOST_DECIMALS)


def _score(item: RankedItem, words: Wording, decimals: int) -> str:
    return "-" if item.score is None else words.number(item.score, decimals)


def _known(item: RankedItem) -> str:
    return f"{sum(mean is not None for mean in item.means.values())}/{len(item.means)}"


def _span(item: RankedItem, words: Wording) -> str:
    if item.low is None or item.high is None or item.coverage == 1:
        return ""
    return words.say("span", low=words.number(item.low), high=words.number(item.high))


def _below(telling: Telling) -> list[str]:
    """Return what must be known of the rows as a whole."""
    ranking, words = telling.found.ranking, telling.words
    lines = []
    if ranking.left_out:
        lines.append(words.counted("not_ranked", ranking.left_out))
    inherited = sum(not item.has_own_value for item in ranking.ranked)
    if inherited and ranking.level == "recommendation":
        lines.append(words.counted("inherited", inherited))
    return lines


def _legend(telling: Telling) -> list[str]:
    words, sure = telling.words, telling.found.acceptability
    lines = [words.say("legend_known")]
    if sure:
        drawn = words.number(sure.draws)
        lines.append(words.say(f"legend_{sure.weights}", draws=drawn))
    return [*lines, words.say("legend_explain")]
