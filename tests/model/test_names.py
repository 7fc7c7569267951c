"""Names are compared in composed letters, and the nearest one is suggested."""

from __future__ import annotations

import pytest

from anbefal.model.names import as_id, composed, nearest

DECOMPOSED = "A\u030ana"


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("isolasjn", ["isolasjon", "hatytringer"], "isolasjon"),
        ("Isolasjon", ["isolasjon"], "isolasjon"),
        ("hatytring", ["isolasjon", "hatytringer"], "hatytringer"),
        ("fængsel", ["faengsel", "frihet"], "faengsel"),
        ("sykehus", ["isolasjon", "hatytringer"], None),
        ("isolasjon", [], None),
    ],
)
def test_the_nearest_known_name_is_suggested(
    name: str, known: list[str], expected: str | None
) -> None:
    assert nearest(name, known) == expected


def test_of_equally_near_names_the_first_by_alphabet_is_suggested() -> None:
    assert nearest("fengse", ["fengsem", "fengsel"]) == "fengsel"


def test_a_number_is_not_guessed() -> None:
    assert nearest("cat-9", ["cat-3", "cat-1", "cat-2"]) is None


def test_swapped_digits_are_a_slip_of_the_hand() -> None:
    assert nearest("cat-2018-61", ["cat-2018-14", "cat-2018-16", "cat-2018-17"]) == "cat-2018-16"


def test_a_decomposed_letter_is_as_near_as_a_composed_one() -> None:
    assert nearest(DECOMPOSED, ["ana", "anna"]) == "ana"


def test_decomposed_letters_are_composed() -> None:
    assert composed(DECOMPOSED) == "\u00c5na"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vold mot kvinner", "vold-mot-kvinner"),
        ("Ærlighet på Øya", "aerlighet-pa-oya"),
        (DECOMPOSED, "ana"),
        ("CAT/C/NOR/CO/8", "cat-c-nor-co-8"),
        ("Sápmi", "sapmi"),
        ("\u2013", ""),
    ],
)
def test_a_name_becomes_an_id(name: str, expected: str) -> None:
    assert as_id(name) == expected
