"""Who owes what, in every form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.analysis.overview_groups import Dimension
from anbefal.analysis.owed import Overview
from anbefal.model.dates import PartialDate
from anbefal.report.output import Format, Result
from anbefal.report.overview.data import overview_data, overview_table
from anbefal.report.overview.lists import Listed, lists_of
from anbefal.report.overview.summary import show_summary, summary
from anbefal.report.overview.telling import Telling
from anbefal.report.sections import Line, Section

MOST_SHOWN = 20
"""Findings of a list that a screen shows; files have all of them."""

_COUNTED: dict[Dimension, str] = {
    "ministry": "counted_ministry",
    "body": "counted_body",
    "theme": "counted_theme",
}


@dataclass(frozen=True)
class Owed:
    """What an overview is made from.

    Attributes:
        telling: Says what records say.
        found: Who owes what.
        by: What the summary counts by.
        as_it_stood: Whether what was recorded after the day is left out.
    """

    telling: Telling
    found: Overview
    by: Dimension
    as_it_stood: bool = False


def overview_result(owed: Owed, form: Format, *, whole: bool = False) -> Result:
    """Return who owes what.

    Args:
        owed: What is told.
        form: The form that it will be written in.
        whole: Whether lists are shown to their end.
    """
    notes = tuple(notes_of(owed))
    shown = summary(owed.telling, owed.found, owed.by)
    most = MOST_SHOWN if form is Format.text and not whole else None
    return Result(
        data=overview_data(owed.found, owed.by, notes, as_it_stood=owed.as_it_stood),
        table=overview_table(owed.telling, owed.found) if form is Format.csv else shown,
        title=title_of(owed),
        notes=notes,
        sections=tuple(_sections(owed, most)),
        show=lambda out: show_summary(shown, out),
    )


def title_of(owed: Owed) -> str:
    """Return the heading, with what the overview is narrowed to on a second line."""
    say, found, telling = owed.telling.words.say, owed.found, owed.telling
    told = telling.dataset.told_date
    title = say("title", date=telling.day(told)) if told else say("title_undated")
    narrowed = [
        (found.filters.ministries, "only_ministry", telling.names),
        (found.filters.bodies, "only_body", telling.names),
        (found.filters.themes, "only_theme", telling.themes),
    ]
    only = [say(key, names=name(ids)) for ids, key, name in narrowed if ids]
    return "\n".join([title, *([say("only", what="; ".join(only))] if only else [])])


def notes_of(owed: Owed) -> Iterator[str]:
    """Yield what the figures rest on."""
    words, found, telling = owed.telling.words, owed.found, owed.telling
    told = telling.dataset.told_date
    if found.today is None or told is None:
        yield words.say("no_date")
    elif owed.as_it_stood:
        yield words.say("as_it_stood", date=telling.day(told))
    else:
        day = telling.day(PartialDate.of(found.today))
        yield words.say("as_of_data", date=telling.day(told), day=day)
    yield words.say("incomplete")
    yield from telling.unverified(record for ask in found.asks for record in ask.records)
    if inferred := sum(ask.reach.inferred for ask in found.asks):
        yield words.counted("inferred_answers", inferred)
    if any(asking.inferred for ask in found.asks for asking in ask.asked_by):
        yield telling.places.legend_of_mark()
    if unanswered := sum(ask.reach.lead is None for ask in found.asks):
        yield words.counted("nobody_answers", unanswered)


def _sections(owed: Owed, most: int | None) -> Iterator[Section]:
    for one in lists_of(owed.found):
        yield Section(heading_of(owed.telling, one), tuple(_lines(owed.telling, one, most)))
    undated = [
        owed.telling.words.say(
            "at_place", place=owed.telling.place(record), ask=owed.telling.asked(record)
        )
        for record in owed.found.undated
    ]
    label = owed.telling.words.label
    if undated:
        yield Section(label["undated_heading"], tuple(map(Line, undated)))
    yield Section(label["counted_heading"], tuple(map(Line, how_counted(owed))))


def heading_of(telling: Telling, one: Listed) -> str:
    """Return the heading of a list, with how much stands in it."""
    heading = telling.words.label[one.heading]
    return telling.words.say("heading", heading=heading, n=len(one.found))


def _lines(telling: Telling, one: Listed, most: int | None) -> Iterator[Line]:
    if not one.found:
        yield Line(telling.words.say("nothing"))
    for finding in one.found[:most]:
        yield from one.lines(telling, finding)
    if most and (more := len(one.found[most:])):
        yield Line(telling.words.counted("more", more))


def how_counted(owed: Owed) -> Iterator[str]:
    """Yield what the columns of the summary mean."""
    words = owed.telling.words
    yield words.say("counted_asks")
    yield words.say(_COUNTED[owed.by])
    yield words.say("counted_unreported")
    yield words.say("counted_overdue")
    yield words.say("counted_open")
    yield words.say("counted_deadlines")
    days = owed.telling.dataset.settings.stale_after_days
    yield words.counted("counted_stale", days)
