"""Return the page of meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from anbefal.analysis.meeting_year import OPEN, in_order, meeting_year, when_of
from anbefal.documents.site.addresses import Address
from anbefal.documents.site.lines import capital, counted_words
from anbefal.documents.site.meetings.sheets import meetings_book
from anbefal.documents.site.meetings.shown import (
    ShownMeeting,
    ShownPlan,
    shown_meeting,
    shown_plan,
)
from anbefal.documents.site.meetings.years import years_table
from anbefal.documents.site.page import Downloads, Page
from anbefal.documents.site.tables import SiteTable
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Meeting
from anbefal.wording.meetings import year_remaining, year_so_far


@dataclass(frozen=True, slots=True)
class MeetingsOf:
    """Meetings under one heading.

    Attributes:
        id: What leads to the heading.
        title: The heading.
        meetings: The meetings.
    """

    id: str
    title: str
    meetings: tuple[ShownMeeting, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """What the page of meetings shows.

    Attributes:
        lead: What meetings these are, and how many a year are the goal.
        notes: What must be known of them.
        years: How many meetings there were in each year.
        groups: The meetings to come, then those of each year, the newest first.
        plans: The plans.
        label: The words of the page.
    """

    lead: tuple[str, ...]
    notes: tuple[str, ...]
    years: SiteTable
    groups: tuple[MeetingsOf, ...]
    plans: tuple[ShownPlan, ...]
    label: Mapping[str, str]


def meetings_page(voice: Voice, address: Address) -> Page:
    """Return the page of meetings: those to come, those of each year, and plans."""
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    meetings, title = tuple(dataset.meetings.values()), words.say("title")
    years = years_table(voice)
    content = MeetingsPage(
        lead=tuple(_lead(voice)),
        notes=(words.say("tracks"),) if voice.site.measures else (),
        years=years,
        groups=tuple(_groups(voice, meetings)),
        plans=tuple(shown_plan(voice, one) for one in dataset.plans.values()),
        label=words.label,
    )
    downloads = Downloads(address.stem(voice.language), meetings_book(voice, title, years))
    return voice.page(address, title, content, downloads)


def _lead(voice: Voice) -> Iterator[str]:
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    yield counted_words(words, "goal", dataset.settings.meetings_per_year)
    today = dataset.reference_date
    if not dataset.meetings:
        yield words.say("none")
    elif today:
        meetings, goal = voice.words("meetings"), meeting_year(dataset, today.year).goal
        told = f"{year_so_far(meetings, goal)} {year_remaining(meetings, goal)}"
        yield words.say("this_year", year=today.year, told=told)


def _groups(voice: Voice, meetings: Iterable[Meeting]) -> Iterator[MeetingsOf]:
    """Yield the meetings that may still be held, those with the soonest date first, then years."""
    words, ordered = voice.words("site_meetings"), in_order(meetings)
    to_come = [one for one in ordered if _is_to_come(voice, one)]
    rest = [one for one in reversed(ordered) if not _is_to_come(voice, one)]
    if to_come:
        yield _group(voice, "to-come", words.label["to_come"], to_come)
    years = dict.fromkeys(when.year if (when := when_of(one)) else None for one in rest)
    for year in sorted(years, key=lambda one: -(one or 0)):
        found = [one for one in rest if (w.year if (w := when_of(one)) else None) == year]
        title = words.label["no_date"] if year is None else str(year)
        yield _group(voice, f"year-{year or 'unknown'}", capital(title), found)


def _is_to_come(voice: Voice, meeting: Meeting) -> bool:
    """Return whether a meeting may still be held: it is open, and its day has not passed."""
    today = voice.site.dataset.reference_date
    return meeting.state in OPEN and not (meeting.date and meeting.date.is_over(today))


def _group(voice: Voice, name: str, title: str, meetings: Iterable[Meeting]) -> MeetingsOf:
    return MeetingsOf(name, title, tuple(shown_meeting(voice, one) for one in meetings))
