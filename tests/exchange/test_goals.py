"""Goals and targets, one or several in an item, and nothing that is none."""

from __future__ import annotations

import pytest

from anbefal.exchange.cells import NotFit
from anbefal.exchange.goals import goals_in, goals_of


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("16.3 - The rule of law", ("16.3",)),
        ("5 - GENDER EQUALITY", ("5",)),
        ("1. No poverty", ("1",)),
        ("16.A - Institutions", ("16.a",)),
        ("SDG16", ("16",)),
        ("Delmål 16.3", ("16.3",)),
        ("17.2 - 0.7 per cent of income", ("17.2",)),
        ("05", ("5",)),
    ],
)
def test_a_goal_is_told_by_the_number_before_its_words(words: str, codes: tuple[str, ...]) -> None:
    assert goals_of(words) == codes


@pytest.mark.parametrize(
    "words",
    [
        "5, 10 and 16",
        "SDGs 5, 10, and 16 - Peace",
        "mål 5; 10 og 16",
        "SDG 5 & SDG 10 & SDG 16",
        "5 - Equality; 10 - Less inequality; 16 - Peace",
        "5 - Equality, 10 - Less inequality, 16 - Peace",
    ],
)
def test_none_of_several_goals_is_lost(words: str) -> None:
    assert goals_of(words) == ("5", "10", "16")


@pytest.mark.parametrize(
    "words",
    ["", "Peace", "18", "18.1 - Space", "0", "16.0", "5, 18", "16.3.1", "5th", "2030", "5-10"],
)
def test_what_is_no_goal_of_the_seventeen_is_none(words: str) -> None:
    assert goals_of(words) == ()


def test_an_item_without_a_goal_is_told() -> None:
    assert goals_in(["5", "16.3, 5"]) == ["5", "16.3"]
    with pytest.raises(NotFit, match="'Peace' does not begin with the number") as told:
        goals_in(["5", "Peace"])
    assert told.value.hint
