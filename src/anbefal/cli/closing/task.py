"""The meeting that is closed, and what is gathered about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from anbefal.analysis.closing import Closing, asks_of
from anbefal.cli.closing.understanding import Understanding
from anbefal.errors import Misuse
from anbefal.model.dates import PartialDate, parse_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from anbefal.analysis.asks import Ask
    from anbefal.cli.closing.screen import Screen
    from anbefal.cli.session import Session
    from anbefal.model.base import Language
    from anbefal.model.meeting import Meeting
    from anbefal.wording import Wording


@dataclass
class Task:
    """What is asked about, and what was answered.

    Attributes:
        session: The repository.
        screen: Where questions are written.
        words: The words for closing a meeting, in the reader's language.
        meeting: The meeting, as it lay there when the questions began.
        closing: What was confirmed.
    """

    session: Session
    screen: Screen
    words: Wording
    meeting: Meeting
    closing: Closing = field(default_factory=Closing)

    @cached_property
    def choices(self) -> Sequence[Ask]:
        """The asks that a promise may follow up, as the brief of the meeting numbers them."""
        return asks_of(self.session.loaded.dataset, self.meeting)

    @cached_property
    def understanding(self) -> Understanding:
        """What turns lines into values."""
        return Understanding(self.session, self.words, self.choices)

    @property
    def language_now(self) -> Language:
        """The language of what comes next where nobody says another: that of the last promise."""
        promises = self.closing.promises
        return promises[-1].language if promises else self.session.language

    @property
    def theme_ministries(self) -> tuple[str, ...]:
        """The ministries of the theme, which are proposed where the meeting names none."""
        theme = self.session.loaded.dataset.themes.get(self.meeting.theme)
        return theme.ministries if theme else ()

    @property
    def lead(self) -> tuple[str, ...]:
        """The leading ministry, who is taken to promise where nobody says who did."""
        return (self.meeting.ministries or self.closing.ministries)[:1]

    @property
    def taken(self) -> set[str]:
        """Ids that a promise cannot have."""
        known = {one.id for one in self.meeting.commitments}
        return known | {one.id for one in self.closing.promises}

    @property
    def date(self) -> PartialDate | None:
        """When the meeting was held, as far as it is known by now."""
        if self.meeting.date or self.closing.date is None:
            return self.meeting.date
        return parse_date(str(self.closing.date))

    def held_on(self, line: str) -> str | int:
        """Return the date of the meeting.

        Raises:
            Misuse: It is no date, lies before the request, or has not come yet.
        """
        from anbefal.cli.session import day

        written = self.understanding.date(line)
        date, asked = parse_date(str(written)), self.meeting.requested_on
        if asked and date.surely_before(asked):
            raise Misuse(self.words.say("before_request", date=self.words.when(asked)))
        if date.first > day("today"):
            raise Misuse(self.words.say("in_the_future"))
        return written

    def due(self, line: str) -> str | int:
        """Return by when something was promised.

        Raises:
            Misuse: It is no date, or lies before the meeting.
        """
        written = self.understanding.date(line)
        if self.date and parse_date(str(written)).surely_before(self.date):
            raise Misuse(self.words.say("before_meeting", date=self.words.when(self.date)))
        return written

    @property
    def is_finished(self) -> bool:
        """Whether there is anything to write where all was asked."""
        return self.meeting.state != "held" or self.closing != Closing()
