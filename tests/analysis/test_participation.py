"""What each assessor left open, and minority views, which no score knows of."""

from __future__ import annotations

from hypothesis import given, settings

from analysis.obvious import World, value_of_recommendation, value_of_theme
from analysis.worlds import worlds
from anbefal.analysis.participation import Dissent, LeftOpen, dissents, is_thin, left_open
from anbefal.analysis.prioritisation import rank_recommendations, rank_themes
from anbefal.model.dataset import Dataset
from repositories import Data, criteria, dataset, recommendation, scores, theme

BY = criteria({"alvor": 1, "hast": 1})


@settings(max_examples=30)
@given(worlds())
def test_open_is_what_has_no_value_of_its_own_and_none_inherited(world: World) -> None:
    for ranking, value_of in (
        (rank_themes(world.dataset, world.criteria, "nb"), value_of_theme),
        (rank_recommendations(world.dataset, world.criteria, "nb"), value_of_recommendation),
    ):
        items, expected = [item.id for item in ranking.items], []
        for assessor in sorted(world.assessors):
            is_open = {
                (item, criterion): value_of(world, assessor, item, criterion) is None
                for item in items
                for criterion in world.weights
            }
            none = [i for i in items if all(is_open[i, c] for c in world.weights)]
            missing = {c: sum(is_open[i, c] for i in items if i not in none) for c in world.weights}
            expected.append(
                LeftOpen(
                    assessor,
                    given=sum(not one for one in is_open.values()),
                    possible=len(is_open),
                    items=tuple(none),
                    criteria=tuple((c, number) for c, number in missing.items() if number),
                )
            )

        assert left_open(ranking) == tuple(expected)


def test_an_assessor_who_gave_nothing_left_everything_open() -> None:
    data = dataset(themes=[theme("helse"), theme("vold")], assessments=[scores("juss", {})])

    assert left_open(rank_themes(data, BY, "nb")) == (
        LeftOpen("juss", given=0, possible=4, items=("helse", "vold"), criteria=()),
    )


def with_dissents(
    assessor: str, words: dict[str, str], *, recommendations: tuple[str, ...] = (), **more: object
) -> Data:
    """Return an assessment that gives everything two and holds these minority views."""
    assessment = scores(
        assessor,
        {item: {"alvor": 2} for item in words},
        recommendations=recommendations,
        **more,
    )
    for entry, dissent in zip(assessment["scores"], words.values(), strict=True):
        entry["dissent"] = dissent
    return assessment


def a_round(*assessments: Data) -> Dataset:
    return dataset(
        themes=[theme("helse"), theme("vold")],
        recommendations=[
            recommendation("cat-1", "helse"),
            recommendation("cat-2", "vold", "helse"),
            recommendation("cat-3", "helse", kind="concern"),
        ],
        assessments=assessments,
    )


def test_minority_views_stand_in_order_of_rank_and_then_by_assessor() -> None:
    data = a_round(
        with_dissents("nim", {"helse": "Nei", "vold": "Tja"}),
        with_dissents("juss", {"helse": "Jo"}),
        scores("forum", {"vold": {"alvor": 4}}),
    )

    assert dissents(data, rank_themes(data, BY, "nb")) == (
        Dissent("nim", "vold", "Tja"),
        Dissent("juss", "helse", "Jo"),
        Dissent("nim", "helse", "Nei"),
    )


def test_those_of_another_round_are_left_out() -> None:
    data = a_round(
        with_dissents("juss", {"helse": "Før"}, round="2021", date="2021-01-01"),
        with_dissents("juss", {"helse": "Nå"}),
    )

    assert dissents(data, rank_themes(data, BY, "nb")) == (Dissent("juss", "helse", "Nå"),)


def test_those_of_assessors_who_do_not_count_are_left_out() -> None:
    data = a_round(with_dissents("juss", {"helse": "Jo"}), with_dissents("nim", {"helse": "Nei"}))

    found = dissents(data, rank_themes(data, BY, "nb", only=("nim",)))

    assert found == (Dissent("nim", "helse", "Nei"),)


def test_in_a_theme_its_own_stand_first_and_those_of_other_themes_are_left_out() -> None:
    data = a_round(
        with_dissents("juss", {"vold": "Annet", "helse": "Temaet"}),
        with_dissents(
            "nim",
            {"cat-2": "Saken", "cat-3": "Bekymringen"},
            recommendations=("cat-2", "cat-3"),
        ),
    )

    ranking = rank_recommendations(data, BY, "nb", theme="helse")

    assert dissents(data, ranking) == (
        Dissent("juss", "helse", "Temaet"),
        Dissent("nim", "cat-2", "Saken"),
    )


def test_on_themes_those_on_recommendations_are_not_shown_and_the_other_way_round() -> None:
    data = a_round(
        with_dissents("juss", {"helse": "Temaet", "cat-1": "Saken"}, recommendations=("cat-1",))
    )

    assert [one.words for one in dissents(data, rank_themes(data, BY, "nb"))] == ["Temaet"]
    assert [one.words for one in dissents(data, rank_recommendations(data, BY, "nb"))] == ["Saken"]


def test_no_score_knows_of_a_minority_view() -> None:
    plain = a_round(scores("juss", {"helse": {"alvor": 2}, "vold": {"alvor": 2}}))
    with_views = a_round(with_dissents("juss", {"helse": "Nei", "vold": "Jo"}))

    assert rank_themes(with_views, BY, "nb") == rank_themes(plain, BY, "nb")


def test_less_than_half_of_the_values_is_a_thin_basis() -> None:
    data = dataset(
        themes=[theme("halvt"), theme("tynt")],
        assessments=[
            scores("juss", {"halvt": {"alvor": 1, "hast": 1}, "tynt": {"alvor": 4}}),
            scores("nim", {}),
        ],
    )
    ranking = rank_themes(data, criteria({"alvor": 1, "hast": 1}), "nb")

    assert {item.id: is_thin(ranking, item) for item in ranking.items} == {
        "halvt": False,
        "tynt": True,
    }
