"""A date is a day, a month or a year, as its source gave it."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from anbefal.model.dates import DateField, PartialDate, parse_date

FIELD: TypeAdapter[PartialDate] = TypeAdapter(DateField)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-10", date(2022, 10, 1), date(2022, 10, 31)),
        ("2022-10-03", date(2022, 10, 3), date(2022, 10, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert (parse_date(text).first, parse_date(text).last) == (first, last)


@pytest.mark.parametrize("text", ["2022", "2022-10", "2022-10-03"])
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    assert str(parse_date(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "2022-04-31",
        "2023-02-29",
        "2022-13",
        "2022-00",
        "2022-10-00",
        "1944",
        "2101",
        "22-10-03",
        "2022-1-3",
        "2022/10/03",
        "03.10.2022",
        "2022-10-03T12:00",
        " 2022",
        "2022\n",
        "",
        "oktober 2022",
        "٢٠٢٢",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date is written|no day|is outside"):
        parse_date(text)


def test_a_bare_year_is_a_whole_number_in_yaml() -> None:
    assert FIELD.validate_python(2022) == PartialDate(2022)


@pytest.mark.parametrize("value", [True, 2022.0, None, [2022], date(2022, 10, 3), 20221003])
def test_other_values_are_no_dates(value: object) -> None:
    with pytest.raises(ValidationError):
        FIELD.validate_python(value)
