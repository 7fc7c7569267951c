"""The tables of the front page: by theme, by ministry, by body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from anbefal.analysis.measures import is_overdue
from anbefal.analysis.progress import ORDER
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.charts.progress import reached_words
from anbefal.documents.site.front.counts import Counted, counted
from anbefal.documents.site.tables import SiteCell, SiteTable
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor

_FEW_YEARS = 4
_NAME, _NUMBER = 44, 14

ThemeCount = tuple[str, Counted]
"""The id of a theme, and what is recorded of its records."""


def counted_themes(voice: Voice) -> tuple[ThemeCount, ...]:
    """Return the themes with what is recorded, the one with the most records first."""
    site = voice.site
    found = [(one, counted(site, site.by_theme.get(one, ()))) for one in site.dataset.themes]
    return tuple(sorted(found, key=lambda one: (-one[1].total, voice.theme(one[0]).text)))


def themes_table(voice: Voice, themes: Sequence[ThemeCount]) -> SiteTable:
    """Return the themes with their counts; the page of each is a step away."""
    label = voice.words("site_front").label
    return SiteTable(
        name=label["themes"],
        caption=label["themes_caption"],
        head=tuple(label[one] for one in ("theme", "count", "reported", "assessed", "silent")),
        rows=tuple(
            ((voice.theme(theme),), one.total, one.reported, one.assessed, one.silent)
            for theme, one in themes
        ),
        widths=(_NAME, *[_NUMBER] * 4),
    )


def ministries_table(voice: Voice) -> SiteTable:
    """Return the ministries with what they answer for, the one that leads most first."""
    label, rows = voice.words("site_front").label, sorted(_ministries(voice), key=itemgetter(0))
    head = ["ministry", "leads", "shares", "reported", "silent"]
    found = [row for _, row in rows]
    if any(row[-1] for row in found):
        head.append("overdue")
    else:
        found = [row[:-1] for row in found]
    return SiteTable(
        name=label["ministries"],
        caption=label["ministries_caption"],
        head=tuple(label[one] for one in head),
        rows=tuple(found),
        widths=(_NAME, *[_NUMBER] * (len(head) - 1)),
    )


def _ministries(voice: Voice) -> list[tuple[tuple[int, int, str], tuple[SiteCell, ...]]]:
    """Return what sorts each ministry, and its row; the last cell is of measures overdue."""
    site = voice.site
    found: list[tuple[tuple[int, int, str], tuple[SiteCell, ...]]] = []
    today = site.dataset.reference_date
    overdue = Counter(
        who
        for held in site.measures
        if is_overdue(held.measure, today)
        for who in held.reach.answers
    )
    for ministry in site.ministries:
        records = site.by_ministry.get(ministry.id, ())
        leads = sum(one.ministries[0] == ministry.id for one in records)
        known = counted(site, records)
        name, shares = voice.actor(ministry.id), len(records) - leads
        row = ((name,), leads, shares, known.reported, known.silent, overdue[ministry.id])
        found.append(((-leads, -shares, name.text), row))
    return found


def bodies_table(voice: Voice) -> SiteTable:
    """Return the bodies with their records: treaty bodies first, and each by its name."""
    label = voice.words("site_front").label

    def place(body: Actor) -> tuple[bool, bool, str]:
        has_none = body.id not in voice.site.by_body
        return has_none, body.kind != "treaty-body", voice.actor(body.id).text

    bodies = sorted(voice.site.bodies, key=place)
    return SiteTable(
        name=label["bodies"],
        caption=label["bodies_caption"],
        head=tuple(label[one] for one in ("body", "count", "years", "newest_date")),
        rows=tuple(_body(voice, body, voice.site.by_body.get(body.id, ())) for body in bodies),
        widths=(_NAME, _NUMBER, 24, 20),
    )


def _body(voice: Voice, body: Actor, records: Sequence[Recommendation]) -> tuple[SiteCell, ...]:
    dated = [(one.source.date, one) for one in records if one.source.date]
    newest = max(dated, key=lambda one: (one[0].last, one[0].first), default=None)
    told = voice.places.marked(newest[1], "date", voice.date(newest[0])) if newest else ""
    years = sorted({date.year for date, _ in dated})
    return ((voice.actor(body.id),), len(records), (Run(_years(voice, years)),), (Run(told),))


def _years(voice: Voice, years: Sequence[int]) -> str:
    words = voice.words("site_front")
    if len(years) > _FEW_YEARS:
        return words.say("years", first=years[0], last=years[-1], n=len(years))
    return words.listed([str(year) for year in years])


def followup_table(voice: Voice, known: Counted) -> SiteTable:
    """Return how far follow-up has come, as the chart shows it."""
    label, chart = voice.words("site_front").label, voice.words("site_chart").label
    reported, assessed = known.found.reported, known.found.assessed
    return SiteTable(
        name=label["followup"],
        caption=voice.words("site_chart").say("progress_title"),
        head=(chart["reached"], chart["reported"], chart["assessed"]),
        rows=tuple(
            ((Run(reached_words(voice, one)),), reported.get(one, 0), assessed.get(one, 0))
            for one in ORDER
            if one in reported or one in assessed
        ),
        widths=(_NAME, _NUMBER, _NUMBER),
    )
