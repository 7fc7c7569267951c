"""One item's score taken apart, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from anbefal.analysis.explanation import Contribution, Explanation
from anbefal.analysis.prioritisation import RankedItem, Ranking
from anbefal.analysis.values import Value
from anbefal.report.output import Result
from anbefal.report.ranking import caveats, item_data, origin_cells
from anbefal.report.tables import Column, Table

if TYPE_CHECKING:
    from rich.console import Console

_ORIGINS = {
    "own": "",
    "recommendations": " (mean of its recommendations)",
    "theme": " (from its theme)",
}


def explanation_result(ranking: Ranking, explanation: Explanation) -> Result:
    """Return one item's score taken apart, in every form."""
    item = explanation.item
    return Result(
        data={
            "level": ranking.level,
            "round": ranking.round,
            "example": ranking.example,
            "item": item_data(item),
            "above": explanation.above.id if explanation.above else None,
            "contributions": [_contribution(c) for c in explanation.contributions],
            "notes": list(caveats(ranking)),
        },
        table=_explanation_table(ranking, explanation),
        title=f"{item.id}: {_placed(ranking, item)}",
        notes=caveats(ranking),
        show=lambda out: _show_explanation(ranking, explanation, out),
    )


def _placed(ranking: Ranking, item: RankedItem) -> str:
    if item.score is None:
        return "not assessed"
    ranked = sum(other.rank is not None for other in ranking.items)
    return f"rank {item.rank} of {ranked}, score {item.score:.1f} of 100"


def _contribution(part: Contribution) -> dict[str, Any]:
    return {
        "criterion": part.criterion,
        "weight_share": part.share,
        "mean": part.mean,
        "most_points": part.most,
        "points": part.points,
        "mean_needed_to_reach_item_above": part.needed,
        "values": [
            {"assessor": v.assessor, "value": v.number, "origin": v.origin, "reason": v.reason}
            for v in part.values
        ],
    }


def _explanation_table(ranking: Ranking, explanation: Explanation) -> Table:
    columns = (
        Column("criterion"),
        Column("weight", right=True),
        Column("mean", right=True),
        Column("points", right=True),
        Column("values", wrap=True),
        Column("round"),
        Column("example"),
        Column("criteria_adopted"),
    )
    rows = tuple(
        (
            part.name,
            f"{100 * part.share:.0f} %",
            _number(part.mean),
            _number(part.points),
            _values(part),
            *origin_cells(ranking),
        )
        for part in explanation.contributions
    )
    return Table(columns, rows)


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.1f}"


def _values(part: Contribution) -> str:
    return "; ".join(_value(value) for value in part.values) or "nobody gave a value"


def _value(value: Value) -> str:
    reason = f": {value.reason}" if value.reason else ""
    return f"{value.assessor} {value.number:g}{_ORIGINS[value.origin]}{reason}"


def _show_explanation(ranking: Ranking, explanation: Explanation, out: Console) -> None:
    from rich.text import Text

    item = explanation.item
    scale = ranking.criteria.scale
    out.print(Text(item.name))
    out.print(f"Values lie between {scale.min:g} and {scale.max:g}.")
    out.print()
    for part in explanation.contributions:
        head = Text(part.name, style="bold")
        head.append(f": {_of_most(part)} (weight {100 * part.share:.0f} %)", style="none")
        out.print(head)
        for value in part.values:
            out.print(Text(f"    {_value(value)}"))
    out.print()
    if item.score is not None:
        out.print(f"The points, unrounded, sum to the score: {item.score:.1f} of 100.")
    for line in _what_would_lift(ranking, explanation):
        out.print(Text(line))


def _of_most(part: Contribution) -> str:
    if part.points is None or part.most is None:
        return "nobody gave a value, so it does not count"
    return f"{part.points:.1f} of {part.most:.1f} points"


def _what_would_lift(ranking: Ranking, explanation: Explanation) -> list[str]:
    above, item = explanation.above, explanation.item
    if above is None or above.score is None:
        return [] if item.score is None else ["Nothing stands above it."]
    lifts = [c for c in explanation.contributions if c.needed is not None]
    lines = [f"Next above: {above.id} ({above.score:.1f}). It would be passed by a mean above:"]
    top = ranking.criteria.scale.max
    for part in lifts:
        assert part.needed is not None  # noqa: S101 - filtered above
        now = "unknown now" if part.mean is None else f"{part.mean:.1f} now"
        lines.append(f"    {part.needed:.2f} on {part.name} ({now})")
    if not lifts:
        reach = f"No single criterion, even at {top:g}, reaches it."
        lines = [f"Next above: {above.id} ({above.score:.1f}). {reach}"]
    return lines
