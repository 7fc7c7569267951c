"""Recommendations, and the dated log of what was said about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import model_validator

from anbefal.model.base import (
    ActorRef,
    BodyRef,
    Id,
    Language,
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
from anbefal.model.dates import DateField

RecommendationKind = Literal["recommendation", "concern", "follow-up-request"]
Track = Literal["reported", "assessed"]
StatusValue = Literal[
    "no-report",
    "not-started",
    "in-progress",
    "partly-implemented",
    "implemented",
    "not-accepted",
    "no-longer-relevant",
    "contrary",
]
PositionValue = Literal["supported", "partly-supported", "noted", "not-supported"]
Level = Literal["state", "municipal"]
InferredField = Literal[
    "kind", "document", "paragraph", "date", "url", "recommended_by", "ministries"
]


class Source(Part):
    """Where a recommendation stands."""

    body: BodyRef
    """The id of the body that made it, such as cat."""
    document: Name | None = None
    """The document's symbol, such as CAT/C/NOR/CO/8; null where it is not known."""
    paragraph: Name | None = None
    """As in the document, in quotes: "16", "22(a)", "140.10"; null where it is not known."""
    proposal: Name | None = None
    """The number in the body's own list of proposals, where that is not a paragraph."""
    session: Name | None = None
    """The body's session that made it, as the source has it, such as 64th session."""
    heading: Name | None = None
    """The section heading that it stands under in the document."""
    date: DateField | None = None
    """The date of the document."""
    url: Words | None = None
    """The document's address on the web."""
    recommended_by: Many[Name] = ()
    """States, for the UPR: two letters of ISO 3166, or the name as the source has it."""
    annotation_id: Name | None = None
    """UHRI's id of the text, where it was imported from there."""


class StatePosition(Part):
    """What the state answered in the UPR."""

    value: PositionValue
    """The state's answer in the UPR.

    supported: the state accepts the recommendation.
    partly-supported: it accepts a part of it.
    noted: it takes note of it without accepting it.
    not-supported: it turns it down.
    """
    date: DateField | None = None
    """When the state answered."""
    source: Words | None = None
    """Where the answer stands."""


class Grade(Part):
    """A committee's own grade, on its own scale and in its own words."""

    date: DateField | None = None
    """When the committee gave it."""
    scale: Name
    """The scale that it lies on: the committee's id. Scales are never converted."""
    value: Name
    """The grade as the committee wrote it, such as B2."""
    document: Name | None = None
    """The symbol of the document that gives it."""


class FollowUp(Part):
    """The committee's own follow-up procedure; its presence means that the record was picked."""

    due: DateField | None = None
    """The day by which the committee wants to hear from the state."""
    note: Words | None = None
    """What is known of the deadline where it is not a date."""
    grades: Many[Grade] = ()
    """The committee's grades, one for each time it gave one."""


class Update(Record):
    """One entry of a log: who said what, when, on which track."""

    date: DateField
    """When it was said."""
    track: Track
    """Whose judgement it is; the two are never mixed.

    reported: what the state says of itself.
    assessed: what somebody independent of it says.
    """
    by: ActorRef
    """The id of the actor that says so."""
    value: StatusValue
    """How far it has come.

    no-report: it was looked into, and nobody has reported.
    not-started: nothing was done yet.
    in-progress: something is being done.
    partly-implemented: a part of it is done.
    implemented: all of it is done.
    not-accepted: the state will not do it.
    no-longer-relevant: what it asks for has lost its object.
    contrary: measures go against it.
    """
    note: Words | None = None
    """What was said, in a sentence."""
    evidence: Many[Words] = ()
    """Addresses or titles of documents that show it."""


class Links(Part):
    """Relations that a person decided. All but ``repeats`` hold both ways."""

    same_as: Many[RecommendationRef] = ()
    """The ids of records with the same ask."""
    repeats: Many[RecommendationRef] = ()
    """What the same body asked earlier and asks again here."""
    related: Many[RecommendationRef] = ()
    """About the same matter, but another ask."""
    distinct_from: Many[RecommendationRef] = ()
    """Not the same, although it looks so: never suggested again."""


