"""A text as words, their lemmas and stems, in English or Norwegian."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

AskLanguage = Literal["en", "nb", "nn"]
"""The languages in which asks are read; nynorsk is read with the lists for bokmål."""

_WORD = re.compile(r"[^\W_]+")
_POINT = r"(?<![0-9)])(?<![0-9)]\s)\([a-z0-9]{1,3}\)(?=\s)|(?<=[\s:;,])[a-z0-9]{1,3}\)(?=\s)"
"""The mark of a list's point; behind a number it is a paragraph: "article 14 (5)"."""
_BREAK = re.compile(rf"[.;:!?\n•]|\s[-–—]\s|{_POINT}")  # noqa: RUF001 - dashes are meant
_POSSESSIVE = re.compile(r"(?<=\w)['’´](?=s\b|\W|$)s?")  # noqa: RUF001 - apostrophes are meant
_BACK = re.compile(
    r"\b(?:to|in|for)\s+(?:this|that|these|those)\s+"
    r"(?:ends?|regards?|respects?|connection|context|purpose|effect|aim)\b"
    r"|\b(?:i|for)\s+(?:denne|dette|den|det)\s+"
    r"(?:forbindelse|samband|sammenheng|samanheng|henseende|formål|føremål)\b",
    re.IGNORECASE,
)
"""What only points back, and has a word in it that looks like a verb: "to this end"."""

_SKIPPED = {
    "en": frozenset({"the", "a", "an", "its", "their", "all", "this", "that", "these", "those"}),
    "nb": frozenset(
        {"den", "det", "de", "en", "et", "ei", "sin", "sitt", "sine", "si", "alle", "all", "ein"}
    ),
}

_BASE = frozenset({"bring", "implement", "document", "sanction", "speed", "proceed", "succeed"})
"""Verbs that end like other forms."""
_ENDING = re.compile(r"(?:ing|ed|[ts]ions?|ments?|(?<![su])s)$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, without articles and the like.

    Attributes:
        plain: Each word in small letters.
        lemmas: Its dictionary form, by simplemma: "ratify" for ratifying, "law" for laws; one word
            stays apart from another of the same family, as legislation does from legislators.
        breaks: Places in ``plain`` before which a sentence, a clause or a list's point begins.
        commas: Places before which a comma stands.
    """

    plain: tuple[str, ...]
    lemmas: tuple[str, ...]
    breaks: frozenset[int]
    commas: frozenset[int]


def words_of(text: str, language: AskLanguage) -> Words:
    """Return the words of a text."""
    tongue = spoken(language)
    skipped = _SKIPPED[tongue]
    plain: list[str] = []
    breaks: set[int] = set()
    commas: set[int] = set()
    tidy = _BACK.sub(" ", _POSSESSIVE.sub("", unicodedata.normalize("NFKC", text)))
    for clause in _BREAK.split(tidy):
        breaks.add(len(plain))
        for phrase in clause.split(","):
            commas.add(len(plain))
            found = map(str.casefold, _WORD.findall(phrase))
            plain += [word for word in found if word not in skipped]
    ends = {0, len(plain)}
    lemmas = tuple([_lemma(word, tongue) for word in plain])
    return Words(tuple(plain), lemmas, frozenset(breaks - ends), frozenset(commas - breaks - ends))


def lemma(word: str, language: AskLanguage) -> str:
    """Return the lemma of a word in small letters."""
    return _lemma(word, spoken(language))


def form_of(word: str, language: AskLanguage) -> str:
    """Return the ending by which a word is no verb that asks, or an empty text.

    These are nouns (``protection``), participles and other forms that no ask begins with, unless
    the whole text is written so.
    """
    if spoken(language) != "en" or word in _BASE:
        return ""
    ending = _ENDING.search(word)
    return ending.group() if ending else ""


def spoken(language: AskLanguage) -> AskLanguage:
    """Return the language whose word lists a language is read with."""
    return "en" if language == "en" else "nb"


@lru_cache(maxsize=200_000)
def _lemma(word: str, spoken: str) -> str:
    from simplemma import lemmatize

    return str(lemmatize(word, lang=spoken)).casefold()


@lru_cache(maxsize=200_000)
def stem(word: str, spoken: str) -> str:
    """Return the stem of a word, the same for investigate and investigation, by Snowball."""
    return str(_stemmer(spoken).stemWord(word))


@cache
def _stemmer(spoken: str) -> Any:
    from snowballstemmer import stemmer

    return stemmer("english" if spoken == "en" else "norwegian")
