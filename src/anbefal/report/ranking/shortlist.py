"""The shortlist in words: who is on it, how safely, and what that hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from anbefal.analysis.agreement import FEWEST_ASSESSORS
from anbefal.analysis.sensitivity import Absence, Turn
from anbefal.report.ranking.telling import Standing, Telling
from anbefal.report.sections import Line

CLEARLY = 0.01
"""A difference between two shares of the draws that a reader sees in the percentages."""
_MOST_DECIMALS = 9
_TOLD: tuple[Standing, ...] = ("safe", "thin", "likely", "open", "unlikely")


def who_is_in(telling: Telling) -> list[Line]:
    """Return how many places there are, and who is how safely in."""
    chosen, words, ranking = telling.found.shortlist, telling.words, telling.found.ranking
    is_goal = telling.found.query.places is None and ranking.level == "theme"
    told = [words.counted("shortlist_goal" if is_goal else "shortlist", chosen.places)]
    if chosen.tied:
        told.append(words.counted("shortlist_tied", chosen.places, inside=len(chosen.items)))
    if len(ranking.ranked) <= chosen.places:
        return [Line(" ".join([*told, words.say("shortlist_all")]))]
    lines = [Line(" ".join(told)), *_standings(telling)]
    return [*lines, Line(words.say("shortlist_crossed"))] if _is_crossed(telling) else lines


def what_it_hangs_on(telling: Telling) -> list[Line]:
    """Return the smallest change of one weight, and the assessors, that change the shortlist."""
    chosen, words = telling.found.shortlist, telling.words
    if len(chosen.items) == len(telling.found.ranking.ranked):
        return []
    if chosen.tied:
        return [Line(words.say("turn_tied")), *_unknown(telling), *_absences(telling)]
    turn = _turn(telling, chosen.turn) if chosen.turn else [Line(words.say("turn_none"))]
    return [*turn, *_unknown(telling), *_absences(telling)]


def _unknown(telling: Telling) -> list[Line]:
    """Return which values nobody gave what may or may not be on the shortlist."""
    words = telling.words
    parts = [
        words.say("open_count", name=telling.item(item.id), n=words.listed(missing))
        for item in telling.found.ranking.ranked
        if telling.standing(item) in {"likely", "open", "unlikely", "thin"}
        and (missing := [telling.criterion(one) for one, m in item.means.items() if m is None])
    ]
    return [Line(words.say("unknown", names=telling.some(parts)))] if parts else []


def _standings(telling: Telling) -> Iterable[Line]:
    """Tell who stands how, with percentages where it is not safe."""
    groups: dict[Standing, list[str]] = {}
    for item in telling.found.ranking.items:
        standing, share = telling.standing(item), telling.share(item.id)
        if standing is None or share is None:
            continue
        name = telling.item(item.id)
        told = telling.words.say("in_percent", name=name, percent=telling.words.percent(share))
        groups.setdefault(standing, []).append(name if standing == "safe" else told)
    if groups and "safe" not in groups:
        yield Line(telling.words.say("band_nobody"))
    for one in _TOLD:
        if one in groups:
            yield Line(telling.words.say(f"band_{one}", names=telling.some(groups[one])))


def _is_crossed(telling: Telling) -> bool:
    """Return whether an item is on the shortlist clearly more often than one that ranks above."""
    shares = [telling.share(item.id) or 0.0 for item in telling.found.ranking.ranked]
    return any(after > before + CLEARLY for before, after in pairwise(shares))


def _absences(telling: Telling) -> list[Line]:
    words, found = telling.words, telling.found.shortlist.absences
    if telling.found.agreement.assessors < FEWEST_ASSESSORS:
        return []
    if not found:
        return [Line(words.say("absence_none"))]
    return [Line(_absence(telling, one)) for one in found]


def _absence(telling: Telling, absence: Absence) -> str:
    who = telling.actor(absence.assessor)
    falls, rises = (
        telling.listed([telling.item(one) for one in ids]) for ids in (absence.falls, absence.rises)
    )
    if not rises:
        return telling.words.say("absence_falls", who=who, falls=falls)
    if not falls:
        return telling.words.say("absence_rises", who=who, rises=rises)
    return telling.words.say("absence", who=who, falls=falls, rises=rises)


def _turn(telling: Telling, turn: Turn) -> list[Line]:
    words, decimals = telling.words, _decimals(turn)
    told = words.say(
        "turn_up" if turn.share > turn.now else "turn_down",
        falls=telling.item(turn.falls.id),
        falls_rank=turn.falls.rank,
        rises=telling.item(turn.rises.id),
        rises_rank=turn.rises.rank,
        criterion=telling.criterion(turn.criterion),
        share=words.number(100 * turn.share, decimals),
        now=words.number(100 * turn.now, decimals),
    )
    attempt = words.say("turn_try", criterion=turn.criterion, share=_beyond(turn, decimals))
    return [Line(told), Line(attempt, inner=True)]


def _decimals(turn: Turn) -> int:
    """Return as many decimals of a percentage as tell where it turns from where it is now."""
    apart = (
        n for n in range(1, _MOST_DECIMALS) if _rounded(turn.share, n) != _rounded(turn.now, n)
    )
    return next(apart, _MOST_DECIMALS)


def _rounded(share: float, decimals: int) -> float:
    return round(100 * share, decimals)


def _beyond(turn: Turn, decimals: int) -> str:
    """Return a share just beyond the turn, in percent, as ``--weight`` takes it."""
    sign = 1 if turn.share > turn.now else -1
    for more in range(decimals, _MOST_DECIMALS):
        further = _rounded(turn.share, more) + sign * 10.0**-more
        if 0 < further < 100:  # noqa: PLR2004 - percent
            return f"{further:.{more}f}"
    return f"{_rounded(turn.share, _MOST_DECIMALS):.{_MOST_DECIMALS}f}"
