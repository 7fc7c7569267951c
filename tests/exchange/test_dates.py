"""Dates in every way that people and programs write them, and none where two are possible."""

from __future__ import annotations

from datetime import date

import pytest

from anbefal.exchange.dates import counted, date_in, date_of
from anbefal.model.dates import PartialDate

WINDOWS = date(1899, 12, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-05",
        "2018-06-05T00:00:00.000Z",
        "2018-06-05 10:15:00 +02:00",
        "05.06.2018",
        "5. 6. 2018",
        "5 June 2018",
        " 5.  juni 2018 ",
        "5. JUN. 2018",
        "5th June, 2018",
        "June 5, 2018",
    ],
)
def test_a_day_is_read_in_every_way_that_it_is_written(text: str) -> None:
    assert date_of(text) == PartialDate(2018, 6, 5)


@pytest.mark.parametrize("text", ["13/06/2018", "06/13/2018", "6/13/2018 12:00:00 AM"])
def test_a_day_with_slashes_is_read_where_only_one_order_is_possible(text: str) -> None:
    assert date_of(text) == PartialDate(2018, 6, 13)


@pytest.mark.parametrize("text", ["juni 2018", "June 2018", "2018-06", "jun. 2018"])
def test_a_month_may_stand_alone(text: str) -> None:
    assert date_of(text) == PartialDate(2018, 6)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("05/06/2018", "either number may be the month"),
        ("31.02.2018", "no day 2018-02-31"),
        ("13/13/2018", "no day"),
        ("5. foo 2018", "is written YYYY-MM-DD"),
        ("5.6.18", "is written YYYY-MM-DD"),
        ("1800", "outside"),
        ("2018-06-05 and later", "is written YYYY-MM-DD"),
        ("43256", "is written YYYY-MM-DD"),
    ],
)
def test_what_is_no_date_says_why(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        date_of(text)


def test_a_serial_number_is_a_day_where_it_is_told_from_when_it_counts() -> None:
    assert date_of("43256", WINDOWS) == counted(43256.5, WINDOWS) == PartialDate(2018, 6, 5)


def test_a_year_where_a_day_belongs_is_a_year() -> None:
    assert date_of("2018", WINDOWS) == counted(2018, WINDOWS) == PartialDate(2018)


@pytest.mark.parametrize(
    "text",
    [
        "5 June 2018",
        "den 5. juni 2018",
        "June 5, 2018",
        "2018-06-05",
        "05.06.2018",
        "5th June 2018",
    ],
)
def test_a_day_is_found_in_english_and_norwegian(text: str) -> None:
    assert date_in(text) == PartialDate(2018, 6, 5)


@pytest.mark.parametrize(
    "text", ["5 June 2018 to 7 June 2018", "31.02.2018", "June 2018", "5 Blue 2018"]
)
def test_no_day_is_found_where_several_are_or_none(text: str) -> None:
    assert date_in(text) is None
