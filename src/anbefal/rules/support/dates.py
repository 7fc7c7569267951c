"""Comparing dates of which some are only a month or a year."""

from __future__ import annotations

from anbefal.model.dates import PartialDate


def surely_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Return whether the whole of one date lies before the other begins.

    2018 is not surely before 2018-06-05, and no date at all is never before another.
    """
    if one is None or other is None or one.year > other.year:
        return False
    return one.year < other.year or one.last < other.first
