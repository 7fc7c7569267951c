"""One meeting, plan, theme or actor, with what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.vocabulary import Actor, Theme
from anbefal.report.lines import (
    Line,
    internal_lines,
    labelled,
    log_lines,
    provenance_lines,
    show_lines,
)
from anbefal.report.output import Result
from anbefal.report.tables import Column, Table
from anbefal.report.words import chosen

OtherRecord = Meeting | Plan | Theme | Actor


def other_result(dataset: Dataset, record: OtherRecord, language: Language) -> Result:
    """Return a meeting, plan, theme or actor in every form.

    Internal notes are shown where the dataset has them.
    """
    lines = tuple(_lines(dataset, record, language))
    kind = type(record).__name__.lower()
    return Result(
        data={kind: record.model_dump(mode="json", by_alias=True, exclude_none=True)},
        table=Table((Column("what"), Column("value", wrap=True)), lines),
        title=record.id,
        show=lambda out: show_lines(lines, out),
    )


def _lines(dataset: Dataset, record: OtherRecord, language: Language) -> Iterator[Line]:
    match record:
        case Meeting():
            yield from _meeting(dataset, record, language)
        case Plan():
            yield from _plan(dataset, record, language)
        case Theme():
            yield from _theme(dataset, record, language)
        case Actor():
            yield from _actor(dataset, record, language)
    yield from internal_lines(record)


def _meeting(dataset: Dataset, meeting: Meeting, language: Language) -> Iterator[Line]:
    yield "Kind", "meeting"
    yield "Theme", dataset.name_of_theme(meeting.theme, language)
    yield "State", meeting.state
    yield from _dated("Requested", meeting.requested_on)
    yield from _dated("Date", meeting.date)
    yield from labelled("Ministries", _names(dataset, meeting.ministries, language))
    participants = [participant.actor for participant in meeting.participants]
    yield from labelled("Participants", _names(dataset, tuple(participants), language))
    yield from labelled("Recommendations", list(meeting.recommendations))
    for number, item in enumerate(meeting.agenda):
        minutes = f" ({item.minutes} min)" if item.minutes else ""
        yield _label("Agenda", number), f"{chosen(item.title, language)}{minutes}"
    for number, question in enumerate(meeting.questions):
        yield _label("Questions", number), chosen(question, language)
    yield from _measures(dataset, "Promised", meeting.commitments, language)
    if meeting.minutes:
        yield "Minutes", chosen(meeting.minutes, language)
    yield from provenance_lines(meeting.provenance)


def _plan(dataset: Dataset, plan: Plan, language: Language) -> Iterator[Line]:
    yield "Kind", "plan"
    yield "Title", chosen(plan.title, language)
    yield from labelled("Owner", _names(dataset, (plan.owner,) if plan.owner else (), language))
    yield from labelled("Case", [plan.case] if plan.case else [])
    yield from _dated("Decided", plan.decided)
    if plan.mandate:
        yield "Mandate", chosen(plan.mandate, language)
    yield from _measures(dataset, "Measure", plan.measures, language)
    for number, report in enumerate(plan.reports):
        yield _label("Reports", number), f"{report.id}, {report.date}"
    yield from provenance_lines(plan.provenance)


def _theme(dataset: Dataset, theme: Theme, language: Language) -> Iterator[Line]:
    yield "Kind", "theme"
    yield "Name", chosen(theme.name, language)
    if theme.description:
        yield "Description", chosen(theme.description, language)
    if theme.parent:
        yield "Part of", dataset.name_of_theme(theme.parent, language)
    yield from labelled("Ministries", _names(dataset, theme.ministries, language))
    records = dataset.recommendations_by_theme.get(theme.id, ())
    yield from labelled("Recommendations", [record.id for record in records])
    meetings = [meeting for meeting in dataset.meetings.values() if meeting.theme == theme.id]
    yield from labelled("Meetings", [f"{meeting.id} ({meeting.state})" for meeting in meetings])


def _actor(dataset: Dataset, actor: Actor, language: Language) -> Iterator[Line]:
    yield "Kind", actor.kind
    yield "Name", chosen(actor.name, language)
    yield from labelled("Short", [actor.abbreviation] if actor.abbreviation else [])
    for number, former in enumerate(actor.formerly):
        until = f", until {former.until}" if former.until else ""
        yield _label("Formerly", number), f"{chosen(former.name, language)}{until}"
    yield from labelled("Convention", [actor.convention] if actor.convention else [])
    yield from labelled("Members", _names(dataset, actor.members, language))
    yield from labelled("Speaks for", _names(dataset, actor.speaks_for, language))
    records = [r.id for r in dataset.recommendations.values() if r.source.body == actor.id]
    yield from labelled("Recommended", records)
    answers = [r.id for r in dataset.recommendations.values() if actor.id in r.ministries]
    yield from labelled("Answers for", answers)


def _measures(
    dataset: Dataset, label: str, measures: tuple[Measure, ...], language: Language
) -> Iterator[Line]:
    for number, measure in enumerate(measures, start=1):
        yield f"{label} {number}", f"{measure.id}: {chosen(measure.text, language)}"
        yield from labelled("  responsible", _names(dataset, measure.responsible, language))
        yield from _dated("  due", measure.due)
        yield from labelled("  addresses", list(measure.addresses))
        yield from log_lines(dataset, measure.updates, "  said", language)
        yield from internal_lines(measure)


def _names(dataset: Dataset, ids: tuple[str, ...], language: Language) -> list[str]:
    return [dataset.name_of_actor(one, language) for one in ids]


def _dated(label: str, date: PartialDate | None) -> Iterator[Line]:
    if date:
        yield label, str(date)


def _label(label: str, number: int) -> str:
    return label if number == 0 else ""
