"""Which recommendations of a repository may be the same ask."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.duplicates.pairs import Pair, Suggestions
from anbefal.analysis.duplicates.suggesting import suggest
from anbefal.model.dataset import Dataset
from repositories import Data, actor, dataset, recommendation

OPCAT = "Ratify OPCAT"
ALSO = "The Committee urges the State party to accede to OPCAT"
CONSIDER = "Consider ratifying OPCAT"
OTHER = "Prohibit corporal punishment of children"


def ask(record_id: str, words: str | Mapping[str, str], day: str = "", **more: Any) -> Data:
    """Return a record; its id begins with the body, words without a language are English."""
    texts = {"en": words} if isinstance(words, str) else dict(words)
    source = {"date": day} if day else {}
    body = record_id.partition("-")[0]
    return recommendation(record_id, "vold", body=body, source=source, text=texts, **more)


def repository(*records: Data, **more: Any) -> Dataset:
    return dataset(recommendations=records, **more)


def suggested(*records: Data, **options: Any) -> Suggestions:
    return suggest(repository(*records), **options)


def only(suggestions: Suggestions) -> Pair:
    (pair,) = suggestions.pairs
    return pair


def names(suggestions: Suggestions) -> set[tuple[str, str]]:
    return {(pair.a, pair.b) for pair in suggestions.pairs}


def test_the_same_ask_of_two_bodies_is_a_duplicate_and_a_group() -> None:
    found = suggested(ask("cat-1", OPCAT), ask("ccpr-1", ALSO), ask("crc-1", OTHER))
    assert only(found).judgement.relation == "duplicate"
    assert only(found).link == "same_as"
    assert found.clusters == (("cat-1", "ccpr-1"),)
    assert (found.compared, found.alone) == (3, ())


def test_a_weaker_ask_is_related_and_no_group() -> None:
    found = suggested(ask("cat-1", OPCAT), ask("ccpr-1", CONSIDER))
    assert only(found).judgement.relation == "related"
    assert (only(found).link, found.clusters) == ("related", ())


def test_duplicates_come_before_related_ones() -> None:
    found = suggested(ask("cat-1", OPCAT), ask("ccpr-1", CONSIDER), ask("upr-1", ALSO))
    relations = [pair.judgement.relation for pair in found.pairs]
    assert relations == ["duplicate", "related", "related"]
    scores = [pair.judgement.score for pair in found.pairs[1:]]
    assert scores == sorted(scores, reverse=True)


def test_the_later_one_comes_first_in_a_pair() -> None:
    found = suggested(ask("cat-9", OPCAT, "2014-11-20"), ask("cat-1", ALSO, "2020-05-14"))
    assert (only(found).a, only(found).b) == ("cat-1", "cat-9")
    without_dates = suggested(ask("cat-9", OPCAT), ask("cat-1", ALSO))
    assert (only(without_dates).a, only(without_dates).b) == ("cat-9", "cat-1")


@pytest.mark.parametrize(
    ("one", "other", "link"),
    [
        (ask("cat-1", OPCAT, "2014-11-20"), ask("cat-2", OPCAT, "2020-05-14"), "repeats"),
        (ask("cat-1", OPCAT, "2014"), ask("cat-2", OPCAT, "2020-05"), "repeats"),
        (ask("cat-1", OPCAT, "2020-01-20"), ask("cat-2", OPCAT, "2020-12-14"), "same_as"),
        (ask("cat-1", OPCAT, "2014-11-20"), ask("ccpr-2", OPCAT, "2020-05-14"), "same_as"),
        (ask("cat-1", OPCAT), ask("cat-2", OPCAT, "2020-05-14"), "same_as"),
        (ask("cat-1", OPCAT, "2014-11-20"), ask("cat-2", CONSIDER, "2020-05-14"), "related"),
    ],
)
def test_a_body_repeats_what_it_asked_in_an_earlier_year(one: Data, other: Data, link: str) -> None:
    assert only(suggested(one, other)).link == link


@pytest.mark.parametrize("link", ["same_as", "repeats", "related", "distinct_from"])
@pytest.mark.parametrize("other", [ALSO, CONSIDER])
def test_a_decided_pair_never_comes_back(link: str, other: str) -> None:
    decided = ask("ccpr-2", other, links={link: ["cat-1"]})
    found = suggested(ask("cat-1", OPCAT), decided)
    assert (found.pairs, found.clusters) == ((), ())


def test_a_decision_holds_for_all_that_are_the_same_ask() -> None:
    records = [
        ask("cat-1", OPCAT),
        ask("cat-2", OPCAT, links={"repeats": ["cat-1"]}),
        ask("ccpr-1", OPCAT, links={"distinct_from": ["cat-1"]}),
        ask("ccpr-2", OPCAT, links={"same_as": ["ccpr-1"]}),
    ]
    assert suggested(*records).pairs == ()


def test_a_new_one_joins_the_group_of_those_decided_to_be_the_same() -> None:
    records = [
        ask("cat-1", OPCAT),
        ask("cat-2", OPCAT, links={"repeats": ["cat-1"]}),
        ask("ccpr-1", ALSO),
    ]
    found = suggested(*records)
    assert names(found) == {("ccpr-1", "cat-1"), ("ccpr-1", "cat-2")}
    assert found.clusters == (("cat-1", "cat-2", "ccpr-1"),)


@pytest.mark.parametrize("kind", ["concern", "follow-up-request"])
def test_a_concern_is_compared_with_concerns_only(kind: str) -> None:
    recommended, noted = ask("cat-1", OPCAT), ask("ccpr-1", OPCAT, kind=kind)
    found = suggested(recommended, noted)
    assert (found.pairs, found.alone) == ((), ("cat-1", "ccpr-1"))
    two = suggested(recommended, noted, ask("ccpr-2", OPCAT, kind=kind))
    assert names(two) == {("ccpr-2", "ccpr-1")}
    assert two.alone == ("cat-1",)


def test_nynorsk_is_compared_with_bokmal() -> None:
    found = suggested(
        ask("cat-1", {"nb": "Norge bør ratifisere OPCAT"}),
        ask("ccpr-1", {"nn": "Noreg bør slutte seg til OPCAT"}),
    )
    assert only(found).judgement.relation == "duplicate"
    assert only(found).language == "nb"


def test_records_without_a_common_language_are_alone() -> None:
    found = suggested(
        ask("cat-1", OPCAT), ask("ccpr-1", ALSO), ask("crc-1", {"nb": "Norge bør tiltre OPCAT"})
    )
    assert names(found) == {("ccpr-1", "cat-1")}
    assert (found.compared, found.alone) == (2, ("crc-1",))


def test_english_is_taken_where_both_have_it() -> None:
    found = suggested(
        ask("cat-1", {"en": OPCAT, "nb": "Norge bør vurdere å ratifisere OPCAT"}),
        ask("ccpr-1", {"en": ALSO, "nb": "Norge bør ratifisere OPCAT"}),
    )
    assert (only(found).language, only(found).judgement.relation) == ("en", "duplicate")


def test_the_official_wording_goes_before_our_summary() -> None:
    soft = ask("cat-1", OPCAT, summary={"en": CONSIDER})
    assert only(suggested(soft, ask("ccpr-1", OPCAT))).judgement.relation == "duplicate"


def test_the_convention_is_the_one_that_the_body_watches_over() -> None:
    records = [
        ask("cat-1", "Apply the Convention in all courts"),
        ask("upr-1", "Apply the Convention against Torture in all courts"),
    ]
    watching = actor("cat", "treaty-body", convention="CAT")
    known = suggest(repository(*records, actors=[watching])).pairs[0].judgement
    assert known.shared.instruments == ("cat",)
    assert only(suggested(*records)).judgement.shared.instruments == ()


def test_what_is_not_sure_enough_is_not_suggested() -> None:
    records = [ask("cat-1", OPCAT), ask("ccpr-1", ALSO)]
    assert suggested(*records, least=0.999).pairs == ()


def test_among_names_of_whom_one_must_be_in_each_pair() -> None:
    records = [ask("cat-1", OPCAT), ask("ccpr-1", OPCAT), ask("upr-1", OPCAT)]
    found = suggested(*records, among={"upr-1"})
    assert names(found) == {("upr-1", "cat-1"), ("upr-1", "ccpr-1")}
    assert found.compared == 3
    assert suggested(*records, among=set()).pairs == ()


def test_an_empty_repository_has_nothing_to_suggest() -> None:
    assert suggested() == Suggestions((), (), 0, ())
    assert suggested(ask("cat-1", OPCAT)).alone == ("cat-1",)


WORDS = [
    OPCAT,
    ALSO,
    CONSIDER,
    OTHER,
    "Ratify OPCAT and the CED",
    "Ratify OPCAT and set up a preventive mechanism",
    "Ban corporal punishment in schools and at home",
    "Train teachers; prohibit corporal punishment of children",
    "Collect data on corporal punishment of children",
]
drawn = st.lists(
    st.tuples(
        st.sampled_from(WORDS),
        st.sampled_from(["cat", "ccpr", "upr"]),
        st.sampled_from(["", "2014", "2020-05-14"]),
        st.sampled_from([{}, {}, {"same_as": 1}, {"repeats": 1}, {"distinct_from": 1}]),
    ),
    max_size=9,
)


def drawn_records(chosen: list[tuple[str, str, str, dict[str, int]]]) -> list[Data]:
    """Return records, each with a decision on the one before it at most."""
    found: list[Data] = []
    for number, (words, body, day, links) in enumerate(chosen):
        before = [found[-1]["id"]] if found else []
        decided = dict.fromkeys(links, before) if before else {}
        found.append(ask(f"{body}-{number}", words, day, links=decided))
    return found


@settings(max_examples=15, deadline=None)
@given(drawn, st.randoms(use_true_random=False))
def test_the_order_of_records_and_files_makes_no_difference(
    chosen: list[tuple[str, str, str, dict[str, int]]], random: Random
) -> None:
    records = drawn_records(chosen)
    found = suggested(*records)
    random.shuffle(records)
    assert suggested(*records) == found


@settings(max_examples=15, deadline=None)
@given(drawn)
def test_every_pair_is_listed_once_and_groups_are_made_of_duplicates(
    chosen: list[tuple[str, str, str, dict[str, int]]],
) -> None:
    records = drawn_records(chosen)
    found = suggested(*records)
    unordered = [frozenset((pair.a, pair.b)) for pair in found.pairs]
    assert len(unordered) == len(set(unordered))
    assert all(len(pair) == 2 for pair in unordered)
    duplicates = {
        name
        for pair in found.pairs
        if pair.judgement.relation == "duplicate"
        for name in (pair.a, pair.b)
    }
    for group in found.clusters:
        assert duplicates.intersection(group)
    assert found.compared + len(found.alone) == len(records)
