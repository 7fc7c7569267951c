"""Dates as sources give them: a day, a month or only a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

FIRST_YEAR, LAST_YEAR = 1945, 2100
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year.

    Attributes:
        year: 1945 to 2100.
        month: 1 to 12, or ``None`` where only the year is known.
        day: 1 to 31, or ``None`` where no day is known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a day of the calendar."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def surely_before(self, other: PartialDate) -> bool:
        """Return whether the whole of it lies before the other begins.

        2018 is not surely before 2018-06-05.
        """
        return self.year < other.year or (self.year == other.year and self.last < other.first)

    def is_over(self, day: date | None) -> bool:
        """Return whether its last day lies before ``day``; never where no day is given."""
        return day is not None and self.last < day

    def __str__(self) -> str:
        """Return it as it stands in a file: ``2022``, ``2022-10`` or ``2022-10-03``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> PartialDate:
    """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        ValueError: The text has another form, or there is no such day.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        msg = "a date is written YYYY-MM-DD, YYYY-MM or YYYY: 5 June 2018 is 2018-06-05"
        raise ValueError(msg)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern demands a year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        msg = f"the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}"
        raise ValueError(msg)
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        msg = f"there is no day {text} in the calendar"
        raise ValueError(msg) from None
    return PartialDate(year, month, day)


def _from_file(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)  # a bare year is a whole number in YAML
    if not isinstance(value, str):
        msg = "a date is written YYYY-MM-DD, YYYY-MM or YYYY: 5 June 2018 is 2018-06-05"
        raise ValueError(msg)  # noqa: TRY004 - pydantic collects only ValueError
    return parse_date(value)


DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
        {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    ],
    "description": "A day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY.",
}
"""The JSON Schema of a date. A bare year is a whole number in YAML."""

DateField = Annotated[
    PartialDate,
    PlainValidator(_from_file),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(DATE_SCHEMA),
]
"""A :class:`PartialDate` as a field of a record."""
