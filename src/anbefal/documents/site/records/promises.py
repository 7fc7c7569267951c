"""What was promised or planned on a recommendation, and the meetings that take it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.analysis.measures import HeldMeasure
from anbefal.documents.content.blocks import Run
from anbefal.documents.measures import due_words
from anbefal.documents.site.lines import in_a_row
from anbefal.documents.site.meeting_links import meeting_link, plan_link
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.records.followup import TrackShown, tracks_of_log
from anbefal.documents.site.records.telling import Telling
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was promised at a meeting or stands in a plan.

    Attributes:
        text: What is to be done.
        where: Where it was promised or planned, who is to do it, and by when.
        tracks: What was reported and assessed of it.
    """

    text: Run
    where: tuple[SiteLine, ...]
    tracks: tuple[TrackShown, ...]


@dataclass(frozen=True, slots=True)
class PromiseHere:
    """A promise as it stands on the page of a record.

    Attributes:
        promise: The promise.
        about: The other records of the same ask that it is about; empty where it is about this.
    """

    promise: Promise
    about: tuple[Link, ...]


def promises_on(telling: Telling, record: Recommendation) -> tuple[PromiseHere, ...]:
    """Return what was promised on a record, then what was on others of the same ask."""
    known = telling.voice.site.measures_on
    family = telling.dataset.links.family(record.id)
    found = {held.id: held for held in known.get(record.id, ())}
    own = set(found)
    for other in family:
        found.update((held.id, held) for held in known.get(other, ()))
    kept = telling.voice.kept(_Promises)
    told = kept.about
    return tuple(
        PromiseHere(kept.of(telling, held), () if key in own else told(telling, held, family))
        for key, held in found.items()
    )


def meetings_on(telling: Telling, record: Recommendation) -> tuple[SiteLine, ...]:
    """Return the meetings that take a record up, each with how far it has come."""
    found = telling.voice.site.meetings_on.get(record.id, ())
    return tuple(meeting_line(telling, one) for one in found)


def meeting_line(telling: Telling, meeting: Meeting) -> SiteLine:
    """Return a meeting, which leads to where it stands among the others, and its state."""
    link = meeting_link(telling.voice, meeting)
    if meeting.state == "requested" and meeting.requested_on and not meeting.date:
        return (link,)  # which says that it was asked for, and when
    states = telling.voice.words("meetings").label
    return link, Run(f" ({states[meeting.state]})")


class _Promises:
    """Keeps promises as they are told; one may stand on the pages of many records."""

    def __init__(self, _voice: object) -> None:
        self._made: dict[str, Promise] = {}

    def of(self, telling: Telling, held: HeldMeasure) -> Promise:
        """Return a promise as it is told."""
        if held.id not in self._made:
            self._made[held.id] = Promise(
                text=telling.voice.said(held.measure.text),
                where=tuple((Run(f"{label}: "), *line) for label, line in where_of(telling, held)),
                tracks=tracks_of_log(telling, held.measure.updates),
            )
        return self._made[held.id]

    def about(
        self, telling: Telling, held: HeldMeasure, family: tuple[str, ...]
    ) -> tuple[Link, ...]:
        """Return the records of an ask that a promise is about."""
        known = telling.dataset.recommendations
        found = (known[one] for one in dict.fromkeys(held.measure.addresses) if one in family)
        return tuple(map(telling.entries.place, found))


def where_of(telling: Telling, held: HeldMeasure) -> Iterator[tuple[str, SiteLine]]:
    """Yield labels with where a measure was promised or planned, who is to do it, and by when."""
    yield _holder(telling, held.holder)
    measure, label = held.measure, telling.label
    names = in_a_row(telling.voice.actor(one) for one in measure.responsible)
    yield label["responsible"], names or (Run(label["not_recorded"]),)
    due = due_words(measure, telling.dataset.reference_date, telling.voice.language)
    yield label["due"], (Run(due or label["not_recorded"]),)


def _holder(telling: Telling, holder: Meeting | Plan) -> tuple[str, SiteLine]:
    if isinstance(holder, Meeting):
        return telling.label["promised_at"], (meeting_link(telling.voice, holder),)
    label, link = telling.label["plan"], plan_link(telling.voice, holder)
    if holder.decided is None:
        return label, (link,)
    date = telling.voice.date(holder.decided)
    return label, (link, Run(telling.words.say("decided", date=date)))
