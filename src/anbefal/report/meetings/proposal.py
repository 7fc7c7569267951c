"""The proposal for the next theme, with its reasons, in words and in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anbefal.analysis.next_theme import Candidate
from anbefal.analysis.turns import Turn
from anbefal.report.meetings.telling import Telling
from anbefal.report.sections import Line, Section

AT_LEAST = 3
"""How many themes are told of at least, where so many have a rank: the proposed and the next."""


def proposal_section(telling: Telling) -> Section:
    """Return the proposal with its reasons, and why it is not another theme."""
    return Section(telling.words.label["proposal"], tuple(_lines(telling)))


def proposal_data(telling: Telling) -> dict[str, Any]:
    """Return the proposal as it stands in JSON, with every theme that has a rank."""
    found = telling.proposal
    ranking = found.ranking
    adopted = ranking.criteria.adopted
    return {
        "themes": list(found.themes),
        "round": ranking.round,
        "example": ranking.example,
        "criteria_adopted": adopted.model_dump() if adopted else None,
        "places": found.places,
        "candidates": [_data(telling, one) for one in found.candidates],
        "rule": telling.words.say("rule"),
    }


def _data(telling: Telling, one: Candidate) -> dict[str, Any]:
    return {
        "theme": one.item.id,
        "name": one.item.name,
        "proposed": one.behind is None,
        "behind": one.behind,
        "rank": one.item.rank,
        "standing": one.standing,
        "share": one.share,
        "thin_basis": one.is_thin,
        "last_held": str(one.turn.last) if one.turn.last else None,
        "open_meetings": [meeting.id for meeting in one.turn.open],
        "ministry": one.ministry.id if one.ministry else None,
        "ministry_had_turn": one.ministry.had if one.ministry else None,
        "bodies_without_turn": [body.id for body in one.bodies if body.had == "no"],
        "networks_without_turn": [net.id for net in one.networks if net.had == "no"],
        "networks_unknown": [net.id for net in one.networks if net.had == "unknown"],
        "reasons": list(_reasons(telling, one)) if one.behind is None else [_why_not(telling, one)],
    }


def _lines(telling: Telling) -> Iterator[Line]:
    words, found = telling.words, telling.proposal
    if not found.candidates:
        yield Line(words.say("nothing_ranked"))
        return
    proposed = [one for one in found.candidates if one.behind is None]
    if not proposed:
        yield Line(words.say("all_open"))
    if len(proposed) > 1:
        names = telling.listed([one.item.name for one in proposed])
        yield Line(words.say("proposed_tied", themes=names))
    for one in proposed:
        yield Line(words.say("why", theme=one.item.name))
        yield from (Line(reason, inner=True) for reason in _reasons(telling, one))
    yield from _others(telling, len(proposed))
    yield Line(words.say("rule"))


def _others(telling: Telling, proposed: int) -> Iterator[Line]:
    """Yield why it is not another theme: the next by the rule, and those that are out."""
    candidates, places = telling.proposal.candidates, telling.proposal.places
    free = [one for one in candidates if one.behind is not None and not one.is_open]
    shown = free[: max(1, AT_LEAST - proposed)]
    ranks = [one.item.rank or 0 for one in shown]
    last = max([places, *ranks])
    shown += [one for one in candidates if one.is_open and (one.item.rank or 0) <= last]
    if shown:
        yield Line(telling.words.say("others"))
        yield from (Line(_why_not(telling, one), inner=True) for one in shown)


def _reasons(telling: Telling, one: Candidate) -> Iterator[str]:
    """Yield what speaks for a proposed theme, and what decides."""
    yield _rank(telling, one)
    yield _waited(telling, one.turn)
    yield _lead(telling, one.ministry)
    words = telling.words
    for key, turns, had in (
        ("bodies_new", one.bodies, "no"),
        ("networks_new", one.networks, "no"),
        ("networks_unknown", one.networks, "unknown"),
    ):
        names = [telling.actor(turn.id) for turn in turns if turn.had == had]
        if names:
            yield words.say(key, names=telling.listed(names))
    if not one.is_sure:
        yield words.say("none_sure")
    yield from _ahead(telling)


def _rank(telling: Telling, one: Candidate) -> str:
    words = telling.words
    place = {"rank": one.item.rank, "ranked": len(telling.proposal.ranking.ranked)}
    if one.is_thin:
        return words.say("ranked_thin", **place)
    if one.standing is None:
        return words.say("ranked_undrawn", **place)
    standing = telling.ranking_words.label[one.standing]
    percent = words.percent(one.share or 0.0)
    return words.say("ranked", standing=standing, percent=percent, **place)


def _waited(telling: Telling, turn: Turn) -> str:
    words = telling.words
    if not turn.held:
        return words.say("never")
    if turn.last is None:
        return words.say("last_held_undated")
    return words.say("last_held", date=words.when(turn.last))


def _lead(telling: Telling, turn: Turn | None) -> str:
    words = telling.words
    if turn is None:
        return words.say("lead_unknown")
    name = telling.actor(turn.id)
    if not turn.held:
        return words.say("lead_new", ministry=name)
    if turn.last is None:
        return words.say("lead_last_undated", ministry=name)
    return words.say("lead_last", ministry=name, date=words.when(turn.last))


def _ahead(telling: Telling) -> Iterator[str]:
    """Yield what decides before the next theme by the rule."""
    next_one = next((one for one in telling.proposal.candidates if one.behind is not None), None)
    if next_one is None or next_one.is_open:
        return
    keys = {
        "rank": "ahead_rank",
        "ministry": "ahead_ministry",
        "waited": "ahead_waited",
        "shortlist": "ahead_shortlist",
    }
    yield telling.words.say(keys[next_one.behind or "rank"], theme=next_one.item.name)


def _why_not(telling: Telling, one: Candidate) -> str:
    words = telling.words
    about = {"theme": one.item.name, "rank": one.item.rank}
    match one.behind:
        case "open_meeting":
            meeting = one.turn.open[0]
            state = words.label[meeting.state]
            return words.say("behind_open", **about, state=state, id=meeting.id)
        case "shortlist" if one.is_thin:
            return words.say("behind_thin", **about)
        case "shortlist":
            return words.say("behind_shortlist", **about, percent=words.percent(one.share or 0.0))
        case "waited":
            date = words.date(one.turn.last) if one.turn.last else words.label["no_date"]
            return words.say("behind_waited", **about, date=date)
        case "ministry":
            key = "behind_ministry" if one.ministry else "behind_ministry_unknown"
            name = telling.actor(one.ministry.id) if one.ministry else ""
            return words.say(key, **about, ministry=name)
        case _:
            return words.say("behind_rank" if one.is_sure else "behind_rank_alone", **about)
