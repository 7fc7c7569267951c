"""Meetings and committees' deadlines as a calendar file (iCalendar, RFC 5545).

Only what has a known day is in it: a day that nobody recorded is not invented. The time of day is
not recorded, so every entry is for the whole day and marks nobody as busy. Names of persons and
notes stay out; the file may be shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Meeting, MeetingState
from anbefal.model.recommendation import Recommendation
from anbefal.wording import Wording
from anbefal.wording.place import Places

if TYPE_CHECKING:
    from icalendar import Event

PRODUCER = "-//anbefal//meetings//EN"
_STATUS: dict[MeetingState, str] = {
    "planned": "TENTATIVE",
    "requested": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "held": "CONFIRMED",
    "cancelled": "CANCELLED",
}
_SUMMARY: dict[MeetingState, str] = {
    "planned": "event_planned",
    "requested": "event_requested",
    "confirmed": "event_confirmed",
    "held": "event_held",
    "cancelled": "event_cancelled",
}


@dataclass(frozen=True)
class CalendarFile:
    """A calendar.

    Attributes:
        data: The file; it ends lines as the format asks.
        entries: How many entries it has.
        left_out: Ids of meetings and recommendations of which no day is known, sorted.
    """

    data: bytes
    entries: int
    left_out: tuple[str, ...]


def calendar(
    dataset: Dataset,
    meetings: Sequence[Meeting],
    deadlines: Sequence[Recommendation],
    words: Wording,
) -> CalendarFile:
    """Return meetings and deadlines as a calendar.

    Args:
        dataset: The repository, without internal notes, for names.
        meetings: The meetings. One that has no date, but was proposed for certain days, stands on
            each of these.
        deadlines: Recommendations that a committee picked for its follow-up. Those of one document
            with the same deadline are one entry.
        words: The words for meetings, in the reader's language.
    """
    from icalendar import Calendar

    made = _Entries(dataset, words)
    entries = [*made.meetings(meetings), *made.deadlines(deadlines)]
    found = Calendar()
    found.add("prodid", PRODUCER)
    found.add("version", "2.0")
    found.add("x-wr-calname", words.say("calendar_name"))
    for entry in entries:
        found.add_component(entry)
    undated = {one.id for one in meetings if not _days(one)}
    undated |= {one.id for one in deadlines if _due(one) and not _is_day(_due(one))}
    return CalendarFile(found.to_ical(), len(entries), tuple(sorted(undated)))


class _Entries:
    """Makes entries of records."""

    def __init__(self, dataset: Dataset, words: Wording) -> None:
        self._dataset = dataset
        self._words = words
        self._places = Places(dataset, words.language)
        newest = dataset.newest_date
        self._stamp = newest.first if newest else None

    def meetings(self, meetings: Iterable[Meeting]) -> Iterator[Event]:
        for one in sorted(meetings, key=lambda one: one.id):
            for day in _days(one):
                yield self._meeting(one, day)

    def _meeting(self, one: Meeting, day: date) -> Event:
        words, is_proposal = self._words, one.date is None
        theme = self._dataset.name_of_theme(one.theme, words.language)
        name = f"meeting/{one.id}/{day}" if is_proposal else f"meeting/{one.id}"
        entry = self._entry(name, day, (words.say("category_meeting"), theme))
        key = "event_proposed" if is_proposal else _SUMMARY[one.state]
        entry.add("summary", words.say(key, theme=theme))
        entry.add("status", _STATUS[one.state])
        entry.add("description", "\n".join(self._about(one)))
        return entry

    def _about(self, one: Meeting) -> Iterator[str]:
        words = self._words
        if one.ministries:
            yield words.say("event_ministries", names=self._names(one.ministries))
        if one.participants:
            who = dict.fromkeys(part.actor for part in one.participants)
            yield words.say("event_participants", names=self._names(who))
        if one.agenda:
            points = "; ".join(point.title.within(words.language) for point in one.agenda)
            yield words.say("event_agenda", points=points)
        yield words.say("event_no_time")
        yield words.say("event_id", id=one.id)

    def _names(self, actors: Iterable[str]) -> str:
        return ", ".join(self._dataset.name_of_actor(one, self._words.language) for one in actors)

    def deadlines(self, records: Iterable[Recommendation]) -> Iterator[Event]:
        with_day = [(due, one) for one in records if (due := _due(one)) and _is_day(due)]
        ordered = sorted(with_day, key=lambda pair: (pair[0].first, _source(pair[1]), pair[1].id))
        for (day, _), group in groupby(ordered, key=lambda p: (p[0].first, _source(p[1]))):
            yield self._deadline(day, [one for _, one in group])

    def _deadline(self, day: date, records: Sequence[Recommendation]) -> Event:
        words, first = self._words, records[0].source
        body = self._dataset.name_of_actor(first.body, words.language)
        name = f"deadline/{'/'.join(_source(records[0]))}/{day}"
        entry = self._entry(name, day, (words.say("category_deadline"), body))
        entry.add("summary", words.say("event_deadline", body=body))
        lines = []
        if first.document:
            document = self._places.marked(records[0], "document", first.document)
            lines.append(words.say("event_deadline_document", document=document))
        places = ", ".join(map(self._places.in_document, records))
        lines.append(words.say("event_deadline_asks", places=places))
        entry.add("description", "\n".join(lines))
        return entry

    def _entry(self, name: str, day: date, categories: Sequence[str]) -> Event:
        """Return an entry for a whole day that marks nobody as busy."""
        from icalendar import Event

        stamp = self._stamp or day
        entry = Event()
        entry.add("uid", str(uuid5(NAMESPACE_URL, f"anbefal:{self._country}/{name}")))
        entry.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        entry.add("categories", list(categories))
        return entry

    @property
    def _country(self) -> str:
        return self._dataset.settings.country


def _days(one: Meeting) -> tuple[date, ...]:
    """Return the days on which a meeting may be held, as far as they are known to the day."""
    return tuple(sorted({when.first for when in one.possible_dates if _is_day(when)}))


def _due(record: Recommendation) -> PartialDate | None:
    return record.follow_up.due if record.follow_up else None


def _is_day(when: PartialDate | None) -> bool:
    return when is not None and when.day is not None


def _source(record: Recommendation) -> tuple[str, str]:
    return record.source.body, record.source.document or ""
