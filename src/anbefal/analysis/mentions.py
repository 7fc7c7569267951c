"""Everything in a repository that touches one recommendation."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.analysis.asked_by import asked_by
from anbefal.model.asking import Asking
from anbefal.model.assessment import ScoreEntry
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True)
class MeasureMention:
    """A measure that addresses a recommendation.

    Attributes:
        where: Id of the meeting or plan that holds the measure.
        measure: The measure.
    """

    where: str
    measure: Measure


@dataclass(frozen=True)
class ScoreMention:
    """Values that an assessor gave a recommendation itself.

    Attributes:
        round: The round of assessments.
        assessor: Id of the assessor.
        example: Whether the assessment is made up; whatever shows it says so.
        entry: The values.
    """

    round: str
    assessor: str
    example: bool
    entry: ScoreEntry


@dataclass(frozen=True)
class Mentions:
    """What touches a recommendation.

    Attributes:
        asked_by: Who asks for what it asks for, and in which cycles, itself among them.
        same_as: The same ask in other records, sorted by id, through any chain of links.
        repeats: Earlier records that it repeats.
        repeated_by: Later records that repeat it.
        related: Related records.
        distinct_from: Records decided not to be the same.
        meetings: Meetings that name it, sorted by id.
        theme_meetings: Meetings on one of its themes that do not name it.
        measures: Measures that address it, by meeting or plan.
        scores: Values that were given to it itself, by round and assessor.
    """

    asked_by: tuple[Asking, ...]
    same_as: tuple[Recommendation, ...]
    repeats: tuple[Recommendation, ...]
    repeated_by: tuple[Recommendation, ...]
    related: tuple[Recommendation, ...]
    distinct_from: tuple[Recommendation, ...]
    meetings: tuple[Meeting, ...]
    theme_meetings: tuple[Meeting, ...]
    measures: tuple[MeasureMention, ...]
    scores: tuple[ScoreMention, ...]


def mentions_of(dataset: Dataset, record: Recommendation) -> Mentions:
    """Return everything that touches a recommendation."""
    links = dataset.links
    meetings = dataset.meetings.values()
    holders: tuple[Meeting | Plan, ...] = (*meetings, *dataset.plans.values())
    return Mentions(
        asked_by=asked_by(dataset, [record.id]),
        same_as=_records(dataset, links.same_as(record.id)),
        repeats=_records(dataset, links.repeats.get(record.id, ())),
        repeated_by=_records(dataset, links.repeated_by.get(record.id, ())),
        related=_records(dataset, links.related.get(record.id, ())),
        distinct_from=_records(dataset, links.distinct_from.get(record.id, ())),
        meetings=tuple(m for m in meetings if record.id in m.recommendations),
        theme_meetings=tuple(
            m for m in meetings if m.theme in record.themes and record.id not in m.recommendations
        ),
        measures=tuple(
            MeasureMention(holder.id, measure)
            for holder in holders
            for measure in (holder.commitments if isinstance(holder, Meeting) else holder.measures)
            if record.id in measure.addresses
        ),
        scores=tuple(
            ScoreMention(assessment.round, assessment.assessor, assessment.example, entry)
            for assessment in dataset.assessments
            for entry in assessment.scores
            if entry.recommendation == record.id
        ),
    )


def _records(dataset: Dataset, ids: tuple[str, ...]) -> tuple[Recommendation, ...]:
    return tuple(dataset.recommendations[one] for one in ids if one in dataset.recommendations)
