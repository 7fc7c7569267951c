"""The tables of the front page: by theme, by ministry, by body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from anbefal.analysis.progress import Progress
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.front.owed import OTHERS, Owed
from anbefal.documents.site.tables import NONE, SiteCell, SiteTable
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor

_FEW_YEARS = 4
_NAME, _NUMBER = 44, 14

ThemeCount = tuple[str, Progress]
"""The id of a theme, and what is recorded of its records."""


def counted_themes(voice: Voice) -> tuple[ThemeCount, ...]:
    """Return the themes with what is recorded, the one with the most records first."""
    site = voice.site
    found = [(one, site.progress(site.by_theme.get(one, ()))) for one in site.dataset.themes]
    return tuple(sorted(found, key=lambda one: (-one[1].total, voice.theme(one[0]).text)))


def themes_table(voice: Voice, themes: Sequence[ThemeCount]) -> SiteTable:
    """Return the themes with their counts; the page of each is a step away."""
    label = voice.words("site_front").label
    return SiteTable(
        name=label["themes"],
        caption=label["themes_caption"],
        head=(label["theme"], label["count"], *_said_heads(voice)),
        rows=tuple(
            ((voice.theme(theme),), one.total, one.with_report, one.with_assessment, one.silent)
            for theme, one in themes
        ),
        widths=(_NAME, *[_NUMBER] * 4),
    )


def ministries_table(voice: Voice, owed: Owed) -> SiteTable:
    """Return the ministries with what they answer for, the one that leads most first.

    Measures have columns where there are any, and who is no ministry has a row where it has some.
    """
    label, rows = voice.words("site_front").label, sorted(_ministries(voice), key=itemgetter(0))
    found = [(ministry, row) for (*_, ministry), row in rows]
    if owed.open.get(OTHERS) or owed.overdue.get(OTHERS):
        found.append((OTHERS, ((Run(label["others"]),), *[NONE] * 5)))
    columns = {label["open"]: owed.open, label["overdue"]: owed.overdue}
    shown = {heading: counts for heading, counts in columns.items() if counts}
    name = voice.words("site_entry").label["answers"]
    head = (name, label["leads"], label["shares"], *_said_heads(voice), *shown)
    return SiteTable(
        name=label["ministries"],
        caption=label["ministries_caption"],
        head=head,
        rows=tuple(
            (*row, *(counts.get(who, 0) for counts in shown.values())) for who, row in found
        ),
        widths=(_NAME, *[_NUMBER] * (len(head) - 1)),
    )


def _said_heads(voice: Voice) -> tuple[str, str, str]:
    """Return the headings of what is recorded: by the state, by others, and by nobody."""
    label = voice.words("site_entry").label
    return label["reported"], label["assessed"], voice.words("site_front").label["silent"]


def _ministries(voice: Voice) -> Iterator[tuple[tuple[int, int, str, str], tuple[SiteCell, ...]]]:
    """Yield what sorts each ministry, its id last, and its row."""
    site = voice.site
    for ministry in site.ministries:
        records = site.by_ministry.get(ministry.id, ())
        leads = sum(one.ministries[0] == ministry.id for one in records)
        known = site.progress(records)
        name, shares = voice.actor(ministry.id), len(records) - leads
        row = ((name,), leads, shares, known.with_report, known.with_assessment, known.silent)
        yield (-leads, -shares, name.text, ministry.id), row


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
    if not dated:
        unknown = (Run(voice.words("site_front").label["not_known"]),) if records else NONE
        return ((voice.actor(body.id),), len(records), unknown, unknown)
    newest, record = max(dated, key=lambda one: (one[0].last, one[0].first))
    told = voice.places.marked(record, "date", voice.date(newest))
    years = sorted({date.year for date, _ in dated})
    return ((voice.actor(body.id),), len(records), (Run(_years(voice, years)),), (Run(told),))


def _years(voice: Voice, years: Sequence[int]) -> str:
    words = voice.words("site_front")
    if len(years) > _FEW_YEARS:
        return words.say("years", first=years[0], last=years[-1], n=len(years))
    return words.listed([str(year) for year in years])
