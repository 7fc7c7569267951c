"""What a letter is about: a meeting on a theme, and what was known when it is dated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from anbefal.analysis.asks import Ask, asks_made_by
from anbefal.analysis.past import as_it_stood
from anbefal.documents.citations import Citer
from anbefal.errors import Misuse
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation
from anbefal.wording import Wording, wording


@dataclass(frozen=True)
class Occasion:
    """What a letter is about.

    Attributes:
        dataset: What was recorded by the day of the letter; all of it where it has none yet.
        meeting: The meeting that it asks for.
        asks: What the bodies ask for on the theme, and what the meeting names besides.
        chosen: Those of them that the meeting names; none where it is about the whole theme.
        words: The letter's words.
        citer: Cites recommendations and numbers sources.
    """

    dataset: Dataset
    meeting: Meeting
    asks: tuple[Ask, ...]
    chosen: tuple[Ask, ...]
    words: Wording
    citer: Citer

    def may_be_later(self, day: PartialDate) -> bool:
        """Return whether something of a day, a month or a year may be later than the letter."""
        sent = self.meeting.requested_on
        return sent is not None and day.last > sent.first

    @property
    def theme(self) -> str:
        """The name of the theme."""
        return self.dataset.name_of_theme(self.meeting.theme, self.words.language)


def occasion_of(dataset: Dataset, meeting: str, language: Language) -> Occasion:
    """Return what a letter is about.

    A letter that was sent says nothing that is surely dated later.

    Args:
        dataset: The repository, or its public part.
        meeting: Id of the meeting.
        language: A language that ``anbefal/wording/`` has.

    Raises:
        Misuse: The meeting was cancelled.
    """
    if dataset.meetings[meeting].state == "cancelled":
        message = f"The meeting {meeting!r} was cancelled, so there is no letter to ask for it."
        raise Misuse(message, f"If it is asked for again: anbefal edit {meeting} state=requested")
    sent = dataset.meetings[meeting].requested_on
    known = as_it_stood(replace(dataset, as_of=sent.last), sent.last) if sent else dataset
    found = known.meetings[meeting]
    return Occasion(
        dataset=known,
        meeting=found,
        asks=_asks(
            known, (*known.recommendations_by_theme.get(found.theme, ()), *_named(known, found))
        ),
        chosen=_asks(known, _named(known, found)),
        words=wording(language, "request"),
        citer=Citer(known, language),
    )


def _named(dataset: Dataset, meeting: Meeting) -> tuple[Recommendation, ...]:
    known = dataset.recommendations
    return tuple(known[one] for one in meeting.recommendations if one in known)


def _asks(dataset: Dataset, records: Iterable[Recommendation]) -> tuple[Ask, ...]:
    asked = {one.id: one for one in records if one.kind == "recommendation"}
    return tuple(sorted(asks_made_by(dataset, asked.values()), key=lambda ask: ask.ids))
