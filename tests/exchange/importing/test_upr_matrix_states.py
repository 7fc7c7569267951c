"""Who recommends stands in parentheses, among parentheses that say something else."""

from __future__ import annotations

import pytest

from anbefal.exchange.upr.attribution import attributed
from anbefal.exchange.upr.sessions import session_number, year_of

IRAN = "Iran (Islamic Republic of)"
WHOLE = "Name the lakes (Chad); name the hills (Peru) (Mali);"


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Name it (Croatia);", "Name it", ["HR"]),
        ("Name it (Croatia) (Chad);", "Name it", ["HR", "TD"]),
        ("Name it (Portugal, Slovakia).", "Name it", ["PT", "SK"]),
        ("Name it (Peru and Chile)", "Name it", ["PE", "CL"]),
        ("Name it (Peru, Trinidad and Tobago, Mali)", "Name it", ["PE", "TT", "ML"]),
        (f"Name it ({IRAN});", "Name it", ["IR"]),
        (f"Name it (Peru, {IRAN}, Chad);", "Name it", ["PE", "IR", "TD"]),
        ("Name it (Bolivarian Republic of Venezuela);", "Name it", ["VE"]),
        ("Name it (United Kingdom of Great Britain and Northern Ireland);", "Name it", ["GB"]),
        ("Ratify it (OPCAT) (Chad);", "Ratify it (OPCAT)", ["TD"]),
        ("Ratify it (No. 189) (Peru)", "Ratify it (No. 189)", ["PE"]),
        ("Ratify it (OPCAT);", "Ratify it (OPCAT);", []),
        ("Ratify it (Istanbul Convention)", "Ratify it (Istanbul Convention)", []),
        ("Help the capital (Chad) to grow (Peru);", "Help the capital (Chad) to grow", ["PE"]),
        ("Name it (Chad, Atlantis);", "Name it", ["TD", "Atlantis"]),
        ("Name it (Atlantis);", "Name it", ["Atlantis"]),
        ("Name it (AI);", "Name it (AI);", []),
        (WHOLE, WHOLE, ["TD", "PE", "ML"]),
        ("Name it (Chad); hide it (Chad);", "Name it (Chad); hide it (Chad);", ["TD"]),
        ("Name it (Chad); and all else", "Name it (Chad); and all else", ["TD"]),
        ("Name it", "Name it", []),
        ("Name it (Chad", "Name it (Chad", []),
    ],
)
def test_states_are_told_from_other_words_in_parentheses(
    text: str, words: str, states: list[str]
) -> None:
    found = attributed(text)

    assert (found.text, list(found.states)) == (words, states)


@pytest.mark.parametrize(
    ("session", "year"),
    [(1, 2008), (6, 2009), (13, 2012), (20, 2014), (27, 2017), (36, 2020), (41, 2022), (50, 2025)],
)
def test_sessions_have_their_years(session: int, year: int) -> None:
    assert year_of(session) == year


def test_a_session_that_is_not_known_has_no_year() -> None:
    assert (year_of(51), year_of(0)) == (None, None)


@pytest.mark.parametrize(
    ("words", "number"),
    [("20th session", 20), ("33rd Session", 33), ("8", 8), ("session", None), ("2014", None)],
)
def test_the_number_of_a_session_stands_in_its_name(words: str, number: int | None) -> None:
    assert session_number(words) == number
