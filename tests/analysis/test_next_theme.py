"""The proposal for the next theme follows its rule, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anbefal.analysis.next_theme import Proposal, propose
from anbefal.analysis.turns import turns
from repositories import Data, actor, criteria, dataset, meeting, scores, theme

VALUES: Mapping[str, float] = {"a": 4, "b": 3, "c": 2, "d": 1}
ONE = criteria({"alvor": 1})
"""One criterion, so that a theme is on the shortlist in all draws or in none."""


def proposed(
    *meetings: Data,
    values: Mapping[str, float] = VALUES,
    ministries: Mapping[str, Sequence[str]] | None = None,
) -> Proposal:
    known = ministries or {}
    data = dataset(
        settings={"meetings_per_year": 2},
        themes=[theme(one, ministries=list(known.get(one, ()))) for one in "abcd"],
        actors=[actor("jd", "ministry"), actor("kud", "ministry")],
        assessments=scores("juss", {one: {"alvor": value} for one, value in values.items()}),
        meetings=meetings,
    )
    return propose(data, ONE, "nb", turns(data))


def held(theme_id: str, day: str, *ministries: str) -> Data:
    name = f"m-{theme_id}-{day}"
    return meeting(name, theme_id, "held", date=day, ministries=list(ministries or ["jd"]))


def behind(found: Proposal) -> dict[str, str | None]:
    return {one.item.id: one.behind for one in found.candidates}


def test_where_all_are_alike_the_rank_decides() -> None:
    found = proposed()

    assert found.themes == ("a",)
    assert behind(found) == {"a": None, "b": "rank", "c": "shortlist", "d": "shortlist"}


def test_a_theme_with_an_open_meeting_is_out() -> None:
    found = proposed(meeting("m1", "a", "requested", requested_on="2022"))

    assert found.themes == ("b",)
    assert list(behind(found).items())[-1] == ("a", "open_meeting")


def test_on_the_shortlist_what_was_never_taken_up_comes_first() -> None:
    found = proposed(held("a", "2021"))

    assert found.themes == ("b",)
    assert behind(found)["a"] == "waited"


def test_of_those_taken_up_the_one_that_lies_furthest_back_comes_first() -> None:
    assert proposed(held("a", "2022-02"), held("b", "2022-01")).themes == ("b",)


def test_alike_in_waiting_a_ministry_without_a_turn_decides() -> None:
    found = proposed(held("d", "2020", "jd"), ministries={"a": ["jd"], "b": ["kud"]})

    assert found.themes == ("b",)
    assert behind(found)["a"] == "ministry"


def test_a_theme_without_ministries_is_not_put_back() -> None:
    assert proposed(held("d", "2020", "jd"), ministries={"b": ["jd"]}).themes == ("a",)


def test_themes_that_are_alike_in_everything_are_proposed_together() -> None:
    assert proposed(values={"a": 4, "b": 4, "c": 1}).themes == ("a", "b")


def test_where_nothing_on_the_shortlist_is_free_the_ranking_goes_on() -> None:
    open_ones = [meeting(f"m-{one}", one, "planned") for one in "ab"]
    found = proposed(*open_ones, held("c", "2021"))

    assert found.themes == ("c",)
    assert behind(found)["d"] == "rank"


def test_where_everything_has_an_open_meeting_nothing_is_proposed() -> None:
    found = proposed(*(meeting(f"m-{one}", one, "confirmed") for one in "abcd"))

    assert found.themes == ()
    assert set(behind(found).values()) == {"open_meeting"}


def test_a_theme_that_nobody_assessed_does_not_come_into_question() -> None:
    assert set(behind(proposed(values={"b": 3}))) == {"b"}


def test_a_thin_basis_is_not_sure() -> None:
    data = dataset(
        themes=[theme("a"), theme("b")],
        assessments=[
            scores("forum", {"a": {"alvor": 4, "hast": 4}, "b": {"alvor": 3, "hast": 3}}),
            scores("juss", {"b": {"alvor": 3, "hast": 3}}),
            scores("nim", {"b": {"alvor": 3, "hast": 3}}),
        ],
    )
    found = propose(data, criteria({"alvor": 1, "hast": 1}), "nb", turns(data))

    assert found.themes == ("b",)
    assert behind(found)["a"] == "shortlist"