class Labels(Part):
    """The source's own labels that no word of the repository stands for yet.

    An import keeps them here until a person maps them, in the themes' `uhri`, in the actors' names
    or in the settings' `groups`.
    """

    themes: Many[Name] = ()
    """What the source says it is about."""
    groups: Many[Name] = ()
    """Whom the source says it concerns."""
    ministries: Many[Name] = ()
    """Who the source says answers."""


class Provenance(Part):
    """Where the record's content comes from and how far it was checked."""

    source: Words | None = None
    """Where we have it from: an address or a title."""
    seen: DateField | None = None
    """When we looked."""
    verified: bool = False
    """True once a person has compared the record with the official document."""
    inferred: Many[InferredField] = ()
    """Fields that were concluded, not seen in a source; outputs mark them."""
    imported: Mapping[Name, Name] = {}
    """Fields that an import wrote, each with the kind of import and a fingerprint of the value.

    Where a fingerprint still fits, the field may be brought up to date by the next import of the
    kind; where it does not, a person has changed the field since, and it stays.
    """
    note: Words | None = None
    """What a reader should know of it, such as what is uncertain."""


class Recommendation(Record):
    """A recommendation, a concern or a request for follow-up from a monitoring body."""

    id: Id
    kind: RecommendationKind = "recommendation"
    """What the body does with it.

    recommendation: it asks for a measure.
    concern: it asks for nothing.
    follow-up-request: it asks for a report.
    """
    source: Source
    """Where it stands."""
    text: Text | None = None
    """The official wording, verbatim, where it is held."""
    summary: Text | None = None
    """Our own words. A record has a text, a summary or both."""
    themes: Many[ThemeRef] = ()
    """The ids of its themes; the first is the main one."""
    groups: Many[Name] = ()
    """Whom it concerns."""
    labels: Labels = Labels()
    """The source's own labels that no word of the repository stands for yet."""
    articles: Many[Name] = ()
    """Treaty provisions, such as CAT 11."""
    sdgs: Many[Name] = ()
    """Targets of the Sustainable Development Goals, in quotes, such as "16.3"."""
    measure_types: Many[Name] = ()
    """What kind of measure is asked for, such as a law or training."""
    ministries: Many[MinistryRef] = ()
    """The ids of the ministries that answer; the first leads."""
    levels: Many[Level] = ()
    """Levels of government that must act.

    state: the ministries and what lies under them.
    municipal: the municipalities.
    """
    state_position: StatePosition | None = None
    """What the state answered, for the UPR."""
    follow_up: FollowUp | None = None
    """The committee's own follow-up procedure, where the record was picked for it."""
    status: Many[Update] = ()
    """The log: what the state reported and what others found."""
    links: Links = Links()
    """Other records that have to do with this one."""
    provenance: Provenance = Provenance()
    """Where the record's content comes from."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None and self.summary is None:
            msg = "a record has a text (official wording) or a summary (our own words)"
            raise ValueError(msg)
        return self

    @property
    def our_words(self) -> Text:
        """Our own words, or the official ones where we have none."""
        words = self.summary or self.text
        assert words is not None  # noqa: S101 - the model demands one of them
        return words

    def words_for(self, language: Language) -> tuple[Text, bool]:
        """Return what it says for readers of a language, and whether that is the official wording.

        Our own words come first, but not before official ones that alone are in that language.
        """
        is_ours = self.text is None or (self.summary is not None and self.summary.has(language))
        if is_ours or not (self.text and self.text.has(language)):
            return self.our_words, self.summary is None
        return self.text, True

    @property
    def main_theme(self) -> str | None:
        """The first of its themes."""
        return self.themes[0] if self.themes else None
