"""On which pairs of recommendations somebody has decided, by their links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from anbefal.model.dataset import Dataset
from anbefal.model.links import LinkIndex


@dataclass(frozen=True, slots=True)
class Decided:
    """What links say of pairs, through any chain.

    Records that ``same_as`` or ``repeats`` join, through any chain, are a family: the same ask. A
    decision on two records holds for all of their families.

    Attributes:
        families: Id to the sorted ids of its family, itself among them; the members share one
            tuple. Records that nothing joins have no entry.
        linked: Two families, each as its first id, between which there is any link; the first id
            of the two comes first.
    """

    families: Mapping[str, tuple[str, ...]]
    linked: frozenset[tuple[str, str]]

    @classmethod
    def index(cls, dataset: Dataset) -> Decided:
        """Return what the links of a repository say."""
        families = dataset.links.families
        names = {one: family[0] for one, family in families.items()}
        pairs = (
            (names.get(one, one), names.get(other, other))
            for one, others in _apart(dataset.links)
            for other in others
        )
        return cls(families, frozenset((min(pair), max(pair)) for pair in pairs))

    def family(self, one: str) -> tuple[str, ...]:
        """Return the ids of the same ask, the record's own among them, sorted."""
        return self.families.get(one, (one,))

    def holds(self, a: str, b: str) -> bool:
        """Return whether somebody has decided how two records stand to each other."""
        one, other = self.family(a)[0], self.family(b)[0]
        return one == other or (min(one, other), max(one, other)) in self.linked


def _apart(links: LinkIndex) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield ids with what they are linked to without being the same ask."""
    yield from links.related.items()
    yield from links.distinct_from.items()
