"""How sure is a ranking: stochastic multicriteria acceptability analysis (SMAA-2).

Weights and unknown values are drawn many times, and the items are ranked each time. The share of
the draws in which an item has a rank is its rank acceptability index (Lahdelma and Salminen 2001,
SMAA-2: Stochastic multicriteria acceptability analysis for group decision making, Operations
Research 49(3)).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from anbefal.analysis.prioritisation import DECIMALS, RankedItem, Ranking

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

Weights = Literal["near", "any"]
DRAWS = 10_000
SEED = 20_221_130
"""Any number does; it is fixed so that everybody sees the same."""
NEAR = 0.25
"""How far from its own a near weight may be drawn, as a share of it."""
MOST_ITEMS = 1_000
"""With more items, a share for each of them at each rank would be millions of numbers."""
LOW, HIGH = 5, 95
"""The percentiles that the best and the worst rank are."""
CELLS = 2_000_000
"""Numbers that are worked on at a time: few enough for small machines."""


Band = Literal["safe", "likely", "open", "unlikely", "out"]
"""How sure a place on the shortlist is, for people."""
BANDS: tuple[tuple[float, Band], ...] = (
    (0.95, "safe"),
    (2 / 3, "likely"),
    (1 / 3, "open"),
    (0.05, "unlikely"),
)
"""From which share of the draws on a band holds; below the last it is out."""


def band(share: float) -> Band:
    """Return the band that a share of the draws falls in.

    Args:
        share: Of the draws in which an item was on the shortlist, 0 to 1.
    """
    return next((name for least, name in BANDS if share >= least), "out")


@dataclass(frozen=True)
class Ranks:
    """At which ranks an item was found.

    Attributes:
        counts: In how many draws it had rank 1, 2, …; as many as there are ranked items. Items
            that tie share the better rank.
        best: The rank at the 5th percentile of the draws.
        worst: The rank at the 95th percentile.
    """

    counts: tuple[int, ...]
    best: int
    worst: int

    @property
    def draws(self) -> int:
        """How many draws there were."""
        return sum(self.counts)

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of the draws at each rank, 0 to 1."""
        draws = self.draws
        return tuple(count / draws for count in self.counts)

    def among_first(self, places: int) -> float:
        """Return the share of the draws in which it was among so many first, 0 to 1."""
        return sum(self.counts[:places]) / self.draws


@dataclass(frozen=True)
class Acceptability:
    """How sure a ranking is.

    Attributes:
        weights: ``near``: each weight is drawn within ±25 % of its own. ``any``: all weights that
            sum to 1 are equally likely.
        draws: How many draws were made.
        seed: What the draws began with.
        items: Id to ranks, for every item that has a score.
    """

    weights: Weights
    draws: int
    seed: int
    items: Mapping[str, Ranks]

    @property
    def rank_ranges(self) -> dict[str, tuple[int, int]]:
        """Id to the best and the worst rank in nine draws of ten."""
        return {one: (ranks.best, ranks.worst) for one, ranks in self.items.items()}


def acceptability(
    ranking: Ranking, weights: Weights = "near", draws: int = DRAWS, seed: int = SEED
) -> Acceptability | None:
    """Return how sure a ranking is; the same numbers on every machine.

    Known criteria keep their means, unknown ones are drawn uniformly over the scale. So that no
    machine differs, only operations are used that IEEE 754 defines to the last bit, in a fixed
    order, on a stream of bits that NumPy promises not to change.

    Args:
        ranking: Items with their means; those without a score are left out.
        weights: Which weights are drawn.
        draws: How many times; at least 1.
        seed: Any whole number from 0.

    Returns:
        ``None`` where nothing or more than :data:`MOST_ITEMS` is ranked.
    """
    import numpy as np

    items = [item for item in ranking.items if item.score is not None]
    if not 0 < len(items) <= MOST_ITEMS:
        return None
    model = _Model(ranking, items)
    counts = np.zeros((len(items), len(items)), dtype=np.int64)
    for uniform in _uniform(seed, draws, model.width(weights), len(items)):
        counts += _tally(_places(model.scores(uniform, weights)))
    found = {item.id: _ranks(row, draws) for item, row in zip(items, counts, strict=True)}
    return Acceptability(weights, draws, seed, found)


