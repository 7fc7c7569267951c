"""Relations between recommendations, read from both sides."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True)
class LinkIndex:
    """What a dataset's links say, whichever side they are written on.

    Groups and families hold records that are there; a link to any other id joins nothing. Records
    that nothing joins have no entry in them.

    Attributes:
        groups: Id to the sorted ids of all records that ``same_as`` joins with it, itself among
            them, through any chain; the members of a group share one tuple.
        families: The same for what ``same_as`` or ``repeats`` joins: one ask, by whatever body
            and in whatever cycle.
        joined: Id to the records that a link of its own or of theirs joins into its family.
        repeats: Id to the earlier records that it repeats.
        repeated_by: Id to the later records that repeat it.
        related: Id to related records.
        distinct_from: Id to records decided not to be the same.
    """

    groups: Mapping[str, tuple[str, ...]]
    families: Mapping[str, tuple[str, ...]]
    joined: Mapping[str, tuple[str, ...]]
    repeats: Mapping[str, tuple[str, ...]]
    repeated_by: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[str, ...]]
    distinct_from: Mapping[str, tuple[str, ...]]

    def same_as(self, one: str) -> tuple[str, ...]:
        """Return the other records that ``same_as`` joins with it, sorted by id."""
        return tuple(other for other in self.groups.get(one, ()) if other != one)

    def family(self, one: str) -> tuple[str, ...]:
        """Return the ids of one ask, the record's own among them, sorted."""
        return self.families.get(one, (one,))

    def are_one_ask(self, one: str, other: str) -> bool:
        """Return whether chains of links join two records into one family."""
        return self.family(one)[0] == self.family(other)[0]

    def chain(self, one: str, other: str, *, most: int) -> tuple[str, ...]:
        """Return the ids of a shortest chain of links that join two records into one family.

        Args:
            one: The id that the chain begins with.
            other: The id that it ends with.
            most: How many records to look at; where they do not suffice, there is no chain.
        """
        came_from = {one: one}
        waiting = deque([one])
        while waiting and other not in came_from and len(came_from) < most:
            here = waiting.popleft()
            for there in self.joined.get(here, ()):
                if there not in came_from:
                    came_from[there] = here
                    waiting.append(there)
        if other not in came_from:
            return ()
        chain = [other]
        while chain[-1] != one:
            chain.append(came_from[chain[-1]])
        return tuple(reversed(chain))


def index_links(recommendations: Mapping[str, Recommendation]) -> LinkIndex:
    """Return the link index of recommendations by id."""
    same: defaultdict[str, set[str]] = defaultdict(set)
    repeats: defaultdict[str, set[str]] = defaultdict(set)
    repeated_by: defaultdict[str, set[str]] = defaultdict(set)
    related: defaultdict[str, set[str]] = defaultdict(set)
    distinct: defaultdict[str, set[str]] = defaultdict(set)
    for one, record in recommendations.items():
        _add_both_ways(same, one, _known(recommendations, record.links.same_as))
        _add_both_ways(related, one, record.links.related)
        _add_both_ways(distinct, one, record.links.distinct_from)
        for earlier in record.links.repeats:
            repeats[one].add(earlier)
            repeated_by[earlier].add(one)
    joined = defaultdict(set, {one: {*others} for one, others in same.items()})
    for one, earlier_ones in repeats.items():
        _add_both_ways(joined, one, _known(recommendations, earlier_ones))
    return LinkIndex(
        groups=_components(same),
        families=_components(joined),
        joined=_sorted(joined),
        repeats=_sorted(repeats),
        repeated_by=_sorted(repeated_by),
        related=_sorted(related),
        distinct_from=_sorted(distinct),
    )


def _known(recommendations: Mapping[str, Recommendation], ids: Iterable[str]) -> list[str]:
    return [one for one in ids if one in recommendations]


def _add_both_ways(index: defaultdict[str, set[str]], one: str, others: Iterable[str]) -> None:
    for other in others:
        index[one].add(other)
        index[other].add(one)


def _sorted(index: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {one: tuple(sorted(others)) for one, others in sorted(index.items())}


def _components(neighbours: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each id all that chains of neighbours lead to, itself among them."""
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
