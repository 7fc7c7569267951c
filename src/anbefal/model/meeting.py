"""Meetings, plans, and the measures that were promised in them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from anbefal.model.base import Id, Many, Part, Record, Ref, Text, Words
from anbefal.model.dates import DateField
from anbefal.model.recommendation import Provenance, Update

MeetingState = Literal["planned", "requested", "confirmed", "held", "cancelled"]
OneOrMany = Annotated[
    Many[Words],
    BeforeValidator(
        lambda value: (value,) if isinstance(value, str) else value,
        json_schema_input_type=str | list[str],
    ),
]
"""One text or a list of them."""


class Measure(Record):
    """Something that somebody promised or planned to do."""

    id: Id
    text: Text
    responsible: Many[Ref] = ()
    due: DateField | None = None
    addresses: Many[Ref] = ()
    """Recommendations that it follows up."""
    updates: Many[Update] = ()
    """What was reported and assessed, by whom and when."""


class Participant(Part):
    """Who takes part, as an organisation."""

    actor: Ref
    role: Words | None = None
    person: Words | None = None
    """A person's name, only where it is needed."""


class AgendaItem(Part):
    """One point of the agenda."""

    title: Text
    actor: Ref | None = None
    minutes: int | None = Field(default=None, gt=0)


class Meeting(Record):
    """A meeting with the ministries about one theme."""

    id: Id
    theme: Ref
    state: MeetingState
    requested_on: DateField | None = None
    date: DateField | None = None
    ministries: Many[Ref] = ()
    """The first leads."""
    participants: Many[Participant] = ()
    recommendations: Many[Ref] = ()
    agenda: Many[AgendaItem] = ()
    questions: Many[Text] = ()
    """What we ask the ministries."""
    commitments: Many[Measure] = ()
    """What was promised."""
    minutes: Text | None = None
    provenance: Provenance = Provenance()


class Report(Record):
    """The head of a memo that reports on a plan."""

    id: Id
    date: DateField
    to: OneOrMany = ()
    via: OneOrMany = ()
    copy_to: OneOrMany = Field(default=(), alias="copy")
    sender: OneOrMany = Field(default=(), alias="from")
    case: Words | None = None
    officer: Words | None = None
    subject: Text | None = None
    enclosures: Many[Words] = ()


class Plan(Record):
    """A plan for following up, such as a ministry's plan after an evaluation."""

    id: Id
    title: Text
    owner: Ref | None = None
    case: Words | None = None
    mandate: Text | None = None
    decided: DateField | None = None
    measures: Many[Measure] = ()
    reports: Many[Report] = ()
    provenance: Provenance = Provenance()
