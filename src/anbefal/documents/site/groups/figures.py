"""How many records a group has, and how far their follow-up has come, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anbefal.analysis.owed import DeadlineState
from anbefal.analysis.progress import Progress
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation, RecommendationKind

_KINDS: dict[RecommendationKind, str] = {
    "recommendation": "recommendations",
    "concern": "concerns",
    "follow-up-request": "requests",
}

_STATES: tuple[DeadlineState, ...] = ("near", "passed")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and what it counts.

    Attributes:
        number: The number as it is written out.
        label: What it counts.
        count: The number.
    """

    number: str
    label: str
    count: int


def figures_of(
    voice: Voice, records: Sequence[Recommendation], found: Progress
) -> tuple[Figure, ...]:
    """Return the key figures of a group.

    Args:
        voice: The words of the language.
        records: The records of the group.
        found: What is recorded of them.
    """
    words = voice.words("site_group")
    return tuple(
        Figure(words.number(number), words.counted(key, number), number)
        for key, number in _counts(voice, records, found)
    )


def _counts(
    voice: Voice, records: Sequence[Recommendation], found: Progress
) -> Iterator[tuple[str, int]]:
    """Yield what is counted, and how many there are."""
    kinds = Counter(one.kind for one in records)
    for kind, key in _KINDS.items():
        if kinds[kind]:
            yield key, kinds[kind]
        if kind == "recommendation" and has_same(voice, records):
            yield "distinct", distinct(voice, records)
    if has_others(records):
        yield "statements", len(records)
    yield "reported", found.with_report
    yield "assessed", found.with_assessment
    yield "silent", found.silent
    yield "unverified", sum(not one.provenance.verified for one in records)
    states = Counter(voice.site.deadlines.get(one.id) for one in records)
    for state in _STATES:
        if states[state]:
            yield state, states[state]


def distinct(voice: Voice, records: Sequence[Recommendation]) -> int:
    """Return how many recommendations there are when what links join counts as one."""
    family = voice.site.dataset.links.family
    return len({family(one.id)[0] for one in records if one.kind == "recommendation"})


def has_same(voice: Voice, records: Sequence[Recommendation]) -> bool:
    """Return whether some recommendations are the same."""
    return distinct(voice, records) < sum(one.kind == "recommendation" for one in records)


def has_others(records: Sequence[Recommendation]) -> bool:
    """Return whether some records are no recommendations."""
    return any(one.kind != "recommendation" for one in records)
