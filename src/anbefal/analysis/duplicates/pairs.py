"""Two recommendations beside each other, and what is thought of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from anbefal.analysis.linking import Relation as LinkRelation

PairRelation = Literal["duplicate", "related", "nothing"]
"""The same ask; the same subject but another ask; neither."""

Aspect = Literal["strength", "instrument", "group", "action", "part-of", "subject"]
"""In what two asks differ: how strongly, of which treaty or body, for whom, what is to be done;
one is a minor part of the other; another subject within the same field."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two asks have in common, by ids of the word lists.

    Attributes:
        strength: The strength of both, ``None`` where it is not the same.
        actions: Kinds of action, sorted.
        instruments: Treaties and bodies, sorted.
        groups: Whom both concern, sorted.
        subjects: What both are about, sorted.
        alike: Share of the words that count which both have, 0 to 1.
    """

    strength: str | None
    actions: tuple[str, ...]
    instruments: tuple[str, ...]
    groups: tuple[str, ...]
    subjects: tuple[str, ...]
    alike: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is thought of two texts.

    Attributes:
        relation: How they stand to each other.
        score: The probability that they are the same ask, 0 to 1.
        differs_in: In what they differ, in the order of :data:`Aspect`.
        shared: What they have in common.
    """

    relation: PairRelation
    score: float
    differs_in: tuple[Aspect, ...]
    shared: Shared


@dataclass(frozen=True, slots=True)
class Pair:
    """Two recommendations that may belong together, which nobody has decided on.

    Attributes:
        a: Id of the later one; of two from one day, the one whose id sorts last.
        b: Id of the other.
        judgement: What is thought of them; never ``nothing``.
        language: The language that they were compared in.
        link: The link that it would be: ``repeats`` where the same body asked it in an earlier
            cycle.
    """

    a: str
    b: str
    judgement: Judgement
    language: str
    link: LinkRelation


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is suggested for a repository.

    Attributes:
        pairs: Duplicates first, then related ones; the surest first, ties by ids.
        clusters: Groups of undecided duplicates with the records already decided to be the same,
            ids sorted; the group with the surest pair first. Every group has two or more.
        compared: How many recommendations were compared.
        alone: Ids of those that share no language with any other, or have no word that is read,
            sorted.
    """

    pairs: tuple[Pair, ...]
    clusters: tuple[tuple[str, ...], ...]
    compared: int
    alone: tuple[str, ...]
