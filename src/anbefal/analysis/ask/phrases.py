"""Finding the phrases of a word list in a text, by their lemmas."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from anbefal.analysis.ask.words import AskLanguage, spoken, words_of

Lexicon = Literal[
    "actions",
    "efforts",
    "groups",
    "instruments",
    "limits",
    "plain",
    "quiet",
    "strengths",
    "subjects",
    "turns",
    "verbs",
]
"""The word lists in ``lexicon/``: a TOML table for each id, with phrases in ``en`` and ``nb``."""

NOTHING = "none"
"""The id of phrases that stand for nothing, and are listed so that no shorter one in them is found:
"mother tongue" has nothing to do with mothers."""

Span = tuple[int, int]
"""A first place, and the place after the last."""

_BEFORE, _AFTER = "\x02", "\x03"


class Found(NamedTuple):
    """A phrase in a text.

    Attributes:
        start: Place of its first word.
        end: The place after its last word.
        id: What the phrase stands for.
    """

    start: int
    end: int
    id: str


def places(found: Iterable[Found]) -> frozenset[int]:
    """Return the places of all words of what was found."""
    return frozenset([place for one in found for place in range(one.start, one.end)])


def within(found: Sequence[Found], span: Span) -> Sequence[Found]:
    """Return those of what was found, in the order of the text, that begin in a span."""
    begin, end = span
    return found[bisect_left(found, (begin,)) : bisect_left(found, (end,))]


def ids(found: Iterable[Found]) -> tuple[str, ...]:
    """Return what was found, each id once, in the order of the text."""
    return tuple(dict.fromkeys([one.id for one in found]))


class Line(NamedTuple):
    """Stems as they are searched, made once for all the lists that are searched for in them.

    Attributes:
        text: The lemmas, each between two signs.
        places: Where a lemma begins in ``text`` to its place, and the end to their number.
    """

    text: str
    places: Mapping[int, int]


class Phrases:
    """A word list for one language.

    Args:
        table: Id to its phrases, as a person writes them.
        language: The language of the phrases.
    """

    def __init__(self, table: Mapping[str, Iterable[str]], language: AskLanguage) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        ids: dict[str, str] = {}
        for one, phrases in sorted(table.items()):
            for phrase in phrases:
                pattern = _joined(words_of(phrase, language).lemmas)
                if ids.setdefault(pattern, one) != one:
                    message = f"{phrase!r} stands for {ids[pattern]!r} and for {one!r}"
                    raise ValueError(message)
        self._ids = list(ids.values())
        self._automaton = AhoCorasick(list(ids), matchkind=MatchKind.LeftmostLongest)

    def find(self, lemmas: Sequence[str]) -> tuple[Found, ...]:
        """Return the phrases that stand among lemmas, the longest where several begin together.

        They do not overlap, and come in the order of the text. Those of :data:`NOTHING` are left
        out.
        """
        return self.find_in(line_of(lemmas))

    def find_in(self, line: Line) -> tuple[Found, ...]:
        """Return the same as :meth:`find`, from lemmas that are made ready."""
        matches = self._automaton.find_matches_as_indexes(line.text)
        places, ids = line.places, self._ids
        found = [Found(places[a], places[b], ids[which]) for which, a, b in matches]
        return tuple([one for one in found if one.id != NOTHING])


def line_of(lemmas: Sequence[str]) -> Line:
    """Return lemmas ready to be searched."""
    begins = accumulate([len(one) + 2 for one in lemmas], initial=0)
    return Line(_joined(lemmas), {begin: place for place, begin in enumerate(begins)})


@cache
def phrases(lexicon: Lexicon, language: AskLanguage, key: str = "") -> Phrases:
    """Return a word list of ours for a language; nynorsk shares the list of bokmål.

    Args:
        lexicon: Which list.
        language: The language of the text.
        key: What follows the language in the keys of the phrases that are meant.
    """
    tongue = spoken(language)
    listed = {one: entry.get(tongue + key, ()) for one, entry in table(lexicon).items()}
    return Phrases(listed, tongue)


@cache
def table(lexicon: Lexicon) -> Mapping[str, Any]:
    """Return a word list of ours as it is written."""
    text = files("anbefal.analysis.ask").joinpath("lexicon", f"{lexicon}.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))


def _joined(lemmas: Iterable[str]) -> str:
    return "".join([f"{_BEFORE}{one}{_AFTER}" for one in lemmas])
