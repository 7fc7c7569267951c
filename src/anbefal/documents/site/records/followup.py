"""How far follow-up has come: what the state reported and what others found, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anbefal.analysis.followup import grades_of, in_order, is_unsure
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.records.telling import Telling
from anbefal.documents.site.tracks import Tracks
from anbefal.model.recommendation import Grade, Recommendation, Track, Update

_TRACKS: tuple[Track, Track] = ("reported", "assessed")
_NOTHING: dict[Track, str] = {
    "reported": "nothing_reported",
    "assessed": "nothing_assessed",
}
_MEASURES: dict[Track, tuple[str, str]] = {
    "reported": ("reported_on", "nothing_reported_on"),
    "assessed": ("assessed", "nothing_assessed"),
}
"""The headings for measures, on which others than the state report, and that there is nothing."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What somebody said, on one track.

    Attributes:
        value: How far it has come, or the committee's grade in its own words.
        who: Who says so.
        before: What stands before who says so; may be empty.
        when: What stands after: the date.
        note: What was said, paragraph by paragraph.
        evidence: What shows it.
    """

    value: str
    who: Link | Run
    before: str
    when: str
    note: tuple[SiteLine, ...]
    evidence: tuple[Link | Run, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is recorded on another record of the same ask.

    Attributes:
        place: Where that stands, which leads to its page.
        told: What was said last of it.
    """

    place: Link
    told: str


@dataclass(frozen=True, slots=True)
class TrackShown:
    """One of the two tracks.

    Attributes:
        label: Its heading.
        entries: All that was said on it, the newest first.
        nothing: That nothing is recorded; empty where something is.
        unsure: That it is not sure what was said last; empty where it is.
        same: What stands before what is recorded on other records of the same ask.
        elsewhere: That.
    """

    label: str
    entries: tuple[LogEntry, ...]
    nothing: str
    unsure: str = ""
    same: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()


def tracks_of(telling: Telling, record: Recommendation) -> tuple[TrackShown, ...]:
    """Return both tracks of a record."""
    family = telling.dataset.links.family(record.id)
    others = [telling.dataset.recommendations[one] for one in family if one != record.id]
    return tuple(_track(telling, record, track, others) for track in _TRACKS)


def tracks_of_log(telling: Telling, log: tuple[Update, ...]) -> tuple[TrackShown, ...]:
    """Return both tracks of a measure."""
    return tuple(
        TrackShown(
            label=telling.label[label],
            entries=tuple(_entry(telling, one) for one in _newest_first(log, track)),
            nothing="" if any(one.track == track for one in log) else telling.words.say(nothing),
            unsure=_unsure(telling, log, track),
        )
        for track, (label, nothing) in _MEASURES.items()
    )


def _track(
    telling: Telling, record: Recommendation, track: Track, others: Sequence[Recommendation]
) -> TrackShown:
    entries = [_entry(telling, one) for one in _newest_first(record.status, track)]
    if track == "assessed" and record.follow_up:
        entries = [*_with_grades(telling, record)]
    elsewhere: tuple[Elsewhere, ...] = ()
    if others:
        of = telling.voice.kept(_Others).of
        elsewhere = tuple(filter(None, (of(telling, one, track) for one in others)))
    return TrackShown(
        label=telling.label[track],
        entries=tuple(entries),
        nothing="" if entries else telling.words.say(_NOTHING[track]),
        unsure=_unsure(telling, record.status, track),
        same=telling.words.say("elsewhere") if elsewhere else "",
        elsewhere=elsewhere,
    )


def _with_grades(telling: Telling, record: Recommendation) -> Iterator[LogEntry]:
    """Yield what others found and what the committee graded, the newest first."""
    found: list[Update | Grade] = [*_newest_first(record.status, "assessed")]
    found += reversed(grades_of(record))
    for one in sorted(found, key=_age):
        if isinstance(one, Update):
            yield _entry(telling, one)
        else:
            yield _grade(telling, record, one)


def _age(one: Update | Grade) -> int:
    return -one.date.last.toordinal() if one.date else 0


def _entry(telling: Telling, update: Update) -> LogEntry:
    say = telling.words.say
    return LogEntry(
        value=telling.status.status[update.value],
        who=telling.voice.actor(update.by),
        # That nobody reports is a finding, and no assessment of what was done.
        before=say("looked_into_by") if update.value == "no-report" else "",
        when=telling.voice.date(update.date),
        note=telling.note(update.note),
        evidence=tuple(map(telling.source, update.evidence)),
    )


def _grade(telling: Telling, record: Recommendation, grade: Grade) -> LogEntry:
    return LogEntry(
        value=telling.words.say("grade", value=grade.value),
        who=telling.voice.actor(record.source.body),
        before="",
        when=telling.voice.date(grade.date) if grade.date else telling.words.say("undated"),
        note=(),
        evidence=(Run(grade.document),) if grade.document else (),
    )


class _Others:
    """Keeps what is recorded on records: each is told on the page of every other of its ask."""

    def __init__(self, _voice: object) -> None:
        self._made: dict[tuple[str, Track], Elsewhere | None] = {}

    def of(self, telling: Telling, record: Recommendation, track: Track) -> Elsewhere | None:
        """Return what was said last of a record on a track, ``None`` where that is nothing."""
        key = record.id, track
        if key not in self._made:
            told = "; ".join(filter(None, _standing(telling, record, track)))
            place = telling.entries.place(record)
            self._made[key] = Elsewhere(place, told) if told else None
        return self._made[key]


def _standing(telling: Telling, record: Recommendation, track: Track) -> Iterator[str]:
    tracks = telling.voice.kept(Tracks)
    yield tracks.said(record.status, track)
    if track == "assessed":
        yield tracks.looked_told(record.status)
        yield tracks.graded(record)


def _newest_first(log: tuple[Update, ...], track: Track) -> tuple[Update, ...]:
    return tuple(reversed(in_order(log, track))) if log else ()


def _unsure(telling: Telling, log: tuple[Update, ...], track: Track) -> str:
    is_told = len(log) > 1 and is_unsure(log, track)
    return telling.words.say("unsure") if is_told else ""
