"""A ranking as a table on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from anbefal.analysis.priorities import Priorities
from anbefal.analysis.prioritisation import RankedItem, Ranking
from anbefal.markup import visible
from anbefal.report.ranking.telling import Telling
from anbefal.wording import Wording

if TYPE_CHECKING:
    from rich.console import Console

CELLS = 16
"""Cells of a bar of rank probabilities at most."""
_HEIGHTS = " ▁▂▃▄▅▆▇█"
GAP = 2
"""Columns between cells."""
SHOWN = 0.01
"""Shares below this leave a cell empty."""


def show_ranking(telling: Telling, out: Console) -> None:
    """Write the rows of a ranking, and what their columns mean."""
    from rich.table import Table as RichTable
    from rich.text import Text

    found, words = telling.found, telling.words
    columns = _columns(found, words)
    rows = [_cells(telling, item) for item in found.ranking.items]
    between = _between(columns, rows, found.ranking, out.width)
    shown = RichTable(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for heading, is_number in columns:
        shown.add_column(heading, justify="right" if is_number else "left", no_wrap=True)
    shown.add_column(words.label[found.ranking.level], overflow="fold")
    for cells, item in zip(rows, found.ranking.items, strict=True):
        name = Text(visible(item.name))
        name.append(f"{between}{item.id}", style="dim")
        shown.add_row(*map(Text, cells), name)
    out.print(shown)
    if found.ranking.left_out:
        out.print(words.counted("not_ranked", found.ranking.left_out))
    out.print()
    for line in _legend(found, words):
        out.print(Text(line, style="dim"))


def _between(
    columns: Sequence[tuple[str, bool]],
    rows: Sequence[Sequence[str]],
    ranking: Ranking,
    width: int,
) -> str:
    """Return what stands between name and id: a line break where one line is too narrow."""
    widths = [
        max([len(heading), *(len(row[number]) for row in rows)]) + GAP
        for number, (heading, _) in enumerate(columns)
    ]
    longest = max((len(item.name) + len(item.id) for item in ranking.items), default=0)
    return "  " if sum(widths) + longest + GAP <= width else "\n"


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


def _columns(found: Priorities, words: Wording) -> list[tuple[str, bool]]:
    label = words.label
    columns = [(label["rank"], True)]
    if found.query.what_if:
        columns.append((label["before"], True))
    columns += [(label["score"], True), (label["span"], False), (label["known"], False)]
    if found.acceptability:
        columns.append((words.say("draws_heading", n=len(found.acceptability.items)), False))
        columns.append((words.counted("among_heading", found.shortlist.places), False))
    return columns


def _cells(telling: Telling, item: RankedItem) -> list[str]:
    found, words = telling.found, telling.words
    known = sum(mean is not None for mean in item.means.values())
    cells = [str(item.rank or "-")]
    if found.query.what_if:
        stored = found.stored.item(item.id)
        cells.append(str(stored.rank if stored and stored.rank else "-"))
    cells += [_score(item, words), _span(item, words), f"{known}/{len(item.means)}"]
    if found.acceptability:
        ranks = found.acceptability.items.get(item.id)
        among = telling.among(item.id) or words.label["not_assessed"]
        cells += [bar(ranks.shares) if ranks else "", among]
    return cells


def _score(item: RankedItem, words: Wording) -> str:
    return "-" if item.score is None else words.number(item.score, 1)


def _span(item: RankedItem, words: Wording) -> str:
    if item.low is None or item.high is None:
        return ""
    return f"{words.number(item.low)}-{words.number(item.high)}" if item.coverage < 1 else ""


def _legend(found: Priorities, words: Wording) -> list[str]:
    lines = [words.say("legend_known")]
    if found.acceptability:
        drawn = words.number(found.acceptability.draws)
        lines.append(words.say(f"legend_{found.acceptability.weights}", draws=drawn))
    return [*lines, words.say("legend_explain")]
