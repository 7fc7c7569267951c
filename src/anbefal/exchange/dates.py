"""Dates as people and programs write them: in cells, and in the words of a text.

English, bokmål and nynorsk, the day before the month or after it. What may be two days is none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from anbefal.model.dates import FIRST_YEAR, LAST_YEAR, PartialDate, parse_date
from anbefal.wording import LANGUAGES

_ALONE = r"(?<![0-9.\-/])"
_MONTH = r"(?P<month>[^\W\d_]{3,12})"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
_IN_WORDS = (
    rf"{_ALONE}(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![0-9])",
    rf"{_ALONE}(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR}",
    rf"{_ALONE}(?P<day>[0-9]{{1,2}})(?:\.|st|nd|rd|th)? {_MONTH}\.?,? {_YEAR}",
    rf"{_ALONE}{_MONTH}\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?, {_YEAR}",
)
"""How a day stands in a text."""
_FOUND = tuple(map(re.compile, _IN_WORDS))
_WHOLE = (
    *_FOUND,
    re.compile(rf"{_MONTH}\.?,? {_YEAR}"),
    re.compile(
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
        r"[T ][0-9:.,]+(?:Z| ?[+-][0-9:]+)?"
    ),
)
"""How a date, and nothing else, is written; a time of day may follow it."""
_SLASHED = re.compile(
    r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?:,? [0-9:.]+(?: ?[ap]\.?m\.?)?)?", re.IGNORECASE
)
_SERIAL = re.compile(r"[0-9]{4,6}(?:\.[0-9]+)?")
_MONTHS_IN_YEAR = 12


def date_of(text: str, counts_from: date | None = None) -> PartialDate:
    """Return the date that a text is.

    Args:
        text: The text, which may hold nothing else.
        counts_from: The day from which serial numbers of days count; without it, a number is none.

    Raises:
        ValueError: It is none, or may be two; the error's words say why.
    """
    words = " ".join(text.split())
    for form in _WHOLE:
        if (found := form.fullmatch(words)) and _month_in(found):
            return _dated(found)
    if slashed := _SLASHED.fullmatch(words):
        return _slashed(int(slashed[1]), int(slashed[2]), slashed[3])
    if counts_from and _SERIAL.fullmatch(words):
        return counted(float(words), counts_from)
    return parse_date(words)


def date_in(text: str) -> PartialDate | None:
    """Return the day that a text names in English or Norwegian.

    Returns:
        ``None`` where it names none, or several that differ.
    """
    found = {day for form in _FOUND for one in form.finditer(text) if (day := _day(one))}
    return found.pop() if len(found) == 1 else None


def counted(number: float, counts_from: date) -> PartialDate:
    """Return a serial number of days as a day, and a year typed where a day belongs as a year.

    Args:
        number: How many days, with a part of one for the time.
        counts_from: The day that they count from.

    Raises:
        ValueError: It lies too far from our time.
    """
    if float(number).is_integer() and FIRST_YEAR <= number <= LAST_YEAR:
        return PartialDate(int(number))
    try:
        day = counts_from + timedelta(days=int(number))
    except OverflowError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        msg = "it lies too far from our time"
        raise ValueError(msg)
    return PartialDate.of(day)


def _dated(found: re.Match[str]) -> PartialDate:
    """Return what a form found as a date.

    Raises:
        ValueError: There is no such day.
    """
    parts = [found["year"], f"{_month_in(found) or 0:02d}"]
    if day := found.groupdict().get("day"):
        parts.append(f"{int(day):02d}")
    return parse_date("-".join(parts))


def _day(found: re.Match[str]) -> PartialDate | None:
    try:
        return _dated(found)
    except ValueError:
        return None


def _month_in(found: re.Match[str]) -> int | None:
    """Return the number of the month that a form found; ``None`` where the word is no month."""
    month = found["month"]
    return int(month) if month.isdecimal() else _months().get(month.casefold())


def _slashed(first: int, second: int, year: str) -> PartialDate:
    """Return a day with slashes, where only one of the two orders is possible.

    Raises:
        ValueError: Both are, or none.
    """
    if first != second and first <= _MONTHS_IN_YEAR and second <= _MONTHS_IN_YEAR:
        msg = "either number may be the month"
        raise ValueError(msg)
    day, month = (first, second) if second <= _MONTHS_IN_YEAR else (second, first)
    return parse_date(f"{year}-{month:02d}-{day:02d}")


@cache
def _months() -> dict[str, int]:
    """Return the names of months in our languages, long and short."""
    from babel import Locale

    return {
        name.casefold().rstrip("."): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months["format"][width].items()
    }
