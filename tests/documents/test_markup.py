"""Text escaped for Markdown shows exactly its words, whatever they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from anbefal.markup import markdown_literal, markdown_paragraph
from documents.pages import normal, shown_text, structure

SPECIAL = "\\`*_{}[]<>()#+-.!|~^$&@:=;\"'/ \t\n1aé²«»"
WORDS = st.one_of(st.text(SPECIAL, max_size=20), st.text(max_size=20)).filter(
    lambda words: not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", words)
)


@given(WORDS)
@example("1. x")
@example("a\n===")
@example("    innrykk")
@example("&amp;")
def test_a_paragraph_shows_its_words(words: str) -> None:
    assert shown_text(markdown_paragraph(words), "md") == normal(words)


@given(WORDS)
def test_a_paragraph_is_nothing_but_a_paragraph(words: str) -> None:
    assert structure(markdown_paragraph(words), "md") == (["p"] if words.split() else [])


@given(WORDS, WORDS)
def test_words_inside_a_line_show_themselves(first: str, second: str) -> None:
    page = f"x {markdown_literal(first)} | {markdown_literal(second)} x"

    assert shown_text(page, "md") == normal(f"x {first} | {second} x")
    assert structure(page, "md") == ["p"]


@given(WORDS)
def test_words_in_a_table_cell_show_themselves(words: str) -> None:
    page = f"| a | b |\n| --- | --- |\n| {markdown_literal(words)} | x |\n"

    assert shown_text(page, "md") == normal(f"a b {words} x")


@pytest.mark.parametrize("name", ["smile", "+1", "-1", "e-mail", "8ball", "non-potable_water"])
def test_a_name_between_colons_is_no_emoji_on_github(name: str) -> None:
    assert markdown_literal(f":{name}:").startswith("\\:")


def test_a_colon_in_a_sentence_stands_as_it_is() -> None:
    assert markdown_literal("Frist: 2020: passert") == "Frist: 2020: passert"


def test_an_address_is_no_link_on_github_where_a_backslash_would_be_part_of_it() -> None:
    assert markdown_literal("se https://x.example/a_b") == "se https\\://x.example/a\\_b"
    assert markdown_literal("(www.x.example/a~b)") == "(www\\.x.example/a\\~b)"


def test_an_address_that_needs_no_backslash_stands_as_it_is() -> None:
    assert markdown_literal("se https://x.example/a-b.") == "se https://x.example/a-b."
