"""What all words about a ranking need: names, shares, and what must always be said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from anbefal.analysis.acceptability import Band, band
from anbefal.analysis.participation import is_thin
from anbefal.analysis.priorities import Priorities
from anbefal.analysis.prioritisation import RankedItem, Ranking
from anbefal.analysis.values import Value
from anbefal.model.dataset import Dataset
from anbefal.wording import Wording

MOST_NAMES = 8
"""How many names in one line people can take in."""
Standing = Band | Literal["thin"]
"""How surely an item is on the shortlist; thin where the draws say more than few values carry."""
_SURE: tuple[Band, ...] = ("safe", "likely")


@dataclass(frozen=True)
class Telling:
    """A ranking that is put into words.

    Attributes:
        dataset: The repository, for names.
        found: The ranking and what belongs to it.
        words: The words for rankings, in the reader's language.
    """

    dataset: Dataset
    found: Priorities
    words: Wording

    @cached_property
    def _names(self) -> dict[str, str]:
        return {item.id: item.name for item in self.found.ranking.items}

    @cached_property
    def _criteria(self) -> dict[str, str]:
        criteria = self.found.stored.criteria.criteria
        return {one.id: one.name.within(self.words.language) for one in criteria}

    def item(self, item: str) -> str:
        """Return what an item is called in a sentence.

        A theme by its name; a recommendation by its id, since its summary is a sentence itself.
        """
        if item in self._names and self.found.ranking.level == "recommendation":
            return item
        return self._names.get(item) or self.dataset.name_of_theme(item, self.words.language)

    def criterion(self, criterion: str) -> str:
        """Return the name of a criterion."""
        return self._criteria[criterion]

    def actor(self, actor: str) -> str:
        """Return the name of an assessor."""
        return self.dataset.name_of_actor(actor, self.words.language)

    def share(self, item: str) -> float | None:
        """Return in which share of the draws an item is on the shortlist, ``None`` without."""
        sure = self.found.acceptability
        if sure is None or item not in sure.items:
            return None
        return sure.items[item].among_first(self.found.shortlist.places)

    def standing(self, item: RankedItem) -> Standing | None:
        """Return how surely an item is on the shortlist, ``None`` where nothing was drawn."""
        share = self.share(item.id)
        if share is None:
            return None
        found = band(share)
        is_overclaimed = found in _SURE and is_thin(self.found.ranking, item)
        return "thin" if is_overclaimed else found

    def among(self, item: RankedItem) -> str:
        """Return how often an item is on the shortlist, with its standing in words."""
        share, standing = self.share(item.id), self.standing(item)
        if share is None or standing is None:
            return ""
        return f"{self.words.percent(share):>5} {self.words.label[standing]}"

    def value(self, value: Value, item: str) -> str:
        """Return who gave an item a value, where it comes from, and the reason."""
        say, who = self.words.say, self.actor(value.assessor)
        told = self.words.plain(value.number)
        if value.origin == "recommendations":
            told = say("apart_mean", value=told, n=value.mean_of, total=self._with_main_theme(item))
        elif value.origin == "theme":
            told = say("apart_theme", value=told)
        if value.reason:
            return say("apart_reason", who=who, value=told, reason=value.reason)
        return say("apart_value", who=who, value=told)

    def _with_main_theme(self, theme: str) -> int:
        records = self.dataset.recommendations.values()
        return sum(record.main_theme == theme for record in records)

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list; with semicolons where a name itself holds a comma."""
        if any("," in name for name in names):
            return "; ".join(names)
        return self.words.listed(names)

    def some(self, names: Sequence[str]) -> str:
        """Return names as a list, the last of many as a number."""
        if len(names) <= MOST_NAMES:
            return self.listed(names)
        separator = "; " if any("," in name for name in names) else ", "
        first = separator.join(names[: MOST_NAMES - 1])
        return self.words.say("and_more", names=first, n=len(names) - MOST_NAMES + 1)

    def notes(self) -> tuple[str, ...]:
        """Return what every output that uses the ranking must say."""
        ranked = len(self.found.ranking.ranked)
        notes = [*self.what_if(), *caveats(self.found.stored, self.words)]
        notes += self._provisional()
        if len(self.found.ranking.assessors) == 1:
            who = self.actor(self.found.ranking.assessors[0])
            notes.append(self.words.say("note_alone", who=who))
        if ranked and self.found.acceptability is None:
            notes.append(self.words.say("note_too_many", n=ranked))
        return tuple(notes)

    def _provisional(self) -> list[str]:
        """Say so where less than half of the values are given on what is ranked."""
        ranking, left_open = self.found.ranking, self.found.left_open
        given = sum(one.given for one in left_open)
        on_ranked = len(ranking.ranked) * len(ranking.criteria.criteria) * len(ranking.assessors)
        if 2 * given >= on_ranked:
            return []
        possible = sum(one.possible for one in left_open)
        return [self.words.say("note_provisional", given=given, possible=possible)]

    def what_if(self) -> tuple[str, ...]:
        """Return a sentence on what is supposed, where anything is."""
        if not self.found.query.what_if:
            return ()
        return (self.words.say("note_what_if", changes=" ".join(self._supposed())),)

    def _supposed(self) -> Iterable[str]:
        what_if, words = self.found.query.what_if, self.words
        now = self.found.ranking.criteria.weight_shares
        before = self.found.stored.criteria.weight_shares
        for criterion in what_if.weights:
            yield words.say(
                "what_if_weight",
                name=self.criterion(criterion),
                share=words.number(100 * now[criterion], 1),
                before=words.number(100 * before[criterion], 1),
            )
        if what_if.without:
            names = words.listed([self.criterion(one) for one in what_if.without])
            yield words.say("what_if_without", names=names)
        if what_if.assessors is not None:
            names = words.listed([self.actor(one) for one in what_if.assessors])
            yield words.say("what_if_assessors", names=names)


def caveats(ranking: Ranking, words: Wording) -> tuple[str, ...]:
    """Return what every output that uses a ranking must say of how it was made."""
    notes = []
    if ranking.example:
        notes.append(words.say("note_example", round=ranking.round))
    if ranking.criteria.adopted is None:
        notes.append(words.say("note_proposal"))
    if ranking.round is None:
        notes.append(words.say("note_nothing"))
    return tuple(notes)
