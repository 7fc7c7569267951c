"""Why a theme is taken up, how sure its place in the ranking is, and the picture of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.analysis.explanation import explain
from anbefal.analysis.followup import is_assessed, is_reported
from anbefal.analysis.participation import is_thin
from anbefal.analysis.prioritisation import RankedItem
from anbefal.documents.briefs.asks import NumberedAsk
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.content.blocks import Figure, Paragraph, Section
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.pictures.ranking import ranking_picture

DRAWN = 5
"""Themes in the picture besides the brief's own: as many as leave the brief on two pages."""
_MOST_CRITERIA = 3
"""Criteria that are named as those that lift the theme."""


def why(subject: Subject, asks: Sequence[NumberedAsk]) -> Section:
    """Return why the theme is taken up and how sure that is."""
    rank = " ".join(_rank(subject))
    scope = " ".join(_scope(subject, asks))
    lines = [line(rank), line(scope)]
    if subject.own_meeting and subject.own_meeting.reason:
        lines.insert(0, text_line(subject.own_meeting.reason, subject.words))
    return Section("why", subject.words.label["why"], tuple(map(Paragraph, lines)))


def picture(subject: Subject) -> Section | None:
    """Return the first themes and this one by priority, where it is ranked."""
    item = subject.themes.item(subject.theme)
    if item is None or item.rank is None:
        return None
    made = ranking_picture(
        subject.dataset,
        subject.themes,
        subject.words.language,
        bands=subject.sure.rank_ranges if subject.sure else {},
        shortlist=(),
        highlight=subject.theme,
        most=DRAWN,
    )
    return Section("picture", "", (Figure(made, made.caption, made.alternative),), "beside")


def _rank(subject: Subject) -> Iterable[str]:
    words, item, themes = subject.words, subject.themes.item(subject.theme), subject.themes
    if item is None or item.score is None:
        yield words.say("rank_none" if themes.round else "rank_nothing", round=themes.round)
        return
    ranks = [other.rank for other in themes.items]
    yield words.say(
        "rank_shared" if ranks.count(item.rank) > 1 else "rank",
        rank=item.rank,
        ranked=len(themes.ranked),
        score=words.number(item.score),
        assessors=words.counted("assessor", item.assessors),
        round=words.say("round", round=themes.round),
    )
    yield from _sure(subject, item)
    if item.coverage < 1 and item.low is not None and item.high is not None:
        yield words.say("rank_open", low=words.number(item.low), high=words.number(item.high))
    if is_thin(themes, item):
        yield words.say("rank_thin")
    yield from _lifted(subject, item)


def _sure(subject: Subject, item: RankedItem) -> Iterable[str]:
    """Yield how often the theme is among the first when weights and unknown values are drawn."""
    words, sure = subject.words, subject.sure
    if sure is None or len(subject.themes.ranked) < 2:  # noqa: PLR2004 - one has no order
        return
    ranks, places = sure.items[item.id], subject.dataset.settings.meetings_per_year
    span = words.say(
        "places_one" if ranks.best == ranks.worst else "places_other",
        best=ranks.best,
        worst=ranks.worst,
    )
    if places < len(subject.themes.ranked):
        percent = words.percent(
            ranks.among_first(places),
            under=f"{words.label['under']} ",
            over=f"{words.label['over']} ",
        )
        yield words.counted("sure", places, percent=percent, span=span)
    else:
        yield words.say("sure_span", span=span)
    yield words.say("sure_means")


def _lifted(subject: Subject, item: RankedItem) -> Iterable[str]:
    """Yield which criteria bring the theme most points."""
    words = subject.words
    names = {one.id: one.name.within(words.language) for one in subject.criteria.criteria}
    parts = explain(subject.dataset, subject.themes, item, names).contributions
    most_first = sorted((one for one in parts if one.points), key=lambda one: -(one.points or 0))
    if len(most_first) < 2:  # noqa: PLR2004 - one alone says what the score says
        return
    told = [
        words.say("lift", name=one.name, points=words.number(one.points or 0))
        for one in most_first[:_MOST_CRITERIA]
    ]
    yield words.say("lifted", names=words.listed(told))


def _scope(subject: Subject, asks: Sequence[NumberedAsk]) -> Iterable[str]:
    """Yield what the document holds, and what not."""
    words = subject.words
    if not asks:
        yield words.say("no_asks")
    else:
        yield from _overview(subject, asks)
    if subject.chosen:
        yield words.say("chosen")
    subthemes = [t.id for t in subject.dataset.themes.values() if t.parent == subject.theme]
    if subthemes:
        names = [subject.dataset.name_of_theme(one, words.language) for one in subthemes]
        yield words.say("subthemes", names=words.listed(names))


def _overview(subject: Subject, asks: Sequence[NumberedAsk]) -> Iterable[str]:
    words = subject.words
    records = [record for one in asks for record in one.ask.records]
    bodies = sorted({subject.citer.body(record) for record in records})
    years = sorted({record.source.date.year for record in records if record.source.date})
    key = "overview_undated" if not years else "overview"
    yield words.say(
        key,
        recommendations=words.counted("recommendation", len(records)),
        bodies=words.counted("body", len(bodies)),
        names=words.listed(bodies),
        years=_years(subject, years),
    )
    undated = sum(record.source.date is None for record in records)
    if years and undated:
        yield words.say("overview_some_undated", n=undated)
    if len(asks) < len(records):
        yield words.say("overview_asks", asks=words.counted("ask", len(asks)))
    reported = sum(is_reported(record) for record in records)
    assessed = sum(is_assessed(record) for record in records)
    if reported or assessed:
        yield words.say("progress", reported=reported, assessed=assessed, total=len(records))


def _years(subject: Subject, years: Sequence[int]) -> str:
    if not years:
        return ""
    key = "years_one" if len(years) == 1 else "years_other"
    return subject.words.say(key, first=years[0], last=years[-1])
