"""What a document is about, gathered once for all of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from anbefal.analysis.acceptability import Acceptability, acceptability
from anbefal.analysis.asks import Ask
from anbefal.analysis.asks_in_order import asks_in_order, ranked_for
from anbefal.analysis.meeting_year import held_meetings, meeting_to_come
from anbefal.analysis.prioritisation import Ranking, rank_themes
from anbefal.documents.citations import Citer
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import CriteriaSet
from anbefal.wording import Wording


@dataclass(frozen=True)
class Subject:
    """A theme, seen for a meeting, in a language.

    Attributes:
        dataset: The repository, or its public part.
        criteria: The criteria that rank the theme and its recommendations.
        theme: Id of the theme.
        meeting: The meeting, or the one to come on the theme, or else the last that was held, or
            ``None``.
        is_named: Whether the document was asked for by that meeting.
        chosen: Ids of the recommendations that the meeting is about; empty for the whole theme.
        words: The language.
        citer: Cites recommendations and numbers their sources.
        themes: All themes, ranked.
        ranking: The theme's recommendations, or the chosen ones, ranked.
        sure: How sure the order of the themes is, ``None`` where that was not worked out.
    """

    dataset: Dataset
    criteria: CriteriaSet
    theme: str
    meeting: Meeting | None
    is_named: bool
    chosen: frozenset[str]
    words: Wording
    citer: Citer
    themes: Ranking
    ranking: Ranking
    sure: Acceptability | None

    @property
    def today(self) -> date | None:
        """The day that deadlines are measured from."""
        return self.dataset.reference_date

    @property
    def own_meeting(self) -> Meeting | None:
        """The meeting that the document is for: what it was asked for by, or one to come.

        Who took part in a meeting that is over, and what was asked there, is another meeting's.
        """
        is_over = self.meeting is None or self.meeting.state == "held"
        return None if is_over and not self.is_named else self.meeting

    def asks(self) -> tuple[Ask, ...]:
        """Return what is asked for, in order of rank."""
        return asks_in_order(self.dataset, self.ranking)

    def other_records(self) -> tuple[Recommendation, ...]:
        """Return the concerns and requests for follow-up, by id."""
        of_theme = self.dataset.recommendations_by_theme.get(self.theme, ())
        known = self.dataset.recommendations
        records = [known[one] for one in sorted(self.chosen & known.keys())] or of_theme
        return tuple(record for record in records if record.kind != "recommendation")

    def name(self, actor_id: str) -> str:
        """Return an actor's short name."""
        return self.dataset.name_of_actor(actor_id, self.words.language)

    def full_name(self, actor_id: str) -> str:
        """Return an actor's name with its abbreviation."""
        return self.dataset.full_name_of_actor(actor_id, self.words.language)


def subject_of(
    dataset: Dataset, criteria: CriteriaSet, theme: str, meeting: str | None, words: Wording
) -> Subject:
    """Return what a document on a theme is about.

    Args:
        dataset: The repository, or its public part.
        criteria: The criteria that rank.
        theme: Id of the theme.
        meeting: Id of a meeting, whose own choice of recommendations then counts; without it,
            the meeting to come on the theme, or else the last that was held.
        words: The language.
    """
    named = dataset.meetings[meeting] if meeting else None
    themes = rank_themes(dataset, criteria, words.language)
    chosen = frozenset(named.recommendations if named else ())
    return Subject(
        dataset=dataset,
        criteria=criteria,
        theme=theme,
        meeting=named or meeting_to_come(dataset, theme) or _last_held(dataset, theme),
        is_named=named is not None,
        chosen=chosen,
        words=words,
        citer=Citer(dataset, words.language),
        themes=themes,
        ranking=ranked_for(dataset, criteria, words.language, theme, chosen),
        sure=acceptability(themes),
    )


def _last_held(dataset: Dataset, theme: str) -> Meeting | None:
    """Return the last meeting that was held on a theme; one without a date comes first."""
    held = [one for one in held_meetings(dataset) if one.theme == theme]
    dated = [one for one in held if one.date]
    return next(reversed(dated or held), None)
