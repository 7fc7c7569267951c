"""Which words of a text are not in another: what a reader who compares the two must look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from anbefal.analysis.ask.instruments import instruments_in
from anbefal.analysis.ask.leads import without_lead
from anbefal.analysis.ask.phrases import Found, Lexicon, phrases, table
from anbefal.analysis.ask.words import AskLanguage, Words, lemma, spoken, words_of

AHEAD = 20
"""Within how many words one is looked for that may be spelt otherwise in the text."""

LISTS: tuple[Lexicon, ...] = ("strengths", "actions", "groups")
"""Word lists whose phrases say the same in other words."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, with the spaces in it.

    Attributes:
        words: What it says.
        differs: Whether the other text lacks it.
    """

    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class _Token:
    """A word: its place, its lemma, and whether it tells nothing by itself."""

    start: int
    end: int
    lemma: str
    quiet: bool


def differing(one: str, other: str, language: AskLanguage) -> tuple[Piece, ...]:
    """Return a text in pieces: what the other one has as well, and what it lacks.

    Words are the same where their lemmas are, wherever they stand; so are phrases that stand for
    the same treaty, group, action or strength. Articles, prepositions and the like are never
    marked alone, nor is who asks and who is asked. All pieces together are the text.

    Args:
        one: The text.
        other: The text that it is compared with.
        language: The language of both.
    """
    mine, theirs = _tokens(one, language), _tokens(other, language)
    lead = len(one) - len(without_lead(one, language))
    known = {token.lemma for token in theirs}
    same = _in_shared_phrases(one, other, language)
    lit = [
        token.start >= lead
        and not token.quiet
        and token.lemma not in known
        and same.find(0, token.start, token.end) >= 0
        for token in mine
    ]
    return tuple(_pieces(one, mine, lit))


def telling_words(text: str, language: AskLanguage) -> frozenset[str]:
    """Return the lemmas of what a text asks, without the words that tell nothing by themselves."""
    tokens = _tokens(without_lead(text, language), language)
    return frozenset(token.lemma for token in tokens if not token.quiet)


def _tokens(text: str, language: AskLanguage) -> list[_Token]:
    quiet = _quiet(spoken(language))
    found = []
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        found.append(_Token(*match.span(), lemma(word, language), word in quiet))
    return found


@cache
def _quiet(language: AskLanguage) -> frozenset[str]:
    return frozenset(table("quiet")["quiet"][language])


def _in_shared_phrases(one: str, other: str, language: AskLanguage) -> bytearray:
    """Return for each character of a text whether it stands in a phrase that the other has too."""
    there = {found.id for found in _phrases_in(words_of(other, language), language)}
    words = words_of(one, language)
    places = _places(one, words.plain)
    shared = bytearray(len(one))
    for found in _phrases_in(words, language):
        if found.id in there:
            start, end = places[found.start][0], places[found.end - 1][1]
            shared[start:end] = b"\1" * (end - start)
    return shared


def _phrases_in(words: Words, language: AskLanguage) -> Iterator[Found]:
    for name in LISTS:
        yield from phrases(name, language).find(words.lemmas)
    yield from instruments_in(words, language)


def _places(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the words of a text stand; one that is spelt otherwise there has no room."""
    matches = list(_WORD.finditer(text))
    places: list[tuple[int, int]] = []
    at = 0
    for word in words:
        near = range(at, min(at + AHEAD, len(matches)))
        ahead = (n for n in near if matches[n].group().casefold() == word)
        found = next(ahead, None)
        if found is None:
            last = places[-1][1] if places else 0
            places.append((last, last))
        else:
            places.append(matches[found].span())
            at = found + 1
    return places


def _pieces(text: str, tokens: list[_Token], lit: list[bool]) -> Iterator[Piece]:
    done = 0
    for start, end in _runs(text, tokens, lit):
        if start > done:
            yield Piece(text[done:start], differs=False)
        yield Piece(text[start:end], differs=True)
        done = end
    if done < len(text):
        yield Piece(text[done:], differs=False)


def _runs(text: str, tokens: list[_Token], lit: list[bool]) -> list[list[int]]:
    """Return first and last place of what is marked; quiet words between marked ones join them."""
    runs: list[list[int]] = []
    joins = False
    for token, marked in zip(tokens, lit, strict=True):
        if marked and joins and not _is_break(text[runs[-1][1] : token.start]):
            runs[-1][1] = token.end
        elif marked:
            runs.append([token.start, token.end])
        joins = bool(runs) and (marked or (joins and token.quiet))
    return runs


def _is_break(between: str) -> bool:
    return any(mark in between for mark in ".;:!?()")
