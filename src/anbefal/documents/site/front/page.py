"""Return the front page."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.analysis.meeting_year import held_meetings, meeting_to_come
from anbefal.documents.site.addresses import NEW, SEARCH, Address
from anbefal.documents.site.books import site_book
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.progress import progress_chart
from anbefal.documents.site.charts.themes import ThemeRow, themes_chart
from anbefal.documents.site.charts.years import years_chart
from anbefal.documents.site.entries import Entry, entry_of
from anbefal.documents.site.frame import site_title
from anbefal.documents.site.front.counts import counted
from anbefal.documents.site.front.glance import (
    KeyFigure,
    explained,
    key_figures,
    lead,
    newest_first,
)
from anbefal.documents.site.front.tables import (
    ThemeCount,
    bodies_table,
    counted_themes,
    followup_table,
    ministries_table,
    themes_table,
)
from anbefal.documents.site.lines import counted_words, site_sentence
from anbefal.documents.site.meetings.state import meeting_link, state_line
from anbefal.documents.site.news.telling import News, Teller
from anbefal.documents.site.page import Downloads, Link, Page, SiteLine
from anbefal.documents.site.tables import SiteTable, sheet_of
from anbefal.documents.site.voice import Voice

_NEWEST = 5
_DRAWN = 25
"""How many themes the chart draws; the table has all."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front page shows.

    Attributes:
        lead: How much there is.
        explained: What must be known of the numbers.
        search: The page that searches.
        figures: The numbers that matter most.
        followup: How far follow-up has come.
        themes_chart: The themes with the most records.
        themes: The themes.
        ministries: The ministries.
        years: When recommendations were made.
        bodies: The bodies.
        notes: What must be known of the tables, by the table.
        newest: The newest records.
        meetings: The next meeting and the last.
        news: What happened last.
        more: The page of what is new.
        labels: The words of the page.
    """

    lead: str
    explained: tuple[str, ...]
    search: str
    figures: tuple[KeyFigure, ...]
    followup: Chart
    themes_chart: Chart
    themes: SiteTable
    ministries: SiteTable
    years: Chart
    bodies: SiteTable
    notes: dict[str, tuple[str, ...]]
    newest: tuple[Entry, ...]
    meetings: tuple[SiteLine, ...]
    news: tuple[News, ...]
    more: Link
    labels: dict[str, str]


def front_page(voice: Voice, address: Address) -> Page:
    """Return the front page: what there is, from whom, on what, and how far it has come."""
    words, site = voice.words("site_front"), voice.site
    known, themes = counted(site, site.records), counted_themes(voice)
    tables = themes_table(voice, themes), ministries_table(voice), bodies_table(voice)
    teller = voice.kept(Teller)
    content = FrontPage(
        lead=lead(voice, known),
        explained=explained(voice, known),
        search=SEARCH.path(voice.language),
        figures=key_figures(voice, known),
        followup=progress_chart(voice, known.found, "followup"),
        themes_chart=_drawn(voice, themes),
        themes=tables[0],
        ministries=tables[1],
        years=years_chart(voice, site.records, "years"),
        bodies=tables[2],
        notes=_notes(voice, themes),
        newest=tuple(entry_of(voice, one) for one in voice.kept(newest_first)[:_NEWEST]),
        meetings=_meetings(voice),
        news=tuple(map(teller.news, site.happenings[:_NEWEST])),
        more=Link(words.label["more"], NEW.path(voice.language)),
        labels={one: words.label[one] for one in _labels()},
    )
    title = site_title(voice)
    sheets = map(sheet_of, (*tables, followup_table(voice, known)))
    about = (*content.explained, *(note for notes in content.notes.values() for note in notes))
    return Page(
        address=address,
        language=voice.language,
        path=address.path(voice.language),
        title=title,
        title_language=None,
        above=(),
        content=content,
        downloads=Downloads(
            address.stem(voice.language), site_book(voice, title, tuple(sheets), about)
        ),
    )


def _labels() -> tuple[str, ...]:
    """Return the keys of the words of the page."""
    return (
        *("search", "search_button", "figures", "themes", "ministries", "bodies", "followup"),
        *("newest", "meetings", "news"),
    )


def _drawn(voice: Voice, themes: tuple[ThemeCount, ...]) -> Chart:
    rows = [ThemeRow(voice.theme(one), found.found) for one, found in themes if found.total]
    return themes_chart(voice, rows[:_DRAWN], "chart-themes")


def _notes(voice: Voice, themes: tuple[ThemeCount, ...]) -> dict[str, tuple[str, ...]]:
    """Return what must be known of each table."""
    words, records = voice.words("site_front"), voice.site.records
    notes: dict[str, list[str]] = {
        "themes": [words.say("each_theme")],
        "ministries": [],
        "bodies": [],
    }
    drawn = sum(found.total > 0 for _, found in themes)
    without = sum(not one.themes for one in records)
    if drawn > _DRAWN:
        notes["themes"].insert(0, words.say("drawn", n=_DRAWN))
    if without:
        notes["themes"].append(counted_words(words, "without_theme", without))
    nobody = sum(not one.ministries for one in records)
    inferred = sum("ministries" in one.provenance.inferred for one in records)
    if any(len(one.ministries) > 1 for one in records):
        notes["ministries"].append(words.say("shared"))
    if nobody:
        notes["ministries"].append(counted_words(words, "without_ministry", nobody))
    if inferred:
        notes["ministries"].append(counted_words(words, "inferred_ministry", inferred))
    undated = sum("date" in one.provenance.inferred for one in records)
    if undated:
        notes["bodies"].append(counted_words(words, "inferred_date", undated))
    return {key: tuple(told) for key, told in notes.items()}


def _meetings(voice: Voice) -> tuple[SiteLine, ...]:
    """Return the meeting that is closest to being held, and the last that was."""
    words, dataset = voice.words("site_front"), voice.site.dataset
    held = [one for one in held_meetings(dataset) if one.date]
    found = {
        ("next", "no_next"): meeting_to_come(dataset),
        ("last", "no_last"): held[-1] if held else None,
    }
    return tuple(
        site_sentence(
            words, key, meeting=meeting_link(voice, meeting), state=state_line(voice, meeting)
        )
        if meeting
        else site_sentence(words, nothing)
        for (key, nothing), meeting in found.items()
    )
