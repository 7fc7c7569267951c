"""What happened, in words: who did what, and to which records."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.analysis.happenings import Happening
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.entries import Entries
from anbefal.documents.site.lines import (
    counted_sentence,
    counted_words,
    in_a_row,
    site_line,
    site_sentence,
)
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.recommendation import RecommendationKind, Update
from anbefal.wording import Wording

MOST = 10
"""How many records a line of what happened leads to."""

_LONGEST = 160
"""Characters of what a record or a note says that are shown; its own page has all of them."""

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
        date: When it happened as far as it is known, as ``2022-05``.
        when: The same in words.
        told: What happened.
        about: What it is about: the records, or what a measure says.
        said: What was said of it; empty where nothing was.
    """

    day: str
    date: str
    when: str
    told: SiteLine
    about: SiteLine
    said: SiteLine


class Teller:
    """Tells in one language what happened.

    Args:
        voice: The language.
    """

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._words: Wording = voice.words("site_news")
        self._entries = voice.kept(Entries)

    def news(self, one: Happening) -> News:
        """Return something that happened, as it is told."""
        return News(
            day=one.date.last.isoformat(),
            date=str(one.date),
            when=self._when(one),
            told=self._told(one),
            about=self._about(one),
            said=self._said(one),
        )

    def _when(self, one: Happening) -> str:
        """Return when it happened; marked where a document's date was inferred."""
        told = self._voice.date(one.date)
        is_inferred = one.kind == "made" and all(
            "date" in record.provenance.inferred for record in one.records
        )
        return self._voice.places.inferred(told) if is_inferred else told

    def _told(self, one: Happening) -> SiteLine:
        if isinstance(one.holder, Meeting) and one.measure is None:
            return site_sentence(self._words, one.kind, meeting=self._meeting(one.holder))
        if isinstance(one.holder, Plan) and one.measure is None:
            return site_sentence(self._words, "plan", plan=self._plan(one.holder))
        if one.update:
            return self._updated(one, one.update)
        body = self._voice.actor(one.records[0].source.body)
        key, more = self._of_body(one)
        return counted_sentence(self._words, key, len(one.records), body=body, **more)

    def _of_body(self, one: Happening) -> tuple[str, dict[str, str]]:
        record = one.records[0]
        if one.answer:
            positions = self._voice.words("status").position
            return "answered", {"value": positions[one.answer.value]}
        if one.grade:
            return "graded", {"value": one.grade.value}
        if one.kind == "passed":
            return "passed", {}
        symbol = record.source.document
        told = self._voice.places.marked(record, "document", symbol) if symbol else ""
        document = self._words.say("in_document", document=told) if told else ""
        return _MADE[record.kind], {"document": document}

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
            held = self._meeting(one.holder)
            return site_sentence(self._words, of_promise, **parts, meeting=held)
        assert one.holder  # noqa: S101 - a measure stands in a meeting or in a plan
        plan = self._plan(one.holder)
        return site_sentence(self._words, of_measure, **parts, plan=plan)

    def _meeting(self, meeting: Meeting) -> Link:
        theme = self._voice.theme(meeting.theme)
        path = f"{self._voice.path('meetings')}#{meeting.id}"
        return Link(self._words.say("meeting", theme=theme.text), path)

    def _plan(self, plan: Plan) -> Link:
        title = self._voice.said(plan.title)
        path = f"{self._voice.path('meetings')}#plan-{plan.id}"
        return Link(title.text, path, language=title.language)

    def _about(self, one: Happening) -> SiteLine:
        if one.measure:
            return (self._voice.said(one.measure.text),)
        if len(one.records) == 1 and not isinstance(one.holder, Meeting):
            return self._record(one)
        shown = [self._voice.record(record) for record in one.records[:MOST]]
        more = len(one.records) - len(shown)
        if not more:
            return in_a_row(shown)
        rest = counted_words(self._words, "more", more)
        bodies = {record.source.body for record in one.records}
        if len(bodies) > 1:
            return site_line(in_a_row(shown), f" {rest}")
        return site_line(in_a_row(shown), " ", Link(rest, self._voice.path("body", bodies.pop())))

    def _record(self, one: Happening) -> SiteLine:
        """Return the only record, with what it says or how that begins."""
        (record,) = one.records
        said, is_official = self._entries.said(record, _LONGEST)
        key = "official" if is_official else "ours"
        return site_sentence(self._words, key, place=self._voice.record(record), said=said)

    def _said(self, one: Happening) -> SiteLine:
        """Return the note on what was said of one record or measure, or how it begins."""
        if one.update is None or not one.update.note or len(one.records) > 1:
            return ()
        line = " ".join(one.update.note.split())
        own = self._voice.site.dataset.settings.language
        return (Run(line, language=None if own == self._voice.language else own),)
