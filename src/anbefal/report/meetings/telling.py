"""What all words about meetings need: names, dates, and how long somebody has waited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from anbefal.analysis.meeting_year import MeetingYear, Waiting
from anbefal.analysis.next_theme import Proposal
from anbefal.analysis.turns import Turns
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.wording import Wording


@dataclass(frozen=True)
class Telling:
    """A year of meetings that is put into words.

    Attributes:
        dataset: The repository, for names.
        found: The year.
        turns: Whose turn it has been.
        proposal: The proposal for the next theme.
        words: The words for meetings, in the reader's language.
        ranking_words: The words for rankings, in the same language.
        as_it_stood: Whether what was recorded after the day is left out.
    """

    dataset: Dataset
    found: MeetingYear
    turns: Turns
    proposal: Proposal
    words: Wording
    ranking_words: Wording
    as_it_stood: bool = False

    def theme(self, theme: str) -> str:
        """Return the name of a theme."""
        return self.dataset.name_of_theme(theme, self.words.language)

    def actor(self, actor: str) -> str:
        """Return the short name of an actor, or its name."""
        return self.dataset.name_of_actor(actor, self.words.language)

    def ministries(self, meeting: Meeting) -> str:
        """Return the ministries of a meeting, the leading one first."""
        names = [self.actor(one) for one in meeting.ministries]
        return self.listed(names) if names else self.words.say("no_ministry")

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list; with semicolons where a name itself holds a comma."""
        if any("," in name for name in names):
            return "; ".join(names)
        return self.words.listed(names)

    def meetings(self, meetings: Iterable[Meeting]) -> str:
        """Return the ids of meetings as a list."""
        return self.listed([one.id for one in meetings])

    def waited(self, one: Waiting) -> str:
        """Return how long a request has waited, no longer than is known.

        Of a request of which only the month is known, the shortest time that it can be is told;
        where that is nothing, the longest; of one that was sent that day or later, nothing.
        """
        if not one.least and not one.most:
            return ""
        days = self._days(one.least or one.most or 0, one)
        key = "wait_exact" if one.least == one.most else "wait_least" if one.least else "wait_most"
        return self.words.say(key, days=days)

    def _days(self, number: int, one: Waiting) -> str:
        words, sent, today = self.words, one.meeting.requested_on, self.dataset.reference_date
        told = words.counted("days", number) if number == 1 else self._many_days(number)
        years = whole_years(sent.last, today) if sent and today else 0
        return words.counted("days_and_years", years, days=told) if years > 0 else told

    def _many_days(self, number: int) -> str:
        return self.words.say("days_other", n=self.words.number(number))


def whole_years(since: date, today: date) -> int:
    """Return how many whole years have passed by the calendar."""
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))
