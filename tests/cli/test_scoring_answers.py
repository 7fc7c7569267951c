"""What may be typed at a criterion: a number, its reason, or a key that asks for something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anbefal.cli.scoring.answers import (
    Command,
    GivenValue,
    Unclear,
    understood_text,
    understood_value,
)
from anbefal.model.vocabulary import Scale

SCALE = Scale(min=-1, max=4)


@pytest.mark.parametrize(
    ("line", "number", "reason"),
    [
        ("3", 3, None),
        (" 2,5 ", 2.5, None),
        ("2.5", 2.5, None),
        ("+1", 1, None),
        ("-1", -1, None),
        ("\u22121", -1, None),
        ("3 bare ett organ", 3, "bare ett organ"),
        ("3: bare\u00a0ett   organ", 3, "bare ett organ"),
        ("3, 2 av 5 mente 4", 3, "2 av 5 mente 4"),
        ("3 - a\u030ar etter a\u030ar", 3, "\u00e5r etter \u00e5r"),
        ("3 -", 3, ""),
        ("3 \u2013", 3, ""),
    ],
)
def test_a_value_may_carry_its_reason(line: str, number: float, reason: str | None) -> None:
    assert understood_value(line, SCALE) == GivenValue(number, reason)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("5", Unclear.OFF_SCALE),
        ("9" * 400, Unclear.OFF_SCALE),
        ("3 4", Unclear.NO_VALUE),
        ("3/4", Unclear.NO_VALUE),
        ("1e0", Unclear.NO_VALUE),
        ("\u0663", Unclear.NO_VALUE),
        ("nan", Unclear.NO_VALUE),
        ("tre", Unclear.NO_VALUE),
        ("3 \x1b[A", Unclear.UNFIT),
        ("3 \u202efordi", Unclear.UNFIT),
        ("3 \udcff", Unclear.UNFIT),
    ],
)
def test_what_is_no_value_is_told_from_one(line: str, why: Unclear) -> None:
    assert understood_value(line, SCALE) is why


@pytest.mark.parametrize("command", Command)
def test_keys_mean_the_same_at_every_question(command: Command) -> None:
    line = f" {command.value.upper()} "

    assert understood_value(line, SCALE) is command
    assert understood_text(line) is command


def test_a_number_is_no_minority_view() -> None:
    assert understood_text("3") is Unclear.NO_WORDS
    assert understood_text("3 av 10 mener noe annet") == "3 av 10 mener noe annet"


@given(st.text())
def test_any_line_is_understood_or_asked_again(line: str) -> None:
    found = understood_value(line, SCALE)

    assert not isinstance(found, GivenValue) or SCALE.min <= found.number <= SCALE.max


def test_what_no_cell_could_hold_is_no_answer() -> None:
    line = "3 " + "for langt " * 10_000

    assert understood_value(line, SCALE) is Unclear.TOO_LONG
    assert understood_text(line) is Unclear.TOO_LONG
