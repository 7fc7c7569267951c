"""A text as words: what counts as one, which are the same, and where a thought begins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.ask.words import form_of, lemma, spoken, stem, words_of


def test_articles_and_the_like_are_no_words() -> None:
    assert words_of("Ratify all the treaties and its protocol", "en").plain == (
        "ratify",
        "treaties",
        "and",
        "protocol",
    )


@pytest.mark.parametrize("back", ["to this end", "in that regard", "In this respect"])
def test_what_only_points_back_is_no_words(back: str) -> None:
    assert words_of(f"Train guards and, {back}, end torture", "en").plain == (
        "train",
        "guards",
        "and",
        "end",
        "torture",
    )


@pytest.mark.parametrize(
    "same",
    [
        ("ratify", "ratifies", "ratified", "ratifying", "Ratify", "RATIFYING"),
        ("law", "laws", "law's", "laws\u2019"),
        ("child", "children", "children's"),
        ("woman", "women"),
    ],
    ids=lambda words: words[0],
)
def test_the_forms_of_a_word_are_one(same: tuple[str, ...]) -> None:
    assert {words_of(word, "en").lemmas for word in same} == {(same[0],)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minor", "minority"),
        ("prison", "prisoner"),
        ("legislation", "legislator"),
        ("ratify", "ratification"),
    ],
)
def test_words_of_one_family_stay_apart_in_what_is_looked_up(one: str, other: str) -> None:
    assert lemma(one, "en") != lemma(other, "en")


def test_stems_bring_a_family_together_in_what_is_compared() -> None:
    assert stem("prisoners", "en") == stem("prison", "en")


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("protection", "tion"),
        ("treatment", "ment"),
        ("training", "ing"),
        ("protected", "ed"),
        ("reports", "s"),
        ("train", ""),
        ("bring", ""),
        ("implement", ""),
        ("address", ""),
    ],
)
def test_an_ending_tells_that_a_word_is_no_verb_that_asks(word: str, ending: str) -> None:
    assert form_of(word, "en") == ending


def test_norwegian_words_have_no_such_ending() -> None:
    assert form_of("gjennomføring", "nb") == ""


def test_breaks_stand_before_sentences_clauses_and_points_of_a_list() -> None:
    words = words_of("Train: (a) judges; (b) nurses. Build \u2013 soon", "en")
    assert words.plain == ("train", "judges", "nurses", "build", "soon")
    assert words.breaks == {1, 2, 3, 4}
    assert words.commas == frozenset()


def test_commas_stand_apart_from_breaks() -> None:
    words = words_of("Judges, nurses and guards; teachers", "en")
    assert words.commas == {1}
    assert words.breaks == {4}


def test_a_hyphen_within_a_word_is_no_break() -> None:
    words = words_of("anti-torture law", "en")
    assert words.plain == ("anti", "torture", "law")
    assert not words.breaks


@pytest.mark.parametrize("text", ["", " ", "...", "(a)", "the", "\n;\n"])
def test_a_text_may_be_without_words(text: str) -> None:
    words = words_of(text, "en")
    assert (words.plain, words.lemmas, words.breaks, words.commas) == ((), (), set(), set())


def test_letters_that_look_alike_are_the_same() -> None:
    assert words_of("\ufb01ne \uff2faw", "en").plain == ("fine", "oaw")


def test_nynorsk_is_read_as_bokmal_is() -> None:
    assert (spoken("nn"), spoken("nb"), spoken("en")) == ("nb", "nb", "en")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_every_word_has_one_lemma_and_places_lie_between_words(text: str) -> None:
    words = words_of(text, "en")
    assert len(words.plain) == len(words.lemmas)
    assert all(0 < place < len(words.plain) for place in words.breaks | words.commas)
    assert not words.breaks & words.commas
