"""One body that asks for something in one cycle."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True)
class Asking:
    """A body's recommendations of one ask in one cycle; its documents of one year are one cycle.

    Attributes:
        body: Id of the body.
        year: The year of the recommendations, ``None`` where no date is known.
        document: What tells the cycle from the body's others without a year: the symbol of the
            document, or ``None`` where that is not known either.
        inferred: Whether year or document is inferred in every one of the recommendations.
        records: The recommendations, sorted by id.
    """

    body: str
    year: int | None
    document: str | None
    inferred: bool
    records: tuple[Recommendation, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """The states that recommend it in the UPR, as the records have them, sorted."""
        found = {state for record in self.records for state in record.source.recommended_by}
        return tuple(sorted(found))
