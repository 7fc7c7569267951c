"""What only the secretariat's own edition of a brief holds."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.analysis.values import assessments_in, latest_round, theme_values
from anbefal.documents.subject import Subject
from anbefal.documents.wording import Wording
from anbefal.model.base import Record
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.model.vocabulary import CriteriaSet


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
    dataset, theme, words = subject.dataset, subject.theme, subject.words
    return InternalPart(
        notes=_notes(dataset, theme, subject.meeting),
        disagreements=_disagreements(dataset, subject.criteria, theme, words),
        dissents=_dissents(dataset, theme, words),
        gaps=_gaps(dataset, theme, words),
    )


def _notes(dataset: Dataset, theme: str, meeting: Meeting | None) -> tuple[tuple[str, str], ...]:
    records: list[tuple[str, Record]] = [(theme, dataset.themes[theme])]
    records += [(meeting.id, meeting)] if meeting else []
    records += [(m.id, m) for m in meeting.commitments] if meeting else []
    records += [(r.id, r) for r in dataset.recommendations_by_theme.get(theme, ())]
    notes: list[tuple[str, str]] = []
    for where, record in records:
        held = record.internal
        notes += [(where, note) for note in ((held,) if isinstance(held, str) else held or ())]
    return tuple(notes)


def _disagreements(
    dataset: Dataset, criteria: CriteriaSet, theme: str, words: Wording
) -> tuple[str, ...]:
    values = theme_values(dataset, assessments_in(dataset, latest_round(dataset)))[theme]
    spreads = []
    for criterion in criteria.criteria:
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


def _dissents(dataset: Dataset, theme: str, words: Wording) -> tuple[tuple[str, str], ...]:
    inside = {r.id for r in dataset.recommendations_by_theme.get(theme, ())}
    return tuple(
        (dataset.name_of_actor(assessment.assessor, words.language), entry.dissent)
        for assessment in assessments_in(dataset, latest_round(dataset))
        for entry in assessment.scores
        if entry.dissent and (entry.theme == theme or entry.recommendation in inside)
    )


def _gaps(dataset: Dataset, theme: str, words: Wording) -> tuple[str, ...]:
    records = dataset.recommendations_by_theme.get(theme, ())
    missing = {
        "gap_document": [r.id for r in records if not r.source.document],
        "gap_paragraph": [r.id for r in records if not r.source.paragraph],
        "gap_inferred": [r.id for r in records if r.provenance.inferred],
    }
    return tuple(words.say(key, ids=", ".join(ids)) for key, ids in missing.items() if ids)
