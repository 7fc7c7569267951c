"""What only the secretariat's own edition of a brief holds."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.analysis.values import assessments_in, theme_values
from anbefal.documents.subject import Subject
from anbefal.model.base import Record
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True)
class InternalPart:
    """The internal part of a brief.

    Attributes:
        notes: Internal notes on the theme, the meeting and the recommendations: where, and words.
        disagreements: Criteria that the assessors value most differently, with each one's value.
        dissents: Minority views: whose, and words.
        gaps: What the repository does not know about the recommendations.
    """

    notes: tuple[tuple[str, str], ...]
    disagreements: tuple[str, ...]
    dissents: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]


def internal_part(subject: Subject) -> InternalPart:
    """Return the internal part of a brief."""
    return InternalPart(
        notes=_notes(subject),
        disagreements=_disagreements(subject),
        dissents=_dissents(subject),
        gaps=_gaps(subject),
    )


def _records(subject: Subject) -> tuple[Recommendation, ...]:
    return tuple(sorted((*subject.asks_for(), *subject.other_records()), key=lambda r: r.id))


def _notes(subject: Subject) -> tuple[tuple[str, str], ...]:
    theme, meeting = subject.dataset.themes[subject.theme], subject.meeting
    records: list[tuple[str, Record]] = [(theme.id, theme)]
    records += [(meeting.id, meeting)] if meeting else []
    records += [(measure.id, measure) for measure in meeting.commitments] if meeting else []
    records += [(record.id, record) for record in _records(subject)]
    notes: list[tuple[str, str]] = []
    for where, record in records:
        held = record.internal
        notes += [(where, note) for note in ((held,) if isinstance(held, str) else held or ())]
    return tuple(notes)


def _disagreements(subject: Subject) -> tuple[str, ...]:
    dataset, words = subject.dataset, subject.words
    assessments = assessments_in(dataset, subject.ranking.round)
    values = theme_values(dataset, assessments)[subject.theme]
    spreads = []
    for criterion in subject.criteria.criteria:
        given = values.get(criterion.id, ())
        numbers = [value.number for value in given]
        if numbers and max(numbers) > min(numbers):
            spreads.append((min(numbers) - max(numbers), criterion, given))
    return tuple(
        words.say(
            "spread",
            name=criterion.name.within(words.language),
            values=", ".join(
                f"{dataset.name_of_actor(v.assessor, words.language)} {v.number:g}" for v in given
            ),
        )
        for _, criterion, given in sorted(spreads, key=lambda s: (s[0], s[1].id))
    )


def _dissents(subject: Subject) -> tuple[tuple[str, str], ...]:
    dataset, language = subject.dataset, subject.words.language
    inside = {record.id for record in _records(subject)}
    return tuple(
        (dataset.name_of_actor(assessment.assessor, language), entry.dissent)
        for assessment in assessments_in(dataset, subject.ranking.round)
        for entry in assessment.scores
        if entry.dissent and (entry.theme == subject.theme or entry.recommendation in inside)
    )


def _gaps(subject: Subject) -> tuple[str, ...]:
    records = _records(subject)
    missing = {
        "gap_document": [r.id for r in records if not r.source.document],
        "gap_paragraph": [r.id for r in records if not r.source.paragraph],
        "gap_inferred": [r.id for r in records if r.provenance.inferred],
    }
    return tuple(subject.words.say(key, ids=", ".join(ids)) for key, ids in missing.items() if ids)
