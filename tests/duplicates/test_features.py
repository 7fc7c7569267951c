"""Numbers for what two asks have in common: the same whichever comes first."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.features import (
    MOST,
    Features,
    other_features,
    subject_features,
    treaty_features,
)
from anbefal.analysis.duplicates.obligations import obligation_of
from anbefal.analysis.duplicates.reads import Read, closest, prepared
from anbefal.analysis.duplicates.weights import DIFFERS

PIECES = [
    "ratify OPCAT",
    "consider ratifying the CED and OPCAT",
    "continue efforts to abolish the death penalty",
    "withdraw its reservations to the CRC",
    "train police officers",
    "adopt a law on hate speech against women",
    "in line with CEDAW",
    "with a view to ending child labour",
    "collect data on prisoners",
    "12 shelters",
    "as soon as possible",
]
LITTLE = ["", "x", "the", "ratify", "OPCAT"]


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.sampled_from(PIECES + LITTLE), max_size=4))
    return draw(st.sampled_from([" ", ", ", "; ", " and "])).join(pieces)


def read(text: str) -> Read:
    return prepared(read_ask(text, "en"))


def treaty(one: str, other: str) -> Features:
    a, b = read(one), read(other)
    first, second = obligation_of(a.ask), obligation_of(b.ask)
    assert first
    assert second
    return treaty_features(a, b, first, second)


def tables(a: Read, b: Read) -> list[Features]:
    one, other = obligation_of(a.ask), obligation_of(b.ask)
    binding = [treaty_features(a, b, one, other)] if one and other else []
    return [*binding, other_features(a, b), subject_features(a, b)]


@settings(max_examples=30, deadline=None)
@given(texts(), texts())
def test_features_are_the_same_whichever_text_comes_first(one: str, other: str) -> None:
    a, b = read(one), read(other)
    for there, back in zip(tables(a, b), tables(b, a), strict=True):
        assert there == pytest.approx(back, abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(texts(), texts())
def test_features_are_small_numbers(one: str, other: str) -> None:
    for features in tables(read(one), read(other)):
        assert all(math.isfinite(value) for value in features.values())
        short = (v for name, v in features.items() if not name.startswith("alike but for"))
        assert all(0 <= value <= MOST for value in short)


@settings(max_examples=20, deadline=None)
@given(texts())
def test_a_text_has_nothing_that_it_lacks_itself(text: str) -> None:
    a = read(text)
    for features in tables(a, a):
        against = {name: value for name, value in features.items() if name.startswith(DIFFERS)}
        assert against
        assert not any(against.values())


@pytest.mark.parametrize(
    ("name", "one", "other", "value"),
    [
        ("same treaties, act and strength", "Ratify OPCAT", "Accede to OPCAT", 1),
        ("same treaties, act and strength", "Ratify OPCAT", "Consider ratifying OPCAT", 0),
        ("one only considered", "Ratify OPCAT", "Consider ratifying OPCAT", 1),
        ("both only considered", "Look into ratifying OPCAT", "Consider ratifying OPCAT", 1),
        ("treaties shared", "Ratify OPCAT and the CED", "Ratify OPCAT", 0.5),
        ("extra are protocols, same act and strength", "Ratify CAT", "Ratify CAT and OPCAT", 1),
        ("extra are protocols, same act and strength", "Ratify CED", "Ratify CED and OPCAT", 0),
        (
            "many treaties shared, same act and strength",
            "Ratify OPCAT, the CED and the CRPD",
            "Ratify OPCAT, the CED, the CRPD and the ICRMW",
            0.75,
        ),
        (
            "many treaties shared, same act and strength",
            "Ratify OPCAT and the CED",
            "Ratify OPCAT, the CED and the CRPD",
            0,
        ),
        (
            "many treaties shared, same act and strength",
            "Ratify OPCAT, the CED and the CRPD",
            "Consider ratifying OPCAT, the CED, the CRPD and the ICRMW",
            0,
        ),
        ("one comes later in its text", "Ratify OPCAT", "Train guards and ratify OPCAT", 1),
        ("other asks beside it", "Ratify OPCAT", "Ratify the CED", 0),
        (
            "both general, same act and strength",
            "Ratify human rights treaties",
            "Ratify human rights treaties",
            1,
        ),
        (
            "both general, one with examples, same act and strength",
            "Ratify human rights treaties",
            "Ratify human rights treaties, including the CED",
            1,
        ),
        (
            "both general, one with examples, same act and strength",
            "Ratify human rights treaties, including OPCAT",
            "Ratify human rights treaties, including the CED",
            0,
        ),
        (
            "both general, one with examples, same act and strength",
            "Ratify human rights treaties",
            "Consider ratifying human rights treaties, including the CED",
            0,
        ),
    ],
)
def test_features_of_treaties(name: str, one: str, other: str, value: float) -> None:
    assert treaty(one, other)[name] == value


@pytest.mark.parametrize(
    ("name", "one", "other", "value"),
    [
        ("same deed", "Prohibit torture", "Ban torture", 1),
        ("both create", "Set up a crisis centre", "Establish a shelter", 1),
        ("only one: train", "Train guards", "Count guards", 1),
        ("only one: train", "Train guards", "Offer training to nurses", 0),
        ("no subject shared", "Prohibit child labour", "Prohibit hate speech", 1),
        ("one only considered", "Abolish torture", "Consider abolishing torture", 1),
        ("one only considered, done or not done", "Train guards", "Consider training guards", 0),
    ],
)
def test_features_of_other_asks(name: str, one: str, other: str, value: float) -> None:
    assert other_features(read(one), read(other))[name] == value


def test_a_treaty_or_a_group_of_both_tells_of_the_subject() -> None:
    features = subject_features(
        read("Implement OPCAT for prisoners"), read("Ratify OPCAT; count prisoners")
    )
    assert features["a treaty or body shared"] == 1
    assert features["groups shared"] == 1


def test_the_closest_asks_are_found_wherever_they_stand() -> None:
    one = read("Train guards; prohibit child labour; build shelters")
    other = read("Build shelters; open schools")
    assert closest(one, other) == (2, 0)
    assert closest(other, one) == (0, 2)


def test_counts_of_words_are_cut_off() -> None:
    words = " ".join(f"thing{letter}" for letter in "abcdefghijklmnop")
    features = other_features(read(f"Paint {words}"), read(f"Paint {words}"))
    assert features["weight of what the main asks share"] == MOST
