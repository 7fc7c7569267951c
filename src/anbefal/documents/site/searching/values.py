"""The values that records have in each filter, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from anbefal.analysis.progress import ORDER, Reached
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.charts.progress import reached_words
from anbefal.documents.site.page import Link
from anbefal.documents.site.site_data import SiteData
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import RecommendationKind

KINDS: tuple[RecommendationKind, ...] = get_args(RecommendationKind)


@dataclass(frozen=True, slots=True)
class Values:
    """Ids and words that some record has, each sorted; scripts name one by its place.

    Attributes:
        bodies: The bodies that recommend something.
        themes: The themes that something is about.
        ministries: Those that answer for something.
        groups: Whom something concerns.
        years: The years of the documents, the newest first.
    """

    bodies: tuple[str, ...]
    themes: tuple[str, ...]
    ministries: tuple[str, ...]
    groups: tuple[str, ...]
    years: tuple[int, ...]


@lru_cache(maxsize=1)
def values_of(site: SiteData) -> Values:
    """Return every value that some record of a site has."""
    records = site.records
    years = {one.source.date.year for one in records if one.source.date}
    return Values(
        bodies=_sorted(one.source.body for one in records),
        themes=_sorted(theme for one in records for theme in one.themes),
        ministries=_sorted(who for one in records for who in one.ministries),
        groups=_sorted(group for one in records for group in one.groups),
        years=tuple(sorted(years, reverse=True)),
    )


def names_of_reached(voice: Voice) -> dict[Reached, str]:
    """Return what is said of all that a track can say last, from the most done on."""
    return {one: reached_words(voice, one) for one in ORDER}


def names_of_kinds(voice: Voice) -> dict[RecommendationKind, str]:
    """Return what each kind of record is called."""
    label = voice.words("site_entry").label
    return {
        "recommendation": label["kind_recommendation"],
        "concern": label["kind_concern"],
        "follow-up-request": label["kind_request"],
    }


def run_of(words: Link | Run) -> Run:
    """Return words that lead somewhere as words alone."""
    return Run(words.text, language=words.language)


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
