"""The pairs worth judging: which, and that nothing but the texts decides about them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.duplicates.candidates import NEAR, Candidate, candidates

Texts = Sequence[Sequence[str]]

OPCAT = ("ratify", "opcat")
CONSIDER = ("consider", "ratify", "opcat")
PRISONS = ("train", "staff", "of", "prisons")

word = st.sampled_from(
    ["opcat", "ratify", "prison", "æble", "child", "law", "of", "日本", "ß", "ა"]
)
some_texts = st.lists(st.lists(word, max_size=7), max_size=14)
fewer = settings(max_examples=25, deadline=None)


def found(texts: Texts, **options: float) -> set[Candidate]:
    pairs = list(candidates(texts, **options))
    assert len(pairs) == len(set(pairs))
    return set(pairs)


def places(texts: Texts, **options: float) -> set[tuple[int, int]]:
    return {(pair.a, pair.b) for pair in found(texts, **options)}


def by_texts(texts: Texts, **options: float) -> Counter[tuple[str, str, float]]:
    return Counter(
        (min(one, other), max(one, other), pair.alike)
        for pair in found(texts, **options)
        for one, other in [(" ".join(texts[pair.a]), " ".join(texts[pair.b]))]
    )


def weighed(texts: Texts) -> list[dict[str, int]]:
    """What the module says of weights, word by word."""
    different = {tuple(sorted(text)) for text in texts if text}
    spread = Counter(word for text in different for word in set(text))
    every = []
    for text in texts:
        weights = {w: round(1024 * math.log1p(len(different) / spread[w])) for w in set(text)}
        lighter = 0
        for one in sorted(weights, key=lambda w: (weights[w], w)):
            lighter += weights[one]
            if lighter * 10 > sum(weights.values()):
                break
            weights[one] = 0
        every.append({w: weight for w, weight in weights.items() if weight})
    return every


def near(one: dict[str, int], other: dict[str, int]) -> float:
    shared = sum(weight for w, weight in one.items() if w in other)
    own, others = sum(one.values()), sum(other.values())
    return shared / (own**0.75 * others**0.25)


def test_two_texts_that_share_a_word_are_worth_judging_and_others_are_not() -> None:
    assert places([OPCAT, PRISONS, CONSIDER]) == {(0, 2)}


def test_alike_says_how_much_of_the_text_is_the_same_in_whatever_order_its_words_are() -> None:
    (pair,) = found([OPCAT, ("opcat", "consider", "ratify")])

    assert pair.alike == pytest.approx(100 * 2 * len("opcat ratify") / (12 + 21))


def test_pairs_less_alike_than_asked_for_are_left_out() -> None:
    assert places([OPCAT, CONSIDER], least=72.7) == {(0, 1)}
    assert places([OPCAT, CONSIDER], least=72.8) == set()


def test_a_short_ask_is_found_in_a_long_list_of_asks() -> None:
    many = [(f"ask{number}", f"thing{number}", f"end{number}") for number in range(40)]
    listed = [part for ask in many[:15] for part in ask]

    assert (3, 40) in places([*many, listed])


@fewer
@given(some_texts)
def test_every_pair_that_is_near_is_found_and_no_other(texts: list[list[str]]) -> None:
    weights = weighed(texts)

    def same(a: int, b: int) -> bool:
        return sorted(texts[a]) == sorted(texts[b])

    least, surely = NEAR * (1 - 1e-9), NEAR * (1 + 1e-9)
    pairs = [pair for pair in combinations(range(len(texts)), 2) if all(texts[i] for i in pair)]
    nearest = {
        (a, b): 1 if same(a, b) else max(near(weights[a], weights[b]), near(weights[b], weights[a]))
        for a, b in pairs
    }
    got = places(texts)

    assert got <= {pair for pair, value in nearest.items() if value > least}
    assert got >= {pair for pair, value in nearest.items() if value > surely}


@fewer
@given(some_texts, st.randoms(use_true_random=False), st.integers(1, 4))
def test_neither_the_order_of_the_texts_nor_threads_decide_even_where_few_are_kept(
    texts: list[list[str]], chance: Random, most: int
) -> None:
    shuffled = chance.sample(texts, len(texts))
    in_other_words = [chance.sample(text, len(text)) for text in texts]

    assert by_texts([sorted(text) for text in texts], most=most) == by_texts(
        [sorted(text) for text in shuffled], most=most, threads=2
    )
    assert found(texts, most=most) == found(in_other_words, most=most)


def test_of_many_that_are_near_the_nearest_are_kept() -> None:
    texts = [("a", "b", "c", "d"), ("a", "b", "c", "e"), *(("a", f"x{n}") for n in range(60))]

    assert (0, 1) in places(texts, most=1)
    assert len(places(texts, most=1)) <= len(texts)


@pytest.mark.parametrize("texts", [[], [[]], [[], []], [["opcat"]], [["opcat"], []]])
def test_there_is_no_pair_without_two_texts_with_words(texts: Texts) -> None:
    assert found(texts) == set()


def test_the_same_text_twice_is_a_pair_and_both_are_compared_with_others() -> None:
    assert places([OPCAT, CONSIDER, OPCAT[::-1]]) == {(0, 1), (0, 2), (1, 2)}


def test_ten_thousand_of_the_same_are_given_out_one_pair_at_a_time() -> None:
    pairs = candidates([OPCAT] * 10_000 + [CONSIDER])

    assert [pair[:2] for pair in islice(pairs, 3)] == [(0, 1), (0, 2), (0, 3)]
