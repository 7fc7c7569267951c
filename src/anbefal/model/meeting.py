"""Meetings, plans, and the measures that were promised in them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from anbefal.model.base import (
    ActorRef,
    Id,
    Many,
    MinistryRef,
    Name,
    Part,
    RecommendationRef,
    Record,
    Text,
    ThemeRef,
    Words,
)
from anbefal.model.dates import DateField, PartialDate
from anbefal.model.recommendation import Provenance, Update

MeetingState = Literal["planned", "requested", "confirmed", "held", "cancelled"]
OneOrMany = Annotated[
    Many[Words],
    BeforeValidator(
        lambda value: (value,) if isinstance(value, str) else value,
        json_schema_input_type=Words | list[Words],
    ),
]
"""One text or a list of them."""


class Measure(Record):
    """Something that somebody promised or planned to do."""

    id: Id
    text: Text
    """What is to be done."""
    heading: Text | None = None
    """The part of the plan that it stands under."""
    responsible: Many[ActorRef] = ()
    """The ids of those who are to do it."""
    due: DateField | None = None
    """By when."""
    addresses: Many[RecommendationRef] = ()
    """The ids of the recommendations that it follows up."""
    updates: Many[Update] = ()
    """What was reported and assessed, by whom and when."""


class Participant(Part):
    """Who takes part, as an organisation."""

    actor: ActorRef
    """The id of the organisation."""
    role: Words | None = None
    """What it does at the meeting, such as opening it."""
    person: Words | None = None
    """A person's name, only where it is needed."""


class AgendaItem(Part):
    """One point of the agenda."""

    title: Text
    """What it is about."""
    actor: ActorRef | None = None
    """The id of the organisation that speaks to it."""
    minutes: int | None = Field(default=None, gt=0)
    """How many minutes it takes."""


class Meeting(Record):
    """A meeting with the ministries about one theme."""

    id: Id
    theme: ThemeRef
    """The id of the theme."""
    state: MeetingState
    """How far the meeting has come.

    planned: we mean to ask for it.
    requested: the ministries were asked.
    confirmed: the ministries said yes.
    held: it took place.
    cancelled: it will not take place.
    """
    requested_on: DateField | None = None
    """When the ministries were asked for it."""
    proposed_dates: Many[DateField] = ()
    """When we propose that it be held, in the letter that asks for it."""
    date: DateField | None = None
    """When it is to be, or was."""
    case: Name | None = None
    """The case number of the ministry that leads, in quotes."""
    reason: Text | None = None
    """Why we ask for it, as the letter says it."""
    ministries: Many[MinistryRef] = ()
    """The ids of the ministries that are asked; the first leads."""
    participants: Many[Participant] = ()
    """Who takes part."""
    recommendations: Many[RecommendationRef] = ()
    """The ids of the recommendations that are taken up."""
    agenda: Many[AgendaItem] = ()
    """The agenda, point by point."""
    questions: Many[Text] = ()
    """What we ask the ministries."""
    commitments: Many[Measure] = ()
    """What was promised."""
    minutes: Text | None = None
    """What was said."""
    provenance: Provenance = Provenance()
    """Where the record's content comes from."""

    @property
    def possible_dates(self) -> tuple[PartialDate, ...]:
        """Its date; of one that was asked for and has none, the dates that were proposed."""
        if self.date:
            return (self.date,)
        return self.proposed_dates if self.state == "requested" else ()


class Remark(Part):
    """Something that a report says of more than one measure."""

    text: Text
    """What it says."""
    by: ActorRef | None = None
    """The id of the actor that says so."""
    heading: Text | None = None
    """The part of the plan that it is about."""


class Report(Record):
    """A memo that reports on a plan: its head, and what it says of more than single measures."""

    id: Id
    date: DateField
    """The date of the memo."""
    to: OneOrMany = ()
    """Whom it is addressed to."""
    via: OneOrMany = ()
    """Whom it passes on the way."""
    copy_to: OneOrMany = Field(default=(), alias="copy")
    """Who gets a copy."""
    sender: OneOrMany = Field(default=(), alias="from")
    """Who sends it."""
    case: Name | None = None
    """The case number, in quotes."""
    officer: Name | None = None
    """Who handles the case; a unit rather than a person."""
    subject: Text | None = None
    """The subject line."""
    occasion: Text | None = None
    """Why it is written: what it answers or refers to."""
    remarks: Many[Remark] = ()
    """What it says of more than one measure."""
    enclosures: Many[Words] = ()
    """What is enclosed."""


class Plan(Record):
    """A plan for following up, such as a ministry's plan after an evaluation."""

    id: Id
    title: Text
    """What the plan is called."""
    owner: ActorRef | None = None
    """The id of the actor whose plan it is."""
    case: Name | None = None
    """The case number, in quotes."""
    mandate: Text | None = None
    """Why there is a plan: the instruction or decision behind it."""
    decided: DateField | None = None
    """When it was decided."""
    measures: Many[Measure] = ()
    """What is to be done."""
    reports: Many[Report] = ()
    """The memos that report on it."""
    provenance: Provenance = Provenance()
    """Where the record's content comes from."""
