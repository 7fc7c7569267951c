"""What happened, in words: who did what, and to which records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from anbefal.analysis.happenings import Happening
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.entries import Entries
from anbefal.documents.site.lines import (
    counted_sentence,
    counted_words,
    in_a_row,
    own_words,
    site_line,
    site_sentence,
)
from anbefal.documents.site.meeting_links import meeting_link, plan_link
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.tables import date_for_files
from anbefal.documents.site.tracks import Tracks
from anbefal.documents.site.voice import Voice
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Recommendation, RecommendationKind, Update
from anbefal.wording import Wording

MOST = 10
"""How many records a line of what happened leads to."""

_LONGEST, _SHORT = 160, 80
"""At most so many characters stand of what a record says: where it is alone, and in a list."""

_UPR = "upr"

_MADE: dict[RecommendationKind, str] = {
    "recommendation": "made",
    "concern": "concerned",
    "follow-up-request": "requested",
}

_JUDGED = {
    "reported": ("reported", "reported_promise", "reported_measure"),
    "assessed": ("assessed", "assessed_promise", "assessed_measure"),
    "no-report": ("looked", "looked_promise", "looked_measure"),
}
"""What is said of records, of promises and of measures in plans: by the track, and where it was
found that nobody reports. That is a finding, and no assessment of what was done."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened, as it is told.

    Attributes:
        day: The last day that it can have happened on, as ``2022-05-31``.
        date: When it happened, as files have it: a day as ``2022-05-31``, others in words.
        when: The same in words.
        told: What happened.
        about: What it is about, line by line: the records, or what a measure says.
        said: What was said of it; empty where nothing was.
    """

    day: str
    date: str
    when: str
    told: SiteLine
    about: tuple[SiteLine, ...]
    said: SiteLine


class Teller:
    """Tells in one language what happened.

    Args:
        voice: The language.
    """

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._words: Wording = voice.words("site_news")
        self._entries, self._tracks = voice.kept(Entries), voice.kept(Tracks)
        self._made: dict[int, tuple[Happening, News]] = {}

    def news(self, one: Happening) -> News:
        """Return something that happened, as it is told; it is made once for all pages."""
        if id(one) not in self._made:
            self._made[id(one)] = one, self._news(one)
        return self._made[id(one)][1]

    def perhaps_before(self, one: Happening) -> News:
        """Return something that happened, marked as what may be older than what the site tells."""
        told, since = self.news(one), self._voice.site.since
        if since is None:
            return told
        day = self._voice.date(PartialDate.of(since))
        when = self._words.say("perhaps", date=told.when, since=day)
        return replace(told, when=when, date=when)

    def _news(self, one: Happening) -> News:
        is_inferred = one.kind == "made" and all(
            "date" in record.provenance.inferred for record in one.records
        )
        when, in_files = self._voice.date(one.date), date_for_files(self._voice, one.date)
        if is_inferred:
            when, in_files = map(self._voice.places.inferred, (when, in_files))
        return News(
            day=one.date.last.isoformat(),
            date=in_files,
            when=when,
            told=self._told(one),
            about=self._about(one),
            said=self._said(one),
        )

    def _told(self, one: Happening) -> SiteLine:
        if isinstance(one.holder, Meeting) and one.measure is None:
            meeting = meeting_link(self._voice, one.holder, is_dated=False)
            return site_sentence(self._words, one.kind, meeting=meeting)
        if isinstance(one.holder, Plan) and one.measure is None:
            return site_sentence(self._words, "plan", plan=plan_link(self._voice, one.holder))
        if one.update:
            return self._updated(one, one.update)
        if one.kind == "due":
            return self._due(one)
        body = self._voice.actor(one.records[0].source.body)
        key, more = self._of_body(one)
        return counted_sentence(self._words, key, len(one.records), body=body, **more)

    def _of_body(self, one: Happening) -> tuple[str, dict[str, str]]:
        record = one.records[0]
        if one.answer:
            positions = self._voice.words("status").position
            key = "answered_states" if self._are_of_states(one.records) else "answered"
            return key, {"value": positions[one.answer.value]}
        if one.grade:
            return "graded", {"value": one.grade.value}
        if one.kind == "passed":
            return "passed", {}
        symbol = record.source.document
        told = self._voice.places.marked(record, "document", symbol) if symbol else ""
        document = self._words.say("in_document", document=told) if told else ""
        is_of_states = record.kind == "recommendation" and self._are_of_states(one.records)
        return "made_states" if is_of_states else _MADE[record.kind], {"document": document}

    def _are_of_states(self, records: Sequence[Recommendation]) -> bool:
        """Return whether states recommend something in a procedure, as in the UPR."""
        body = records[0].source.body
        actor = self._voice.site.dataset.actors.get(body)
        is_mechanism = actor is not None and actor.kind == "mechanism"
        return is_mechanism and (body == _UPR or any(one.source.recommended_by for one in records))

    def _updated(self, one: Happening, update: Update) -> SiteLine:
        parts = {
            "by": self._voice.actor(update.by),
            "value": Run(self._voice.words("status").status[update.value], strong=True),
        }
        found = update.value if update.value == "no-report" else update.track
        of_records, of_promise, of_measure = _JUDGED[found]
        if one.measure is None:
            return counted_sentence(self._words, of_records, len(one.records), **parts)
        if isinstance(one.holder, Meeting):
            held = meeting_link(self._voice, one.holder)
            return site_sentence(self._words, of_promise, **parts, meeting=held)
        assert one.holder  # noqa: S101 - a measure stands in a meeting or in a plan
        plan = plan_link(self._voice, one.holder)
        return site_sentence(self._words, of_measure, **parts, plan=plan)

    def _due(self, one: Happening) -> SiteLine:
        if isinstance(one.holder, Meeting):
            meeting = meeting_link(self._voice, one.holder)
            return site_sentence(self._words, "due_promise", meeting=meeting)
        assert one.holder  # noqa: S101 - a measure stands in a meeting or in a plan
        return site_sentence(self._words, "due_measure", plan=plan_link(self._voice, one.holder))

    def _about(self, one: Happening) -> tuple[SiteLine, ...]:
        if one.measure:
            return ((self._voice.said(one.measure.text),),)
        if len(one.records) <= MOST:
            longest = _LONGEST if len(one.records) == 1 else _SHORT
            return tuple(self._record(record, longest) for record in one.records)
        shown = [self._entries.place(record) for record in one.records[:MOST]]
        rest = counted_words(self._words, "more", len(one.records) - MOST)
        bodies = {record.source.body for record in one.records}
        more = Link(rest, self._voice.path("body", bodies.pop())) if len(bodies) == 1 else Run(rest)
        return (site_line(in_a_row(shown), " ", more),)

    def _record(self, record: Recommendation, longest: int) -> SiteLine:
        """Return a record with what it says or how that begins."""
        said, is_official = self._entries.said(record, longest)
        key = "official" if is_official else "ours"
        return site_sentence(self._words, key, place=self._entries.place(record), said=said)

    def _said(self, one: Happening) -> SiteLine:
        """Return what is reported of a measure whose day has passed, or the note of an entry.

        A note stands only where the entry is on a measure or on one record; else it is empty.
        """
        if one.kind == "due" and one.measure:
            return self._reported(one.measure)
        if one.update is None or not one.update.note or len(one.records) > 1:
            return ()
        return own_words(self._voice, one.update.note)

    def _reported(self, measure: Measure) -> SiteLine:
        said = self._tracks.said(measure.updates, "reported")
        key = "due_reported" if said else "due_unreported"
        return site_sentence(self._words, key, said=said)
