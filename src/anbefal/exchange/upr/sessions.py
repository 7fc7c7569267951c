"""The years of the sessions in which the Universal Periodic Review takes place."""

from __future__ import annotations

import re

_YEARS = (
    (2008, 3), (2009, 3), (2010, 3), (2011, 3), (2012, 2), (2013, 3), (2014, 3), (2015, 3),
    (2016, 3), (2017, 2), (2018, 3), (2019, 3), (2020, 2), (2021, 3), (2022, 2), (2023, 3),
    (2024, 3), (2025, 3),
)  # fmt: skip
"""Year to how many sessions it had, from the first. None of them lay in two years."""
_NUMBER = re.compile(
    r"\s*(?P<number>[0-9]{1,3})(?:\s?(?:st|nd|rd|th)\b|\.)?(?:\s+(?:UPR\s+)?session\b.*"
    r"|\s*[-–—,(]\s*[^\W\d_]{3,12}\.?\s(?P<year>[0-9]{4})\)?)?\s*",  # noqa: RUF001
    re.IGNORECASE,
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = (11, 12, 13)


def session_number(words: str) -> int | None:
    """Return the number in a session's name: ``20``, ``20th session``, ``20 - October 2014``."""
    found = _NUMBER.fullmatch(words)
    return int(found["number"]) if found else None


def session_name(words: str) -> str:
    """Return a session as the United Nations name it, ``21st session``; else as it stands."""
    number = session_number(words)
    if number is None:
        return " ".join(words.split())
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending} session"


def year_in(words: str) -> int | None:
    """Return the year in a session's name, else that of the session; ``None`` if nobody knows."""
    found = _NUMBER.fullmatch(words)
    if found and found["year"]:
        return int(found["year"])
    return year_of(int(found["number"])) if found else None


def year_of(session: int) -> int | None:
    """Return the year of a session; ``None`` for one that was not yet when this was written."""
    for year, many in _YEARS if session > 0 else ():
        if session <= many:
            return year
        session -= many
    return None
