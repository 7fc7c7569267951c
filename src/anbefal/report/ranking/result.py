"""Rankings: themes or recommendations in order, in every form."""

from __future__ import annotations

from functools import partial
from typing import Any

from anbefal.analysis.acceptability import Acceptability
from anbefal.analysis.agreement import Spread
from anbefal.analysis.hints import hints_for
from anbefal.analysis.participation import is_thin
from anbefal.analysis.priorities import Priorities
from anbefal.analysis.prioritisation import RankedItem, Ranking
from anbefal.analysis.values import Value
from anbefal.report.hints import hint_data
from anbefal.report.output import Result
from anbefal.report.ranking.compared import what_it_changes
from anbefal.report.ranking.evidence import what_the_data_says
from anbefal.report.ranking.screen import show_ranking
from anbefal.report.ranking.shortlist import what_it_hangs_on, who_is_in
from anbefal.report.ranking.talk import (
    how_far_they_agree,
    minority_views,
    what_is_open,
    where_they_differ,
)
from anbefal.report.ranking.telling import Telling
from anbefal.report.sections import Section
from anbefal.report.tables import Cell, Column, Table


def ranking_result(telling: Telling) -> Result:
    """Return a ranking in every form."""
    return Result(
        data=_data(telling),
        table=_table(telling.found),
        title=_title(telling),
        notes=telling.notes(),
        sections=_sections(telling),
        show=partial(show_ranking, telling),
    )


_SECTIONS = {
    "compared": what_it_changes,
    "shortlist": who_is_in,
    "hangs": what_it_hangs_on,
    "agreement": how_far_they_agree,
    "talk": where_they_differ,
    "dissent": minority_views,
    "data": what_the_data_says,
    "left_open": what_is_open,
}


def _sections(telling: Telling) -> tuple[Section, ...]:
    if not telling.found.shortlist.items:
        return ()
    made = ((telling.words.label[key], tell(telling)) for key, tell in _SECTIONS.items())
    return tuple(Section(heading, tuple(lines)) for heading, lines in made if lines)


def _title(telling: Telling) -> str:
    ranking, words = telling.found.ranking, telling.words
    title = words.say(f"title_{ranking.level}")
    if ranking.theme:
        title = words.say("title_inside", theme=telling.item(ranking.theme))
    if ranking.round is None:
        return title
    names = ", ".join(telling.actor(one) for one in ranking.assessors)
    return f"{title}\n{words.say('round_line', round=ranking.round, names=names)}"


def _data(telling: Telling) -> dict[str, Any]:
    found = telling.found
    ranking, measured = found.ranking, found.agreement
    adopted = found.stored.criteria.adopted
    return {
        "level": ranking.level,
        "theme": ranking.theme,
        "round": ranking.round,
        "example": ranking.example,
        "criteria_adopted": adopted.model_dump() if adopted else None,
        "what_if": _what_if(found),
        "weight_shares": ranking.criteria.weight_shares,
        "items": [_item(found, item) for item in ranking.items],
        "agreement": {
            "kendall_w": measured.kendall_w,
            "assessors": measured.assessors,
            "items": measured.items,
        },
        "draws": _draws(found.acceptability),
        "shortlist": _shortlist(found),
        "thin_basis": [item.id for item in ranking.ranked if is_thin(ranking, item)],
        "from_the_data": {item.id: _hints(telling, item) for item in ranking.items},
        "furthest_apart": _apart(found),
        "dissent": [
            {"assessor": one.assessor, "item": one.item, "words": one.words}
            for one in found.dissents
        ],
        "assessors": [
            {
                "assessor": one.assessor,
                "given": one.given,
                "possible": one.possible,
                "items_without_value": list(one.items),
                "left_open": dict(one.criteria),
            }
            for one in found.left_open
        ],
        "notes": list(telling.notes()),
    }


def _item(found: Priorities, item: RankedItem) -> dict[str, Any]:
    stored = found.stored.item(item.id)
    before = {"rank_stored": stored.rank if stored else None} if found.query.what_if else {}
    return item_data(item, found.acceptability) | before


