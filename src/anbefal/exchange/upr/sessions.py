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
    r"\s*([0-9]{1,3})(?:st|nd|rd|th|\.)?(?:\s+(?:UPR\s+)?session\b.*)?\s*", re.IGNORECASE
)


def session_number(words: str) -> int | None:
    """Return the number in the name of a session: ``20``, ``20th session``."""
    found = _NUMBER.fullmatch(words)
    return int(found[1]) if found else None


def year_of(session: int) -> int | None:
    """Return the year of a session; ``None`` for one that was not yet when this was written."""
    for year, many in _YEARS if session > 0 else ():
        if session <= many:
            return year
        session -= many
    return None
