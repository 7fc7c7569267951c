"""An explained score adds up, and what it says would lift an item does lift it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from analysis.obvious import World, expected_ranking, means_of, score_of
from analysis.worlds import worlds
from anbefal.analysis.explanation import Explanation, explain
from anbefal.analysis.prioritisation import Ranking, rank_themes
from anbefal.model.dataset import Dataset
from repositories import criteria, dataset, scores, theme


def explained(data: Dataset, ranking: Ranking, item_id: str) -> Explanation:
    item = ranking.item(item_id)
    assert item is not None
    return explain(data, ranking, item, {c.id: c.id for c in ranking.criteria.criteria})


def explanations(world: World) -> list[Explanation]:
    data = world.dataset
    ranking = rank_themes(data, world.criteria, "nb")
    return [explained(data, ranking, item.id) for item in ranking.items]


@given(worlds())
def test_the_points_sum_to_the_score(world: World) -> None:
    for one in explanations(world):
        points = [part.points for part in one.contributions if part.points is not None]

        assert sum(points) == pytest.approx(one.item.score or 0)


@given(worlds())
def test_the_item_above_is_the_nearest_with_a_higher_score(world: World) -> None:
    scored = {one.item: one.score for one in expected_ranking(world, world.themes)}
    for one in explanations(world):
        mine = scored[one.item.id]
        higher = [s for s in scored.values() if s is not None and mine is not None and s > mine]
        above = scored[one.above.id] if one.above else None

        assert above == min(higher, default=None)


@given(worlds())
def test_the_mean_needed_gives_exactly_the_score_above(world: World) -> None:
    for one in explanations(world):
        for part in one.contributions:
            if part.needed is not None and one.above is not None:
                means = {**means_of(world, one.item.id), part.criterion: Fraction(part.needed)}

                assert float(score_of(world, means) or 0) == pytest.approx(one.above.score)


@given(worlds())
def test_no_mean_is_named_only_where_the_top_of_the_scale_does_not_reach(world: World) -> None:
    scored = {one.item: one.score for one in expected_ranking(world, world.themes)}
    for one in explanations(world):
        above = scored[one.above.id] if one.above else None
        for part in one.contributions:
            means = {**means_of(world, one.item.id), part.criterion: world.high}
            reaches = above is not None and (score_of(world, means) or 0) >= above

            assert (part.needed is not None) == reaches


@given(worlds())
def test_the_mean_needed_lies_on_the_scale(world: World) -> None:
    for one in explanations(world):
        for part in one.contributions:
            assert part.needed is None or world.low <= part.needed <= world.high


def test_a_criterion_that_nobody_assessed_adds_no_points_and_can_still_lift() -> None:
    data = dataset(
        themes=[theme("helse"), theme("vold")],
        assessments=[scores("juss", {"vold": {"alvor": 3}, "helse": {"alvor": 2}})],
    )
    ranking = rank_themes(data, criteria({"alvor": 1, "hast": 1}), "nb")

    unknown = explained(data, ranking, "helse").contributions[1]

    assert (unknown.mean, unknown.points, unknown.needed) == (None, None, 4)


def test_shares_are_of_all_weights_and_values_name_their_reasons() -> None:
    assessment = scores("juss", {"helse": {"alvor": 3}})
    assessment["scores"][0]["reasons"] = {"alvor": "Mange er rammet"}
    data = dataset(themes=[theme("helse")], assessments=[assessment])
    ranking = rank_themes(data, criteria({"alvor": 3, "hast": 1}), "nb")

    alvor, hast = explained(data, ranking, "helse").contributions

    assert (alvor.share, hast.share) == (0.75, 0.25)
    assert [value.reason for value in alvor.values] == ["Mange er rammet"]


def test_nothing_stands_above_the_first_or_above_what_nobody_assessed() -> None:
    data = dataset(
        themes=[theme("helse"), theme("vold")],
        assessments=[scores("juss", {"vold": {"alvor": 3}})],
    )
    ranking = rank_themes(data, criteria({"alvor": 1}), "nb")

    assert [explained(data, ranking, one).above for one in ("vold", "helse")] == [None, None]


def test_the_top_of_the_scale_reaches_a_score_that_it_misses_only_by_rounding() -> None:
    given = [
        {"vold": {"alvor": 4, "hast": 4}, "helse": {"alvor": 3, "hast": 2}},
        {"vold": {"alvor": 4, "hast": 3}},
        {"vold": {"alvor": 3, "hast": 3}},
    ]
    data = dataset(
        themes=[theme("helse"), theme("vold")],
        assessments=[scores(f"nr-{number}", values) for number, values in enumerate(given)],
    )
    ranking = rank_themes(data, criteria({"alvor": 0.4, "hast": 0.1}), "nb")

    assert explained(data, ranking, "helse").contributions[0].needed == 4
