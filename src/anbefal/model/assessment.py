"""Assessments: one assessor's values in one round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import model_validator

from anbefal.model.base import (
    AssessorRef,
    Many,
    Name,
    RecommendationRef,
    Record,
    ThemeRef,
    Words,
)
from anbefal.model.dates import DateField


class ScoreEntry(Record):
    """Values for one theme or one recommendation."""

    theme: ThemeRef | None = None
    """The id of the theme. An entry has a theme or a recommendation, never both."""
    recommendation: RecommendationRef | None = None
    """The id of the recommendation, where the entry is not about a theme."""
    values: Mapping[Name, float | None] = {}
    """Criterion to value on the scale. Absent or null: not assessed, never the same as zero."""
    reasons: Mapping[Name, Words] = {}
    """Criterion to the assessor's reason."""
    dissent: Words | None = None
    """A minority view inside the network."""

    @model_validator(mode="after")
    def _is_about_one_thing(self) -> Self:
        if (self.theme is None) == (self.recommendation is None):
            msg = "scores are for one theme or for one recommendation"
            raise ValueError(msg)
        return self


class Assessment(Record):
    """All values that one assessor gave in one round."""

    round: Name
    """The name of the round, in quotes where it is a year."""
    assessor: AssessorRef
    """The id of the network or organisation that gave the values."""
    date: DateField
    """When they were given."""
    example: bool = False
    """Made up to show how it works; every output that uses it says so."""
    scores: Many[ScoreEntry] = ()
    """One entry for each theme or recommendation that was assessed."""