def item_data(item: RankedItem, sure: Acceptability | None) -> dict[str, Any]:
    """Return an item as it stands in JSON."""
    ranks = sure.items.get(item.id) if sure else None
    return {
        "id": item.id,
        "name": item.name,
        "rank": item.rank,
        "score": item.score,
        "low": item.low,
        "high": item.high,
        "rank_best": ranks.best if ranks else None,
        "rank_worst": ranks.worst if ranks else None,
        "acceptability": list(ranks.shares) if ranks else None,
        "assessors": item.assessors,
        "coverage": item.coverage,
        "criteria": dict(item.means),
    }


def _what_if(found: Priorities) -> dict[str, Any] | None:
    what_if = found.query.what_if
    if not what_if:
        return None
    return {
        "weights": sorted(what_if.weights),
        "without": list(what_if.without),
        "assessors": None if what_if.assessors is None else list(what_if.assessors),
    }


def _draws(sure: Acceptability | None) -> dict[str, Any] | None:
    if sure is None:
        return None
    return {"weights": sure.weights, "number": sure.draws, "seed": sure.seed}


def _shortlist(found: Priorities) -> dict[str, Any]:
    chosen, turn = found.shortlist, found.shortlist.turn
    turns = turn and {
        "criterion": turn.criterion,
        "share_now": turn.now,
        "share": turn.share,
        "falls": turn.falls.id,
        "rises": turn.rises.id,
    }
    return {
        "places": chosen.places,
        "items": [item.id for item in chosen.items],
        "turns": turns,
        "without_assessor": [
            {"assessor": one.assessor, "falls": list(one.falls), "rises": list(one.rises)}
            for one in chosen.absences
        ],
    }


def _hints(telling: Telling, item: RankedItem) -> dict[str, list[dict[str, Any]]]:
    ranking = telling.found.ranking
    found = hints_for(telling.dataset, ranking.criteria, ranking.level, item.id)
    return {criterion: [hint_data(hint) for hint in hints] for criterion, hints in found.items()}


def _apart(found: Priorities) -> dict[str, Any]:
    apart = found.disagreements
    return {
        "values": [_spread(one) for one in apart.values],
        "criteria": [{"criterion": one, "deviation": value} for one, value in apart.criteria],
        "items": [{"item": one, "deviation": value} for one, value in apart.items],
    }


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "item": spread.item,
        "criterion": spread.criterion,
        "deviation": spread.deviation,
        "values": [value_data(value) for value in spread.values],
    }


def value_data(value: Value) -> dict[str, Any]:
    """Return what an assessor gave as it stands in JSON."""
    return {
        "assessor": value.assessor,
        "value": value.number,
        "origin": value.origin,
        "reason": value.reason,
    }


def _table(found: Priorities) -> Table:
    ranking = found.ranking
    names = ["rank", "id", "name", "score", "low", "high", "coverage", "assessors"]
    names += ["rank_best", "rank_worst", "among_first_percent"]
    names += ["rank_stored"] if found.query.what_if else []
    columns = [
        Column(name, right=name not in {"id", "name"}, wrap=name == "name") for name in names
    ]
    columns += [Column(criterion.id, right=True) for criterion in ranking.criteria.criteria]
    columns += [Column("round"), Column("example"), Column("criteria_adopted")]
    return Table(tuple(columns), tuple(_row(found, item) for item in ranking.items))


def _row(found: Priorities, item: RankedItem) -> tuple[Cell, ...]:
    ranks = found.acceptability.items.get(item.id) if found.acceptability else None
    stored = found.stored.item(item.id)
    sure: tuple[Cell, ...] = (None, None, None)
    if ranks:
        sure = (ranks.best, ranks.worst, 100 * ranks.among_first(found.shortlist.places))
    return (
        item.rank,
        item.id,
        item.name,
        item.score,
        item.low,
        item.high,
        item.coverage,
        item.assessors,
        *sure,
        *((stored.rank if stored else None,) if found.query.what_if else ()),
        *(item.means[criterion.id] for criterion in found.ranking.criteria.criteria),
        *origin_cells(found.ranking),
    )


def origin_cells(ranking: Ranking) -> tuple[Cell, ...]:
    """Return round, whether it is made up, and since when the criteria hold, for a row."""
    adopted = ranking.criteria.adopted
    return (ranking.round, ranking.example, str(adopted.date) if adopted else "proposal")
