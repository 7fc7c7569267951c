"""Relations between recommendations, read from both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True)
class LinkIndex:
    """What a dataset's links say, whichever side they are written on.

    Attributes:
        groups: Id to the sorted ids of all records of the same ask, itself among them, reached
            through any chain; the members of a group share one tuple.
        repeats: Id to the earlier records that it repeats.
        repeated_by: Id to the later records that repeat it.
        related: Id to related records.
        distinct_from: Id to records decided not to be the same.
    """

    groups: Mapping[str, tuple[str, ...]]
    repeats: Mapping[str, tuple[str, ...]]
    repeated_by: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[str, ...]]
    distinct_from: Mapping[str, tuple[str, ...]]

    def same_as(self, one: str) -> tuple[str, ...]:
        """Return the other records of the same ask, sorted by id."""
        return tuple(other for other in self.groups.get(one, ()) if other != one)

    def are_same(self, one: str, other: str) -> bool:
        """Return whether two records are the same ask."""
        return one in self.groups and self.groups[one] is self.groups.get(other)


def index_links(recommendations: Mapping[str, Recommendation]) -> LinkIndex:
    """Return the link index of recommendations by id."""
    same: defaultdict[str, set[str]] = defaultdict(set)
    repeats: defaultdict[str, set[str]] = defaultdict(set)
    repeated_by: defaultdict[str, set[str]] = defaultdict(set)
    related: defaultdict[str, set[str]] = defaultdict(set)
    distinct: defaultdict[str, set[str]] = defaultdict(set)
    for one, record in recommendations.items():
        _add_both_ways(same, one, record.links.same_as)
        _add_both_ways(related, one, record.links.related)
        _add_both_ways(distinct, one, record.links.distinct_from)
        for earlier in record.links.repeats:
            repeats[one].add(earlier)
            repeated_by[earlier].add(one)
    return LinkIndex(
        groups=_groups(same),
        repeats=_sorted(repeats),
        repeated_by=_sorted(repeated_by),
        related=_sorted(related),
        distinct_from=_sorted(distinct),
    )


def _add_both_ways(index: defaultdict[str, set[str]], one: str, others: tuple[str, ...]) -> None:
    for other in others:
        index[one].add(other)
        index[other].add(one)


def _sorted(index: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {one: tuple(sorted(others)) for one, others in sorted(index.items())}


def _groups(neighbours: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each id the whole group that it belongs to (connected components)."""
    groups: dict[str, tuple[str, ...]] = {}
    for start in sorted(neighbours):
        if start in groups:
            continue
        group: set[str] = set()
        waiting = [start]
        while waiting:
            one = waiting.pop()
            if one not in group:
                group.add(one)
                waiting.extend(neighbours[one])
        groups.update(dict.fromkeys(group, tuple(sorted(group))))
    return groups
