"""A proposal for the theme of the next meeting, by a rule that a person can follow.

1. Only themes that have a rank come into question, and none on which a meeting is planned, asked
   for or confirmed: it has been chosen already.
2. First come those that are surely or probably on the shortlist, on values that carry it; the
   shortlist has as many places as the goal for meetings in a year. Among these the ranking only
   decides last, because all of them should have a meeting in the year.
3. Of these comes first what has waited longest: a theme that was never taken up, then the one
   whose latest meeting lies furthest back.
4. Are several alike, one whose leading ministry has never taken part in a meeting. A theme without
   a ministry is not preferred, and not put back: that it has none is most often a gap in the data.
5. Are several still alike, the one with the better rank.

Where no theme of the second point is free, the others come by their rank. Themes that are alike in
everything are proposed together: the choice is the group's. A date that is a month or a year counts
as its last day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from anbefal.analysis.acceptability import Acceptability, Band, acceptability, band
from anbefal.analysis.participation import is_thin
from anbefal.analysis.prioritisation import RankedItem, Ranking, rank_themes
from anbefal.analysis.turns import Turn, Turns
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import CriteriaSet

Step = Literal["open_meeting", "shortlist", "waited", "ministry", "rank"]
"""Which step of the rule puts a theme behind the proposed one."""

_SURE: tuple[Band, ...] = ("safe", "likely")


@dataclass(frozen=True)
class Candidate:
    """A theme that could be next.

    Attributes:
        item: The theme with its rank and score.
        standing: How surely it is on the shortlist; ``None`` where that was not worked out.
        share: In which share of the draws it was, 0 to 1; ``None`` where nothing was drawn.
        is_thin: Whether fewer than half of the values that it could have were given.
        turn: Whether a meeting was held on the theme, and which may still be.
        ministry: The turn of the leading ministry; ``None`` where the theme has none.
        bodies: Turns of the bodies that ask for something on the theme, by id.
        networks: Turns of the networks that speak for these bodies, by id.
        behind: Which step puts it behind the proposed theme; ``None`` for the proposed.
    """

    item: RankedItem
    standing: Band | None
    share: float | None
    is_thin: bool
    turn: Turn
    ministry: Turn | None
    bodies: tuple[Turn, ...]
    networks: tuple[Turn, ...]
    behind: Step | None = None

    @property
    def is_open(self) -> bool:
        """Whether a meeting on it is planned, asked for or confirmed."""
        return bool(self.turn.open)

    @property
    def is_sure(self) -> bool:
        """Whether it is surely or probably on the shortlist, on values that carry it."""
        return self.standing in _SURE and not self.is_thin


@dataclass(frozen=True)
class Proposal:
    """A proposal for the next theme.

    Attributes:
        ranking: The ranking that it rests on.
        acceptability: How sure the ranking is, ``None`` where that was not worked out.
        places: Places on the shortlist: the goal for meetings in a year.
        themes: Ids of the proposed themes: one, several where they are alike, none where no
            theme comes into question.
        candidates: Every theme with a rank: the proposed first, then the others in the order of
            the rule; those with an open meeting last, by rank.
    """

    ranking: Ranking
    acceptability: Acceptability | None
    places: int
    themes: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def propose(dataset: Dataset, criteria: CriteriaSet, language: Language, known: Turns) -> Proposal:
    """Return a proposal for the next theme; the module tells the rule.

    Args:
        dataset: The repository.
        criteria: Its criteria.
        language: The language of names.
        known: Whose turn it has been.
    """
    ranking = rank_themes(dataset, criteria, language)
    sure, places = acceptability(ranking), dataset.settings.meetings_per_year
    context = _Context(dataset, ranking, sure, places, known)
    found = sorted((context.candidate(item) for item in ranking.ranked), key=_by_the_rule)
    first = next((one for one in found if not one.is_open), None)
    told = tuple(_placed(one, first) for one in found)
    themes = tuple(one.item.id for one in told if one.behind is None)
    return Proposal(ranking, sure, places, themes, told)


@dataclass(frozen=True)
class _Context:
    dataset: Dataset
    ranking: Ranking
    sure: Acceptability | None
    places: int
    known: Turns

    def candidate(self, item: RankedItem) -> Candidate:
        ranks = self.sure.items.get(item.id) if self.sure else None
        share = ranks.among_first(self.places) if ranks else None
        lead = next(iter(self.dataset.themes[item.id].ministries), None)
        bodies = self._bodies(item.id)
        return Candidate(
            item=item,
            standing=None if share is None else band(share),
            share=share,
            is_thin=is_thin(self.ranking, item),
            turn=_by_id(self.known.themes)[item.id],
            ministry=_by_id(self.known.ministries).get(lead) if lead else None,
            bodies=tuple(one for one in self.known.conventions if one.id in bodies),
            networks=tuple(one for one in self.known.networks if self._speaks_for(one.id, bodies)),
        )

    def _bodies(self, theme: str) -> set[str]:
        on_theme = self.dataset.recommendations_by_theme.get(theme, ())
        return {one.source.body for one in on_theme if one.kind == "recommendation"}

    def _speaks_for(self, network: str, bodies: set[str]) -> bool:
        return not bodies.isdisjoint(self.dataset.actors[network].speaks_for)


def _by_id(found: tuple[Turn, ...]) -> Mapping[str, Turn]:
    return {one.id: one for one in found}


def _since(turn: Turn) -> date:
    """Return since when something has waited, the earliest for what never had a turn."""
    return turn.last.last if turn.last else date.min


def _steps(one: Candidate) -> dict[Step, Any]:
    """Return what each step of the rule compares, in the order of the steps; less comes first."""
    rank: dict[Step, Any] = {"rank": one.item.rank}
    if one.is_open:
        return {"open_meeting": True, **rank}
    free: dict[Step, Any] = {"open_meeting": False, "shortlist": not one.is_sure}
    if not one.is_sure:
        return {**free, **rank}
    is_new = one.ministry is not None and one.ministry.had == "no"
    return {**free, "waited": _since(one.turn), "ministry": not is_new, **rank}


def _by_the_rule(one: Candidate) -> tuple[Any, ...]:
    return (*_steps(one).values(), one.item.id)


def _placed(one: Candidate, first: Candidate | None) -> Candidate:
    """Return a candidate with the step that puts it behind the first, if one does."""
    if first is None:
        return replace(one, behind="open_meeting")
    mine, its = _steps(one), _steps(first)
    return replace(one, behind=next((step for step in mine if mine[step] != its[step]), None))
