"""What the front page says of meetings: what is next, what was last, and who has not answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from anbefal.analysis.meeting_year import Waiting, in_order, unanswered
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.lines import counted_words, site_line, site_sentence
from anbefal.documents.site.meeting_links import meeting_link
from anbefal.documents.site.meetings.state import state_line
from anbefal.documents.site.page import SiteLine
from anbefal.documents.site.voice import Voice
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Meeting, MeetingState
from anbefal.wording.meetings import waited

_AHEAD: tuple[MeetingState, ...] = ("planned", "confirmed")
_REQUESTS = 3
"""How many requests without an answer are told of; the page of meetings has all."""


def meeting_lines(voice: Voice) -> tuple[SiteLine, ...]:
    """Return what is next, which requests wait for an answer, and what was last."""
    return tuple(_lines(voice))


def _lines(voice: Voice) -> Iterator[SiteLine]:
    dataset = voice.site.dataset
    known = in_order(dataset.meetings.values())
    yield _told(voice, ("next", "next_several", "no_next"), _next(voice, known))
    waits = unanswered(dataset)
    yield from (_waiting(voice, one) for one in waits[:_REQUESTS])
    more = len(waits) - _REQUESTS
    if more > 0:
        yield (Run(counted_words(voice.words("site_front"), "more_requests", more)),)
    held = [one for one in known if one.state == "held"]
    last = _perhaps(held, lambda date, other: date.surely_before(other))
    yield _told(voice, ("last", "last_several", "no_last"), (*last, *_undated(held)))


def _next(voice: Voice, known: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return the agreed or planned meetings ahead that may be the first; dated before others."""
    today = voice.site.dataset.reference_date
    ahead = [
        one for one in known if one.state in _AHEAD and not (one.date and one.date.is_over(today))
    ]
    return _perhaps(ahead, lambda date, other: other.surely_before(date)) or _undated(ahead)


def _perhaps(
    meetings: Sequence[Meeting], is_beaten: Callable[[PartialDate, PartialDate], bool]
) -> tuple[Meeting, ...]:
    """Return the dated meetings that none surely comes before; months and years leave it open."""
    dates = [one.date for one in meetings if one.date]
    return tuple(
        one for one in meetings if one.date and not any(is_beaten(one.date, day) for day in dates)
    )


def _undated(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return tuple(one for one in meetings if one.date is None)


def _told(voice: Voice, keys: tuple[str, str, str], found: Sequence[Meeting]) -> SiteLine:
    """Return the meeting, or all that it may be, or that there is none."""
    words, (one, several, nothing) = voice.words("site_front"), keys
    if not found:
        return site_sentence(words, nothing)
    line: SiteLine = ()
    for meeting in found:
        between, link = "; " if line else "", meeting_link(voice, meeting, is_dated=False)
        line = site_line(line, between, link, f", {state_line(voice, meeting)}")
    return site_sentence(words, one if len(found) == 1 else several, meetings=line)


def _waiting(voice: Voice, one: Waiting) -> SiteLine:
    """Return a request that has no answer on record, and how long ago it was sent."""
    words, sent = voice.words("site_front"), one.meeting.requested_on
    link = meeting_link(voice, one.meeting, is_dated=False)
    if sent is None:
        return site_sentence(words, "asked_undated", meeting=link)
    days, today = (one.least, one.most), voice.site.dataset.reference_date
    wait = waited(voice.words("meetings"), days, sent, today)
    date = voice.words("site").when(sent)
    if not wait:
        return site_sentence(words, "asked_new", meeting=link, date=date)
    return site_sentence(words, "asked", meeting=link, date=date, wait=wait)
