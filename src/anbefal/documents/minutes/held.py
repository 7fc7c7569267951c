"""What minutes are made of: a meeting that was held, in a language."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.analysis.past import as_it_stood
from anbefal.documents.citations import Citer
from anbefal.documents.content.blocks import Line
from anbefal.documents.content.lines import text_line
from anbefal.documents.content.sentences import sentence
from anbefal.errors import Misuse
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation
from anbefal.wording import Wording, wording


@dataclass(frozen=True)
class Held:
    """A meeting that was held.

    Attributes:
        dataset: The repository, or its public part.
        meeting: The meeting.
        words: The words of the minutes.
        citer: Cites recommendations and numbers sources.
    """

    dataset: Dataset
    meeting: Meeting
    words: Wording
    citer: Citer

    @property
    def theme(self) -> str:
        """The name of the theme."""
        return self.dataset.name_of_theme(self.meeting.theme, self.words.language)

    def known(self, ids: tuple[str, ...]) -> list[Recommendation]:
        """Return the recommendations of some ids, in their order, each once."""
        known = self.dataset.recommendations
        return [known[one] for one in dict.fromkeys(ids) if one in known]


def held_meeting(dataset: Dataset, meeting: str, language: Language) -> Held:
    """Return what minutes are made of.

    Args:
        dataset: The repository, or its public part; where it has a day of its own, what was
            recorded later is left out.
        meeting: Id of the meeting.
        language: A language that ``anbefal/wording/`` has.

    Raises:
        Misuse: The meeting was not held, or not yet on that day.
    """
    found = dataset.meetings[meeting]
    if found.state != "held":
        message = f"The meeting {meeting!r} has no minutes: its state is {found.state!r}."
        raise Misuse(message, f"Once it was held: anbefal meetings close {meeting}")
    then = dataset.as_of
    known = as_it_stood(dataset, then) if then else dataset
    stood = known.meetings.get(meeting)
    if stood is None or stood.state != "held":
        message = f"The meeting {meeting!r} was not held yet on {then}."
        raise Misuse(message, "Name a later day.")
    return Held(
        dataset=known,
        meeting=stood,
        words=wording(language, "minutes"),
        citer=Citer(known, language),
    )


def cited_with_words(held: Held, record: Recommendation) -> Line:
    """Return where a recommendation stands and what it says, the official wording in quotes."""
    cited = held.citer.cite(record)
    said, is_official = record.words_for(held.words.language)
    key = "cited_official" if is_official else "cited_ours"
    return sentence(held.words, key, cited=cited, said=text_line(said, held.words))
