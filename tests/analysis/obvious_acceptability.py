"""How sure a ranking is: draw by draw in exact fractions, and as areas where these are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from analysis.obvious import World, means_of

Point = tuple[Fraction, Fraction]
HalfPlane = tuple[Fraction, Fraction, Fraction]
"""a, b and c of a x + b y + c > 0."""


def uniform_numbers(seed: int) -> Iterator[Fraction]:
    """Numbers from 0 to 1: the upper 53 of each 64 bits that PCG64 gives."""
    from numpy.random import PCG64

    bits = PCG64(seed)
    while True:
        yield Fraction(int(bits.random_raw()) >> 11, 2**53)


def draw_weights(kind: str, own: Sequence[Fraction], numbers: Iterator[Fraction]) -> list[Fraction]:
    """Near: each within a quarter of its own. Any: the pieces of a stick broken at random."""
    if kind == "near":
        return [weight * (Fraction(3, 4) + next(numbers) / 2) for weight in own]
    breaks = sorted(next(numbers) for _ in own[1:])
    return [b - a for a, b in zip([Fraction(0), *breaks], [*breaks, Fraction(1)], strict=True)]


def drawn_ranks(
    world: World, items: Sequence[str], kind: str, draws: int, seed: int
) -> dict[str, list[int]]:
    """The rank of every item in every draw.

    A draw takes numbers for the weights in the order of the criteria, then one for each unknown
    value, criterion by criterion and in each of them item by item in the order given.
    """
    numbers = uniform_numbers(seed)
    means = {item: means_of(world, item) for item in items}
    span = world.high - world.low
    ranks: dict[str, list[int]] = {item: [] for item in items}
    for _ in range(draws):
        weights = draw_weights(kind, list(world.weights.values()), numbers)
        scores = dict.fromkeys(items, Fraction(0))
        for criterion, weight in zip(world.weights, weights, strict=True):
            for item in items:
                mean = means[item][criterion]
                share = next(numbers) if mean is None else (mean - world.low) / span
                scores[item] += weight * share
        for item in items:
            better = [other for other in items if scores[other] > scores[item]]
            ranks[item].append(1 + len(better))
    return ranks


def counted(ranks: Sequence[int], most: int) -> tuple[int, ...]:
    return tuple(sum(1 for rank in ranks if rank == place) for place in range(1, most + 1))


def percentile(ranks: Sequence[int], percent: int) -> int:
    """The least rank that so many in a hundred of the draws do not exceed."""
    return sorted(ranks)[ceil(Fraction(percent * len(ranks), 100)) - 1]


def area(corners: Sequence[Point]) -> Fraction:
    """The area of a polygon, by the shoelace formula."""
    twice = Fraction(0)
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
        twice += x1 * y2 - x2 * y1
    return abs(twice) / 2


def clipped(corners: Sequence[Point], side: HalfPlane) -> list[Point]:
    """The part of a convex polygon that lies on one side of a line."""
    a, b, c = side
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
        first, second = a * x1 + b * y1 + c, a * x2 + b * y2 + c
        if first >= 0:
            kept.append((x1, y1))
        if first * second < 0:
            t = first / (first - second)
            kept.append((x1 + t * (x2 - x1), y1 + t * (y2 - y1)))
    return kept


def share_within(corners: Sequence[Point], sides: Sequence[HalfPlane]) -> Fraction:
    """The share of a convex polygon's area that lies on the right side of every line."""
    rest = list(corners)
    for side in sides:
        rest = clipped(rest, side)
    return area(rest) / area(corners)
