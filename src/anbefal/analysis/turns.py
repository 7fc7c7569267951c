"""Which themes, ministries, bodies and networks have had their turn at a meeting.

A meeting counts once it is recorded as held.

- A theme has had its turn when a meeting was held on it.
- A ministry, when it is among the ministries of a held meeting.
- A body (and with it its convention), when a held meeting took up something that it asked for: a
  recommendation that the meeting names, or that something promised there follows up. Of a meeting
  that names no recommendations it is else only known that the body has asked for something on its
  theme.
- A network, when it or one of its members is among the participants of a held meeting. Where the
  participants of a held meeting are not recorded, that a network was not there is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from anbefal.analysis.measures import promises_of
from anbefal.analysis.meeting_year import OPEN, held_meetings, in_order
from anbefal.analysis.selection import discussed_at
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Meeting

Had = Literal["yes", "by_theme", "unknown", "no"]
"""Whether somebody has had a turn.

yes: it is recorded.
by_theme: of a body: a meeting was held on a theme that it has asked for something on, and what
was taken up is not recorded.
unknown: of a network: it is not recorded who took part.
no: no held meeting says so.
"""


@dataclass(frozen=True)
class Turn:
    """Whether a theme, a ministry, a body or a network has had its turn.

    Attributes:
        id: Its id.
        had: Whether it has.
        held: The held meetings that make it so, in order of their dates.
        open: Meetings that may still be held and would give it a turn, in order of their dates.
        led: Of a ministry: at how many of the held meetings it led.
        asks: Of a body: how many of its statements are in the repository.
    """

    id: str
    had: Had
    held: tuple[Meeting, ...]
    open: tuple[Meeting, ...] = ()
    led: int = 0
    asks: int = 0

    @property
    def last(self) -> PartialDate | None:
        """When it had its latest turn, as far as that is known."""
        return self.held[-1].date if self.held else None


@dataclass(frozen=True)
class Turns:
    """Whose turn it has been.

    Attributes:
        themes: A turn for each theme, by id.
        ministries: A turn for each ministry, by id.
        conventions: A turn for each treaty body or other mechanism, by id.
        networks: A turn for each network, by id.
        without_participants: Held meetings whose participants are not recorded.
    """

    themes: tuple[Turn, ...]
    ministries: tuple[Turn, ...]
    conventions: tuple[Turn, ...]
    networks: tuple[Turn, ...]
    without_participants: tuple[Meeting, ...]


def turns(dataset: Dataset) -> Turns:
    """Return whose turn it has been, as far as the repository tells."""
    found = _Found(dataset)
    return Turns(
        themes=tuple(found.theme(one) for one in dataset.themes),
        ministries=tuple(found.ministry(one) for one in _actors(dataset, "ministry")),
        conventions=tuple(found.body(one) for one in _actors(dataset, "treaty-body", "mechanism")),
        networks=tuple(found.network(one) for one in _actors(dataset, "network")),
        without_participants=found.without_participants,
    )


def _actors(dataset: Dataset, *kinds: str) -> list[str]:
    return [name for name, actor in dataset.actors.items() if actor.kind in kinds]


class _Found:
    """The meetings that were held or may be, and what each of them gives a turn."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._held = held_meetings(dataset)
        self._open = in_order(one for one in dataset.meetings.values() if one.state in OPEN)
        known = (*self._held, *self._open)
        self._taken_up = {one.id: _bodies_of(dataset, _taken_up(one)) for one in known}
        self._at_most = {
            one.id: self._taken_up[one.id] | _bodies_of(dataset, discussed_at(dataset, one.id))
            for one in known
        }
        self.without_participants = tuple(one for one in self._held if not one.participants)

    def theme(self, name: str) -> Turn:
        return self._turn(name, lambda one: one.theme == name)

    def ministry(self, name: str) -> Turn:
        found = self._turn(name, lambda one: name in one.ministries)
        led = sum(one.ministries[0] == name for one in found.held)
        return Turn(name, found.had, found.held, found.open, led=led)

    def body(self, name: str) -> Turn:
        found = self._turn(name, lambda one: name in self._at_most[one.id])
        records = self._dataset.recommendations.values()
        asks = sum(one.source.body == name for one in records)
        named = tuple(one for one in found.held if name in self._taken_up[one.id])
        had: Had = "yes" if named else "by_theme" if found.held else "no"
        return Turn(name, had, named or found.held, found.open, asks=asks)

    def network(self, name: str) -> Turn:
        actors = {name, *self._dataset.actors[name].members}
        found = self._turn(name, lambda one: not actors.isdisjoint(_who(one)))
        had: Had = "unknown" if self.without_participants and not found.held else found.had
        return Turn(name, had, found.held, found.open)

    def _turn(self, name: str, gives: Callable[[Meeting], bool]) -> Turn:
        held = _those(self._held, gives)
        return Turn(name, "yes" if held else "no", held, _those(self._open, gives))


def _those(meetings: Sequence[Meeting], gives: Callable[[Meeting], bool]) -> tuple[Meeting, ...]:
    return tuple(one for one in meetings if gives(one))


def _who(meeting: Meeting) -> set[str]:
    return {one.actor for one in meeting.participants}


def _taken_up(meeting: Meeting) -> set[str]:
    """Return the recommendations of which it is recorded that a meeting took them up."""
    promised = (one for promise in promises_of(meeting) for one in promise.addresses)
    return {*meeting.recommendations, *promised}


def _bodies_of(dataset: Dataset, recommendations: Iterable[str]) -> frozenset[str]:
    records = dataset.recommendations
    return frozenset(records[one].source.body for one in recommendations if one in records)
