"""Links are read from both sides, and everything that touches a record is found."""

from __future__ import annotations

from anbefal.analysis.mentions import Mentions, mentions_of
from anbefal.model.dataset import Dataset
from repositories import Data, dataset, meeting, recommendation, scores, text


def linked(**links: Data) -> Dataset:
    """Return records with these links, by id."""
    return dataset(recommendations=[recommendation(one, links=of) for one, of in links.items()])


def test_the_same_ask_is_reached_through_a_chain_from_every_end() -> None:
    data = linked(a={"same_as": ["b"]}, b={}, c={"same_as": ["b"]}, d={"same_as": ["c"]}, e={})

    assert {one: data.links.same_as(one) for one in "abcde"} == {
        "a": ("b", "c", "d"),
        "b": ("a", "c", "d"),
        "c": ("a", "b", "d"),
        "d": ("a", "b", "c"),
        "e": (),
    }


def test_a_circle_of_the_same_ask_ends() -> None:
    data = linked(a={"same_as": ["b"]}, b={"same_as": ["c"]}, c={"same_as": ["a"]})

    assert data.links.same_as("a") == ("b", "c")


def test_a_family_is_what_same_as_and_repeats_join_in_any_chain() -> None:
    data = linked(a={}, b={"repeats": ["a"]}, c={"same_as": ["b"]}, d={"related": ["a"]})

    assert [data.links.family(one) for one in "abcd"] == [tuple("abc")] * 3 + [("d",)]
    assert data.links.are_one_ask("a", "c")
    assert not data.links.are_one_ask("a", "d")


def test_the_chain_between_two_of_a_family_is_a_shortest_one() -> None:
    links = linked(
        a={"same_as": ["b"]}, b={"same_as": ["c"]}, c={}, d={"repeats": ["c"], "same_as": ["a"]}
    ).links

    assert links.chain("b", "d", most=9) in {("b", "a", "d"), ("b", "c", "d")}
    assert links.chain("a", "a", most=9) == ("a",)
    assert links.chain("a", "e", most=9) == ()
    assert links.chain("a", "c", most=1) == ()


def test_records_that_name_the_same_missing_one_are_not_joined() -> None:
    links = linked(
        a={"same_as": ["gone"], "repeats": ["lost"]},
        b={"same_as": ["gone"]},
        c={"repeats": ["lost"]},
    ).links

    assert [links.same_as(one) for one in "abc"] == [(), (), ()]
    assert [links.family(one) for one in "abc"] == [("a",), ("b",), ("c",)]


def test_related_and_distinct_hold_both_ways_but_make_no_chains() -> None:
    data = linked(a={"related": ["b"], "distinct_from": ["c"]}, b={"related": ["c"]}, c={})

    assert data.links.related == {"a": ("b",), "b": ("a", "c"), "c": ("b",)}
    assert data.links.distinct_from == {"a": ("c",), "c": ("a",)}


def test_repeats_has_a_direction() -> None:
    data = linked(new={"repeats": ["old"]}, old={})

    assert (data.links.repeats, data.links.repeated_by) == ({"new": ("old",)}, {"old": ("new",)})


def mentions(data: Dataset, record: str = "cat-1") -> Mentions:
    return mentions_of(data, data.recommendations[record])


def test_a_measure_in_a_meeting_or_plan_mentions_what_it_addresses() -> None:
    measure = {"id": "kurs", "text": text("Kurs"), "addresses": ["cat-1"]}
    other = {"id": "annet", "text": text("Annet"), "addresses": ["cat-2"]}
    data = dataset(
        recommendations=[recommendation("cat-1")],
        meetings=[meeting("motet", "vold", commitments=[measure, other])],
        plans=[{"id": "planen", "title": text("Plan"), "measures": [other, measure]}],
    )

    found = [(one.where, one.measure.id) for one in mentions(data).measures]

    assert found == [("motet", "kurs"), ("planen", "kurs")]


def test_a_meeting_names_a_record_or_is_on_one_of_its_themes_but_not_both() -> None:
    data = dataset(
        recommendations=[recommendation("cat-1", "vold")],
        meetings=[
            meeting("names-it", "helse", recommendations=["cat-1"]),
            meeting("both", "vold", recommendations=["cat-1"]),
            meeting("on-the-theme", "vold"),
            meeting("neither", "helse"),
        ],
    )
    found = mentions(data)

    assert [one.id for one in found.meetings] == ["both", "names-it"]
    assert [one.id for one in found.theme_meetings] == ["on-the-theme"]


def test_only_scores_given_to_the_record_itself_mention_it() -> None:
    data = dataset(
        recommendations=[recommendation("cat-1", "vold")],
        assessments=[
            scores("nim", {"cat-1": {"alvor": 2}, "vold": {"alvor": 1}}, recommendations=["cat-1"]),
            scores("juss", {"vold": {"alvor": 3}}),
        ],
    )

    found = [(one.round, one.assessor, dict(one.entry.values)) for one in mentions(data).scores]

    assert found == [("2022", "nim", {"alvor": 2})]


def test_a_link_to_a_record_that_is_not_there_is_passed_over() -> None:
    data = linked(a={"same_as": ["gone"], "repeats": ["gone"]})

    assert (mentions(data, "a").same_as, mentions(data, "a").repeats) == ((), ())
