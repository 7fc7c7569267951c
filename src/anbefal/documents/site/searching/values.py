"""The values that records have in each filter, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from anbefal.analysis.progress import ORDER, Reached
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.charts.progress import reached_words
from anbefal.documents.site.page import Link
from anbefal.documents.site.site_data import SiteData
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import PositionValue, RecommendationKind, Track

KINDS: tuple[RecommendationKind, ...] = get_args(RecommendationKind)
POSITIONS: tuple[PositionValue, ...] = get_args(PositionValue)

NOT_RECORDED = "-"
"""Stands in an address for records in which nothing is recorded; no id is a hyphen alone."""


@dataclass(frozen=True, slots=True)
class Values:
    """What some record has, so that it can be asked for; scripts name an id by its place.

    Attributes:
        bodies: The bodies that recommend something, sorted.
        themes: The themes that something is about, sorted.
        ministries: Those that answer for something, sorted.
        groups: Whom something concerns, sorted.
        lacking: The filters that some record has no value in.
        years: The years of the documents, the newest first.
        reached: What each track says last of something, from the most done on.
        positions: What the state answers to something in the UPR, from the most accepted on.
        kinds: What records are.
        verified: Whether there are records that are compared with the document, and that are not.
    """

    bodies: tuple[str, ...]
    themes: tuple[str, ...]
    ministries: tuple[str, ...]
    groups: tuple[str, ...]
    lacking: frozenset[str]
    years: tuple[int, ...]
    reached: Mapping[Track, tuple[Reached, ...]]
    positions: tuple[PositionValue, ...]
    kinds: tuple[RecommendationKind, ...]
    verified: frozenset[bool]


@lru_cache(maxsize=1)
def values_of(site: SiteData) -> Values:
    """Return every value that some record of a site has."""
    records = site.records
    years = {one.source.date.year for one in records if one.source.date}
    reported = {one for one, _ in site.reached.values()}
    assessed = {one for _, one in site.reached.values()}
    positions = {one.state_position.value for one in records if one.state_position}
    kinds = {one.kind for one in records}
    lists = {
        "theme": [one.themes for one in records],
        "ministry": [one.ministries for one in records],
        "group": [one.groups for one in records],
    }
    return Values(
        bodies=_sorted(one.source.body for one in records),
        themes=_all_in(lists["theme"]),
        ministries=_all_in(lists["ministry"]),
        groups=_all_in(lists["group"]),
        lacking=frozenset(name for name, found in lists.items() if not all(found)),
        years=tuple(sorted(years, reverse=True)),
        reached={
            "reported": tuple(one for one in ORDER if one in reported),
            "assessed": tuple(one for one in ORDER if one in assessed),
        },
        positions=tuple(one for one in POSITIONS if one in positions),
        kinds=tuple(one for one in KINDS if one in kinds),
        verified=frozenset(one.provenance.verified for one in records),
    )


def names_of_reached(voice: Voice) -> dict[Reached, str]:
    """Return what is said of all that a track can say last, from the most done on."""
    return {one: reached_words(voice, one) for one in ORDER}


def names_of_positions(voice: Voice) -> dict[PositionValue, str]:
    """Return what each answer of the state in the UPR is called."""
    position = voice.words("status").position
    return {one: position[one] for one in POSITIONS}


def names_of_kinds(voice: Voice) -> dict[RecommendationKind, str]:
    """Return what each kind of record is called."""
    label = voice.words("site_entry").label
    return {
        "recommendation": label["kind_recommendation"],
        "concern": label["kind_concern"],
        "follow-up-request": label["kind_request"],
    }


def name_of_group(voice: Voice, group: str) -> Run:
    """Return what those whom something concerns are called."""
    language, name = voice.site.dataset.name_of_word(group, voice.language)
    return Run(name, language=None if language == voice.language else language)


def run_of(words: Link | Run) -> Run:
    """Return words that lead somewhere as words alone."""
    return Run(words.text, language=words.language)


def _all_in(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return _sorted(one for values in lists for one in values)


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
