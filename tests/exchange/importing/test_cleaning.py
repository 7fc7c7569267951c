"""Texts without what their way here left in them; the wording itself stays."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.exchange.cleaning import clean


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        (
            "<p>Train <b>judges</b><br/>and prosecutors.</p><p>Report.</p>",
            "Train judges and prosecutors.\nReport.",
        ),
        ("Law &amp; practice&nbsp;now", "Law & practice now"),
        ("Law &amp;amp; &lt;i&gt;practice&lt;/i&gt;", "Law & practice"),
        ("<!-- a note --><style>p { color: red }</style>Train judges.", "Train judges."),
        ("fewer than <5 and >3; Q&A; R&D &section", "fewer than <5 and >3; Q&A; R&D &section"),
    ],
)
def test_html_goes_and_what_only_looks_like_it_stays(found: str, meant: str) -> None:
    assert clean(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("further develop- ment", "further development"),
        ("further develop-\nment", "further development"),
        ("further develop\u00ad\nment", "further development"),
        ("develop\u00adment", "development"),
        ("short- and long-term", "short- and long-term"),
        ("the right to self- determination", "the right to self-determination"),
        ("a child- friendly court", "a child-friendly court"),
        ("Sub- Saharan states, HIV- related", "Sub-Saharan states, HIV-related"),
        ("a word - and a dash", "a word - and a dash"),
    ],
)
def test_a_divided_word_is_whole_again(found: str, meant: str) -> None:
    assert clean(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("The State party\nshould train judges.", "The State party should train judges."),
        ("in the light of the\nConvention", "in the light of the Convention"),
        ("Prisons\n14.The Committee", "Prisons\n14.The Committee"),
        ("It should:\n(a) train;\r\n(b) report.", "It should:\n(a) train;\n(b) report."),
        ("One sentence.\vAnother one.", "One sentence.\nAnother one."),
        ("A paragraph\n\nand another", "A paragraph\nand another"),
    ],
)
def test_a_line_break_inside_a_sentence_goes_and_others_stay(found: str, meant: str) -> None:
    assert clean(found) == meant


def test_invisible_characters_and_kinds_of_spaces_go() -> None:
    assert clean("\ufeff\u200bA\u00a0b\u2009c\x00\t d\u202e \ufb01n e\u0301 ") == "A b c d fin é"


@given(st.text(alphabet="ab<>&;pbr/ \n-.\u00ad\u00a0\x00é", max_size=60))
@settings(max_examples=40)
def test_what_was_cleaned_holds_no_odd_space_nor_control_character(text: str) -> None:
    words = clean(text)
    assert "  " not in words
    assert "\n\n" not in words
    assert all(character.isprintable() or character == "\n" for character in words)
    assert words == words.strip() == normalize("NFC", words)