class _Model:
    """The items as numbers: rows are items, columns criteria, values from 0 to 1."""

    def __init__(self, ranking: Ranking, items: list[RankedItem]) -> None:
        import numpy as np

        criteria, scale = ranking.criteria.criteria, ranking.criteria.scale
        means = [[item.means[criterion.id] for criterion in criteria] for item in items]
        self.own = np.array([criterion.weight for criterion in criteria])
        self.values = np.array(
            [[0.0 if v is None else round(scale.share(v), DECIMALS) for v in row] for row in means]
        )
        self.unknown = np.array([[v is None for v in row] for row in means])

    def width(self, weights: Weights) -> int:
        """Return how many uniform numbers a draw takes."""
        return self._for_weights(weights) + int(self.unknown.sum())

    def _for_weights(self, weights: Weights) -> int:
        return len(self.own) - (weights == "any")

    def scores(self, uniform: Floats, weights: Weights) -> Floats:
        """Return the score of every item (column) in every draw (row), on no particular scale."""
        import numpy as np

        first = self._for_weights(weights)
        drawn = _DRAW[weights](uniform[:, :first], self.own)
        scores = np.zeros((len(uniform), len(self.values)))
        # Criterion by criterion, not as a product of matrices, whose sums each machine orders.
        for number in range(len(self.own)):
            weight = drawn[:, number, None]
            scores += weight * self.values[None, :, number]
            missing = np.flatnonzero(self.unknown[:, number])
            scores[:, missing] += weight * uniform[:, first : first + len(missing)]
            first += len(missing)
        return scores


def _near(uniform: Floats, own: Floats) -> Floats:
    """Draw each weight within its own ±25 %; normalising would change no rank."""
    return own * (1 + NEAR * (2 * uniform - 1))


def _any(uniform: Floats, _: Floats) -> Floats:
    """Draw uniformly among weights that sum to 1: the gaps between sorted uniform numbers."""
    import numpy as np

    edges = np.sort(uniform, axis=1)
    return np.diff(edges, axis=1, prepend=0.0, append=1.0)


_DRAW = {"near": _near, "any": _any}


def _uniform(seed: int, draws: int, width: int, items: int) -> Iterator[Floats]:
    """Yield uniform numbers from 0 to 1, a row a draw, a part of the draws at a time."""
    import numpy as np

    bits = np.random.PCG64(seed)
    at_once = max(1, CELLS // (width + items))
    for start in range(0, draws, at_once):
        rows = min(at_once, draws - start)
        raw = bits.random_raw(rows * width).reshape(rows, width)
        yield (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53


def _places(scores: Floats) -> Integers:
    """Return the rank from 0 of every item (column) in every draw; ties share the better one."""
    import numpy as np

    order = np.argsort(-scores, axis=1)
    falling = np.take_along_axis(scores, order, axis=1)
    begins = np.ones(scores.shape, dtype=bool)
    begins[:, 1:] = falling[:, 1:] != falling[:, :-1]
    place = np.maximum.accumulate(np.where(begins, np.arange(scores.shape[1]), 0), axis=1)
    ranks = np.empty_like(place)
    np.put_along_axis(ranks, order, place, axis=1)
    return ranks


def _tally(places: Integers) -> Integers:
    """Return how often each item (row) was found at each rank (column)."""
    import numpy as np

    items = places.shape[1]
    cells = places + items * np.arange(items)
    return np.bincount(cells.ravel(), minlength=items * items).reshape(items, items)


def _ranks(counts: Integers, draws: int) -> Ranks:
    import numpy as np

    up_to = 100 * np.cumsum(counts)
    best, worst = (int(np.searchsorted(up_to, percent * draws)) + 1 for percent in (LOW, HIGH))
    return Ranks(tuple(counts.tolist()), best, worst)
