"""Which parts a site is made in, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from anbefal.cli.publishing.files import Assets, Groups, Pages, Records, SearchIndex, Task
from anbefal.documents.site.building import addresses
from anbefal.documents.site.site_data import SiteData
from anbefal.wording import LANGUAGES

T = TypeVar("T")

MOST_RECORDS, MOST_PAGES = 100, 50
"""How many recommendations or pages one part has at most: some tenths of a second of work."""


def tasks(site: SiteData, processes: int) -> list[tuple[Task, ...]]:
    """Return the parts of a site in two stages; no part of the second begins before the first ends.

    What pages lead to comes before the pages. In the second stage the pages that show many
    recommendations come first, and those of a language as few parts: whoever has said something of
    a recommendation in a language says it again in no time. The many small parts come last, so that
    no process waits long for another.

    Args:
        site: What the site is made from.
        processes: How many other processes make it; 0 is this one alone.
    """
    records = _parts([one.id for one in site.records], MOST_RECORDS)
    indexes = (SearchIndex(one) for one in LANGUAGES)
    several = [one for one in addresses(site) if one.kind != "recommendation"]
    single = [one for one in addresses(site) if one.kind == "recommendation"]
    groups = Groups(tuple(one for one in several if one.is_group))
    first: tuple[Task, ...] = (groups, *indexes, Assets(), *map(Records, records))
    shares = max(processes // len(LANGUAGES), 1)
    large = [several[number::shares] for number in range(shares)]
    parts = chain(map(tuple, large), _parts(single, MOST_PAGES))
    return [first, tuple(Pages(language, one) for one in parts for language in LANGUAGES)]


def _parts(things: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    for start in range(0, len(things), most):
        yield tuple(things[start : start + most])
