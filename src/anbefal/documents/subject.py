"""What a document is about, gathered once for all of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from anbefal.analysis.acceptability import acceptability
from anbefal.analysis.prioritisation import Ranking, rank_recommendations, rank_themes
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
        meeting: The meeting, or the latest on the theme, or ``None``.
        chosen: Ids of the recommendations that the meeting is about; empty for the whole theme.
        words: The language.
        citer: Cites recommendations and numbers their sources.
        themes: All themes, ranked.
        ranking: The theme's recommendations, or the chosen ones, ranked.
        bands: Theme to its best and worst rank in nine draws of ten; empty where none were made.
    """

    dataset: Dataset
    criteria: CriteriaSet
    theme: str
    meeting: Meeting | None
    chosen: frozenset[str]
    words: Wording
    citer: Citer
    themes: Ranking
    ranking: Ranking
    bands: Mapping[str, tuple[int, int]]

    def asks_for(self) -> tuple[Recommendation, ...]:
        """Return the recommendations in order of rank."""
        return tuple(self.dataset.recommendations[item.id] for item in self.ranking.items)

    def other_records(self) -> tuple[Recommendation, ...]:
        """Return the concerns and requests for follow-up, by id."""
        of_theme = self.dataset.recommendations_by_theme.get(self.theme, ())
        known = self.dataset.recommendations
        records = [known[one] for one in sorted(self.chosen & known.keys())] or of_theme
        return tuple(record for record in records if record.kind != "recommendation")

    def full_name(self, actor_id: str) -> str:
        """Return an actor's name with its abbreviation."""
        actor = self.dataset.actors.get(actor_id)
        if actor is None:
            return actor_id
        name = actor.name.within(self.words.language)
        return f"{name} ({actor.abbreviation})" if actor.abbreviation else name


def subject_of(
    dataset: Dataset, criteria: CriteriaSet, theme: str, meeting: str | None, words: Wording
) -> Subject:
    """Return what a document on a theme is about.

    Args:
        dataset: The repository, or its public part.
        criteria: The criteria that rank.
        theme: Id of the theme.
        meeting: Id of a meeting, whose own choice of recommendations then counts; without it,
            the latest meeting on the theme that is not cancelled.
        words: The language.
    """
    named = dataset.meetings[meeting] if meeting else None
    themes = rank_themes(dataset, criteria, words.language)
    sure = acceptability(themes)
    chosen = frozenset(named.recommendations if named else ())
    return Subject(
        dataset=dataset,
        criteria=criteria,
        theme=theme,
        meeting=named or _latest_meeting(dataset, theme),
        chosen=chosen,
        words=words,
        citer=Citer(dataset, words),
        themes=themes,
        ranking=_ranking(dataset, criteria, theme, chosen, words),
        bands=sure.rank_ranges if sure else {},
    )


def _ranking(
    dataset: Dataset, criteria: CriteriaSet, theme: str, chosen: frozenset[str], words: Wording
) -> Ranking:
    if not chosen:
        return rank_recommendations(dataset, criteria, words.language, theme=theme)
    ranking = rank_recommendations(dataset, criteria, words.language)
    return replace(ranking, items=tuple(item for item in ranking.items if item.id in chosen))


def _latest_meeting(dataset: Dataset, theme: str) -> Meeting | None:
    meetings = [m for m in dataset.meetings.values() if m.theme == theme and m.state != "cancelled"]

    def when(meeting: Meeting) -> tuple[str, str]:
        return (str(meeting.date or meeting.requested_on or ""), meeting.id)

    return max(meetings, key=when, default=None)
