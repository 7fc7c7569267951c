"""What if the weights were others: criteria as nobody adopted them, for trying out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import fsum

from anbefal.model.vocabulary import CriteriaSet


@dataclass(frozen=True)
class Share:
    """A weight as a share of the sum of all weights, above 0 and below 1."""

    of_all: float


@dataclass(frozen=True)
class WhatIf:
    """What is supposed, for one ranking and no file.

    Attributes:
        weights: Criterion to another weight: a number such as stands in the criteria, or a share.
        without: Criteria that do not count.
        assessors: The assessors that alone count; ``None`` for all of the round.
    """

    weights: Mapping[str, float | Share] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    assessors: tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        """Return whether anything is supposed."""
        return bool(self.weights or self.without or self.assessors is not None)


def supposed(criteria: CriteriaSet, what_if: WhatIf) -> CriteriaSet:
    """Return the criteria as they would be.

    Numbers replace weights; what is given as a share gets that share of the sum, and the other
    criteria divide the rest among them as their weights stand to each other.

    Args:
        criteria: The criteria in force.
        what_if: What is supposed; it names known criteria, and weights above zero.

    Raises:
        ValueError: No criterion is left, or the shares leave nothing for the others, or do not
            sum to 1 where there are no others.
    """
    kept = [one for one in criteria.criteria if one.id not in what_if.without]
    weights = {one.id: what_if.weights.get(one.id, one.weight) for one in kept}
    if not kept:
        msg = "no criterion is left"
        raise ValueError(msg)
    numbers = _numbers(weights)
    changed = tuple(one.model_copy(update={"weight": numbers[one.id]}) for one in kept)
    return criteria.model_copy(update={"criteria": changed})


def _numbers(weights: Mapping[str, float | Share]) -> dict[str, float]:
    shares = {one: weight.of_all for one, weight in weights.items() if isinstance(weight, Share)}
    numbers = {one: weight for one, weight in weights.items() if not isinstance(weight, Share)}
    taken = fsum(shares.values())
    if not numbers:
        if abs(taken - 1) > 1e-9:  # noqa: PLR2004 - rounding only
            msg = "shares of all criteria must sum to 100 %"
            raise ValueError(msg)
        return shares
    if taken >= 1:
        msg = "the shares leave nothing for the other criteria"
        raise ValueError(msg)
    total = fsum(numbers.values()) / (1 - taken)
    return numbers | {one: share * total for one, share in shares.items()}
