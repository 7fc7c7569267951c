"""The word list of instruments as tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from anbefal.analysis.ask.instrument_grammar import grammar_of
from anbefal.analysis.ask.phrases import Phrases, table
from anbefal.analysis.ask.words import AskLanguage, lemma, spoken

CONVENTION, PROTOCOL, OPTIONAL = "the-convention", "the-protocol", "optional-protocol"
"""Ids of words that lean on others."""
TREATIES = "human-rights-treaties"
"""The id of conventions that are not named one by one."""

_BY_NUMBER = {"kind": "treaty"}
_ENDINGS = (
    (
        re.compile(
            r"(konvensjon|protokoll|traktat|charter|mekanisme|institusjon|rapportør|kommisjon|"
            r"domstol)(|en|n|et|ene|ane)\b"
        ),
        ("", "en", "n", "et", "ens", "ene", "enes", "ane", "er", "ar"),
    ),
    (
        re.compile(r"(pakt|nemnd|regl|avtal)(en|a|ene|ane)?\b"),
        ("", "en", "a", "ens", "as", "ene", "ane", "er", "ar"),
    ),
    (re.compile(r"(komit)(e|é|een|éen)\b"), ("e", "é", "een", "éen", "eens", "éens", "eane")),
    (re.compile(r"(omb[uo]d)(et)?\b"), ("", "et", "ets", "a", "ene")),
    (re.compile(r"(direktorat|råd|tilsyn|ting)et\b"), ("", "et", "ets")),
)
_COMPOSED = re.compile(r"protocol to |protocol \w+ to |protokoll til ", re.IGNORECASE)


class Book:
    """What the word list of instruments says, for one language.

    Args:
        language: The language of the texts; nynorsk shares the list of bokmål.
    """

    def __init__(self, language: AskLanguage) -> None:
        tongue = spoken(language)
        entries = table("instruments")
        self.grammar = grammar_of(tongue)
        self.entries: Mapping[str, Any] = entries
        self.names = Phrases({one: _names(entries[one], tongue) for one in entries}, tongue)
        self.topics = Phrases(_topics(entries, tongue, protocols=False), tongue)
        self.protocol_topics = Phrases(_topics(entries, tongue, protocols=True), tongue)
        self.tails = {
            one: frozenset(lemma(word, tongue) for word in entry[f"{tongue}_tail"])
            for one, entry in entries.items()
            if f"{tongue}_tail" in entry
        }
        self.heads = frozenset(one for one, entry in entries.items() if entry.get("head"))
        self.treaties = frozenset(
            one for one, entry in entries.items() if entry["kind"] == "treaty"
        ) - self.heads - {OPTIONAL, PROTOCOL}  # fmt: skip
        self.of = parents()
        self.protocol_words = frozenset(self.of) | {OPTIONAL, PROTOCOL}
        self.watchers = {treaty: committee for committee, treaty in watched().items()}
        self.families: dict[str, list[str]] = {}
        for one, treaty in self.of.items():
            self.families.setdefault(treaty, []).append(one)

    def numbered(self, treaty: str, numbers: frozenset[int]) -> list[str]:
        """Return a treaty's protocols with these numbers."""
        family = self.families.get(treaty, [])
        return [one for one in family if self.entries[one].get("number") in numbers]

    def protocols(self, treaty: str, numbers: frozenset[int], *, several: bool) -> tuple[str, ...]:
        """Return which protocols of a treaty are meant, by their numbers and how many."""
        if numbered := self.numbered(treaty, numbers):
            return tuple(numbered)
        family = self.families.get(treaty, [])
        entry = self.entries.get(treaty, {})
        if several:
            return tuple(entry.get("protocols", family))
        return tuple(entry.get("protocol", family[:1]))


def is_treaty(one: str) -> bool:
    """Tell whether an id, also that of a labour convention by number, is that of a treaty."""
    return bool(table("instruments").get(one, _BY_NUMBER)["kind"] == "treaty")


@cache
def parents() -> Mapping[str, str]:
    """Return protocols with the treaty that each belongs to."""
    return _facts("of")


@cache
def watched() -> Mapping[str, str]:
    """Return committees with the treaty that each watches over."""
    return _facts("watches")


@cache
def tied() -> Mapping[str, str]:
    """Return what comes with a treaty: its protocols, and agreements such as that on immunities."""
    return {**_facts("with"), **parents()}


@cache
def set_up() -> Mapping[str, str]:
    """Return bodies that a state joins by a treaty, with that treaty."""
    return _facts("joined_by")


def _facts(key: str) -> dict[str, str]:
    return {one: entry[key] for one, entry in table("instruments").items() if key in entry}


@cache
def book_of(language: AskLanguage) -> Book:
    """Return the word list of instruments for a language."""
    return Book(language)


def _names(entry: Mapping[str, Any], tongue: str) -> list[str]:
    """Names to search for; "Protocol to ..." is put together from its parts instead."""
    names = [one for one in entry.get(tongue, ()) if not _COMPOSED.search(one)]
    if tongue == "nb":
        names += [f"{one}s" for one in names if _is_short(one)]
        names += [form for one in names for form in _inflected(one)]
        names += [one for one in entry.get("en", ()) if "of" in entry and _is_short(one)]
    return names


def _inflected(name: str) -> list[str]:
    """Forms of compounds that no dictionary has: "torturkonvensjonens", "protokollane"."""
    return [
        f"{name[: match.end(1)]}{ending}{name[match.end() :]}"
        for nouns, endings in _ENDINGS
        for match in nouns.finditer(name)
        for ending in endings
    ]


def _is_short(name: str) -> bool:
    return name.isupper() and " " not in name


def _topics(entries: Mapping[str, Any], tongue: str, *, protocols: bool) -> dict[str, list[str]]:
    key = f"{tongue}_topics"
    return {
        one: entry[key]
        for one, entry in entries.items()
        if key in entry and protocols is ("of" in entry)
    }
