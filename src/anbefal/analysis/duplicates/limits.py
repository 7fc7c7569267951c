"""Words that turn an ask round or narrow it: "not", "only", "except" and the like."""

from __future__ import annotations

from anbefal.analysis.ask.asks import Ask
from anbefal.analysis.ask.phrases import phrases
from anbefal.analysis.ask.words import lemma


def limits_of(ask: Ask) -> frozenset[str]:
    """Return the words of an ask that turn it round or narrow it, but for "not only" and the like.

    They are looked for in all of its words, since where they stand is part of no one ask.
    """
    lemmas = [lemma(word, ask.language) for word in ask.words]
    found = phrases("limits", ask.language).find(lemmas)
    return frozenset(ask.words[one.start] for one in found)
