"""The page of a theme, a ministry or a body: what it is, key figures, and its recommendations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anbefal.analysis.progress import Progress
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address, PageKind
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.progress import progress_chart
from anbefal.documents.site.charts.years import years_chart
from anbefal.documents.site.groups.about import (
    above,
    description,
    facts_of,
    meetings_of,
    named,
    records_of,
)
from anbefal.documents.site.groups.figures import Figure, figures_of, has_others, has_same
from anbefal.documents.site.groups.listing import Section, sections_of
from anbefal.documents.site.groups.promised import Promised, promised
from anbefal.documents.site.groups.sheets import workbook_of
from anbefal.documents.site.groups.tables import figures_sheets, promised_sheet
from anbefal.documents.site.page import Downloads, Link, Page, SiteLine
from anbefal.documents.site.records.facts import SiteFact
from anbefal.documents.site.records.telling import Telling
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation

_FEWEST_FOR_CHARTS = 2
"""From how many records on a chart tells more than its numbers do."""
_MEETINGS: dict[PageKind, str] = {"theme": "theme_meetings", "ministry": "ministry_meetings"}
_ORDERS: dict[PageKind, str] = {
    "theme": "theme_order",
    "ministry": "ministry_order",
    "body": "body_order",
}


@dataclass(frozen=True, slots=True)
class GroupContent:
    """What the page of a theme, a ministry or a body shows.

    Attributes:
        label: The page's own headings and labels.
        kind: What it is: a theme, a ministry or a body.
        description: What belongs to it; ``None`` where that is not written down.
        facts: What is recorded of it.
        figures: How many records there are, and how far their follow-up has come.
        notes: What the figures rest on.
        charts: The figures as charts.
        meetings_heading: The heading of the meetings.
        meetings: The meetings on it or with it.
        promised: What was promised or planned.
        promised_notes: What must be known of that.
        search: The link to the search that is narrowed to it.
        sections: Its records under headings.
        order: How they are ordered.
        empty: That there are no records, and where to look instead; empty where there are.
    """

    label: Mapping[str, str]
    kind: str
    description: Run | None
    facts: tuple[SiteFact, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    charts: tuple[Chart, ...]
    meetings_heading: str
    meetings: tuple[SiteLine, ...]
    promised: Promised
    promised_notes: tuple[str, ...]
    search: Link
    sections: tuple[Section, ...]
    order: str
    empty: str


def group_page(voice: Voice, address: Address) -> Page:
    """Return the page of a theme, a ministry or a body.

    Args:
        voice: The words of the language.
        address: Which theme, ministry or body it is.
    """
    records, name = records_of(voice, address), named(voice, address)
    sections = sections_of(voice, address, records)
    known = voice.site.dataset.recommendations
    ordered = [known[entry.id] for section in sections for entry in section.entries]
    found = voice.site.progress(records)
    content = _content(voice, address, records, sections, found)
    return Page(
        address=address,
        language=voice.language,
        path=address.path(voice.language),
        title=name.text,
        title_language=name.language,
        above=above(voice, address),
        content=content,
        downloads=Downloads(
            stem=address.stem(voice.language),
            book=workbook_of(
                voice,
                name.text,
                ordered,
                (
                    *promised_sheet(voice, content.promised),
                    *figures_sheets(voice, records, content.figures, found),
                ),
                content.notes,
            ),
        ),
    )


def _content(
    voice: Voice,
    address: Address,
    records: Sequence[Recommendation],
    sections: tuple[Section, ...],
    found: Progress,
) -> GroupContent:
    words = voice.words("site_group")
    measures = promised(voice.kept(Telling), address)
    return GroupContent(
        label=words.label,
        kind=words.label[address.kind],
        description=description(voice, address),
        facts=facts_of(voice, address),
        figures=figures_of(voice, records, found) if records else (),
        notes=_notes(voice, address, records, sections),
        charts=_charts(voice, records, found),
        meetings_heading=words.label[_MEETINGS.get(address.kind, "theme_meetings")],
        meetings=meetings_of(voice.kept(Telling), address),
        promised=measures,
        promised_notes=_promised_notes(voice, measures),
        search=_search(voice, address),
        sections=sections,
        order=words.say(_ORDERS[address.kind]),
        empty="" if records else words.say("empty_but_promised" if measures else "empty"),
    )


def _notes(
    voice: Voice,
    address: Address,
    records: Sequence[Recommendation],
    sections: tuple[Section, ...],
) -> tuple[str, ...]:
    if not records:
        return ()
    words = voice.words("site_group")
    notes = [words.say("incomplete")]
    if has_same(voice, records):
        notes.insert(0, words.say("counted_once"))
    if has_others(records):
        notes.insert(0, words.say("counted_all"))
    if address.kind == "ministry":
        notes.append(words.say("counted_ministry"))
    mark = voice.words("place").say("inferred", told="")
    others = (link.text for part in sections for one in part.entries for link in one.others)
    if any(one.provenance.inferred for one in records) or any(mark in one for one in others):
        notes.append(voice.words("site_record").say("inferred"))
    return tuple(notes)


def _promised_notes(voice: Voice, measures: Promised) -> tuple[str, ...]:
    if not measures.groups:
        return ()
    return (voice.words("site_group").say("promised_tracks"),)


def _charts(voice: Voice, records: Sequence[Recommendation], found: Progress) -> tuple[Chart, ...]:
    if len(records) < _FEWEST_FOR_CHARTS:
        return ()
    return progress_chart(voice, found, "progress"), years_chart(voice, records, "years")


def _search(voice: Voice, address: Address) -> Link:
    """Return the link to the search, narrowed to the group."""
    words = voice.words("site_group")
    return Link(words.label["search"], f"{voice.path('search')}#{address.kind}={address.key}")
