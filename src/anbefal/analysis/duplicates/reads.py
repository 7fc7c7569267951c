"""Asks made ready for comparison, once for each text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from anbefal.analysis.ask.asks import Ask
from anbefal.analysis.duplicates.likeness import Bag, bag, overlap
from anbefal.analysis.duplicates.limits import limits_of
from anbefal.analysis.duplicates.obligations import Obligation, obligation_of

COMPARED = 40
"""How many parts of a text are compared with those of another, from the first on. No real text that
was looked at has so many; who hands in a book gets an answer all the same."""

LONGEST = 20_000
"""How many characters rapidfuzz compares, whose work grows with the square of the length. No real
text that was looked at has a third of it."""


@dataclass(frozen=True, slots=True)
class Read:
    """An ask with the words that are compared, made once for each text.

    Attributes:
        ask: The ask.
        whole: All its words.
        core: Those without details.
        parts: The words of each of the first :data:`COMPARED` parts.
        cores: Those of each part without details.
        text: All its words in the order of the text, joined, at most :data:`LONGEST` characters.
        obligation: What it wants a state to be bound by, if it does.
        actions: Kinds of action that any part asks for.
        instruments: Treaties and bodies that any part is about.
        groups: Whom any part concerns.
        subjects: What any part is about.
        rest: The weight of what it asks for besides the obligation.
        limits: Words that turn it round or narrow it, such as "not" and "except".
    """

    ask: Ask
    whole: Bag
    core: Bag
    parts: tuple[Bag, ...]
    cores: tuple[Bag, ...]
    text: str
    obligation: Obligation | None
    rest: float
    actions: frozenset[str]
    instruments: frozenset[str]
    groups: frozenset[str]
    subjects: frozenset[str]
    limits: frozenset[str]


def prepared(ask: Ask) -> Read:
    """Return an ask ready for comparison."""
    parts, language = ask.parts, ask.language
    tokens = [token for part in parts for token in (*part.core, *part.details)]
    obligation = obligation_of(ask)
    bags = tuple([bag([part], language) for part in parts[:COMPARED]])
    cores = tuple(
        [
            bag([part], language, details=False) if part.details else each
            for part, each in zip(parts, bags, strict=False)
        ]
    )
    alone = len(parts) == 1
    return Read(
        ask=ask,
        whole=bags[0] if alone else bag(parts, language),
        core=cores[0] if alone else bag(parts, language, details=False),
        parts=bags,
        cores=cores,
        text=" ".join(tokens)[:LONGEST],
        obligation=obligation,
        rest=sum(bag(obligation.others, language).values()) if obligation else 0.0,
        actions=frozenset([one for part in parts for one in part.actions]),
        instruments=frozenset([one for part in parts for one in part.instruments]),
        groups=frozenset().union(*[part.groups for part in parts]),
        subjects=frozenset().union(*[part.subjects for part in parts]),
        limits=limits_of(ask),
    )


def closest(a: Read, b: Read) -> tuple[int, int]:
    """Return the places of the two parts that are most alike, the earliest of several."""
    if len(a.parts) == len(b.parts) == 1:
        return 0, 0
    places = product(range(len(a.parts)), range(len(b.parts)))
    alike = {(i, j): round(overlap(a.parts[i], b.parts[j]).dice, 9) for i, j in places}
    return max(alike, key=lambda at: (alike[at], -sum(at)))
