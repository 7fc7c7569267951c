"""Weights, criteria and assessors that are only supposed, and a whole answer with them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.priorities import Priorities, Query, prioritise
from anbefal.analysis.whatif import Share, WhatIf, supposed
from anbefal.model.dataset import Dataset
from repositories import criteria, dataset, recommendation, scores, theme

NAMES = ["alvor", "hast", "omfang", "plikt"]
hundredths = st.lists(st.integers(1, 30), min_size=1, max_size=3)


def weights_in(what_if: WhatIf, **weights: float) -> dict[str, float]:
    return {one.id: one.weight for one in supposed(criteria(weights), what_if).criteria}


def shares_in(what_if: WhatIf, **weights: float) -> dict[str, float]:
    found = weights_in(what_if, **weights)
    return {one: weight / sum(found.values()) for one, weight in found.items()}


@settings(max_examples=40)
@given(st.lists(st.integers(1, 40), min_size=4, max_size=4), hundredths)
def test_shares_come_out_as_asked_and_the_others_keep_their_proportions(
    numbers: list[int], asked: list[int]
) -> None:
    given_shares = {name: part / 100 for name, part in zip(NAMES, asked, strict=False)}
    what_if = WhatIf(weights={name: Share(part) for name, part in given_shares.items()})
    own = dict(zip(NAMES, numbers, strict=True))
    rest = sum(weight for name, weight in own.items() if name not in given_shares)
    left = 1 - sum(Fraction(part, 100) for part in asked)
    expected = given_shares | {
        name: float(left * weight / rest)
        for name, weight in own.items()
        if name not in given_shares
    }

    assert shares_in(what_if, **own) == pytest.approx(expected)


def test_a_number_replaces_a_weight_and_leaves_the_others() -> None:
    assert weights_in(WhatIf(weights={"hast": 7}), alvor=1, hast=2, omfang=3) == {
        "alvor": 1,
        "hast": 7,
        "omfang": 3,
    }


def test_a_share_is_of_the_sum_with_numbers_replaced() -> None:
    what_if = WhatIf(weights={"alvor": Share(0.5), "hast": 3})

    assert weights_in(what_if, alvor=1, hast=2, omfang=1) == {"alvor": 4, "hast": 3, "omfang": 1}


def test_a_criterion_left_out_takes_no_part_in_shares() -> None:
    what_if = WhatIf(weights={"alvor": Share(0.5)}, without=("omfang",))

    assert shares_in(what_if, alvor=1, hast=2, omfang=50) == {"alvor": 0.5, "hast": 0.5}


def test_a_weight_for_a_criterion_left_out_is_not_used() -> None:
    what_if = WhatIf(weights={"alvor": Share(0.9)}, without=("alvor",))

    assert weights_in(what_if, alvor=1, hast=2) == {"hast": 2}


def test_shares_of_all_criteria_may_sum_to_one() -> None:
    what_if = WhatIf(weights={"alvor": Share(0.7), "hast": Share(0.2), "omfang": Share(0.1)})

    assert shares_in(what_if, alvor=1, hast=1, omfang=1) == pytest.approx(
        {"alvor": 0.7, "hast": 0.2, "omfang": 0.1}
    )


@pytest.mark.parametrize(
    ("what_if", "words"),
    [
        (WhatIf(without=("alvor", "hast")), "no criterion is left"),
        (WhatIf(weights={"alvor": Share(0.7), "hast": Share(0.2)}), "100 %"),
        (WhatIf(weights={"alvor": Share(0.7)}, without=("hast",)), "100 %"),
    ],
)
def test_what_leaves_nothing_to_weigh_by_is_refused(what_if: WhatIf, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        weights_in(what_if, alvor=1, hast=1)


def test_shares_that_leave_nothing_for_the_others_are_refused() -> None:
    with pytest.raises(ValueError, match="leave nothing"):
        weights_in(
            WhatIf(weights={"alvor": Share(0.7), "hast": Share(0.3)}), alvor=1, hast=1, omfang=1
        )


@pytest.mark.parametrize(
    ("what_if", "supposes"),
    [
        (WhatIf(), False),
        (WhatIf(weights={"alvor": 1}), True),
        (WhatIf(without=("alvor",)), True),
        (WhatIf(assessors=("juss",)), True),
    ],
)
def test_it_is_known_whether_anything_is_supposed(what_if: WhatIf, *, supposes: bool) -> None:
    assert bool(what_if) == supposes


def the_criteria_stay() -> Dataset:
    return dataset(
        themes=[theme("helse"), theme("vold"), theme("barn")],
        recommendations=[recommendation("cat-1", "helse"), recommendation("cat-2", "vold")],
        assessments=[
            scores("juss", {"helse": {"alvor": 4, "hast": 1}, "vold": {"alvor": 1, "hast": 3}}),
            scores("nim", {"helse": {"alvor": 0, "hast": 0}, "vold": {"alvor": 1, "hast": 4}}),
        ],
    )


FORCE = criteria({"alvor": 3, "hast": 1})


def answered(query: Query) -> Priorities:
    return prioritise(the_criteria_stay(), FORCE, "nb", query)


EVERYTHING = WhatIf(weights={"alvor": Share(0.01)}, assessors=("juss",))


def test_without_anything_supposed_the_stored_ranking_is_the_ranking() -> None:
    found = answered(Query(draws=10))

    assert found.ranking is found.stored


@pytest.mark.parametrize(
    "what_if", [EVERYTHING, WhatIf(without=("alvor",)), WhatIf(assessors=("nim",))]
)
def test_what_is_supposed_leaves_the_stored_ranking_as_it_was(what_if: WhatIf) -> None:
    found = answered(Query(draws=10, what_if=what_if))

    assert found.stored == answered(Query(draws=10)).stored
    assert found.ranking != found.stored
    assert [one.weight for one in FORCE.criteria] == [3, 1]


def test_every_part_of_the_answer_is_about_the_supposed_ranking() -> None:
    found = answered(Query(draws=10, what_if=EVERYTHING, places=1))

    assert found.ranking.assessors == ("juss",)
    assert [item.id for item in found.shortlist.items] == ["vold"]
    assert (found.agreement.assessors, [one.assessor for one in found.left_open]) == (1, ["juss"])
    assert found.disagreements.values == ()
    assert found.acceptability is not None
    assert found.acceptability.items["vold"].counts == (10, 0)


def test_the_goal_for_meetings_in_a_year_is_the_number_of_places() -> None:
    assert answered(Query(draws=1)).shortlist.places == 4
    assert answered(Query(draws=1, places=2)).shortlist.places == 2


def test_with_a_theme_its_recommendations_are_ranked() -> None:
    found = answered(Query(draws=1, theme="helse"))

    assert (found.ranking.level, [item.id for item in found.ranking.items]) == (
        "recommendation",
        ["cat-1"],
    )
