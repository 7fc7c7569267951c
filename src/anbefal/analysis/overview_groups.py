"""An overview counted by ministry, body or theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from anbefal.analysis.asks import Reach
from anbefal.analysis.owed import Overview

Dimension = Literal["ministry", "body", "theme"]


@dataclass(frozen=True)
class Group:
    """What is counted for one ministry, body or theme.

    Attributes:
        key: Its id; ``None`` for what has none on record.
        asks: How many asks it leads, or makes, or that are on it.
        shared: How many asks it answers for beside a ministry that leads.
        unreported: How many asks are without a report.
        overdue: How many measures are overdue.
        open: How many others are not reported to be done.
        near: How many of the committees' deadlines lie within half a year.
        passed: How many have passed with neither a report nor a grade.
        stale: Of how many asks nothing was written for long.
    """

    key: str | None
    asks: int
    shared: int
    unreported: int
    overdue: int
    open: int
    near: int
    passed: int
    stale: int


def groups(found: Overview, by: Dimension) -> tuple[Group, ...]:
    """Return the rows of a summary, the one with the most asks first, and what has no key last.

    By ministry everything counts once, for the one that leads; of a measure that is the first of
    those who are to do it, which need be no ministry. By body and by theme an ask counts for each.
    """
    asks = _counted((one.reach for one in found.asks), by)
    beside = (one.reach.answers[1:] for one in found.asks if by == "ministry")
    shared: Counter[str | None] = Counter(key for keys in beside for key in keys)
    unreported = _counted((one.reach for one in found.unreported), by)
    overdue = _counted((one.reach for one in found.overdue), by)
    waited = _counted((one.reach for one in found.open_measures), by)
    near = _counted((one.reach for one in found.deadlines if one.state == "near"), by)
    passed = _counted((one.reach for one in found.deadlines if one.state == "passed"), by)
    stale = _counted((one.reach for one in found.stale), by)
    counts = (asks, shared, unreported, overdue, waited, near, passed, stale)
    found_keys = {key for counter in counts for key in counter}
    rows = [Group(key, *(counter[key] for counter in counts)) for key in found_keys]
    return tuple(sorted(rows, key=_place))


def total(found: Overview) -> Group:
    """Return the summary's last row, in which everything counts once."""
    states = Counter(one.state for one in found.deadlines)
    return Group(
        key=None,
        asks=len(found.asks),
        shared=0,
        unreported=len(found.unreported),
        overdue=len(found.overdue),
        open=len(found.open_measures),
        near=states["near"],
        passed=states["passed"],
        stale=len(found.stale),
    )


def _counted(reaches: Iterable[Reach], by: Dimension) -> Counter[str | None]:
    return Counter(key for reach in reaches for key in _keys(reach, by))


def _keys(reach: Reach, by: Dimension) -> tuple[str | None, ...]:
    if by == "ministry":
        return (reach.lead,)
    return (reach.bodies if by == "body" else reach.themes) or (None,)


def _place(group: Group) -> tuple[bool, int, int, int, str]:
    measures, deadlines = group.overdue + group.open, group.near + group.passed
    owed = group.unreported + measures + deadlines + group.stale
    return group.key is None, -group.asks, -owed, -group.shared, group.key or ""
