"""The words a repository shares: criteria, themes, actors, settings."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from anbefal.model.base import (
    ActorRef,
    BodyRef,
    Id,
    Language,
    Many,
    MinistryRef,
    Name,
    Part,
    Record,
    Text,
    ThemeRef,
    Words,
)
from anbefal.model.dates import DateField

ActorKind = Literal[
    "treaty-body",
    "mechanism",
    "ministry",
    "agency",
    "ombud",
    "organisation",
    "network",
    "state",
]

Hint = Literal["repetition", "deadline", "progress"]

Bounded = Annotated[float, Field(ge=-1e6, le=1e6)]
"""A number that people weigh and measure with; sums of such numbers stay numbers."""


class Adoption(Part):
    """Who adopted the criteria, and when."""

    date: DateField
    """When they were adopted."""
    by: Words
    """Who adopted them: a group or a meeting."""


class Scale(Part):
    """The scale that values lie on, both ends included."""

    min: Bounded
    """The lowest value."""
    max: Bounded
    """The highest value."""

    def share(self, value: float) -> float:
        """Return how far up the scale a value lies: 0 at the bottom, 1 at the top."""
        return (value - self.min) / (self.max - self.min)


class Criterion(Record):
    """One of the criteria that themes and recommendations are assessed by."""

    id: Id
    weight: Bounded
    """Any positive number; shown as a share of the sum of all weights."""
    name: Text
    """What the criterion is called."""
    question: Text | None = None
    """What an assessor answers with a value."""
    levels: Mapping[int, Text] = {}
    """What some of the values on the scale mean."""
    hints: Many[Hint] = ()
    """What the data says that an assessor should see beside the criterion; it never enters a score.

    repetition: how many bodies ask for the same, and how often.
    deadline: the committees' own deadlines, near or passed.
    progress: how much is reported and assessed.
    """


class CriteriaSet(Record):
    """The criteria of a repository, with their weights and scale."""

    title: Text
    """What the set is called."""
    adopted: Adoption | None = None
    """Who adopted them and when; null means that they are a proposal."""
    scale: Scale
    """The scale that every value lies on."""
    criteria: Many[Criterion]
    """The criteria; the method has ten."""

    @property
    def weight_shares(self) -> dict[str, float]:
        """Each criterion's weight as a share of the sum of all, 0 to 1."""
        total = fsum(criterion.weight for criterion in self.criteria)
        return {criterion.id: criterion.weight / total for criterion in self.criteria}


class Theme(Record):
    """A subject that a meeting can be about."""

    id: Id
    name: Text
    """What the theme is called."""
    description: Text | None = None
    """What belongs to the theme, in a sentence."""
    parent: ThemeRef | None = None
    """The id of the wider theme that it is a part of."""
    ministries: Many[MinistryRef] = ()
    """The ids of the ministries that answer for the theme; the first leads."""
    uhri: Many[Name] = ()
    """Labels of other databases that an import maps to this theme."""


class FormerName(Part):
    """A name that an actor had."""

    name: Text
    """The name."""
    until: DateField | None = None
    """When the actor stopped using it."""


class Actor(Record):
    """A body, ministry, organisation or network that records name."""

    id: Id
    kind: ActorKind
    """What the actor is.

    treaty-body: a committee of experts that watches over a convention.
    mechanism: another body or procedure that recommends, such as the UPR.
    ministry: answers for the state.
    agency: another authority of the state.
    ombud: watches the state and is independent of it.
    organisation: of civil society.
    network: several organisations that speak together.
    state: the state itself, or another one.
    """
    name: Text
    """What the actor is called now."""
    abbreviation: Name | None = None
    """The short name that people use, such as CAT."""
    formerly: Many[FormerName] = ()
    """Earlier names; ministries change theirs."""
    convention: Name | None = None
    """The convention that a treaty body watches over."""
    coordinated_by: MinistryRef | None = None
    """The ministry that coordinates reporting to a treaty body."""
    members: Many[ActorRef] = ()
    """The ids of a network's members."""
    speaks_for: Many[BodyRef] = ()
    """Treaty bodies whose conventions a network speaks for."""


class Secretariat(Part):
    """Who sends letters and hands out briefs."""

    name: Text
    """What the secretariat is called."""
    address: Words | None = None
    """Its address, as it stands in a letter."""
    reference: Words | None = None
    """Its own reference, such as a case number."""


class Settings(Record):
    """What holds for the whole repository."""

    secretariat: Secretariat | None = None
    """Who sends letters and hands out briefs."""
    language: Language = "nb"
    """The language of outputs where no other is asked for."""
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "NO"
    """Two letters of ISO 3166."""
    meetings_per_year: int = Field(default=4, ge=1)
    """How many meetings a year are the goal."""
    stale_after_days: int = Field(default=730, ge=1)
    """How many days may pass without an update before a record counts as stale."""
    groups: Mapping[Name, Many[Name]] = {}
    """A word of ours for whom a recommendation concerns, to the labels of other databases that an
    import maps to it."""
    names: Mapping[Name, Text] = {}
    """What readers of the public site are shown for a word of records: a group of people, or a kind
    of measure."""
