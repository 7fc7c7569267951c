"""Numbers and dates as people type them in a cell."""

from __future__ import annotations

from datetime import date

import pytest

from anbefal.exchange.cells import NotFit, date_in, number_in
from anbefal.exchange.workbooks import Cell
from anbefal.model.dates import PartialDate

WINDOWS, OLD_MAC = date(1899, 12, 30), date(1904, 1, 1)
"""The days that Excel counts from."""


def cell(content: str | float) -> Cell:
    kind = "text" if isinstance(content, str) else "number"
    return Cell("Ark", 1, 1, kind, content)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["3", "3,0", " 3.0 ", "+3", "3,00"])
def test_a_number_may_be_typed_as_text(typed: str) -> None:
    assert number_in(cell(typed)) == 3


@pytest.mark.parametrize("typed", ["-2,5", "\u22122.5"])
def test_a_number_may_be_below_zero(typed: str) -> None:
    assert number_in(cell(typed)) == -2.5


@pytest.mark.parametrize("typed", ["3 4", "1e3", "\u0663", "3,", "nan", "3 (alvorlig)", "9" * 13])
def test_what_is_no_number_is_told(typed: str) -> None:
    with pytest.raises(NotFit, match="is not a number"):
        number_in(cell(typed))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-06-01", PartialDate(2026, 6, 1)),
        (" 01.06.2026 ", PartialDate(2026, 6, 1)),
        ("1. 6. 2026", PartialDate(2026, 6, 1)),
        ("1. juni 2026", PartialDate(2026, 6, 1)),
        ("1 June 2026", PartialDate(2026, 6, 1)),
        ("1. DES. 2026", PartialDate(2026, 12, 1)),
        ("juni 2026", PartialDate(2026, 6)),
        ("2026-06", PartialDate(2026, 6)),
        ("2026", PartialDate(2026)),
        (2026, PartialDate(2026)),
        (46174, PartialDate(2026, 6, 1)),
    ],
)
def test_a_date_may_be_typed_in_several_ways(typed: str | float, read: PartialDate) -> None:
    assert date_in(cell(typed), WINDOWS) == read


def test_days_are_counted_from_the_day_that_the_workbook_names() -> None:
    assert date_in(cell(44712), OLD_MAC) == PartialDate(2026, 6, 1)


@pytest.mark.parametrize(
    "typed", ["i går", "31.02.2026", "06/01/2026", "1. foo 2026", "1.6.26", "1800", 5, -1.5, 1e14]
)
def test_what_is_no_date_is_told(typed: str | float) -> None:
    with pytest.raises(NotFit, match="is no date"):
        date_in(cell(typed), WINDOWS)
