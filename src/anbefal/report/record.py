"""One recommendation with everything that touches it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anbefal.analysis.mentions import Mentions, ScoreMention, mentions_of
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset, summary_of
from anbefal.model.recommendation import Recommendation
from anbefal.report.asked_by import asked_by_data
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
from anbefal.report.words import chosen, place
from anbefal.wording.asked_by import bodies_and_years, states_in_words


def record_result(dataset: Dataset, record: Recommendation, language: Language) -> Result:
    """Return one record with everything that touches it, in every form.

    Internal notes are shown where the dataset has them.
    """
    mentions = mentions_of(dataset, record)
    lines = tuple(_lines(dataset, record, mentions, language))
    return Result(
        data={"recommendation": _data(record), **_mentioned(mentions)},
        table=Table((Column("what"), Column("value", wrap=True)), lines),
        title=record.id,
        show=lambda out: show_lines(lines, out),
    )


def _data(record: Recommendation) -> dict[str, Any]:
    data = record.model_dump(mode="json", by_alias=True)
    if record.internal is None:
        data.pop("internal")
    return data


def _mentioned(mentions: Mentions) -> dict[str, Any]:
    return {
        "asked_by": asked_by_data(mentions.asked_by),
        "same_as": [record.id for record in mentions.same_as],
        "repeats": [record.id for record in mentions.repeats],
        "repeated_by": [record.id for record in mentions.repeated_by],
        "related": [record.id for record in mentions.related],
        "distinct_from": [record.id for record in mentions.distinct_from],
        "meetings": [meeting.id for meeting in mentions.meetings],
        "theme_meetings": [meeting.id for meeting in mentions.theme_meetings],
        "measures": [{"in": m.where, "measure": m.measure.id} for m in mentions.measures],
        "assessments": [
            {
                "round": score.round,
                "assessor": score.assessor,
                "example": score.example,
                "values": dict(score.entry.values),
            }
            for score in mentions.scores
        ],
    }


def _lines(
    dataset: Dataset, record: Recommendation, mentions: Mentions, language: Language
) -> Iterator[Line]:
    yield "Kind", record.kind
    yield "Where", place(dataset, record, language)
    yield from _asked_by(dataset, record, mentions, language)
    yield from labelled("Under the heading", [*filter(None, (record.source.heading,))])
    yield from labelled("Session", [*filter(None, (record.source.session,))])
    yield from _wording(record, language)
    yield from labelled("Themes", [dataset.name_of_theme(t, language) for t in record.themes])
    yield from labelled("Whom it concerns", list(record.groups))
    yield from labelled("Articles", list(record.articles))
    yield from labelled("SDG targets", list(record.sdgs))
    for kind, labels in record.labels:
        yield from labelled(f"Labels of the source, {kind}", list(labels))
    yield from labelled("Measures asked for", list(record.measure_types))
    ministries = [dataset.name_of_actor(m, language) for m in record.ministries]
    yield from labelled("Ministries", ministries)
    states = states_in_words(record.source.recommended_by, "en")
    yield from labelled("Recommended by", [*filter(None, (states,))])
    yield from _answers(record)
    yield from log_lines(dataset, record.status, "Status", language)
    yield from _touching(dataset, mentions, language)
    yield from provenance_lines(record.provenance)
    yield from internal_lines(record)


def _asked_by(
    dataset: Dataset, record: Recommendation, mentions: Mentions, language: Language
) -> Iterator[Line]:
    """Yield who asks for it, where anybody does besides the record itself."""
    asks = mentions.asked_by
    if any(other.id != record.id for asking in asks for other in asking.records):
        told = bodies_and_years(dataset, asks, "en", named_in=language, states=True)
        yield "Asked by", told


def _wording(record: Recommendation, language: Language) -> Iterator[Line]:
    if record.text:
        yield "Official text", chosen(record.text, language)
    if record.summary:
        yield "In our words", chosen(record.summary, language)


def _answers(record: Recommendation) -> Iterator[Line]:
    if record.state_position:
        position = record.state_position
        yield "State's position", f"{position.value}{f', {position.date}' if position.date else ''}"
    follow_up = record.follow_up
    if follow_up:
        due = f"due {follow_up.due}" if follow_up.due else "picked, deadline not known as a date"
        yield "Committee follow-up", f"{due}{f'. {follow_up.note}' if follow_up.note else ''}"
        for grade in follow_up.grades:
            parts = [str(grade.date or "date not known"), grade.value, f"(scale: {grade.scale})"]
            yield "", " ".join([*parts, grade.document or ""]).strip()


def _touching(dataset: Dataset, mentions: Mentions, language: Language) -> Iterator[Line]:
    for label, records in (
        ("Same ask", mentions.same_as),
        ("Repeats", mentions.repeats),
        ("Repeated by", mentions.repeated_by),
        ("Related", mentions.related),
        ("Not the same as", mentions.distinct_from),
    ):
        for number, other in enumerate(records):
            words = f"{other.id}: {summary_of(other, language)[1]}"
            yield label if number == 0 else "", words
    for meeting in mentions.meetings:
        yield "Meeting", f"{meeting.id} ({meeting.state})"
    for meeting in mentions.theme_meetings:
        yield "Meeting on the theme", f"{meeting.id} ({meeting.state})"
    for mention in mentions.measures:
        yield (
            "Measure",
            f"{mention.where}, {mention.measure.id}: " + chosen(mention.measure.text, language),
        )
        yield from log_lines(dataset, mention.measure.updates, "", language)
    for number, score in enumerate(mentions.scores):
        yield "Scores" if number == 0 else "", _score(dataset, score, language)


def _score(dataset: Dataset, score: ScoreMention, language: Language) -> str:
    values = [f"{c} {v:g}" for c, v in sorted(score.entry.values.items()) if v is not None]
    made_up = " (EXAMPLE, made up)" if score.example else ""
    assessor = dataset.name_of_actor(score.assessor, language)
    return f"round {score.round}{made_up}, {assessor}: {', '.join(values)}"
