"""How two asks stand to each other."""

from __future__ import annotations

from anbefal.analysis.duplicates.differences import differences
from anbefal.analysis.duplicates.features import other_features, subject_features, treaty_features
from anbefal.analysis.duplicates.likeness import overlap
from anbefal.analysis.duplicates.pairs import Aspect, Judgement, PairRelation, Shared
from anbefal.analysis.duplicates.reads import Read
from anbefal.analysis.duplicates.vetoes import CEILING, decisive_difference
from anbefal.analysis.duplicates.weights import DECIMALS, probability

LEAST = 0.5
"""The probability from which two are called the same ask, or about the same subject."""

IDENTICAL = 0.99
"""The score of texts in the very same words."""


def judge(a: Read, b: Read, least: float = LEAST) -> Judgement:
    """Return what is thought of two asks; the same whichever comes first.

    The probability that they are the same ask is a logistic regression of features that can be
    read, with one table of weights where both would bind the state by a treaty and one for the
    rest (``weights.toml``); whether they are about the same subject is a third. The weights were
    fitted to pairs that two readers labelled; see docs/duplicates.md. A decisive difference
    (:mod:`~anbefal.analysis.duplicates.vetoes`) keeps the score down.

    Args:
        a: One ask.
        b: The other, read in the same language.
        least: The lowest score of a duplicate. What lies between 0.5 and a higher one is nothing:
            not sure enough for a duplicate, and too alike for another ask.
    """
    a, b = sorted((a, b), key=_in_order)
    decisive = decisive_difference(a, b)
    score = _held_down(a, b, decisive)
    relation: PairRelation = "nothing"
    if score >= least:
        relation = "duplicate"
    elif score < LEAST and probability("subject", subject_features(a, b)) >= LEAST:
        relation = "related"
    found = differences(a, b, decisive) if relation != "nothing" else ()
    return Judgement(relation, score, found, _shared(a, b))


def _in_order(read: Read) -> tuple[str, tuple[str, ...]]:
    """Return what puts two asks in one order, so that sums and ties come out the same."""
    return read.text, read.ask.words


def _held_down(a: Read, b: Read, decisive: Aspect | None) -> float:
    """Return the score where what decides by itself is regarded."""
    # The words alone do not tell: "the Convention" is another treaty for another body.
    if a.text and a.text == b.text and a.ask.words == b.ask.words:
        return IDENTICAL
    score = same_ask(a, b)
    return min(score, CEILING) if decisive else score


def same_ask(a: Read, b: Read) -> float:
    """Return the probability that two asks are the same."""
    one, other = a.obligation, b.obligation
    if one and other:
        return probability("treaty", treaty_features(a, b, one, other))
    return probability("other", other_features(a, b))


def _shared(a: Read, b: Read) -> Shared:
    one, other = a.ask.main, b.ask.main
    return Shared(
        strength=one.strength if one.strength == other.strength else None,
        actions=tuple(sorted(set(one.actions) & set(other.actions))),
        instruments=tuple(sorted(set(one.instruments) & set(other.instruments))),
        groups=tuple(sorted(one.groups & other.groups)),
        subjects=tuple(sorted(one.subjects & other.subjects)),
        alike=round(overlap(a.whole, b.whole).dice, DECIMALS),
    )
