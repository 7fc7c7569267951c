"""What all words about meetings need: names, dates, and how long somebody has waited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anbefal.analysis.meeting_year import MeetingYear, Waiting
from anbefal.analysis.next_theme import Proposal
from anbefal.analysis.turns import Turns
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.wording import Wording
from anbefal.wording.meetings import waited


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
        """Return how long a request has waited, no longer than is known."""
        days, sent = (one.least, one.most), one.meeting.requested_on
        return waited(self.words, days, sent, self.dataset.reference_date)
