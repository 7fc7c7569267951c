"""What was promised at meetings and what plans hold, with what is said of it on each track."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.analysis.followup import in_order
from anbefal.documents.content.blocks import Run
from anbefal.documents.measures import due_words
from anbefal.documents.site.lines import listed, own_words, plain, site_sentence
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Measure
from anbefal.model.recommendation import Track, Update
from anbefal.wording import Wording

TRACKS: tuple[Track, Track] = ("reported", "assessed")


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What somebody said of a measure.

    Attributes:
        told: Who said what, and when.
        note: What was said; empty where nothing more is recorded.
    """

    told: SiteLine
    note: SiteLine


@dataclass(frozen=True, slots=True)
class ShownTrack:
    """One of the two tracks of a measure.

    Attributes:
        label: Its heading.
        said: What was said on it, the newest first.
        nothing: That nothing is recorded; empty where something is.
    """

    label: str
    said: tuple[SaidOf, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """A measure.

    Attributes:
        id: Its id, by which it can be found in the repository.
        text: What is to be done.
        who: Those who are to do it.
        due: By when, and whether that has passed.
        addresses: The recommendations that it follows up.
        tracks: What is said of it.
    """

    id: str
    text: Run
    who: SiteLine
    due: str
    addresses: SiteLine
    tracks: tuple[ShownTrack, ...]


def shown_measure(voice: Voice, measure: Measure) -> ShownMeasure:
    """Return a measure as pages show it."""
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    unknown = not_recorded(voice)
    due = due_words(measure, dataset.reference_date, voice.language)
    return ShownMeasure(
        id=measure.id,
        text=voice.said(measure.text),
        who=listed([voice.actor(one) for one in measure.responsible], words) or unknown,
        due=due or plain(unknown),
        addresses=record_links(voice, measure.addresses),
        tracks=tuple(_track(voice, words, measure, track) for track in TRACKS),
    )


def not_recorded(voice: Voice) -> SiteLine:
    """Return that something is not recorded."""
    return (Run(voice.words("site_entry").say("not_recorded")),)


def record_links(voice: Voice, ids: Iterable[str]) -> SiteLine:
    """Return where records stand; those that are not there are passed over."""
    known = voice.site.dataset.recommendations
    found = [voice.record(known[one]) for one in dict.fromkeys(ids) if one in known]
    return listed(found, voice.words("site_meetings"))


def track_name(voice: Voice, track: Track) -> str:
    """Return what a track of a measure is called: others than the state may report on one."""
    if track == "reported":
        return voice.words("site_meetings").label["reported"]
    return voice.words("site_entry").label["assessed"]


def cells_of(voice: Voice, shown: ShownMeasure) -> tuple[SiteLine, ...]:
    """Return a measure as cells: what, who, by when, what for, the two tracks, and its id."""
    words = voice.words("status")

    def told(one: SaidOf) -> str:
        said, note = plain(one.told), plain(one.note)
        return words.say("update_noted", told=said, note=note) if note else said

    tracks = ((Run("; ".join(map(told, one.said)) or one.nothing),) for one in shown.tracks)
    return (shown.text,), shown.who, (Run(shown.due),), shown.addresses, *tracks, (Run(shown.id),)


def _track(voice: Voice, words: Wording, measure: Measure, track: Track) -> ShownTrack:
    said = tuple(_said(voice, words, one) for one in reversed(in_order(measure.updates, track)))
    nothing = "" if said else words.label["nothing"]
    return ShownTrack(track_name(voice, track), said, nothing)


def _said(voice: Voice, words: Wording, update: Update) -> SaidOf:
    value = Run(voice.words("status").status[update.value], strong=True)
    key = "looked" if update.value == "no-report" else "said"
    by: Link | Run = voice.short(update.by)
    told = site_sentence(words, key, value=value, by=by, date=voice.date(update.date))
    return SaidOf(told, own_words(voice, update.note) if update.note else ())
