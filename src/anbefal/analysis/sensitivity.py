"""What a ranking hangs on: the smallest change of one weight that changes the shortlist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from anbefal.analysis.prioritisation import DECIMALS, RankedItem, Ranking, leaving_out

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST = 10.0**-DECIMALS
"""Shares nearer to nothing or to all are rounding: scores draw level only without the weight."""
BEYOND = 1e-6
"""How far beyond a share it is looked at who stands where."""


@dataclass(frozen=True)
class Shortlist:
    """The items that come first.

    Attributes:
        places: How many places there are.
        items: Those with a rank within the places; more than there are places where the last
            ones tie, fewer where fewer are ranked.
        turn: The smallest change of one weight that changes who is among them; ``None`` where no
            single weight does, or where the last place is tied.
        absences: Each assessor without whom others would be on it, sorted by assessor.
    """

    places: int
    items: tuple[RankedItem, ...]
    turn: Turn | None
    absences: tuple[Absence, ...] = ()

    @property
    def tied(self) -> bool:
        """Whether items that tie share the last place, so that there are too many."""
        return len(self.items) > self.places


@dataclass(frozen=True)
class Turn:
    """A change of one weight, as a share of the sum of all; the others keep their proportions.

    Attributes:
        criterion: Whose weight it is.
        now: Its share now, 0 to 1.
        share: The share at which the two items draw level; beyond it they change places.
        falls: The item that would leave the shortlist, or share its last place where it ties.
        rises: The item that would come onto it instead.
    """

    criterion: str
    now: float
    share: float
    falls: RankedItem
    rises: RankedItem


@dataclass(frozen=True)
class Absence:
    """What would be otherwise if one assessor had given no value.

    Attributes:
        assessor: Id of the assessor.
        falls: Ids of the items that would leave the shortlist, sorted.
        rises: Ids of those that would come onto it, sorted.
    """

    assessor: str
    falls: tuple[str, ...]
    rises: tuple[str, ...]


def shortlist(ranking: Ranking, places: int) -> Shortlist:
    """Return the first items, and what their choice hangs on.

    Args:
        ranking: Ranked items.
        places: How many there is room for, at least 1.
    """
    inside = _first(ranking, places)
    outside = ranking.ranked[len(inside) :]
    absences = _absences(ranking, places)
    if len(inside) > places or not outside:
        return Shortlist(places, inside, None, absences)
    turns = [
        _turn(ranking, number, inside, outside) for number in range(len(ranking.criteria.criteria))
    ]
    nearest = min(
        (turn for turn in turns if turn),
        key=lambda t: (round(abs(t.share - t.now), DECIMALS), t.criterion),
        default=None,
    )
    return Shortlist(places, inside, nearest, absences)


def _first(ranking: Ranking, places: int) -> tuple[RankedItem, ...]:
    return tuple(item for item in ranking.ranked if item.rank and item.rank <= places)


def _absences(ranking: Ranking, places: int) -> tuple[Absence, ...]:
    inside = {item.id for item in _first(ranking, places)}
    found = []
    for assessor in ranking.assessors:
        without = {item.id for item in _first(leaving_out(ranking, assessor), places)}
        if without != inside:
            falls, rises = sorted(inside - without), sorted(without - inside)
            found.append(Absence(assessor, tuple(falls), tuple(rises)))
    return tuple(found)


def _turn(
    ranking: Ranking, number: int, inside: Sequence[RankedItem], outside: Sequence[RankedItem]
) -> Turn | None:
    """Return the smallest change of one criterion's weight that lifts an item into the shortlist.

    With weight t on the criterion, an item's score is ``(A + k x t) / (B + k t)``: A and B are
    the weighted values and the weights of its other known criteria, x its value here, and k is 1
    where that is known, else 0. Two scores are equal where a polynomial of at most the second
    degree in t is zero.
    """
    import numpy as np

    weights = [criterion.weight for criterion in ranking.criteria.criteria]
    rest = fsum(weights[:number] + weights[number + 1 :])
    above, below = (_terms(ranking, number, items) for items in (inside, outside))
    a1, b1, k1, x1 = (term[:, None] for term in above)
    a2, b2, k2, x2 = (term[None, :] for term in below)
    square = k1 * k2 * (x1 - x2)
    linear = a1 * k2 + k1 * x1 * b2 - a2 * k1 - k2 * x2 * b1
    constant = a1 * b2 - a2 * b1
    now = weights[number] / (weights[number] + rest)
    shares = np.stack([_share(root, rest) for root in _roots(square, linear, constant)])
    if np.isnan(shares).all():
        return None
    share = float(shares.flat[np.nanargmin(np.abs(shares - now))])
    weight = _weight_beyond(share, now, rest)
    falls = inside[int(np.argmin(_scores(above, weight)))]
    rises = outside[int(np.argmax(_scores(below, weight)))]
    return Turn(ranking.criteria.criteria[number].id, now, share, falls, rises)


def _weight_beyond(share: float, now: float, rest: float) -> float:
    """Return a weight just beyond a share, seen from now; several pairs may draw level at it."""
    end = 1 if share > now else 0
    beyond = share + max(-BEYOND, min(BEYOND, (end - share) / 2))
    return rest * beyond / (1 - beyond)


def _scores(terms: Floats, weight: float) -> Floats:
    """Return the scores of items, from 0 to 1, with a weight on the criterion."""
    a, b, k, x = terms
    scores: Floats = (a + k * x * weight) / (b + k * weight)
    return scores


def _terms(ranking: Ranking, number: int, items: Iterable[RankedItem]) -> Floats:
    """Return A, B, k and x of :func:`_turn`, a row each, for every item."""
    import numpy as np

    criteria, scale = ranking.criteria.criteria, ranking.criteria.scale
    rows = []
    for item in items:
        means = [item.means[criterion.id] for criterion in criteria]
        known = [
            (criterion.weight, scale.share(mean))
            for place, (criterion, mean) in enumerate(zip(criteria, means, strict=True))
            if mean is not None and place != number
        ]
        mean = means[number]
        value = 0.0 if mean is None else scale.share(mean)
        weighted = fsum(weight * share for weight, share in known)
        rows.append((weighted, fsum(w for w, _ in known), float(mean is not None), value))
    return np.array(rows).T


def _roots(square: Floats, linear: Floats, constant: Floats) -> tuple[Floats, Floats]:
    """Return the roots of polynomials of at most the second degree; NaN or infinity for none.

    In the form that loses no digits where the square term is small.
    """
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        inner = linear * linear - 4 * square * constant
        inner[~(inner > 0)] = np.nan  # where the scores only touch, nothing turns
        half = -(linear + np.copysign(np.sqrt(inner), linear)) / 2
        return half / square, constant / half


def _share(root: Floats, rest: float) -> Floats:
    """Return a weight as a share of all, NaN where it is not something between nothing and all."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        share = root / (root + rest)
    share[~((share > LEAST) & (share < 1 - LEAST))] = np.nan
    return share
