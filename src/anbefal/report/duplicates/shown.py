"""Suggestions as they are shown: in groups, and what every form says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.pairs import Pair, Suggestions
from anbefal.report.duplicates.telling import Telling
from anbefal.report.sections import Line, Section

GROUPS = 20
"""How many groups a screen shows where nobody says otherwise."""
_SOURCES = 8
"""How many bodies and years a heading names."""

Group = tuple[tuple[str, ...], tuple[Pair, ...]]
"""The ids of a group and its pairs."""


@dataclass(frozen=True)
class Shown:
    """What is shown.

    Attributes:
        suggestions: What is suggested; pairs of other relations are left out already.
        telling: What puts it into words.
        limit: How many groups, or related pairs where there is nothing else, are shown.
        only_related: Whether the user asked for related pairs alone.
        whole: Whether a screen shows all pairs of a group, not only the surest.
        again: The words after `anbefal` that ask about what is shown.
    """

    suggestions: Suggestions
    telling: Telling
    limit: int = GROUPS
    only_related: bool = False
    whole: bool = False
    again: Sequence[str] = ("dedupe", "--apply")

    @cached_property
    def duplicates(self) -> tuple[Pair, ...]:
        """Likely duplicates, the surest first."""
        return tuple(p for p in self.suggestions.pairs if p.judgement.relation == "duplicate")

    @cached_property
    def related(self) -> tuple[Pair, ...]:
        """Related pairs."""
        return tuple(p for p in self.suggestions.pairs if p.judgement.relation == "related")

    @cached_property
    def _place(self) -> dict[str, int]:
        """Id to the number of its group, from 0."""
        return {one: n for n, ids in enumerate(self.suggestions.clusters) for one in ids}

    def group_of(self, pair: Pair) -> int | None:
        """Return the number of the group that both belong to, from 0; ``None`` for none."""
        one = self._place.get(pair.a)
        return one if one == self._place.get(pair.b) else None

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The ids of each group with its pairs, the group with the surest pair first."""
        pairs: list[list[Pair]] = [[] for _ in self.suggestions.clusters]
        for pair in self.duplicates:
            number = self.group_of(pair)
            if number is not None:
                pairs[number].append(pair)
        found = zip(self.suggestions.clusters, pairs, strict=True)
        return tuple((ids, tuple(of)) for ids, of in found if of)

    @cached_property
    def across(self) -> tuple[Pair, ...]:
        """Likely duplicates that are in no group together: most of the others are not alike."""
        return tuple(pair for pair in self.duplicates if self.group_of(pair) is None)

    @cached_property
    def decided(self) -> Decided:
        """What somebody has decided."""
        return Decided.index(self.telling.dataset)


def heading(shown: Shown, number: int, ids: tuple[str, ...]) -> str:
    """Return the heading of a group: its number, and who asked when, the oldest first."""
    telling = shown.telling
    sources = list(dict.fromkeys(telling.cycle(one) for one in _dated(telling, ids)))
    named = sources[:_SOURCES]
    if sources[_SOURCES:]:
        named.append(telling.words.say("and_more", n=len(sources) - _SOURCES))
    told = telling.words.listed(named)
    return telling.words.say("group", number=number, sources=told, n=len(ids))


def _dated(telling: Telling, ids: tuple[str, ...]) -> list[str]:
    """Return ids in the order of their dates, undated ones last."""

    def when(one: str) -> tuple[bool, str, str]:
        date = telling.record(one).source.date
        return (date is None, str(date or ""), one)

    return sorted(ids, key=when)


def short_lines(shown: Shown, pair: Pair) -> tuple[str, str]:
    """Return a pair in two lines: which; and how likely, how they differ, and what they share."""
    telling, judgement = shown.telling, pair.judgement
    names = {"a": pair.a, "b": pair.b}
    sources = {f"{side}_source": telling.source(name) for side, name in names.items()}
    told = [telling.likely(judgement)] if judgement.relation == "duplicate" else []
    told += [telling.differs(judgement), telling.why(judgement)]
    return telling.words.say("short_pair", **names, **sources), " ".join(told)


def legend(shown: Shown) -> Section:
    """Return how figures and marks are read."""
    words = shown.telling.words
    lines = (Line(words.say("legend_score")), Line(words.say("legend_marks")))
    return Section(words.say("legend"), lines)
