"""Which single weight decides the shortlist: every crossing of any two items, looked at in turn."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from math import sqrt

from analysis.obvious import World, means_of, score_of

Means = Mapping[str, Mapping[str, Fraction | None]]
Crossing = tuple[float, str, float, set[str]]
"""Distance from the share now, criterion, share, and who is on the shortlist beyond it."""


def with_share(world: World, criterion: str, share: Fraction) -> World:
    """The world where a criterion has a share of all weights; the others keep proportions."""
    rest = sum(weight for other, weight in world.weights.items() if other != criterion)
    weights = {
        other: share if other == criterion else (1 - share) * weight / rest
        for other, weight in world.weights.items()
    }
    return World(weights, world.low, world.high, [], {}, [])


def shortlist_of(world: World, means: Means, places: int) -> set[str]:
    """The items with a rank within the places."""
    scores = {item: score_of(world, dict(of_item)) for item, of_item in means.items()}
    ranked = {item: score for item, score in scores.items() if score is not None}
    return {
        item
        for item, score in ranked.items()
        if sum(1 for other in ranked.values() if other > score) < places
    }


def parts_of(
    world: World, of_item: Mapping[str, Fraction | None], criterion: str
) -> list[Fraction]:
    """p, q, r, s of an item's score (p + q t) / (r + s t), t the share of one criterion."""
    rest = sum(weight for other, weight in world.weights.items() if other != criterion)
    p = r = Fraction(0)
    for other, weight in world.weights.items():
        mean = of_item[other]
        if other != criterion and mean is not None:
            p += weight / rest * mean
            r += weight / rest
    mean = of_item[criterion]
    if mean is None:
        return [p, -p, r, -r]
    return [p, mean - p, r, 1 - r]


def level_at(
    world: World,
    one: Mapping[str, Fraction | None],
    other: Mapping[str, Fraction | None],
    criterion: str,
) -> list[float]:
    """The shares at which two items draw level, if they are not always level."""
    p1, q1, r1, s1 = parts_of(world, one, criterion)
    p2, q2, r2, s2 = parts_of(world, other, criterion)
    a, b, c = q1 * s2 - q2 * s1, p1 * s2 + q1 * r2 - p2 * s1 - q2 * r1, p1 * r2 - p2 * r1
    if a == 0:
        return [] if b == 0 else [float(-c / b)]
    under = b * b - 4 * a * c
    if under < 0:
        return []
    return [(-float(b) + sign * sqrt(under)) / (2 * float(a)) for sign in (-1, 1)]


def crossings(world: World, places: int) -> list[Crossing]:
    """The first change of the shortlist to each side of every criterion's share, nearest first."""
    means = {item: means_of(world, item) for item in world.themes}
    means = {item: m for item, m in means.items() if score_of(world, m) is not None}
    total = sum(world.weights.values())
    now_on = shortlist_of(world, means, places)
    found: list[Crossing] = []
    for criterion in world.weights if len(world.weights) > 1 else ():
        now = float(world.weights[criterion] / total)
        level = {
            share
            for one in means.values()
            for other in means.values()
            for share in level_at(world, one, other, criterion)
            if 1e-12 < share < 1 - 1e-12
        }
        above = [now, *sorted(share for share in level if share > now + 1e-12), 1.0]
        below = [now, *sorted((share for share in level if share < now - 1e-12), reverse=True), 0.0]
        for way in (above, below):
            for before, after in pairwise(way[1:]):
                if abs(after - before) < 1e-12:
                    continue
                beyond = with_share(world, criterion, Fraction((before + after) / 2))
                on = shortlist_of(beyond, means, places)
                if on != now_on:
                    found.append((abs(before - now), criterion, before, on))
                    break
    return sorted(found, key=lambda one: one[0])
