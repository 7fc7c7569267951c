"""Find recommendations by words, forgiving spelling and Norwegian compounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.model.base import Text
from anbefal.model.dataset import Dataset
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation

EXACT, PART, NEAR = 3, 2, 1
NEAR_ENOUGH = 80.0
"""The least likeness, in per cent, of a misspelt word."""
SHORTEST_NEAR = 5
"""Shorter words must be spelt right: too many are one letter apart."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Hit:
    """A recommendation that holds every word searched for.

    Attributes:
        record: The recommendation.
        score: The sum over the words: 3 where it stands as a word, 2 as a part of one, 1 misspelt.
    """

    record: Recommendation
    score: int


def search(dataset: Dataset, words: str) -> tuple[Hit, ...]:
    """Return the recommendations that hold all ``words``, the best first, ties by id.

    Symbol, paragraph, body, themes, groups, ministries, summary and text are searched, in every
    language. Letter case and composed or decomposed Unicode make no difference.
    """
    wanted = _words(words)
    hits = []
    for record in dataset.recommendations.values():
        vocabulary = _vocabulary(dataset, record)
        scores = [_likeness(word, vocabulary) for word in wanted]
        if wanted and all(scores):
            hits.append(Hit(record, sum(scores)))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.record.id)))


def _words(text: str) -> list[str]:
    return _WORD.findall(composed(text).casefold())


def _vocabulary(dataset: Dataset, record: Recommendation) -> frozenset[str]:
    actors = [dataset.actors.get(one) for one in (record.source.body, *record.ministries)]
    themes = [dataset.themes.get(one) for one in record.themes]
    texts = [record.summary, record.text]
    texts += [known.name for known in (*actors, *themes) if known]
    plain = [record.id, record.source.document or "", record.source.paragraph or ""]
    plain += [record.source.body, *record.themes, *record.groups, *record.ministries]
    plain += [actor.abbreviation or "" for actor in actors if actor]
    return frozenset(word for part in (*plain, *_languages(texts)) for word in _words(part))


def _languages(texts: Iterable[Text | None]) -> list[str]:
    return [
        words for text in texts if text for words in (text.nb, text.nn, text.en, text.se) if words
    ]


def _likeness(word: str, vocabulary: frozenset[str]) -> int:
    from rapidfuzz import fuzz, process

    if word in vocabulary:
        return EXACT
    if any(word in known for known in vocabulary):
        return PART
    if len(word) < SHORTEST_NEAR:
        return 0
    near = process.extractOne(word, vocabulary, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return NEAR if near else 0
