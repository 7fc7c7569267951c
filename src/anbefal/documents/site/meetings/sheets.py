"""The page of meetings as a workbook: all that the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.analysis.measures import promises_of
from anbefal.analysis.meeting_year import in_order, when_of
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.books import site_book
from anbefal.documents.site.lines import capital, plain
from anbefal.documents.site.meetings.measures import (
    cells_of,
    not_recorded,
    record_links,
    shown_measure,
    track_name,
)
from anbefal.documents.site.meetings.shown import (
    ministries_of,
    missing_of,
    participants_of,
    proposed_days,
    source_of,
)
from anbefal.documents.site.meetings.state import state_line
from anbefal.documents.site.tables import SiteCell, SiteTable, date_for_files, sheet_of
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Provenance
from anbefal.sheets import Workbook

_MEETING = {
    "theme": 30,
    "state": 36,
    "date": 16,
    "requested_on": 16,
    "proposed": 24,
    "ministries": 30,
    "participants": 30,
    "invited": 30,
    "recommendations": 40,
    "scheduled": 40,
    "questions": 48,
    "not_recorded": 24,
    "source": 36,
    "seen": 16,
    "verified": 16,
    "id": 24,
}
_MEASURE = {
    "measure": 48,
    "who": 20,
    "due": 16,
    "addresses": 24,
    "reported": 36,
    "assessed": 36,
    "id": 24,
}
_PLAN = {
    "plan": 36,
    "owner": 30,
    "decided": 16,
    "mandate": 48,
    "source": 36,
    "seen": 16,
    "verified": 16,
    "id": 24,
}
"""The columns of the sheets by their labels, with their widths in characters."""


def meetings_book(voice: Voice, title: str, years: SiteTable) -> Workbook:
    """Return the workbook of the page.

    Args:
        voice: The language.
        title: What the page is called.
        years: How many meetings there were in each year.
    """
    words, dataset = voice.words("site_meetings"), voice.site.dataset
    sheets = [_meetings(voice), years]
    promised = [(m, one) for m in dataset.meetings.values() for one in promises_of(m)]
    if promised:
        rows = [((Run(_where(voice, meeting)),), one) for meeting, one in promised]
        sheets.append(_measures(voice, ("promised", "promised_title"), ("promised_where",), rows))
    plans = dataset.plans.values()
    if plans:
        sheets.append(_plans(voice, tuple(plans)))
    planned = [(plan, one) for plan in plans for one in plan.measures]
    if planned:
        parts = [((voice.said(plan.title), _heading(voice, one)), one) for plan, one in planned]
        heads = ("plan", "heading")
        sheets.append(_measures(voice, ("planned", "planned_title"), heads, parts))
    return site_book(voice, title, tuple(map(sheet_of, sheets)), (words.say("tracks"),))


def _heads(voice: Voice, columns: Iterable[str]) -> tuple[str, ...]:
    """Return the headings of columns; two of them are words that the whole site has."""
    shared = {
        "assessed": track_name(voice, "assessed"),
        "not_recorded": plain(not_recorded(voice)),
    }
    label = {**voice.words("site_meetings").label, **shared}
    return tuple(capital(label[one]) for one in columns)


def _heading(voice: Voice, measure: Measure) -> Run:
    return voice.said(measure.heading) if measure.heading else Run("")


def _where(voice: Voice, meeting: Meeting) -> str:
    theme, when = voice.theme(meeting.theme).text, when_of(meeting)
    return f"{theme} ({voice.date(when)})" if when else theme


def _meetings(voice: Voice) -> SiteTable:
    label = voice.words("site_meetings").label
    known = reversed(in_order(voice.site.dataset.meetings.values()))
    return SiteTable(
        name=label["meetings"],
        caption=voice.words("site_meetings").say("title"),
        head=_heads(voice, _MEETING),
        rows=tuple(_row(voice, one) for one in known),
        widths=tuple(_MEETING.values()),
    )


def _row(voice: Voice, one: Meeting) -> tuple[SiteCell, ...]:
    is_held, questions = one.state == "held", map(voice.said, one.questions)
    who, records = participants_of(voice, one), record_links(voice, one.recommendations)
    return (
        (Run(voice.theme(one.theme).text),),
        (Run(state_line(voice, one)),),
        (Run(date_for_files(voice, one.date)),),
        (Run(date_for_files(voice, one.requested_on)),),
        (Run(proposed_days(voice, one)),),
        ministries_of(voice, one),
        *((who, ()) if is_held else ((), who)),
        *((records, ()) if is_held else ((), records)),
        (Run("; ".join(question.text for question in questions)),),
        (Run(missing_of(voice, one)),),
        *_origin(voice, one.provenance),
        (Run(one.id),),
    )


def _plans(voice: Voice, plans: Sequence[Plan]) -> SiteTable:
    """Return the plans, without what they hold, which has a sheet of its own."""
    label = voice.words("site_meetings").label
    return SiteTable(
        name=label["plans_sheet"],
        caption=label["plans"],
        head=_heads(voice, _PLAN),
        rows=tuple(
            (
                (voice.said(one.title),),
                (voice.actor(one.owner),) if one.owner else (),
                (Run(date_for_files(voice, one.decided) or label["no_date"]),),
                (voice.said(one.mandate),) if one.mandate else (),
                *_origin(voice, one.provenance),
                (Run(one.id),),
            )
            for one in plans
        ),
        widths=tuple(_PLAN.values()),
    )


def _origin(voice: Voice, origin: Provenance) -> tuple[SiteCell, ...]:
    """Return where something is from, when it was seen, and whether anybody compared it."""
    verified = voice.words("site_group").label["is_verified" if origin.verified else "not_verified"]
    seen = date_for_files(voice, origin.seen)
    return source_of(voice, origin) or not_recorded(voice), (Run(seen),), (Run(verified),)


def _measures(
    voice: Voice,
    names: tuple[str, str],
    heads: Sequence[str],
    measures: Sequence[tuple[Sequence[Run], Measure]],
) -> SiteTable:
    """Return measures as a sheet, each with what was said on the two tracks in columns apart.

    Args:
        voice: The language.
        names: The labels of the sheet and of what it shows.
        heads: The labels of what stands before each measure.
        measures: The measures, and what stands before each.
    """
    label, (name, title) = voice.words("site_meetings").label, names
    return SiteTable(
        name=label[name],
        caption=label[title],
        head=_heads(voice, (*heads, *_MEASURE)),
        rows=tuple(
            (*((one,) for one in before), *cells_of(voice, shown_measure(voice, measure)))
            for before, measure in measures
        ),
        widths=(*[30] * len(heads), *_MEASURE.values()),
    )
