"""How sure a ranking is: areas that can be worked out, and the same draws made slowly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, permutations
from math import sqrt
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.obvious import World
from analysis.obvious_acceptability import (
    HalfPlane,
    Point,
    counted,
    drawn_ranks,
    percentile,
    share_within,
)
from analysis.rounds import rounds, world
from anbefal.analysis import acceptability as module
from anbefal.analysis.acceptability import DRAWS, Acceptability, Ranks, acceptability, band
from anbefal.analysis.prioritisation import Ranking, rank_themes

Kind = Literal["near", "any"]
KINDS: tuple[Kind, ...] = ("near", "any")
both = pytest.mark.parametrize("kind", KINDS)
levels = st.integers(0, 4)


def themes_in(a_world: World) -> Ranking:
    return rank_themes(a_world.dataset, a_world.criteria, "nb")


def drawn(a_world: World, kind: Kind = "near", draws: int = DRAWS, seed: int = 1) -> Acceptability:
    found = acceptability(themes_in(a_world), kind, draws, seed)
    assert found is not None
    return found


def table(values: dict[str, dict[str, float | None]], **weights: float) -> World:
    """One assessor's values."""
    return world({"juss": values}, **weights)


def within(expected: Fraction | float, draws: int = DRAWS) -> object:
    """What a share of the draws may be: four standard errors of a binomial share around it."""
    share = float(expected)
    return pytest.approx(share, abs=4 * sqrt(share * (1 - share) / draws), rel=0)


@pytest.mark.parametrize(
    ("first", "second"), [((4, 0), (0, 4)), ((3, 1), (0, 2)), ((4, 1), (3, 4)), ((4, 2), (1, 1))]
)
def test_any_weights_of_two_criteria_give_the_share_of_the_lead(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    lead, lag = first[0] - second[0], max(0, second[1] - first[1])
    a_world = table(
        {"a": {"x": first[0], "y": first[1]}, "b": {"x": second[0], "y": second[1]}}, x=9, y=1
    )

    assert drawn(a_world, "any").items["a"].shares[0] == within(Fraction(lead, lead + lag))


@pytest.mark.parametrize(("x", "y"), [(1, 1), (1.2, 1), (2, 2.5), (1, 1.6), (1, 3)])
def test_near_weights_of_two_criteria_give_the_area_of_their_square(x: float, y: float) -> None:
    quarter, low, high = Fraction(1, 4), Fraction(str(x)), Fraction(str(y))
    square = [
        (low * (1 + right * quarter), high * (1 + up * quarter))
        for right, up in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    expected = share_within(square, [(Fraction(2), Fraction(-2), Fraction(0))])
    a_world = table({"a": {"x": 3, "y": 1}, "b": {"x": 1, "y": 3}}, x=x, y=y)

    assert drawn(a_world, "near").items["a"].shares[0] == within(expected)


@both
def test_an_unknown_value_passes_a_known_one_as_often_as_the_scale_lies_above_it(
    kind: Kind,
) -> None:
    a_world = table({"a": {"x": 2}, "b": {"x": 2, "y": 3}}, x=1, y=2)

    assert drawn(a_world, kind).items["a"].shares[0] == within(0.25)


@both
def test_two_unknown_values_are_drawn_apart(kind: Kind) -> None:
    a_world = table({"a": {"x": 2}, "b": {"x": 2}, "c": {"x": 2}}, x=1, y=2)

    shares = [ranks.shares for ranks in drawn(a_world, kind).items.values()]

    assert shares == [tuple(within(Fraction(1, 3)) for _ in range(3))] * 3


def overtakes(one: Sequence[int], other: Sequence[int]) -> HalfPlane:
    """Where, in the plane of the first two of three weights that sum to 1, one is ahead."""
    x, y, z = (Fraction(a - b) for a, b in zip(one, other, strict=True))
    return x - z, y - z, z


@settings(max_examples=25)
@given(st.lists(st.tuples(levels, levels, levels), min_size=3, max_size=3, unique=True))
def test_any_weights_of_three_criteria_give_the_areas_of_their_triangle(
    values: list[tuple[int, int, int]],
) -> None:
    zero, one = Fraction(0), Fraction(1)
    triangle: list[Point] = [(zero, zero), (one, zero), (zero, one)]
    expected = {(item, rank): zero for item in range(3) for rank in range(3)}
    for order in permutations(range(3)):
        ahead = [overtakes(values[a], values[b]) for a, b in pairwise(order)]
        share = share_within(triangle, ahead)
        for rank, item in enumerate(order):
            expected[item, rank] += share
    a_world = table(
        {f"nr-{item}": dict(zip("xyz", levels, strict=True)) for item, levels in enumerate(values)},
        x=1,
        y=2,
        z=3,
    )

    found = drawn(a_world, "any")

    for (item, rank), share in expected.items():
        assert found.items[f"nr-{item}"].shares[rank] == within(share)


@settings(max_examples=30)
@given(
    rounds(assessors=(1, 2)),
    st.sampled_from(KINDS),
    st.sampled_from([1, 7, 20, 40]),
    st.integers(0, 99),
)
def test_every_draw_ranks_as_the_obvious_implementation_does(
    a_world: World, kind: Kind, draws: int, seed: int
) -> None:
    ranking = themes_in(a_world)
    items = [item.id for item in ranking.items if item.rank is not None]
    found = acceptability(ranking, kind, draws, seed)
    expected = {
        item: Ranks(counted(ranks, len(items)), percentile(ranks, 5), percentile(ranks, 95))
        for item, ranks in drawn_ranks(a_world, items, kind, draws, seed).items()
    }

    assert (found.items if found else {}) == expected


THREE: dict[str, dict[str, float | None]] = {
    "helse": {"x": 3, "y": 2},
    "vold": {"x": 2, "y": 3, "z": 2},
    "barn": {"x": 2, "z": 3},
}


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("near", [(6071, 2787, 1142), (1579, 5511, 2910), (2350, 1702, 5948)]),
        ("any", [(3951, 2516, 3533), (2370, 4293, 3337), (3679, 3191, 3130)]),
    ],
)
def test_every_machine_draws_the_same(kind: Kind, counts: list[tuple[int, ...]]) -> None:
    """The obvious implementation comes to these counts too; it takes a second for it."""
    found = acceptability(themes_in(table(THREE, x=3, y=2, z=1)), kind)

    assert found is not None
    assert {item: ranks.counts for item, ranks in found.items.items()} == dict(
        zip(("helse", "vold", "barn"), counts, strict=True)
    )


