"""The shortlist in words: who is on it, how safely, and what that hangs on."""

from __future__ import annotations

from collections.abc import Iterable

from anbefal.analysis.acceptability import Band, band
from anbefal.analysis.sensitivity import Turn
from anbefal.report.ranking.telling import Telling
from anbefal.report.sections import Line

_MOST_DECIMALS = 9


def who_is_in(telling: Telling) -> list[Line]:
    """Return how many places there are, and who is how safely in."""
    chosen, words = telling.found.shortlist, telling.words
    goal = telling.found.query.places is None
    told = [words.counted("shortlist_goal" if goal else "shortlist", chosen.places)]
    if chosen.tied:
        told.append(words.counted("shortlist_tied", chosen.places, inside=len(chosen.items)))
    if len(telling.found.ranking.ranked) <= chosen.places:
        told.append(words.say("shortlist_all"))
    return [Line(" ".join(told)), *_bands(telling)]


def what_it_hangs_on(telling: Telling) -> list[Line]:
    """Return the smallest change of one weight that changes the shortlist."""
    chosen, words = telling.found.shortlist, telling.words
    if chosen.tied:
        return [Line(words.say("turn_tied"))]
    if len(chosen.items) == len(telling.found.ranking.ranked):
        return []
    if chosen.turn is None:
        return [Line(words.say("turn_none"))]
    return _turn(telling, chosen.turn)


def _bands(telling: Telling) -> Iterable[Line]:
    """Tell who is in each band, with percentages where it is not safe."""
    groups: dict[Band, list[str]] = {}
    for item in telling.found.ranking.items:
        share = telling.share(item.id)
        if share is None:
            continue
        name, shown = band(share), item.name
        if name != "safe":
            told = telling.percent(share)
            shown = telling.words.say("in_percent", name=item.name, percent=told)
        groups.setdefault(name, []).append(shown)
    if groups and "safe" not in groups:
        yield Line(telling.words.say("band_nobody"))
    keys: tuple[Band, ...] = ("safe", "likely", "open", "unlikely")
    for one in keys:
        if one in groups:
            yield Line(telling.words.say(f"band_{one}", names=telling.some(groups[one])))


def _turn(telling: Telling, turn: Turn) -> list[Line]:
    words, decimals = telling.words, _decimals(turn)
    told = words.say(
        "turn_up" if turn.share > turn.now else "turn_down",
        falls=turn.falls.name,
        falls_rank=turn.falls.rank,
        rises=turn.rises.name,
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
    step = 10.0**-decimals
    further = _rounded(turn.share, decimals) + (step if turn.share > turn.now else -step)
    return f"{further:.{decimals}f}"
