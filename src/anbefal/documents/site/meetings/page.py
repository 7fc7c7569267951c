"""Return the page of meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from anbefal.analysis.measures import promises_of
from anbefal.analysis.meeting_year import OPEN, in_order, meeting_year, when_of
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address
from anbefal.documents.site.books import site_book
from anbefal.documents.site.lines import counted_words
from anbefal.documents.site.meetings.measures import cells_of, shown_measure
from anbefal.documents.site.meetings.shown import (
    ShownMeeting,
    ShownPlan,
    ministries_of,
    participants_of,
    shown_meeting,
    shown_plan,
)
from anbefal.documents.site.meetings.state import state_line
from anbefal.documents.site.page import Downloads, Link, Page
from anbefal.documents.site.tables import SiteCell, SiteTable, sheet_of
from anbefal.documents.site.voice import Voice
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Measure, Meeting
from anbefal.sheets import Workbook

_STATES = ("held", "confirmed", "requested", "planned", "cancelled")
_MEASURE = ("measure", "who", "due", "addresses", "reported", "assessed")
_MEASURE_WIDTHS = (48, 20, 14, 24, 30, 30)


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
        labels: The words of the page.
    """

    lead: tuple[str, ...]
    notes: tuple[str, ...]
    years: SiteTable
    groups: tuple[MeetingsOf, ...]
    plans: tuple[ShownPlan, ...]
    labels: dict[str, str]


def meetings_page(voice: Voice, address: Address) -> Page:
    """Return the page of meetings: those to come, those of each year, and plans."""
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    home = Link(voice.words("site").label["home"], voice.path("front"))
    meetings, title = tuple(dataset.meetings.values()), words.say("title")
    years = _years(voice)
    labels = ("questions", "promises", "who", "due", "addresses", "goal", "plans")
    return Page(
        address=address,
        language=voice.language,
        path=address.path(voice.language),
        title=title,
        title_language=None,
        above=(home,),
        content=MeetingsPage(
            lead=tuple(_lead(voice)),
            notes=(words.say("tracks"),) if voice.site.measures else (),
            years=years,
            groups=tuple(_groups(voice, meetings)),
            plans=tuple(shown_plan(voice, one) for one in dataset.plans.values()),
            labels={one: words.label[one] for one in labels},
        ),
        downloads=Downloads(address.stem(voice.language), _book(voice, title, years)),
    )


def _lead(voice: Voice) -> Iterator[str]:
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    yield counted_words(words, "goal", dataset.settings.meetings_per_year)
    if not dataset.meetings:
        yield words.say("none")


def _years(voice: Voice) -> SiteTable:
    """Return how many meetings there were in each year, the newest first, beside the goal."""
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    states, found = voice.words("meetings").label, dataset.meetings.values()
    years = {when.year for one in found if (when := when_of(one))}
    rows: list[tuple[SiteCell, ...]] = []
    for year in sorted(years, reverse=True):
        goal = meeting_year(dataset, year).goal
        counts = [getattr(goal, state) for state in _STATES]
        rows.append(((Run(str(year)),), goal.meetings, *counts))
    return SiteTable(
        name=words.label["years"],
        caption=words.label["goal"],
        head=(words.label["year"], words.label["wanted"], *(states[one] for one in _STATES)),
        rows=tuple(rows),
        widths=(10, *[12] * 6),
    )


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
        yield _group(voice, f"year-{year or 'unknown'}", title[:1].upper() + title[1:], found)


def _is_to_come(voice: Voice, meeting: Meeting) -> bool:
    """Return whether a meeting may still be held: it is open, and its day has not passed."""
    today = voice.site.dataset.reference_date
    return meeting.state in OPEN and not (meeting.date and meeting.date.is_over(today))


def _group(voice: Voice, name: str, title: str, meetings: Iterable[Meeting]) -> MeetingsOf:
    return MeetingsOf(name, title, tuple(shown_meeting(voice, one) for one in meetings))


def _book(voice: Voice, title: str, years: SiteTable) -> Workbook:
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    sheets = [_meetings_sheet(voice), years]
    promised = [(m, one) for m in dataset.meetings.values() for one in promises_of(m)]
    if promised:
        rows = [(_where(voice, meeting), one) for meeting, one in promised]
        keys = "promised", "promised_title", "promised_where"
        sheets.append(_measures_sheet(voice, keys, rows))
    planned = [(plan, one) for plan in dataset.plans.values() for one in plan.measures]
    if planned:
        named = [(voice.said(plan.title).text, one) for plan, one in planned]
        keys = "planned", "planned_title", "planned_where"
        sheets.append(_measures_sheet(voice, keys, named))
    return site_book(voice, title, tuple(map(sheet_of, sheets)), (words.say("tracks"),))


def _where(voice: Voice, meeting: Meeting) -> str:
    theme = voice.theme(meeting.theme).text
    when: PartialDate | None = when_of(meeting)
    return f"{theme} ({voice.date(when)})" if when else theme


def _meetings_sheet(voice: Voice) -> SiteTable:
    label = voice.words("site_meetings").label
    head = ("theme", "state", "date", "requested_on", "ministries", "participants")
    known = reversed(in_order(voice.site.dataset.meetings.values()))
    return SiteTable(
        name=label["meetings"],
        caption=voice.words("site_meetings").say("title"),
        head=tuple(label[one] for one in (*head, "recommendations", "id")),
        rows=tuple(_row(voice, one) for one in known),
        widths=(30, 36, 12, 12, 30, 30, 40, 24),
    )


def _row(voice: Voice, one: Meeting) -> tuple[SiteCell, ...]:
    shown = shown_meeting(voice, one)
    facts = dict(shown.facts)
    return (
        (Run(voice.theme(one.theme).text),),
        (Run(state_line(voice, one)),),
        (Run(str(one.date or "")),),
        (Run(str(one.requested_on or "")),),
        ministries_of(voice, one),
        participants_of(voice, one),
        facts.get(voice.words("site_meetings").label["recommendations"], ()),
        (Run(one.id),),
    )


def _measures_sheet(
    voice: Voice, keys: tuple[str, str, str], measures: Sequence[tuple[str, Measure]]
) -> SiteTable:
    """Return measures as a sheet, each with what was said on the two tracks in columns apart."""
    label, (name, title, where) = voice.words("site_meetings").label, keys
    return SiteTable(
        name=label[name],
        caption=label[title],
        head=(label[where], *(label[one] for one in _MEASURE)),
        rows=tuple(
            ((Run(holder),), *cells_of(shown_measure(voice, one))) for holder, one in measures
        ),
        widths=(30, *_MEASURE_WIDTHS),
    )
