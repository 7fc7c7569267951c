"""What makes two texts different asks however alike they are otherwise."""

from __future__ import annotations

from anbefal.analysis.duplicates.features import Read, lacked
from anbefal.analysis.duplicates.likeness import overlap
from anbefal.analysis.duplicates.pairs import Aspect

ALIKE = 0.4
"""How alike the words asked for are where one that is put for another decides, 0 to 1.

Below that, two texts are in other words anyhow, and a word more or less says little.
"""

CEILING = 0.4
"""The score that such a pair does not exceed: it is likelier another ask than the same."""

_ENDS = frozenset({"prohibit", "abolish", "suspend", "repeal"})
_SHORT_OF_IT = frozenset({"reduce", "collect", "train", "submit", "cooperate"})
"""What is less than to end a thing: to have less of it, count it, or teach about it."""


def decisive_difference(a: Read, b: Read) -> Aspect | None:
    """Return what makes two texts different asks, whatever their likeness.

    Each names another group, or another treaty or body, where the rest is alike; or one would end
    what the other would only reduce, count or teach about; or numbers stand in both (an age, a
    share, an article) and none is the same. Weights can hardly learn that from labelled pairs:
    pairs that differ in one word alone are few there.
    """
    if overlap(a.core, b.core).dice < ALIKE:
        return None
    lacks = lacked(a.core, b.core)
    if min(lacks.instruments):
        return "instrument"
    if min(lacks.groups):
        return "group"
    if a.ask.numbers and b.ask.numbers and a.ask.numbers.isdisjoint(b.ask.numbers):
        return "subject"
    return "action" if _one_falls_short(a.ask.main.deed, b.ask.main.deed) else None


def _one_falls_short(one: str, other: str) -> bool:
    return (one in _ENDS and other in _SHORT_OF_IT) or (other in _ENDS and one in _SHORT_OF_IT)
