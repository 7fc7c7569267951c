"""Kendall's W as the books have it, and where assessors are furthest apart."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.obvious import World
from analysis.obvious_agreement import expected_agreement, mean_deviations, w
from analysis.rounds import rounds, world
from analysis.worlds import worlds
from anbefal.analysis.agreement import Agreement, agreement, disagreements, kendall_w
from anbefal.analysis.prioritisation import Ranking, rank_recommendations, rank_themes

few = settings(max_examples=30)

tables = st.integers(3, 6).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(0, 4), min_size=items, max_size=items), min_size=2, max_size=5
    )
)
"""Scores with many ties: a row an assessor, a column an item."""


def themes_in(a_world: World) -> Ranking:
    return rank_themes(a_world.dataset, a_world.criteria, "nb")


def asked(items: str, *rows: tuple[float, ...]) -> Agreement:
    """Agreement where each row is what one assessor gives on the only criterion."""
    given_values = {
        f"nr-{number}": {item: {"alvor": value} for item, value in zip(items, row, strict=True)}
        for number, row in enumerate(rows)
    }
    return agreement(themes_in(world(given_values, alvor=1)))


def near(value: Fraction | None) -> object:
    return None if value is None else pytest.approx(float(value), abs=1e-12)


@few
@given(rounds(items=(3, 5), assessors=(2, 3)))
def test_w_of_a_round_is_that_of_the_obvious_implementation(a_world: World) -> None:
    found = agreement(themes_in(a_world))
    expected, assessors, items = expected_agreement(a_world, a_world.themes)

    assert (found.kendall_w, found.assessors, found.items) == (near(expected), assessors, items)


@settings(max_examples=25)
@given(worlds())
def test_inherited_values_count_in_an_assessors_own_ranking(a_world: World) -> None:
    ranking = rank_recommendations(a_world.dataset, a_world.criteria, "nb")
    found = agreement(ranking)
    expected, assessors, items = expected_agreement(a_world, list(a_world.main_themes))

    assert (found.kendall_w, found.assessors, found.items) == (near(expected), assessors, items)


@given(tables)
def test_w_of_a_table_is_that_of_the_obvious_implementation(table: list[list[int]]) -> None:
    expected = w([[Fraction(score) for score in row] for row in table])

    assert kendall_w(table) == near(expected)


@few
@given(tables, st.randoms(use_true_random=False))
def test_neither_the_order_of_assessors_nor_that_of_items_matters(
    table: list[list[int]], chance: object
) -> None:
    rows, columns = list(range(len(table))), list(range(len(table[0])))
    chance.shuffle(rows)  # type: ignore[attr-defined]
    chance.shuffle(columns)  # type: ignore[attr-defined]
    shuffled = [[table[row][column] for column in columns] for row in rows]

    assert kendall_w(shuffled) == kendall_w(table)


@few
@given(tables)
def test_w_lies_between_nothing_and_one(table: list[list[int]]) -> None:
    found = kendall_w(table)

    assert found is None or 0 <= found <= 1


@few
@given(tables)
def test_only_the_order_of_the_scores_counts(table: list[list[int]]) -> None:
    assert kendall_w([[score**3 - 20 for score in row] for row in table]) == kendall_w(table)


ANXIETY = [
    [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
    [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
    [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
]
CONFERENCE = [[5, 6, 7, 1, 2, 4, 3, 8], [1, 7, 6, 2, 3, 5, 4, 8], [4, 5, 1, 3, 2, 7, 6, 8]]
COMPARISONS = [
    [1.0, 4.5, 2.0, 4.5, 3.0, 7.5, 6.0, 9.0, 7.5, 10.0],
    [2.5, 1.0, 2.5, 4.5, 4.5, 8.0, 9.0, 6.5, 10.0, 6.5],
    [2.0, 1.0, 4.5, 4.5, 4.5, 4.5, 8.0, 8.0, 8.0, 10.0],
]
REACTIONS = [
    [0.86, 0.86, 0.86, 0.78],
    [0.56, 0.59, 0.56, 0.66],
    [0.48, 0.47, 0.5, 0.51],
    [0.48, 0.45, 0.52, 0.47],
    [0.65, 0.7, 0.79, 0.81],
    [0.58, 0.57, 0.6, 0.6],
    [0.53, 0.47, 0.61, 0.49],
    [0.56, 0.56, 0.64, 0.6],
    [0.56, 0.59, 0.66, 0.63],
    [0.7, 0.8, 0.92, 0.96],
]
ONE_TELLS_NOTHING_APART = [[1, 2, 3, 4], [7, 7, 7, 7], [2, 3, 1, 4]]


@pytest.mark.parametrize(
    ("table", "published", "digits"),
    [
        # R, package irr, data set `anxiety`, corrected for ties; W as the manual page of
        # DescTools' KendallW prints it.
        pytest.param(ANXIETY, 0.5396569, 7, id="irr anxiety, ties"),
        # Siegel and Castellan 1988, without ties; W as the same manual page prints it.
        pytest.param(CONFERENCE, 0.6560847, 7, id="Siegel and Castellan"),
        # NAG Library, routine G08DAF, example program and its results.
        pytest.param(COMPARISONS, 0.828, 3, id="NAG G08DAF, ties"),
        # R, package effectsize, the figures that its own test of kendalls_w() expects.
        pytest.param(REACTIONS, 0.4011, 4, id="effectsize, ties"),
        pytest.param(ONE_TELLS_NOTHING_APART, 0.4666667, 7, id="effectsize, one ties all"),
    ],
)
def test_published_examples_come_out_to_the_published_digits(
    table: list[list[float]], published: float, digits: int
) -> None:
    found = kendall_w(table)

    assert found is not None
    assert round(found, digits) == published


def test_the_same_order_by_other_values_is_full_agreement() -> None:
    assert asked("abcd", (4, 3, 2, 1), (3.5, 2, 1, 0)).kendall_w == 1


def test_opposite_orders_of_two_are_no_agreement() -> None:
    assert asked("abcd", (4, 3, 2, 1), (1, 2, 3, 4)).kendall_w == 0


def test_the_same_ties_are_full_agreement() -> None:
    assert asked("abcd", (4, 2, 2, 0), (3, 1, 1, 0)).kendall_w == 1


def test_scores_that_differ_only_by_rounding_are_tied() -> None:
    assert asked("abc", (0.1 + 0.2, 0.3, 0), (2, 2, 1)).kendall_w == 1


def test_nothing_is_said_of_one_assessor() -> None:
    assert asked("abcd", (4, 3, 2, 1)) == Agreement(None, 1, 4)


def test_nothing_is_said_of_two_items() -> None:
    assert asked("ab", (4, 3), (4, 3)) == Agreement(None, 2, 2)


def test_nothing_is_said_where_nobody_tells_items_apart() -> None:
    assert asked("abc", (2, 2, 2), (4, 4, 4)) == Agreement(None, 2, 3)


def test_an_assessor_without_any_value_is_no_assessor() -> None:
    given_values = {
        "juss": {"a": {"alvor": 3}, "b": {"alvor": 2}, "c": {"alvor": 1}},
        "nim": {"a": {"alvor": 4}, "b": {"alvor": 3}, "c": {"alvor": 2}},
        "taus": {"a": {"alvor": None}},
    }

    assert agreement(themes_in(world(given_values, alvor=1))) == Agreement(1, 2, 3)


def test_only_items_that_every_assessor_scored_count() -> None:
    given_values = {
        "juss": {one: {"alvor": value} for one, value in zip("abcd", (1, 2, 3, 4), strict=True)},
        "nim": {one: {"hast": value} for one, value in zip("bcd", (1, 2, 3), strict=True)},
    }

    assert agreement(themes_in(world(given_values, alvor=1, hast=2))) == Agreement(1, 2, 3)


def test_an_assessor_ranks_by_the_criteria_that_they_gave_a_value_on() -> None:
    given_values = {
        "juss": {"a": {"x": 4}, "b": {"x": 3, "y": 0}, "c": {"x": 0, "y": 0}},
        "nim": {"a": {"y": 4}, "b": {"y": 2}, "c": {"y": 1}},
    }

    assert agreement(themes_in(world(given_values, x=1, y=1))).kendall_w == 1


@few
@given(rounds(assessors=(2, 3)))
def test_deviations_are_those_of_the_obvious_implementation(a_world: World) -> None:
    found = disagreements(themes_in(a_world))
    criteria, items, single = mean_deviations(a_world, a_world.themes)

    assert dict(found.criteria) == pytest.approx(criteria)
    assert dict(found.items) == pytest.approx(items)
    assert {(one.item, one.criterion): one.deviation for one in found.values} == pytest.approx(
        single
    )


@few
@given(rounds(assessors=(2, 3)))
def test_the_furthest_apart_stand_first_and_ties_in_order_of_rank(a_world: World) -> None:
    ranking = themes_in(a_world)
    found = disagreements(ranking)
    place = {item.id: number for number, item in enumerate(ranking.items)}
    order = {one.id: number for number, one in enumerate(ranking.criteria.criteria)}
    values = [(-one.deviation, place[one.item], order[one.criterion]) for one in found.values]
    criteria = [(-deviation, order[one]) for one, deviation in found.criteria]
    items = [(-deviation, place[one]) for one, deviation in found.items]

    assert (values, criteria, items) == (sorted(values), sorted(criteria), sorted(items))


def test_two_camps_are_further_apart_than_one_odd_value() -> None:
    given_values = {
        f"nr-{number}": {"camps": {"x": camp}, "odd": {"x": odd}}
        for number, (camp, odd) in enumerate([(0, 0), (0, 4), (4, 4), (4, 4)])
    }

    found = disagreements(themes_in(world(given_values, x=1)))

    assert [(one.item, one.deviation) for one in found.values] == [
        ("camps", 2),
        ("odd", pytest.approx(3**0.5)),
    ]


def test_where_all_agree_nothing_is_listed() -> None:
    same = {"a": {"x": 3}, "b": {"x": 1}}
    found = disagreements(themes_in(world({"juss": same, "nim": same}, x=1)))

    assert (found.values, found.criteria, found.items) == ((), (), ())


def test_agreement_on_some_items_lessens_a_criterions_deviation() -> None:
    given_values = {
        "juss": {"a": {"x": 4}, "b": {"x": 1}},
        "nim": {"a": {"x": 2}, "b": {"x": 1}},
    }

    assert disagreements(themes_in(world(given_values, x=1))).criteria == (("x", 0.5),)


def test_a_single_value_is_no_disagreement() -> None:
    given_values = {"juss": {"a": {"x": 4}}, "nim": {"a": {"y": 0}}}

    assert disagreements(themes_in(world(given_values, x=1, y=1))).values == ()


def test_a_criterion_that_does_not_count_is_no_disagreement() -> None:
    given_values = {"juss": {"a": {"x": 4, "y": 0}}, "nim": {"a": {"x": 4, "y": 4}}}
    without = replace(world(given_values, x=1, y=1), weights={"x": Fraction(1)})

    assert disagreements(themes_in(without)).values == ()
