"""The smallest change of one weight that changes the shortlist is found, and no smaller one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.obvious import World, means_of
from analysis.obvious_sensitivity import crossings, shortlist_of
from analysis.rounds import rounds, world
from anbefal.analysis.prioritisation import Ranking, rank_themes
from anbefal.analysis.sensitivity import Absence, Shortlist, shortlist
from anbefal.analysis.whatif import Share, WhatIf, supposed

few = settings(max_examples=25)
drawn = rounds(items=(2, 5), criteria=(1, 4), assessors=(1, 2))
places_drawn = st.integers(1, 4)


def themes_in(a_world: World) -> Ranking:
    return rank_themes(a_world.dataset, a_world.criteria, "nb")


def ids(found: Shortlist) -> set[str]:
    return {item.id for item in found.items}


def with_share(a_world: World, criterion: str, share: float, places: int) -> set[str]:
    """Who is on the shortlist with a share of the weights, by the program's own way to suppose."""
    criteria = supposed(a_world.criteria, WhatIf(weights={criterion: Share(share)}))
    return ids(shortlist(rank_themes(a_world.dataset, criteria, "nb"), places))


@few
@given(drawn, places_drawn)
def test_the_shortlist_is_that_of_the_obvious_implementation(a_world: World, places: int) -> None:
    means = {theme: means_of(a_world, theme) for theme in a_world.themes}
    found = shortlist(themes_in(a_world), places)

    assert ids(found) == shortlist_of(a_world, means, places)
    assert found.tied == (len(found.items) > places)


@settings(max_examples=60)
@given(drawn, places_drawn)
def test_the_turn_is_the_nearest_of_all_crossings(a_world: World, places: int) -> None:
    found = shortlist(themes_in(a_world), places)
    possible = [] if found.tied else crossings(a_world, places)

    assert (found.turn is None) == (not possible)
    if found.turn is not None:
        turn, nearest = found.turn, possible[0][0]
        assert abs(turn.share - turn.now) == pytest.approx(nearest, abs=1e-9)
        assert [turn.criterion, turn.share] in [
            [criterion, pytest.approx(share, abs=1e-9)] for _, criterion, share, _ in possible
        ]


@settings(max_examples=25)
@given(drawn, places_drawn)
def test_before_the_turn_the_shortlist_is_the_old_one_and_beyond_it_another(
    a_world: World, places: int
) -> None:
    found = shortlist(themes_in(a_world), places)
    if found.turn is None:
        return
    turn, now = found.turn, ids(found)
    way = turn.share - turn.now
    edge = 1.0 if way > 0 else 0.0

    assert with_share(a_world, turn.criterion, turn.now + way * (1 - 1e-6), places) == now
    step = min(1e-6, abs(edge - turn.share) / 2)
    beyond = turn.share + (step if way > 0 else -step)
    then = with_share(a_world, turn.criterion, beyond, places)
    assert turn.falls.id in now
    assert turn.rises.id in then - now
    assert turn.falls.id not in then or len(then) > places


@settings(max_examples=25)
@given(drawn, places_drawn)
def test_no_smaller_change_of_any_weight_changes_the_shortlist(a_world: World, places: int) -> None:
    found = shortlist(themes_in(a_world), places)
    if found.tied or len(a_world.weights) == 1:
        return
    total = float(sum(a_world.weights.values()))
    for criterion, weight in a_world.weights.items():
        now = float(weight) / total
        reach = abs(found.turn.share - found.turn.now) if found.turn else 1.0
        for part in (-0.999, -0.5, 0.5, 0.999):
            share = now + part * min(reach, now if part < 0 else 1 - now)
            assert with_share(a_world, criterion, share, places) == ids(found)


def turned(values: dict[str, dict[str, float | None]], places: int, **weights: float) -> Shortlist:
    return shortlist(themes_in(world({"juss": values}, **weights)), places)


def told(found: Shortlist) -> tuple[str, float, float, str, str]:
    assert found.turn is not None
    turn = found.turn
    return turn.criterion, turn.now, turn.share, turn.falls.id, turn.rises.id


def test_two_mirrored_items_turn_where_both_weights_are_equal() -> None:
    found = turned({"a": {"x": 4, "y": 0}, "b": {"x": 0, "y": 4}}, 1, x=3, y=1)

    assert told(found) == ("x", 0.75, pytest.approx(0.5), "a", "b")


def test_an_unknown_value_makes_the_turn_a_root_of_a_polynomial() -> None:
    # a is 4 (1 - s) / (1 - s) + 0: always 2; b is (4 s + 0 (1 - s)) = 2 at one half.
    found = turned({"a": {"x": 2}, "b": {"x": 4, "y": 0}}, 1, x=1, y=3)

    assert told(found) == ("x", 0.25, pytest.approx(0.5), "a", "b")


