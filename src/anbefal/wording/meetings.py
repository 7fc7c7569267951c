"""How far a year of meetings has come, and how long a request has waited, in words."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from anbefal.model.dates import PartialDate
from anbefal.wording import Wording

_STATES = ("held", "confirmed", "requested", "planned", "cancelled")


class YearSoFar(Protocol):
    """How far a year has come towards its goal."""

    @property
    def held(self) -> int:
        """How many meetings were held."""

    @property
    def confirmed(self) -> int:
        """How many are agreed, and not recorded as held."""

    @property
    def remaining(self) -> int:
        """How many more must be held to reach the goal."""

    @property
    def not_arranged(self) -> int:
        """How many of those that remain are not agreed."""

    @property
    def is_over(self) -> bool:
        """Whether the year is over."""


def year_so_far(words: Wording, goal: YearSoFar) -> str:
    """Return how many meetings of a year there are in each state.

    Args:
        words: The words for meetings.
        goal: How far the year has come.
    """
    counts = {state: getattr(goal, state) for state in _STATES}
    told = [words.counted(state, number) for state, number in counts.items() if number]
    told = told if goal.held else [words.say("nothing_held"), *told]
    return words.say("so_far", states=words.listed(told))


def year_remaining(words: Wording, goal: YearSoFar) -> str:
    """Return how many meetings remain to the goal of a year, or that it is reached.

    Args:
        words: The words for meetings.
        goal: How far the year has come.
    """
    if not goal.remaining:
        return words.say("reached")
    if goal.is_over:
        return words.counted("missed", goal.remaining)
    rest = [words.counted("remaining", goal.remaining)]
    if goal.confirmed:
        left = goal.not_arranged
        rest.append(words.counted("not_arranged", left) if left else words.say("all_arranged"))
    return " ".join(rest)


def waited(
    words: Wording,
    days: tuple[int | None, int | None],
    sent: PartialDate | None,
    today: date | None,
) -> str:
    """Return how long a request has waited for an answer, no longer than is known.

    Of a request of which only the month is known, the shortest time that it can be is told; where
    that is nothing, the longest; of one that was sent that day or later, nothing.

    Args:
        words: The words for meetings.
        days: The fewest and the most days that it has waited.
        sent: When it was sent.
        today: The day to measure to.
    """
    least, most = days
    number = least or most
    if not number:
        return ""
    key = "wait_exact" if least == most else "wait_least" if least else "wait_most"
    told = words.say(f"days_{'one' if number == 1 else 'other'}", n=words.number(number))
    years = whole_years(sent.last, today) if sent and today else 0
    told = words.counted("days_and_years", years, days=told) if years > 0 else told
    return words.say(key, days=told)


def whole_years(since: date, today: date) -> int:
    """Return how many whole years have passed by the calendar."""
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))
