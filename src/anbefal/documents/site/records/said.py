"""What a recommendation says: the official wording, and our words for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.documents.site.records.telling import Telling
from anbefal.model.base import FALLBACK, Language, Text
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Said:
    """Words under the label that tells whose they are.

    Attributes:
        label: Whose they are, and in which language where it is not the page's.
        is_official: Whether it is the official wording.
        language: The language of the words, where it is not the page's.
        paragraphs: The words.
    """

    label: str
    is_official: bool
    language: Language | None
    paragraphs: tuple[str, ...]


def said_by(telling: Telling, record: Recommendation) -> tuple[Said, ...]:
    """Return our words, then the official wording in each language in which it is held."""
    return tuple(_said(telling, record))


def missing(telling: Telling, record: Recommendation) -> str:
    """Return which of the two is not held; empty where both are."""
    if record.text is None:
        return telling.words.say("no_official")
    return "" if record.summary else telling.words.say("no_ours")


def _said(telling: Telling, record: Recommendation) -> Iterator[Said]:
    if record.summary:
        language, words = record.summary.choose(telling.voice.language)
        yield _block(telling, language, words, is_official=False)
    if record.text:
        for language in _languages(record.text, telling.voice.language):
            words = record.text.within(language)
            yield _block(telling, language, words, is_official=True)


def _languages(text: Text, first: Language) -> Iterator[Language]:
    return (one for one in FALLBACK[first] if text.has(one))


def _block(telling: Telling, language: Language, words: str, *, is_official: bool) -> Said:
    label, foreign = telling.entries.whose(is_official=is_official), None
    if language != telling.voice.language:
        foreign = language
        named = telling.name_of_language(language)
        label = telling.words.say("in_language", told=label, language=named)
    return Said(
        label, is_official, foreign, tuple(filter(None, map(str.strip, words.splitlines())))
    )
