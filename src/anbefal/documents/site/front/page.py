"""Return the front page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from anbefal.analysis.happenings import year_only_last
from anbefal.documents.site.addresses import NEW, SEARCH, Address
from anbefal.documents.site.books import site_book
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.progress import progress_chart
from anbefal.documents.site.charts.themes import ThemeRow, themes_chart
from anbefal.documents.site.charts.years import years_chart
from anbefal.documents.site.entries import Entry, entry_of
from anbefal.documents.site.frame import site_title
from anbefal.documents.site.front.glance import (
    KeyFigure,
    explained,
    key_figures,
    lead,
    newest_first,
)
from anbefal.documents.site.front.meetings import meeting_lines
from anbefal.documents.site.front.notes import DRAWN, notes_of
from anbefal.documents.site.front.owed import owed
from anbefal.documents.site.front.tables import (
    ThemeCount,
    bodies_table,
    counted_themes,
    ministries_table,
    themes_table,
)
from anbefal.documents.site.groups.sheets import workbook_of
from anbefal.documents.site.news.sheet import news_table
from anbefal.documents.site.news.telling import News, Teller
from anbefal.documents.site.page import Downloads, Link, Page, SiteLine
from anbefal.documents.site.tables import SiteTable, sheet_of
from anbefal.documents.site.voice import Voice
from anbefal.sheets import Workbook

_NEWEST = 5
_SENTENCE = 100


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
        meetings: The next meeting, requests without an answer, and the last meeting.
        news: What happened last.
        more: The page of what is new.
        label: The words of the page.
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
    label: Mapping[str, str]


def front_page(voice: Voice, address: Address) -> Page:
    """Return the front page: what there is, from whom, on what, and how far it has come."""
    words, site = voice.words("site_front"), voice.site
    known, themes, measures = site.progress(site.records), counted_themes(voice), owed(voice)
    tables = themes_table(voice, themes), ministries_table(voice, measures), bodies_table(voice)
    latest = sorted(site.happenings, key=year_only_last)[:_NEWEST]
    content = FrontPage(
        lead=lead(voice, known),
        explained=explained(voice, known),
        search=SEARCH.path(voice.language),
        figures=key_figures(voice, known),
        followup=progress_chart(voice, known, "followup"),
        themes_chart=_drawn(voice, themes),
        themes=tables[0],
        ministries=tables[1],
        years=years_chart(voice, site.records, "years"),
        bodies=tables[2],
        notes=notes_of(voice, themes, measures),
        newest=tuple(entry_of(voice, one) for one in voice.kept(newest_first)[:_NEWEST]),
        meetings=meeting_lines(voice),
        news=tuple(map(voice.kept(Teller).news, latest)),
        more=Link(words.label["more"], NEW.path(voice.language)),
        label=words.label,
    )
    title = site_title(voice)
    downloads = Downloads(address.stem(voice.language), _book(voice, title, content))
    return voice.page(address, title, content, downloads)


def _drawn(voice: Voice, themes: tuple[ThemeCount, ...]) -> Chart:
    rows = [ThemeRow(voice.theme(one), found) for one, found in themes if found.total]
    return themes_chart(voice, rows[:DRAWN], "chart-themes")


def _book(voice: Voice, title: str, content: FrontPage) -> Workbook:
    """Return all that the page shows as a workbook."""
    label, charts = content.label, (content.followup.table, content.years.table)
    tables = (content.themes, content.ministries, content.bodies, *charts)
    sheets = [*map(sheet_of, tables)]
    newest = voice.kept(newest_first)[:_NEWEST]
    if newest:
        (sheet,) = workbook_of(voice, label["newest"], newest).sheets
        sheets.append(replace(sheet, name=label["newest"]))
    meetings = SiteTable(
        name=label["meetings"],
        caption=label["meetings"],
        head=(label["meeting"],),
        rows=tuple((line,) for line in content.meetings),
        widths=(_SENTENCE,),
    )
    sheets.append(sheet_of(meetings))
    if content.news:
        sheets.append(sheet_of(news_table(voice, label["news"], label["news"], content.news)))
    notes = (note for notes in content.notes.values() for note in notes)
    return site_book(voice, title, tuple(sheets), (content.lead, *content.explained, *notes))
