"""The texts of recommendations in which they can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from anbefal.analysis.ask.instruments import instrument_named
from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.ask.words import AskLanguage, spoken
from anbefal.analysis.duplicates.reads import Read, prepared
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation

LANGUAGES: tuple[AskLanguage, ...] = ("en", "nb", "nn")
"""The languages in which texts are compared, the best first."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a recommendation in one language.

    Attributes:
        record: Its id.
        language: The language.
        text: The official wording where it is held, else our summary.
        treaty: The treaty that the body watches over, which "the Convention" stands for; ``None``
            where it watches over none.
    """

    record: str
    language: AskLanguage
    text: str
    treaty: str | None

    def read(self) -> Read:
        """Return what the words ask."""
        return _read(self.text, self.language, self.treaty)


@lru_cache(maxsize=10_000)
def _read(text: str, language: AskLanguage, treaty: str | None) -> Read:
    return prepared(read_ask(text, language, treaty=treaty))


def wordings(
    dataset: Dataset, records: Iterable[Recommendation]
) -> Mapping[AskLanguage, tuple[Wording, ...]]:
    """Return the words of recommendations by the language whose word lists read them.

    Bokmål and nynorsk are read with one list, so they are compared with each other; of a record
    that has both, bokmål is taken.
    """
    found: defaultdict[AskLanguage, dict[str, Wording]] = defaultdict(dict)
    for record in records:
        for language in LANGUAGES:
            text = _text(record, language)
            if text:
                wording = Wording(record.id, language, text, _treaty(dataset, record))
                found[spoken(language)].setdefault(record.id, wording)
    return {
        language: tuple(found[language][one] for one in sorted(found[language]))
        for language in LANGUAGES
        if language in found
    }


def _text(record: Recommendation, language: AskLanguage) -> str | None:
    texts = (getattr(words, language) for words in (record.text, record.summary) if words)
    return next((text for text in texts if text), None)


def _treaty(dataset: Dataset, record: Recommendation) -> str | None:
    actor = dataset.actors.get(record.source.body)
    convention = (actor.convention if actor else None) or ""
    return _named(convention) if convention else None


@cache
def _named(convention: str) -> str | None:
    return instrument_named(convention)
