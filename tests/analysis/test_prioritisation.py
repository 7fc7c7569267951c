"""Ranking follows the method: the same as a slow, obvious implementation, and its properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.obvious import Expected, World, expected_ranking, means_of
from analysis.worlds import worlds
from anbefal.analysis.prioritisation import (
    RankedItem,
    Ranking,
    rank_recommendations,
    rank_themes,
)
from anbefal.analysis.values import rounds
from anbefal.model.dataset import Dataset
from repositories import criteria, dataset, recommendation, scores, theme


def themes_in(world: World) -> Ranking:
    return rank_themes(world.dataset, world.criteria, "nb")


def recommendations_in(world: World) -> Ranking:
    return rank_recommendations(world.dataset, world.criteria, "nb")


def near(value: Fraction | None) -> object:
    return None if value is None else pytest.approx(float(value), abs=1e-9)


def agrees(items: Sequence[RankedItem], expected: list[Expected]) -> None:
    assert [item.id for item in items] == [one.item for one in expected]
    assert [item.rank for item in items] == [one.rank for one in expected]
    for item, one in zip(items, expected, strict=True):
        assert item.score == near(one.score)
        assert item.low == near(one.low)
        assert item.high == near(one.high)
        assert item.coverage == near(one.coverage)
        assert item.means == {c: near(mean) for c, mean in one.means.items()}


def places(ranking: Ranking) -> dict[str, tuple[float | None, int | None]]:
    return {item.id: (item.score, item.rank) for item in ranking.items}


@given(worlds())
def test_themes_are_ranked_as_the_method_says(world: World) -> None:
    agrees(themes_in(world).items, expected_ranking(world, world.themes))


@given(worlds())
def test_recommendations_are_ranked_as_the_method_says(world: World) -> None:
    agrees(recommendations_in(world).items, expected_ranking(world, list(world.main_themes)))


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(world: World, chance: object) -> None:
    entries = list(world.dataset.entries)
    chance.shuffle(entries)  # type: ignore[attr-defined]
    shuffled = Dataset(tuple(entries))

    assert rank_themes(shuffled, world.criteria, "nb") == themes_in(world)


@given(worlds())
def test_the_order_of_assessors_and_scores_does_not_matter(world: World) -> None:
    backwards = replace(
        world,
        assessors=world.assessors[::-1],
        given=dict(reversed(world.given.items())),
    )

    assert recommendations_in(backwards) == recommendations_in(world)


@given(worlds())
def test_the_order_of_criteria_does_not_matter(world: World) -> None:
    backwards = replace(world, weights=dict(reversed(world.weights.items())))

    assert places(themes_in(backwards)) == places(themes_in(world))


@given(worlds())
def test_doubling_every_weight_changes_nothing(world: World) -> None:
    doubled = replace(world, weights={c: 2 * weight for c, weight in world.weights.items()})

    assert places(themes_in(doubled)) == places(themes_in(world))


@given(worlds())
def test_a_null_is_the_same_as_a_value_that_is_absent(world: World) -> None:
    without = {place: value for place, value in world.given.items() if value is not None}

    assert themes_in(replace(world, given=without)).items == themes_in(world).items


@given(worlds())
def test_an_assessor_who_gives_exactly_the_mean_changes_no_rank(world: World) -> None:
    means = {theme: means_of(world, theme) for theme in world.themes}
    agreeing = {
        ("enig", theme, criterion): mean
        for theme, of_theme in means.items()
        for criterion, mean in of_theme.items()
    }
    with_one_more = replace(
        world,
        assessors=[*world.assessors, "enig"],
        given={**world.given, **agreeing},
    )

    before, after = themes_in(world), themes_in(with_one_more)

    assert [(i.id, i.rank) for i in after.items] == [(i.id, i.rank) for i in before.items]


def ranked(given: dict[str, dict[str, float | None]], **weights: float) -> Ranking:
    data = dataset(themes=[theme(one) for one in given], assessments=[scores("juss", given)])
    return rank_themes(data, criteria(weights), "nb")


def test_a_null_is_never_zero() -> None:
    ranking = ranked({"helse": {"alvor": 4, "hast": None}}, alvor=1, hast=1)

    assert ranking.items[0].score == 100


def test_zero_is_a_value() -> None:
    ranking = ranked({"helse": {"alvor": 4, "hast": 0}}, alvor=1, hast=1)

    assert ranking.items[0].score == 50


def test_an_unknown_criterion_opens_a_span() -> None:
    item = ranked({"helse": {"alvor": 2}}, alvor=3, hast=1).items[0]

    assert (item.low, item.score, item.high) == (37.5, 50, 62.5)


def test_ties_share_the_better_rank_and_stand_by_id() -> None:
    ranking = ranked(
        {"vold": {"alvor": 2}, "barn": {"alvor": 2}, "helse": {"alvor": 1}, "frihet": {"alvor": 4}},
        alvor=1,
    )

    assert [(item.rank, item.id) for item in ranking.items] == [
        (1, "frihet"),
        (2, "barn"),
        (2, "vold"),
        (4, "helse"),
    ]


def test_scores_that_differ_only_by_rounding_are_tied() -> None:
    ranking = ranked(
        {"helse": {"alvor": 0.1 + 0.2}, "vold": {"alvor": 0.3}},
        alvor=1,
    )

    assert [item.rank for item in ranking.items] == [1, 1]


def test_what_nobody_assessed_stands_last_by_id_and_has_no_rank() -> None:
    ranking = ranked({"vold": {}, "barn": {"alvor": None}, "helse": {"alvor": 0}}, alvor=1)

    assert [(item.id, item.rank, item.score) for item in ranking.items] == [
        ("helse", 1, 0),
        ("barn", None, None),
        ("vold", None, None),
    ]


def test_a_theme_inherits_from_recommendations_of_which_it_is_the_main_theme() -> None:
    data = dataset(
        themes=[theme("helse"), theme("vold")],
        recommendations=[
            recommendation("cat-1", "helse", "vold"),
            recommendation("cat-2", "helse"),
        ],
        assessments=[
            scores(
                "juss",
                {"cat-1": {"alvor": 4}, "cat-2": {"alvor": 1}},
                recommendations=["cat-1", "cat-2"],
            )
        ],
    )

    ranking = rank_themes(data, criteria({"alvor": 1}), "nb")

    assert {item.id: item.means["alvor"] for item in ranking.items} == {"helse": 2.5, "vold": None}


def test_nothing_is_inherited_twice() -> None:
    data = dataset(
        themes=[theme("helse")],
        recommendations=[recommendation("cat-1", "helse"), recommendation("cat-2", "helse")],
        assessments=[scores("juss", {"cat-1": {"alvor": 4}}, recommendations=["cat-1"])],
    )

    ranking = rank_recommendations(data, criteria({"alvor": 1}), "nb")

    assert {item.id: item.score for item in ranking.items} == {"cat-1": 100, "cat-2": None}


def test_values_are_inherited_criterion_by_criterion() -> None:
    data = dataset(
        themes=[theme("helse")],
        recommendations=[recommendation("cat-1", "helse")],
        assessments=[
            scores(
                "juss",
                {"helse": {"alvor": 1, "hast": 3}, "cat-1": {"alvor": 4}},
                recommendations=["cat-1"],
            )
        ],
    )

    item = rank_recommendations(data, criteria({"alvor": 1, "hast": 1}), "nb").items[0]

    assert item.means == {"alvor": 4, "hast": 3}
    assert [v.origin for v in (*item.values["alvor"], *item.values["hast"])] == ["own", "theme"]


def test_one_assessor_does_not_inherit_from_another() -> None:
    data = dataset(
        themes=[theme("helse")],
        recommendations=[recommendation("cat-1", "helse")],
        assessments=[
            scores("juss", {"helse": {"alvor": 0}}),
            scores("nim", {"cat-1": {"alvor": 4}}, recommendations=["cat-1"]),
        ],
    )

    item = rank_recommendations(data, criteria({"alvor": 1}), "nb").items[0]

    assert [(v.assessor, v.number) for v in item.values["alvor"]] == [("juss", 0), ("nim", 4)]


def test_only_recommendations_are_ranked_not_concerns() -> None:
    data = dataset(
        recommendations=[
            recommendation("cat-1"),
            recommendation("cat-2", kind="concern"),
            recommendation("cat-3", kind="follow-up-request"),
        ]
    )

    ranking = rank_recommendations(data, criteria({"alvor": 1}), "nb")

    assert [item.id for item in ranking.items] == ["cat-1"]


def test_within_a_theme_everything_that_names_it_is_ranked() -> None:
    data = dataset(
        themes=[theme("helse"), theme("vold")],
        recommendations=[recommendation("cat-1", "vold", "helse"), recommendation("cat-2", "vold")],
    )

    ranking = rank_recommendations(data, criteria({"alvor": 1}), "nb", theme="helse")

    assert (ranking.theme, [item.id for item in ranking.items]) == ("helse", ["cat-1"])


def two_rounds(*, example: bool = False) -> Dataset:
    return dataset(
        themes=[theme("helse")],
        assessments=[
            scores("juss", {"helse": {"alvor": 4}}, round="b", date="2022-06-01"),
            scores("juss", {"helse": {"alvor": 0}}, round="a", date="2023-06-01", example=example),
        ],
    )


def test_without_a_round_the_one_with_the_newest_assessment_is_used() -> None:
    ranking = rank_themes(two_rounds(), criteria({"alvor": 1}), "nb")

    assert (ranking.round, ranking.items[0].score) == ("a", 0)


def test_a_made_up_round_never_stands_in_the_way_of_a_real_one() -> None:
    ranking = rank_themes(two_rounds(example=True), criteria({"alvor": 1}), "nb")

    assert (ranking.round, ranking.example) == ("b", False)


def test_a_round_can_be_chosen() -> None:
    ranking = rank_themes(two_rounds(), criteria({"alvor": 1}), "nb", "b")

    assert (ranking.round, ranking.items[0].score) == ("b", 100)


def test_a_ranking_knows_whether_its_own_round_is_made_up() -> None:
    data, by = two_rounds(example=True), criteria({"alvor": 1})

    assert [rank_themes(data, by, "nb", name).example for name in rounds(data)] == [True, False]


def test_assessors_are_counted_for_each_item() -> None:
    data = dataset(
        themes=[theme("helse"), theme("vold")],
        assessments=[
            scores("juss", {"helse": {"alvor": 1}, "vold": {"alvor": None}}),
            scores("nim", {"helse": {"hast": 1}}),
        ],
    )

    ranking = rank_themes(data, criteria({"alvor": 1, "hast": 1}), "nb")

    assert {item.id: item.assessors for item in ranking.items} == {"helse": 2, "vold": 0}


def test_without_assessments_nothing_is_ranked() -> None:
    ranking = rank_themes(dataset(themes=[theme("helse")]), criteria({"alvor": 1}), "nb")

    assert (ranking.round, [item.rank for item in ranking.items]) == (None, [None])
