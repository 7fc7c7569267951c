"""Rankings: themes or recommendations in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from anbefal.analysis.prioritisation import RankedItem, Ranking
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.report.output import Result
from anbefal.report.tables import Cell, Column, Table

if TYPE_CHECKING:
    from rich.console import Console

BAR = 16
"""Cells of a full bar."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


def caveats(ranking: Ranking) -> tuple[str, ...]:
    """Return what every output that uses a ranking must say."""
    notes = []
    if ranking.example:
        notes.append(
            f"EXAMPLE: the assessments of round {ranking.round!r} are made up to show how the "
            "method works. They are nobody's opinion."
        )
    if ranking.criteria.adopted is None:
        notes.append("PROPOSAL: the criteria have not been adopted by the working group.")
    if ranking.round is None:
        notes.append("Nobody has assessed anything yet, so nothing is ranked.")
    return tuple(notes)


def ranking_result(dataset: Dataset, ranking: Ranking, language: Language) -> Result:
    """Return a ranking in every form."""
    return Result(
        data=_data(ranking),
        table=_table(ranking),
        title=_title(dataset, ranking, language),
        notes=caveats(ranking),
        show=lambda out: _show(ranking, out),
    )


def _title(dataset: Dataset, ranking: Ranking, language: Language) -> str:
    what = "Themes by priority"
    if ranking.level == "recommendation":
        inside = f" on {dataset.name_of_theme(ranking.theme, language)}" if ranking.theme else ""
        what = f"Recommendations{inside} by priority"
    if ranking.round is None:
        return what
    names = ", ".join(dataset.name_of_actor(one, language) for one in ranking.assessors)
    return f"{what}\nRound {ranking.round}: {names}"


def _data(ranking: Ranking) -> dict[str, Any]:
    adopted = ranking.criteria.adopted
    return {
        "level": ranking.level,
        "theme": ranking.theme,
        "round": ranking.round,
        "example": ranking.example,
        "criteria_adopted": adopted.model_dump() if adopted else None,
        "items": [item_data(item) for item in ranking.items],
        "agreement": None,
        "notes": list(caveats(ranking)),
    }


def item_data(item: RankedItem) -> dict[str, Any]:
    """Return an item as it stands in JSON."""
    return {
        "id": item.id,
        "name": item.name,
        "rank": item.rank,
        "score": item.score,
        "low": item.low,
        "high": item.high,
        "rank_best": None,
        "rank_worst": None,
        "acceptability": None,
        "assessors": item.assessors,
        "coverage": item.coverage,
        "criteria": dict(item.means),
    }


def _table(ranking: Ranking) -> Table:
    names = ("rank", "id", "name", "score", "low", "high", "coverage", "assessors")
    numbers = {"rank", "score", "low", "high", "coverage", "assessors"}
    columns = [Column(name, right=name in numbers, wrap=name == "name") for name in names]
    columns += [Column(criterion.id, right=True) for criterion in ranking.criteria.criteria]
    columns += [Column("round"), Column("example"), Column("criteria_adopted")]
    return Table(tuple(columns), tuple(_row(ranking, item) for item in ranking.items))


def _row(ranking: Ranking, item: RankedItem) -> tuple[Cell, ...]:
    means = tuple(item.means[criterion.id] for criterion in ranking.criteria.criteria)
    return (
        item.rank,
        item.id,
        item.name,
        item.score,
        item.low,
        item.high,
        item.coverage,
        item.assessors,
        *means,
        *origin_cells(ranking),
    )


def origin_cells(ranking: Ranking) -> tuple[Cell, ...]:
    """Return round, whether it is made up, and since when the criteria hold, for a row."""
    adopted = ranking.criteria.adopted
    return (ranking.round, ranking.example, str(adopted.date) if adopted else "proposal")


def bar(score: float) -> str:
    """Return a bar of 16 cells for a score of 0 to 100, exact to an eighth of a cell."""
    eighths = round(score / 100 * BAR * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(BAR)


def _show(ranking: Ranking, out: Console) -> None:
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("Rank", "Score"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for heading in ("0 to 100", "Low-high", "Known"):
        shown.add_column(heading, no_wrap=True)
    shown.add_column("Recommendation" if ranking.level == "recommendation" else "Theme")
    between = "\n" if ranking.level == "recommendation" else "  "
    for item in ranking.items:
        name = Text(item.name)
        name.append(f"{between}{item.id}", style="dim")
        shown.add_row(*(Text(cell) for cell in _text_cells(item)), name)
    out.print(shown)
    if ranking.left_out:
        out.print(f"Not ranked, for they ask for nothing: {ranking.left_out} of the records.")
    out.print()
    for line in _LEGEND:
        out.print(line, style="dim")


_LEGEND = (
    "Known: criteria that somebody gave a value. Low-high: the score if the others were at the",
    "bottom or at the top of the scale. Where a score comes from: anbefal prioritize --explain ID",
)


def _text_cells(item: RankedItem) -> tuple[str, str, str, str, str]:
    known = sum(mean is not None for mean in item.means.values())
    share = f"{known}/{len(item.means)}"
    if item.score is None or item.low is None or item.high is None:
        return ("-", "-", "not assessed", "", share)
    span = f"{item.low:.0f}-{item.high:.0f}" if item.coverage < 1 else ""
    return (str(item.rank), f"{item.score:.1f}", bar(item.score), span, share)
