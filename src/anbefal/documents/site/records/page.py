"""The page of one recommendation: what it says, what is known of it, how far follow-up has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address, record_stem
from anbefal.documents.site.page import Downloads, Link, Page, SiteLine
from anbefal.documents.site.records.deadline import deadline
from anbefal.documents.site.records.elsewhere import Linked, asked_by_told, linked
from anbefal.documents.site.records.facts import SiteFact, facts_of
from anbefal.documents.site.records.followup import TrackShown, tracks_of
from anbefal.documents.site.records.promises import PromiseHere, meetings_on, promises_on
from anbefal.documents.site.records.said import Said, missing, said_by
from anbefal.documents.site.records.telling import Telling
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading; without lines, it is left out."""

    heading: str
    lines: tuple[SiteLine, ...]


@dataclass(frozen=True, slots=True)
class RecordContent:
    """What the page of a recommendation shows.

    Attributes:
        label: The page's own headings and labels.
        kind: What it is.
        said: What it says.
        missing: Which wording is not held; may be empty.
        mark: The mark of wording that nobody has compared with the official document, or empty.
        unverified: What that mark means; empty without it.
        asked_by: Who asks for the same; empty where it is the record alone.
        facts: What is known of it.
        inferred: What the mark of inferred fields means; empty where there is none.
        tracks: What the state reported, and what others found.
        committee: The committee's own follow-up.
        promises: What was promised or planned on it.
        meetings: The meetings that take it up.
        linked: Other records, by how they are linked.
        origin: Where its content is known from.
    """

    label: Mapping[str, str]
    kind: str
    said: tuple[Said, ...]
    missing: str
    mark: str
    unverified: str
    asked_by: str
    facts: tuple[SiteFact, ...]
    inferred: str
    tracks: tuple[TrackShown, ...]
    committee: Part
    promises: tuple[PromiseHere, ...]
    meetings: tuple[SiteLine, ...]
    linked: tuple[Linked, ...]
    origin: Part


def record_page(voice: Voice, address: Address) -> Page:
    """Return the page of a recommendation.

    Args:
        voice: The words of the language.
        address: Which recommendation it is.
    """
    telling = voice.kept(Telling)
    record = voice.site.dataset.recommendations[address.key]
    place = telling.entries.place(record)
    return Page(
        address=address,
        language=voice.language,
        path=place.path,
        title=place.text,
        title_language=None,
        above=_above(telling, record),
        content=_content(telling, record),
        downloads=Downloads(record_stem(record.id), None),
    )


def _content(telling: Telling, record: Recommendation) -> RecordContent:
    say, is_verified = telling.words.say, record.provenance.verified
    asked_by, others = asked_by_told(telling, record), linked(telling, record)
    return RecordContent(
        label=telling.label,
        kind=telling.entries.kind(record),
        said=said_by(telling, record),
        missing=missing(telling, record),
        mark=telling.entries.unverified(record),
        unverified="" if is_verified else say("unverified"),
        asked_by=asked_by,
        facts=facts_of(telling, record),
        inferred=say("inferred") if _has_marks(telling, record, asked_by, others) else "",
        tracks=tracks_of(telling, record),
        committee=Part(telling.label["committee"], tuple(_committee(telling, record))),
        promises=promises_on(telling, record),
        meetings=meetings_on(telling, record),
        linked=others,
        origin=Part(telling.label["origin"], tuple(_origin(telling, record))),
    )


def _has_marks(
    telling: Telling, record: Recommendation, asked_by: str, others: tuple[Linked, ...]
) -> bool:
    """Return whether anything on the page is marked as inferred."""
    places = (item.place.text for one in others for item in one.items)
    return bool(record.provenance.inferred) or any(
        telling.inferred in one for one in (asked_by, *places)
    )


def _above(telling: Telling, record: Recommendation) -> tuple[Link, ...]:
    home = Link(telling.voice.words("site").label["home"], telling.voice.path("front"))
    body = telling.voice.short(record.source.body)
    return (home, body) if isinstance(body, Link) else (home,)


def _committee(telling: Telling, record: Recommendation) -> Iterator[SiteLine]:
    follow_up = record.follow_up
    if follow_up is None:
        return
    yield (Run(deadline(telling, record)),)
    yield from telling.note(follow_up.note)


def _origin(telling: Telling, record: Recommendation) -> Iterator[SiteLine]:
    origin, say = record.provenance, telling.words.say
    seen = say("seen", date=telling.voice.date(origin.seen)) if origin.seen else ""
    if origin.source:
        yield Run(say("seen_via")), telling.source(origin.source), Run(seen)
    elif origin.seen:
        yield (Run(say("source_unknown") + seen),)
    else:
        yield (Run(say("source_unknown")),)
    yield (Run(say("is_verified" if origin.verified else "is_unverified")),)
    yield from telling.note(origin.note)
    yield (Run(say("id", id=record.id)),)
