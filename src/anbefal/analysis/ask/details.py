"""What a text does not ask, but says about it: why, how or for instance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from anbefal.analysis.ask.instrument_book import is_treaty
from anbefal.analysis.ask.joining import PARTICIPLE, Joining
from anbefal.analysis.ask.marks import Marks
from anbefal.analysis.ask.phrases import Found, phrases

REFERENCE = "reference"
"""The id of turns behind which never stands what is asked."""


class Stops(NamedTuple):
    """Places at which details may end, in the order of the text, its begin and end included.

    Attributes:
        joined: Verbs behind a comma that go on with what is asked.
        asks: Where sentences and clauses begin, and joined verbs.
        verbs: These, and commas before any other verb.
        commas: These, and all other commas but those between two treaties.
    """

    joined: frozenset[int]
    asks: Sequence[int]
    verbs: Sequence[int]
    commas: Sequence[int]


def details_of(marks: Marks, joining: Joining) -> frozenset[int]:
    """Return the places of words that only tell why, how or for instance."""
    turns = _turns_in(marks, joining)
    stops = _stops_in(marks, joining, turns)
    found: set[int] = set()
    looked = 0
    for turn in turns:
        if turn.start in found:
            continue
        before = range(max(_before(stops.asks, turn.start), looked), turn.start)
        # A participle behind details only is the thing itself: "continue, with NGOs, ending".
        told = found if turn.id == PARTICIPLE else frozenset[int]()
        follows = any(place in joining.objects and place not in told for place in before)
        if follows or _is_detail(turn, stops):
            # Behind what is asked it goes on to the next ask.
            ends = stops.asks if follows else _ends(turn, stops, marks)
            found.update(range(turn.start, _next(ends, turn.start)))
        looked = turn.start  # what stands before has been looked at, once for all turns
    return frozenset(found)


def _turns_in(marks: Marks, joining: Joining) -> Sequence[Found]:
    """Return where what is asked may end."""
    listed = phrases("turns", marks.language).find(marks.words.lemmas)
    turns = [one for one in listed if _is_turn(one, joining)]
    taken = {one.start for one in turns}  # "including" is a turn of the list, and no participle
    return sorted((*turns, *[one for one in joining.asides() if one.start not in taken]))


def _is_turn(found: Found, joining: Joining) -> bool:
    """Return whether a phrase is a turn: "including" is, but "include" asks for something."""
    return found.start not in joining.firsts or bool(joining.form(found.start))


def _is_detail(turn: Found, stops: Stops) -> bool:
    """Return whether a turn makes details where nothing is asked before it."""
    if turn.id == REFERENCE:
        return True
    # A purpose or an example is the thing itself, as in "efforts aimed at ending"; but not where
    # it opens the sentence: "in order to end torture, train guards".
    opens = turn.start == _before(stops.asks, turn.start)
    return opens and _next(stops.asks, turn.start) in stops.joined


def _ends(turn: Found, stops: Stops, marks: Marks) -> Sequence[int]:
    """Return where details may end where nothing is asked before them.

    Between commas that is the second, as what is asked follows: "adopt, in line with CEDAW, a law".
    """
    return stops.commas if turn.start in marks.words.commas else stops.verbs


def _stops_in(marks: Marks, joining: Joining, turns: Sequence[Found]) -> Stops:
    commas = marks.words.commas
    turned = {one.start for one in turns}
    verbs = [one for one in joining.verbs if one.start not in turned]
    joined = frozenset(
        [one.start for one in verbs if joining.asks(one) and joining.after_comma(one, turned)]
    )
    asks = joined | marks.words.breaks | {0, len(marks.masked)}
    going_on = {one.start for one in verbs} | {one.start for one in turns if one.id == PARTICIPLE}
    return Stops(
        joined,
        sorted(asks),
        sorted(asks | (commas & going_on)),
        sorted(asks | (commas - _between_treaties(marks))),
    )


def _between_treaties(marks: Marks) -> set[int]:
    """Return where a treaty begins right after another, in a list."""
    pairs = pairwise(marks.instruments)
    return {two.start for one, two in pairs if one.end == two.start and is_treaty(one.id)}


def _before(stops: Sequence[int], place: int) -> int:
    """Return the last stop that does not stand behind a place."""
    return stops[bisect_right(stops, place) - 1]


def _next(stops: Sequence[int], place: int) -> int:
    """Return the first stop behind a place."""
    return stops[bisect_right(stops, place)]
