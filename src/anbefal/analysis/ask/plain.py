"""How much a word tells of what is asked."""

from __future__ import annotations

from functools import cache, lru_cache

from anbefal.analysis.ask.phrases import table
from anbefal.analysis.ask.words import AskLanguage, spoken, stem, words_of


@lru_cache(maxsize=200_000)
def token_of(word: str, language: AskLanguage) -> tuple[str, float]:
    """Return the stem of a word and how much it tells."""
    token = stem(word, spoken(language))
    return token, weight(token, language)


def weight(token: str, language: AskLanguage) -> float:
    """Return how much a word tells of what is asked: 0, 0.25, 0.5 or 1."""
    return _weights(spoken(language)).get(token, 1.0)


_WEIGHTS = {"empty": 0.0, "slight": 0.25, "some": 0.5}


@cache
def _weights(language: AskLanguage) -> dict[str, float]:
    found: dict[str, float] = {}
    for one, number in _WEIGHTS.items():
        for phrase in table("plain").get(one, {}).get(language, ()):
            for word in words_of(phrase, language).plain:
                token = stem(word, language)
                found[token] = min(number, found.get(token, 1.0))
    return found
