"""The words a repository shares: criteria, themes, actors, settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from anbefal.model.base import Id, Language, Many, Part, Record, Ref, Text, Words
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


class Adoption(Part):
    """Who adopted the criteria, and when."""

    date: DateField
    by: Words


class Scale(Part):
    """The scale that values lie on, both ends included."""

    min: float
    max: float


class Criterion(Record):
    """One of the criteria that themes and recommendations are assessed by."""

    id: Id
    weight: float
    """Any positive number; shown as a share of the sum of all weights."""
    name: Text
    question: Text | None = None
    """What an assessor answers with a value."""
    levels: Mapping[int, Text] = {}
    """What some of the values on the scale mean."""


class CriteriaSet(Record):
    """The criteria of a repository, with their weights and scale."""

    title: Text
    adopted: Adoption | None = None
    """Who adopted them and when; null means that they are a proposal."""
    scale: Scale
    criteria: Many[Criterion]


class Theme(Record):
    """A subject that a meeting can be about."""

    id: Id
    name: Text
    description: Text | None = None
    parent: Ref | None = None
    ministries: Many[Ref] = ()
    """Ministries that answer for the theme; the first leads."""
    uhri: Many[Words] = ()
    """Labels of other databases that an import maps to this theme."""


class FormerName(Part):
    """A name that an actor had."""

    name: Text
    until: DateField | None = None


class Actor(Record):
    """A body, ministry, organisation or network that records name."""

    id: Id
    kind: ActorKind
    name: Text
    abbreviation: Words | None = None
    formerly: Many[FormerName] = ()
    convention: Words | None = None
    """The convention that a treaty body watches over."""
    coordinated_by: Ref | None = None
    """The ministry that coordinates reporting to a treaty body."""
    members: Many[Ref] = ()
    speaks_for: Many[Ref] = ()
    """Treaty bodies whose conventions a network speaks for."""


class Secretariat(Part):
    """Who sends letters and hands out briefs."""

    name: Text
    address: Words | None = None
    reference: Words | None = None


class Settings(Record):
    """What holds for the whole repository."""

    secretariat: Secretariat | None = None
    language: Language = "nb"
    country: Words = Field(default="NO", pattern=r"^[A-Z]{2}$")
    """Two letters of ISO 3166."""
    meetings_per_year: int = Field(default=4, ge=1)
    stale_after_days: int = Field(default=730, ge=1)
    """How many days may pass without an update before a record counts as stale."""