def test_of_criteria_with_equally_small_changes_the_first_by_id_is_told() -> None:
    values: dict[str, dict[str, float | None]] = {"a": {"x": 4, "y": 1}, "b": {"x": 2, "y": 4}}
    names = [told(turned(values, 1, x=37 * n / 10, y=27 * n / 10))[0] for n in range(3, 30)]

    assert set(names) == {"x"}


def test_of_several_that_draw_level_at_once_the_one_that_then_leads_rises() -> None:
    values: dict[str, dict[str, float | None]] = {
        "flat": {"x": 1, "y": 1},
        "now": {"x": 1.5, "y": 0},
        "steep": {"x": 0, "y": 3},
    }
    found = turned(values, 1, x=9, y=1)

    assert told(found) == ("x", 0.9, pytest.approx(2 / 3), "now", "steep")


def test_an_item_that_ties_with_the_one_that_falls_shares_the_last_place() -> None:
    values: dict[str, dict[str, float | None]] = {
        "a": {"x": 4, "y": 1},
        "b": {"x": 4, "y": 1},
        "c": {"x": 1, "y": 4},
    }
    found = turned(values, 2, x=2, y=1)

    assert told(found)[3:] == ("a", "c")


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ({"a": {"x": 0, "z": 3}, "b": {"x": 4, "y": 3}}, (1.9, 2.8, 2.2)),
        ({"a": {"x": 4, "y": 3, "z": 3}, "b": {"x": 1, "z": 3}}, (1.6, 2.8, 3.1)),
        ({"a": {"x": 2, "y": 3}, "b": {"x": 4, "z": 3}}, (0.5, 3.5, 0.3)),
    ],
)
def test_scores_that_draw_level_only_without_a_weight_are_no_turn(
    values: dict[str, dict[str, float | None]], weights: tuple[float, float, float]
) -> None:
    """Rounding makes it look as if they drew level at a share a little above nothing."""
    x, y, z = weights

    assert turned(values, 1, x=x, y=y, z=z).turn is None


def test_where_the_last_place_is_tied_nothing_is_said_of_a_turn() -> None:
    values: dict[str, dict[str, float | None]] = {
        "a": {"x": 4, "y": 2},
        "b": {"x": 2, "y": 4},
        "c": {"x": 0, "y": 4.5},
    }
    found = turned(values, 1, x=1, y=1)

    assert (ids(found), found.tied, found.turn) == ({"a", "b"}, True, None)


def test_with_places_for_all_nothing_turns() -> None:
    found = turned({"a": {"x": 4, "y": 2}, "b": {"x": 2, "y": 4}}, 3, x=2, y=1)

    assert (ids(found), found.tied, found.turn) == ({"a", "b"}, False, None)


def test_what_nobody_assessed_is_never_on_the_shortlist() -> None:
    found = turned({"a": {"x": 4}, "b": {}}, 2, x=1, y=1)

    assert (ids(found), found.turn) == ({"a"}, None)


def test_with_a_single_criterion_no_weight_decides() -> None:
    assert turned({"a": {"x": 4}, "b": {"x": 3}}, 1, x=7).turn is None


def test_an_item_that_leads_on_every_criterion_is_never_passed() -> None:
    assert turned({"a": {"x": 4, "y": 3}, "b": {"x": 2, "y": 3}}, 1, x=1, y=9).turn is None


@few
@given(rounds(items=(2, 4), criteria=(1, 2), assessors=(2, 3)), places_drawn)
def test_only_those_are_named_without_whom_it_would_be_another(a_world: World, places: int) -> None:
    found = shortlist(themes_in(a_world), places)

    def without(assessor: str) -> set[str]:
        others = [one for one in a_world.assessors if one != assessor]
        ranking = rank_themes(a_world.dataset, a_world.criteria, "nb", only=others)
        return ids(shortlist(ranking, places))

    assert {one.assessor: {*one.rises} - {*one.falls} for one in found.absences} == {
        one: without(one) - ids(found) for one in a_world.assessors if without(one) != ids(found)
    }


def test_an_assessor_without_whom_the_shortlist_would_be_another_is_named() -> None:
    given_values = {
        "juss": {"a": {"x": 4}, "b": {"x": 0}},
        "nim": {"a": {"x": 1}, "b": {"x": 2}},
    }

    found = shortlist(themes_in(world(given_values, x=1)), 1)

    assert found.absences == (Absence("juss", falls=("a",), rises=("b",)),)
