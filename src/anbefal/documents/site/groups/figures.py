"""How many records a group has, and how far their follow-up has come, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anbefal.analysis.owed import DeadlineState
from anbefal.analysis.progress import Progress, reached
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
    """A number, and what it counts."""

    number: str
    label: str


def figures_of(
    voice: Voice, records: Sequence[Recommendation], found: Progress
) -> tuple[Figure, ...]:
    """Return the key figures of a group.

    Args:
        voice: The words of the language.
        records: The records of the group.
        found: How far their follow-up has come.
    """
    words = voice.words("site_group")
    return tuple(
        Figure(words.number(number), words.counted(key, number))
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
    if kinds["recommendation"]:
        yield "distinct", distinct(voice, records)
    yield "reported", found.total - found.unreported
    yield "assessed", found.total - found.unassessed
    yield "silent", sum(map(_is_silent, records))
    yield "unverified", sum(not one.provenance.verified for one in records)
    states = Counter(voice.site.deadlines.get(one.id) for one in records)
    for state in _STATES:
        if states[state]:
            yield state, states[state]


def distinct(voice: Voice, records: Sequence[Recommendation]) -> int:
    """Return how many recommendations there are when what links join counts as one."""
    family = voice.site.dataset.links.family
    return len({family(one.id)[0] for one in records if one.kind == "recommendation"})


def _is_silent(record: Recommendation) -> bool:
    """Return whether nothing is recorded: no report, no assessment, no search for any."""
    if record.status:
        return False
    return reached(record, "assessed") == "nothing"
