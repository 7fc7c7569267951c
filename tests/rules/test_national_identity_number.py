from __future__ import annotations

from pathlib import Path

import pytest
from stdnum.no import fodselsnummer

from support import added, diagnose, found, write

OLD = "data/recommendations/cat/cat-2012-9.yaml"
NOBODY = "15108695088"
"""The example in the documentation of python-stdnum."""


def valid(first_nine: str) -> str:
    """Return nine digits with their two check digits."""
    first = fodselsnummer.calc_check_digit1(first_nine)
    number = first_nine + first + fodselsnummer.calc_check_digit2(first_nine + first)
    assert len(number) == len(NOBODY)
    return number


def with_note(note: str) -> dict[str, str]:
    return added(OLD, f"internal: |\n  {note}\n")


@pytest.mark.parametrize(
    "form",
    [
        "15108695088",
        "151086 95088",
        "151086-95088",
        "151086.95088",
        "151086\u00a095088",
        "15.10.86 95088",
        "15.10.86-95088",
        "15 10 86 95088",
    ],
)
def test_the_forms_people_write(form: str, tmp_path: Path) -> None:
    assert found(tmp_path, with_note(f"Nr {form}.")) == [(OLD, 12, 6, "national-identity-number")]


def test_numbers_for_people_without_one_count_too(tmp_path: Path) -> None:
    d_number = valid("550385302")

    assert found(tmp_path, with_note(d_number)) == [(OLD, 12, 3, "national-identity-number")]


@pytest.mark.parametrize(
    "text",
    [
        "15108695089",  # a wrong check digit
        "115108695088",  # twelve digits
        "151086950880",
        "123e4567-e89b-12d3-a456-15108695088a",
        valid("151386900"),  # the thirteenth month
        valid("820186900"),  # a number that tells no date of birth
        "e15108695088a",  # hexadecimal
        "f3a15108695088bc",
        "https://example.org/doc-15108695088-no",
        "https://example.org/?id=a15108695088",
        "1510-86-95088",
    ],
)
def test_other_digits(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, with_note(text)) == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("https://example.org/person/15108695088", 30),
        ("fnr15108695088", 6),
        ("(15108695088)", 4),
        ("x,15108695088,y", 5),
    ],
)
def test_in_doubt_it_is_reported(text: str, column: int, tmp_path: Path) -> None:
    expected = [(OLD, 12, column, "national-identity-number")]

    assert found(tmp_path, with_note(text)) == expected


def test_the_place_in_a_comment_of_a_file_with_windows_line_ends(tmp_path: Path) -> None:
    text = with_note("Notat")[OLD] + f"# æøå {NOBODY}\n"

    assert found(tmp_path, {OLD: text.replace("\n", "\r\n")}) == [
        (OLD, 13, 7, "national-identity-number")
    ]


def test_also_in_a_file_that_is_no_record(tmp_path: Path) -> None:
    name = "data/recommendations/broken.yaml"

    assert found(tmp_path, {name: f"a: [{NOBODY}\n"})[0] == (name, 1, 5, "national-identity-number")


def test_the_message_does_not_repeat_it(tmp_path: Path) -> None:
    (finding,) = diagnose(write(tmp_path, with_note(NOBODY)))

    assert not any(character.isdigit() for character in finding.message + finding.hint)


def test_the_clock_is_not_asked(tmp_path: Path) -> None:
    born_in_2039 = valid("010139900")

    assert found(tmp_path, with_note(born_in_2039)) == [(OLD, 12, 3, "national-identity-number")]