@both
def test_working_on_few_numbers_at_a_time_changes_nothing(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_world = table(THREE, x=3, y=2, z=1)
    whole = drawn(a_world, kind, 100)

    for cells in (1, 7, 50):
        monkeypatch.setattr(module, "CELLS", cells)
        assert drawn(a_world, kind, 100) == whole


@both
@pytest.mark.parametrize("draws", [1, 2, 19, 20, 21])
def test_the_shares_of_an_item_sum_to_one_for_any_number_of_draws(kind: Kind, draws: int) -> None:
    found = drawn(table(THREE, x=3, y=2, z=1), kind, draws)

    for ranks in found.items.values():
        assert (ranks.draws, sum(ranks.shares)) == (draws, pytest.approx(1))


def test_one_draw_is_one_ranking() -> None:
    found = drawn(table(THREE, x=3, y=2, z=1), draws=1)

    assert sorted(ranks.best for ranks in found.items.values()) == [1, 2, 3]
    assert all(ranks.best == ranks.worst for ranks in found.items.values())


@both
def test_identical_items_share_the_better_rank_in_every_draw(kind: Kind) -> None:
    same: dict[str, float | None] = {"x": 3, "y": 0.7}
    a_world = table({"a": same, "b": {"x": 0, "y": 0}, "c": same}, x=3, y=0.1)
    found = drawn(a_world, kind, 500)

    assert {item: ranks.counts for item, ranks in found.items.items()} == {
        "a": (500, 0, 0),
        "b": (0, 0, 500),
        "c": (500, 0, 0),
    }


def test_means_that_differ_only_by_rounding_tie_in_every_draw() -> None:
    a_world = table({"a": {"x": 0.1 + 0.2}, "b": {"x": 0.3}}, x=1)

    assert {ranks.counts for ranks in drawn(a_world, draws=50).items.values()} == {(50, 0)}


def test_of_twenty_draws_one_makes_a_best_rank_and_two_a_worst() -> None:
    a_world = table(THREE, x=3, y=2, z=1)
    drawn_often = [drawn(a_world, "any", 20, seed).items["vold"] for seed in range(40)]
    told = [ranks for ranks in drawn_often if 1 in (ranks.counts[0], ranks.counts[2])]

    assert told
    for ranks in told:
        first, _, last = ranks.counts
        assert (ranks.best, ranks.worst) == (1 if first else 2, 3 if last > 1 else 2)


def test_an_item_that_leads_on_every_criterion_is_always_first() -> None:
    found = drawn(table({"a": {"x": 3, "y": 2}, "b": {"x": 2, "y": 1}}, x=1, y=9), "any", 500)

    assert found.items["a"].counts == (500, 0)


@both
def test_with_one_criterion_no_weight_can_change_the_order(kind: Kind) -> None:
    found = drawn(table({"a": {"x": 3}, "b": {"x": 2}}, x=1), kind, 200)

    assert found.items["a"].counts == (200, 0)


def test_what_nobody_assessed_has_no_ranks() -> None:
    found = drawn(table({"a": {"x": 3}, "b": {}}, x=1), draws=10)

    assert {item: ranks.counts for item, ranks in found.items.items()} == {"a": (10,)}


def test_nothing_is_said_where_nothing_is_ranked() -> None:
    assert acceptability(themes_in(table({"a": {}}, x=1))) is None


def test_nothing_is_said_of_more_items_than_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ITEMS", 2)

    assert acceptability(themes_in(table(THREE, x=3, y=2, z=1))) is None


def test_among_the_first_adds_up_the_shares() -> None:
    ranks = Ranks((6, 3, 1), 1, 3)

    assert [ranks.among_first(places) for places in (1, 2, 3, 9)] == [0.6, 0.9, 1, 1]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (1, "safe"),
        (0.95, "safe"),
        (0.9499, "likely"),
        (2 / 3, "likely"),
        (0.66, "open"),
        (1 / 3, "open"),
        (0.33, "unlikely"),
        (0.05, "unlikely"),
        (0.0499, "out"),
        (0, "out"),
    ],
)
def test_a_share_of_the_draws_is_read_as_a_band(share: float, expected: str) -> None:
    assert band(share) == expected
