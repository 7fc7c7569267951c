"""Groups of recommendations that may be one ask."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.grouping import grouped
from anbefal.analysis.duplicates.pairs import Judgement, Pair, Shared
from repositories import dataset, recommendation

NOTHING = Shared(None, (), (), (), (), 0.0)
OPEN = Decided({}, frozenset())


def pair(names: str, score: float = 0.9) -> Pair:
    """Return a pair named by two letters; below a half it is related."""
    relation = "duplicate" if score >= 0.5 else "related"
    earlier, later = sorted(names)
    judgement = Judgement(relation, score, (), NOTHING)
    return Pair(later, earlier, judgement, "en", "same_as")


def groups(*pairs: Pair, decided: Decided = OPEN) -> str:
    return " ".join("".join(group) for group in grouped(pairs, decided))


def decisions(**links: dict[str, list[str]]) -> Decided:
    records = [recommendation(name, "vold", links=links.get(name, {})) for name in "abcdefg"]
    return Decided.index(dataset(recommendations=records))


def test_a_pair_is_a_group() -> None:
    assert groups(pair("ab")) == "ab"


def test_three_of_which_all_are_alike_are_a_group() -> None:
    assert groups(pair("ab"), pair("bc"), pair("ac")) == "abc"


def test_a_third_joins_two_when_it_is_like_one_of_them() -> None:
    assert groups(pair("ab"), pair("bc", 0.8)) == "abc"


def test_a_chain_makes_no_group_of_its_ends() -> None:
    chain = [pair("ab", 0.9), pair("bc", 0.8), pair("cd", 0.9), pair("de", 0.8), pair("ef", 0.9)]
    found = groups(*chain)
    assert found == "ab cd ef"


def test_the_surest_pairs_are_joined_first() -> None:
    assert groups(pair("ab", 0.6), pair("bc", 0.9), pair("cd", 0.8)) == "bcd"


def test_related_pairs_join_nothing() -> None:
    assert groups(pair("ab", 0.4)) == ""
    assert groups(pair("ab"), pair("bc", 0.4), pair("ac", 0.4)) == "ab"


def test_the_group_with_the_surest_pair_comes_first() -> None:
    assert groups(pair("ab", 0.6), pair("cd", 0.9)) == "cd ab"


def test_what_is_decided_to_be_the_same_begins_as_one() -> None:
    decided = decisions(a={"same_as": ["b"]})
    assert groups(pair("bc"), decided=decided) == "abc"
    assert groups(pair("de"), decided=decided) == "de"


def test_one_like_a_few_of_a_family_only_does_not_join_it() -> None:
    decided = decisions(a={"same_as": ["b", "c", "d"]})
    assert groups(pair("ae"), decided=decided) == ""
    assert groups(pair("ae"), pair("be"), decided=decided) == "abcde"


@pytest.mark.parametrize("link", ["related", "distinct_from"])
def test_two_that_were_told_apart_are_never_in_one_group(link: str) -> None:
    decided = decisions(a={link: ["c"]})
    assert groups(pair("ab", 0.9), pair("bc", 0.8), decided=decided) == "ab"


def test_families_that_were_told_apart_stay_apart_with_all_their_members() -> None:
    decided = decisions(a={"same_as": ["b"]}, b={"distinct_from": ["c"]}, c={"repeats": ["d"]})
    assert groups(pair("ad"), pair("ac"), pair("bd"), decided=decided) == ""


scored = st.lists(
    st.tuples(
        st.sampled_from([one + other for one, other in combinations("abcdefg", 2)]),
        st.sampled_from([0.3, 0.6, 0.7, 0.7, 0.9]),
    ),
    max_size=14,
    unique_by=lambda one: one[0],
)
kinds = st.sampled_from(["same_as", "repeats", "related", "distinct_from"])
written = st.dictionaries(
    st.sampled_from("abcdef"), st.dictionaries(kinds, st.just(["g"]), max_size=1), max_size=3
)


@settings(max_examples=30, deadline=None)
@given(scored, written, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_makes_no_difference(
    pairs: list[tuple[str, float]], links: dict[str, dict[str, list[str]]], random: Random
) -> None:
    decided = decisions(**links)
    given_pairs = [pair(names, score) for names, score in pairs]
    found = groups(*given_pairs, decided=decided)
    random.shuffle(given_pairs)
    assert groups(*given_pairs, decided=decided) == found


@settings(max_examples=30, deadline=None)
@given(scored, written)
def test_every_record_is_in_one_group_at_most_and_never_with_one_told_apart(
    pairs: list[tuple[str, float]], links: dict[str, dict[str, list[str]]]
) -> None:
    decided = decisions(**links)
    found = grouped([pair(names, score) for names, score in pairs], decided)
    members = [name for group in found for name in group]
    assert len(members) == len(set(members))
    for group in found:
        assert list(group) == sorted(group)
        assert len(group) > 1
        for one, other in combinations(group, 2):
            same = decided.family(one) == decided.family(other)
            assert same or not decided.holds(one, other)
