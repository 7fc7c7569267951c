"""What an answer must not depend on: orders, units, and voices that only agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.obvious import World, means_of
from analysis.rounds import OPEN, rounds
from anbefal.analysis.acceptability import Weights, acceptability
from anbefal.analysis.agreement import agreement
from anbefal.analysis.prioritisation import Ranking, rank_themes
from anbefal.analysis.sensitivity import shortlist
from anbefal.model.dataset import Dataset

few = settings(max_examples=25)
drawn = rounds(items=(2, 5), assessors=(1, 3))
kinds: st.SearchStrategy[Weights] = st.sampled_from(["near", "any"])
DRAWS = 100


@dataclass(frozen=True)
class Answer:
    """What people read off an answer.

    Attributes:
        scores: Item to score.
        ranks: Item to rank, in the order in which the items are listed.
        w: Kendall's W.
        counts: Item to how often it had each rank.
        turn: Criterion, share now, share, item that falls, item that rises.
    """

    scores: Mapping[str, float | None]
    ranks: list[tuple[str, int | None]]
    w: float | None
    counts: Mapping[str, tuple[int, ...]]
    turn: tuple[str, float, float, str, str] | None


def answer(world: World, kind: Weights = "near", data: Dataset | None = None) -> Answer:
    ranking: Ranking = rank_themes(data or world.dataset, world.criteria, "nb")
    sure = acceptability(ranking, kind, DRAWS)
    turn = shortlist(ranking, 2).turn
    return Answer(
        scores={item.id: item.score for item in ranking.items},
        ranks=[(item.id, item.rank) for item in ranking.items],
        w=agreement(ranking).kendall_w,
        counts={item: ranks.counts for item, ranks in sure.items.items()} if sure else {},
        turn=(turn.criterion, turn.now, turn.share, turn.falls.id, turn.rises.id) if turn else None,
    )


def same(found: Answer, expected: Answer) -> bool:
    """Whether two answers are the same but for the last digits of numbers."""
    now, then = found.turn, expected.turn
    return (
        found.scores == pytest.approx(expected.scores)
        and found.ranks == expected.ranks
        and found.w == pytest.approx(expected.w)
        and found.counts == expected.counts
        and (now and (now[0], *now[3:])) == (then and (then[0], *then[3:]))
        and (now and now[1:3]) == pytest.approx(then and then[1:3])
    )


@few
@given(drawn, kinds, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing_at_all(
    world: World, kind: Weights, chance: object
) -> None:
    entries = list(world.dataset.entries)
    chance.shuffle(entries)  # type: ignore[attr-defined]

    assert answer(world, kind, Dataset(tuple(entries))) == answer(world, kind)


@few
@given(drawn, kinds)
def test_the_order_of_assessors_changes_nothing_at_all(world: World, kind: Weights) -> None:
    assert answer(replace(world, assessors=world.assessors[::-1]), kind) == answer(world, kind)


@few
@given(drawn)
def test_the_order_of_criteria_changes_no_score_rank_w_or_turn(world: World) -> None:
    backwards = answer(replace(world, weights=dict(reversed(world.weights.items()))))
    expected = answer(world)

    assert same(replace(backwards, counts=expected.counts), expected)


@settings(max_examples=15)
@given(drawn, kinds)
def test_the_order_of_criteria_changes_shares_only_within_sampling_error(
    world: World, kind: Weights
) -> None:
    """Each criterion takes its numbers from the stream in its turn, so the draws are others."""
    backwards = replace(world, weights=dict(reversed(world.weights.items())))
    one, other = (
        acceptability(rank_themes(world.dataset, w.criteria, "nb"), kind, draws=10_000)
        for w in (world, backwards)
    )
    for item, ranks in one.items.items() if one and other else ():
        for share, again in zip(ranks.shares, other.items[item].shares, strict=True):  # type: ignore[union-attr]
            middle = (share + again) / 2
            assert abs(share - again) <= 4 * sqrt(2 * middle * (1 - middle) / 10_000)


@few
@given(drawn, kinds)
def test_doubling_every_weight_changes_nothing(world: World, kind: Weights) -> None:
    doubled = replace(world, weights={c: 2 * weight for c, weight in world.weights.items()})

    assert same(answer(doubled, kind), answer(world, kind))


@few
@given(drawn, kinds, st.sampled_from([(1, 0), (1, 3), (2, 0), (5, -7), (Fraction(1, 4), 1)]))
def test_moving_and_stretching_the_scale_with_its_values_changes_nothing(
    world: World, kind: Weights, change: tuple[Fraction, int]
) -> None:
    stretch, shift = change
    moved = replace(
        world,
        low=stretch * world.low + shift,
        high=stretch * world.high + shift,
        given={
            place: None if value is None else stretch * value + shift
            for place, value in world.given.items()
        },
    )

    assert same(answer(moved, kind), answer(world, kind))


@few
@given(drawn, kinds)
def test_an_assessor_who_gives_exactly_the_means_changes_no_score_rank_share_or_turn(
    world: World, kind: Weights
) -> None:
    agreeing = {
        ("enig", item, criterion): mean
        for item in world.themes
        for criterion, mean in means_of(world, item).items()
    }
    one_more = replace(
        world, assessors=[*world.assessors, "enig"], given={**world.given, **agreeing}
    )
    expected = answer(world, kind)

    assert same(replace(answer(one_more, kind), w=expected.w), expected)


@few
@given(rounds(items=(3, 5), assessors=(2, 3), most=OPEN - 1))
def test_when_every_assessor_gives_the_same_agreement_is_full_or_nothing_is_told_apart(
    world: World,
) -> None:
    first = world.assessors[0]
    copied = {
        (assessor, item, criterion): world.given[first, item, criterion]
        for assessor, item, criterion in world.given
    }

    assert answer(replace(world, given=copied)).w in {1, None}
