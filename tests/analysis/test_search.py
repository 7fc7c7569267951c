"""Searching forgives spelling and Norwegian compounds, and puts the best first."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from anbefal.analysis.search import search
from anbefal.model.dataset import Dataset
from repositories import Data, actor, dataset, recommendation, text, theme


def made(*records: Data) -> Dataset:
    return dataset(
        actors=[
            actor("cat", "treaty-body", name={"nb": "Torturkomiteen"}, abbreviation="TK"),
            actor("jd", "ministry", name={"nb": "Justisdepartementet"}),
        ],
        themes=[theme("isolasjon", name={"nb": "Isolasjon", "en": "Solitary confinement"})],
        recommendations=records,
    )


ISOLATION = recommendation(
    "cat-2018-16",
    "isolasjon",
    source={"document": "CAT/C/NOR/CO/8", "paragraph": "16"},
    summary={"nb": "La ingen sitte i isolasjonscelle på Åna.", "en": "Let nobody be alone."},
    groups=["innsatte"],
    ministries=["jd"],
)


def found(words: str, *records: Data) -> list[str]:
    return [hit.record.id for hit in search(made(*(records or (ISOLATION,))), words)]


@pytest.mark.parametrize(
    "words",
    [
        "isolasjonscelle",
        "celle",  # a part of a compound
        "isolasjonsselle",  # misspelt
        "ISOLASJONSCELLE",
        "nobody",  # another language
        "solitary",  # the theme's name
        "torturkomiteen",  # the body's name
        "tk",  # the body's abbreviation
        "justisdepartementet",
        "innsatte",
        "CAT/C/NOR/CO/8",
        "cat-2018-16",
    ],
)
def test_a_recommendation_is_found_by(words: str) -> None:
    assert found(words) == ["cat-2018-16"]


@pytest.mark.parametrize("words", ["sykehus", "scle", "", "!?", "isolasjonscelle sykehus"])
def test_a_recommendation_is_not_found_by(words: str) -> None:
    assert found(words) == []


def test_short_words_must_be_spelt_right() -> None:
    assert found("sittt") == ["cat-2018-16"]
    assert found("sitr") == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_the_same(form: str, written: str) -> None:
    record = recommendation("cat-1", summary=text(normalize(written, "Vern på Åna")))

    assert found(normalize(form, "åna"), record) == ["cat-1"]


def test_a_whole_word_comes_before_a_part_and_a_part_before_a_misspelling() -> None:
    records = [
        recommendation("a", summary=text("Bedre isolasjpn")),
        recommendation("b", summary=text("Bedre isolasjonscelle")),
        recommendation("c", summary=text("Bedre isolasjon")),
    ]

    assert found("isolasjon", *records) == ["c", "b", "a"]


def test_equally_good_ones_stand_by_id() -> None:
    records = [recommendation(one, summary=text("Bedre vern")) for one in ("b", "c", "a")]

    assert found("vern", *records) == ["a", "b", "c"]
