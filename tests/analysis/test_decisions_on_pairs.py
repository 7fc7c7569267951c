"""What links decide of pairs, what of a text differs, and which records are new."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.analysis.duplicates.compared import compared
from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.deciding import Standing, standing, taken_back
from anbefal.analysis.duplicates.differing import differing
from anbefal.analysis.duplicates.newness import newly_there
from anbefal.analysis.duplicates.pairs import Judgement, Pair, Shared
from anbefal.analysis.duplicates.suggesting import asked_earlier
from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Discard, SetValue
from repositories import Data, dataset, recommendation, update

ALIKE = Judgement("duplicate", 0.9, (), Shared(None, (), (), (), (), 0.9))


def linked(**links: dict[str, list[str]]) -> Dataset:
    """Return records a to e with these links."""
    return dataset(
        recommendations=[recommendation(one, links=links.get(one, {})) for one in "abcde"]
    )


@pytest.mark.parametrize(
    ("links", "pairs"),
    [
        ({}, ""),
        ({"a": {"same_as": ["b"]}, "c": {"repeats": ["b"]}}, "ab ac bc"),
        ({"a": {"related": ["b"]}}, "ab"),
        ({"a": {"related": ["b"]}, "b": {"related": ["c"]}}, "ab bc"),
        (
            {"a": {"same_as": ["b"], "distinct_from": ["c"]}, "d": {"repeats": ["c"]}},
            "ab ac ad bc bd cd",
        ),
        ({"a": {"same_as": ["gone"]}, "b": {"same_as": ["gone"]}}, ""),
    ],
)
def test_a_decision_holds_for_all_of_the_same_ask(links: dict[str, Any], pairs: str) -> None:
    index = Decided.index(linked(**links))
    names = "abcde"

    found = [x + y for x in names for y in names if x < y and index.holds(x, y)]

    assert found == pairs.split()
    assert [y + x for x in names for y in names if x < y and index.holds(y, x)] == [
        one[::-1] for one in found
    ]


def test_a_family_is_what_links_join() -> None:
    index = Decided.index(linked(a={"same_as": ["c"]}, d={"repeats": ["a"]}))

    assert index.family("c") == ("a", "c", "d")
    assert index.family("e") == ("e",)


def test_a_decision_can_be_taken_back() -> None:
    before, after = linked(), linked(a={"related": ["b"]})
    more = linked(a={"related": ["b", "c"]})
    key, steps = Key("recommendation", "a"), ("links", "related")

    assert taken_back(more, "a", "b", "related") == (Discard(key, steps, "b"),)
    assert taken_back(after, "a", "b", "related") == (SetValue(key, ("links",), None),)
    assert taken_back(before, "a", "b", "related") == ()


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"status": [update("reported", "in-progress", "2020-01-01")]}, Standing.OPEN),
        ({"summary": {"nb": "Gjør noe annet."}}, Standing.CHANGED),
        ({"source": {"body": "cat", "date": "2019"}}, Standing.CHANGED),
        ({"provenance": {"verified": True}}, Standing.CHANGED),
        ({"links": {"related": ["b"]}}, Standing.DECIDED),
        ({"id": "c"}, Standing.GONE),
    ],
)
def test_a_decision_is_on_what_somebody_saw(changed: Data, found: Standing) -> None:
    seen = records(recommendation("a"), recommendation("b"))
    now = records({**recommendation("a"), **changed}, recommendation("b"))
    pair = Pair("a", "b", ALIKE, "nb", "same_as")

    assert standing(now, Decided.index(now), pair, seen.recommendations) is found


@pytest.mark.parametrize(
    ("body", "dates", "repeats"),
    [
        ("cat", ("2018-06", "2012-11-23"), True),
        ("cat", ("2018-11", "2018-03"), False),  # one year is one cycle
        ("cat", ("2012", "2018"), False),
        ("ccpr", ("2018", "2012"), False),
        ("cat", ("2018", None), False),
    ],
)
def test_a_body_repeats_what_it_asked_in_an_earlier_year(
    body: str, dates: tuple[str | None, str | None], *, repeats: bool
) -> None:
    records = dataset(
        recommendations=[
            recommendation("later", body=body, source={"date": dates[0]}),
            recommendation("earlier", source={"date": dates[1]}),
        ]
    )

    assert asked_earlier(records, "later", "earlier") is repeats


def marked(one: str, other: str, language: Any = "en") -> str:
    pieces = differing(one, other, language)
    assert "".join(piece.words for piece in pieces) == one
    return "".join(f"<{piece.words}>" if piece.differs else piece.words for piece in pieces)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Train the police.", "The police should be trained", "Train the police."),
        ("Consider a ban on A", "Ban A", "<Consider> a ban on A"),
        (
            "Close the centre, and build houses of wood.",
            "Close centres.",
            "Close the centre, and <build houses of wood>.",
        ),
        ("Do it by 2027. Later than that", "Do it by 2026.", "Do it by <2027>. <Later than> that"),
        ("Ratify OP-CAT.", "Ratify the Optional Protocol to the CAT", "Ratify OP-CAT."),
        ("The Committee recommends that the State party ban it.", "Ban it.", "= one"),
        ("", "Ban it.", ""),
        ("½ " * 4_000, "Ban it.", f"<{'½ ' * 3_999}½> "),
        (", build schools" * 3_000, "Build schools", "= one"),
    ],
    ids=lambda text: text[:20],
)
def test_only_words_that_the_other_text_lacks_are_marked(
    one: str, other: str, expected: str
) -> None:
    assert marked(one, other) == (one if expected == "= one" else expected)


def test_norwegian_endings_and_small_words_are_no_difference() -> None:
    one = "Gi politiet opplæring i anmeldelser."

    assert marked(one, "Politiets ansatte må få en opplæring om anmeldelse", "nb") == (
        "<Gi> politiet opplæring i anmeldelser."
    )


def test_the_official_wording_is_compared_before_our_own() -> None:
    record = dataset(
        recommendations=recommendation(
            "a", text={"nn": "Ordlyd.", "en": "Wording."}, summary={"nb": "Vår.", "en": "Ours."}
        )
    ).recommendations["a"]

    assert [
        (found.words, found.official) for found in (compared(record, one) for one in ("nb", "en"))
    ] == [("Vår.", False), ("Wording.", True)]


def records(*found: Data) -> Dataset:
    return dataset(recommendations=list(found))


NB = recommendation("a", summary={"nb": "Gjør det."})


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ([], [NB], {"a"}),
        ([NB], [NB], set()),
        ([NB], [{**NB, "summary": {"nb": "Gjør det nå."}}], set()),
        ([NB], [{**NB, "summary": {"nb": "Steng arresten for barn."}}], {"a"}),  # in its place
        ([NB], [{**NB, "summary": {"nb": "Gjør det.", "en": "Do it."}}], {"a"}),
        ([NB], [{**NB, "text": {"nb": "Gjør det."}}], {"a"}),
        ([NB], [{**NB, "id": "b"}], set()),  # another id
        ([NB], [NB, {**NB, "id": "b"}], {"b"}),  # a copy
    ],
)
def test_new_is_what_could_not_be_compared_before(
    old: list[Data], new: list[Data], names: set[str]
) -> None:
    assert newly_there(records(*old), records(*new)) == names


@pytest.mark.parametrize("name", ["a", None])
def test_what_could_not_be_read_before_is_new(name: str | None) -> None:
    unread = Dataset(unread=frozenset({("recommendation", name)}))

    assert newly_there(unread, records(NB)) == {"a"}
