"""Agreement and disagreement, written slowly and plainly, to test the real ones against."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from analysis.obvious import World, score_of, value_of_recommendation, value_of_theme


def value_of(world: World, assessor: str, item: str, criterion: str) -> Fraction | None:
    if item in world.main_themes:
        return value_of_recommendation(world, assessor, item, criterion)
    return value_of_theme(world, assessor, item, criterion)


def own_score(world: World, assessor: str, item: str) -> Fraction | None:
    """One assessor's own weighted mean for an item, on 0 to 100."""
    return score_of(world, {c: value_of(world, assessor, item, c) for c in world.weights})


def w(rows: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """Kendall's W of scores, a row an assessor, as the books write it."""
    m, n = len(rows), len(rows[0])
    sums = [Fraction(0)] * n
    ties = 0
    for row in rows:
        for place, score in enumerate(row):
            higher = sum(1 for other in row if other > score)
            same = sum(1 for other in row if other == score)
            sums[place] += higher + Fraction(same + 1, 2)
        for score in set(row):
            same = sum(1 for other in row if other == score)
            ties += same**3 - same
    mean = sum(sums, Fraction(0)) / n
    apart = sum(((one - mean) ** 2 for one in sums), Fraction(0))
    most = m * m * (n**3 - n) - m * ties
    return 12 * apart / most if most else None


def expected_agreement(world: World, items: list[str]) -> tuple[Fraction | None, int, int]:
    """W, how many assessors gave anything, and how many items all of those scored."""
    scores = {(a, i): own_score(world, a, i) for a in world.assessors for i in items}
    active = [a for a in world.assessors if any(scores[a, i] is not None for i in items)]
    common = [i for i in items if active and all(scores[a, i] is not None for a in active)]
    rows = [[scores[a, i] or Fraction(0) for i in common] for a in active]
    if len(active) < 2 or len(common) < 3:
        return None, len(active), len(common)
    return w(rows), len(active), len(common)


def deviation(world: World, item: str, criterion: str) -> float | None:
    """How far apart the values for one item on one criterion are; None with fewer than two."""
    values = [value_of(world, assessor, item, criterion) for assessor in world.assessors]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    mean = sum(known, Fraction(0)) / len(known)
    return sqrt(sum((value - mean) ** 2 for value in known) / len(known))


def mean_deviations(
    world: World, items: list[str]
) -> tuple[dict[str, float], dict[str, float], dict[tuple[str, str], float]]:
    """The mean deviation of each criterion and of each item, and every single one."""
    single = {}
    for item in items:
        for criterion in world.weights:
            apart = deviation(world, item, criterion)
            if apart is not None:
                single[item, criterion] = apart
    of_criteria = {}
    for criterion in world.weights:
        found = [apart for (_, c), apart in single.items() if c == criterion]
        if any(found):
            of_criteria[criterion] = sum(found) / len(found)
    of_items = {}
    for item in items:
        found = [apart for (i, _), apart in single.items() if i == item]
        if any(found):
            of_items[item] = sum(found) / len(found)
    return of_criteria, of_items, {place: apart for place, apart in single.items() if apart}
