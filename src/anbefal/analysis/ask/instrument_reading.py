"""A text beside the word list of instruments: what the readers of names ask about it."""

from __future__ import annotations

from functools import cached_property

from anbefal.analysis.ask.instrument_book import Book
from anbefal.analysis.ask.phrases import Found, Phrases
from anbefal.analysis.ask.words import Words

_IN_TITLES = frozenset(
    [
        "and",
        "or",
        "of",
        "in",
        "other",
        "to",
        "og",
        "eller",
        "annen",
        "anna",
        "andre",
        "deres",
        "sine",
        "av",
        "i",
    ]
)
_LONGEST_TITLE = 16
_MOST_WORDS = 1500
"""As much of a text is read: no recommendation is longer, and much in a text leans on all of it."""


class Reading:
    """A text and the word list that it is read with.

    Args:
        words: The words of the text.
        book: The word list for its language.
    """

    def __init__(self, words: Words, book: Book) -> None:
        self.plain, self.lemmas = words.plain[:_MOST_WORDS], words.lemmas[:_MOST_WORDS]
        self.breaks, self.commas = words.breaks, words.commas
        self.book = book
        self.grammar = book.grammar

    @cached_property
    def topics(self) -> dict[int, Found]:
        """What a convention may be on, by its first place."""
        return self._starts(self.book.topics)

    @cached_property
    def protocol_topics(self) -> dict[int, Found]:
        """What a protocol may be on, by its first place."""
        return self._starts(self.book.protocol_topics)

    def names_from(self, place: int) -> list[Found]:
        """Return the names from a place on, as if the text began there."""
        names = self.book.names.find(self.lemmas[place:] if place else self.lemmas)
        return [Found(one.start + place, one.end + place, one.id) for one in names]

    def skip(self, place: int, words: frozenset[str]) -> int:
        """Return the first place from here on where none of these words stands."""
        while place < len(self.plain) and self.plain[place] in words:
            place += 1
        return place

    def back(self, place: int, words: frozenset[str]) -> int:
        """Return the first of the words of this kind that stand together before a place."""
        while place and self.plain[place - 1] in words:
            place -= 1
        return place

    def parted(self, place: int) -> bool:
        """Tell whether a comma, or the end of a sentence or clause, stands before a place."""
        return place in self.breaks or place in self.commas

    def broken(self, start: int, end: int) -> bool:
        """Tell whether a sentence or clause ends between two places."""
        return any(start < one <= end for one in self.breaks)

    def is_plural(self, place: int) -> bool:
        """Tell whether the noun at a place is in the plural."""
        return self.plain[place].endswith(self.grammar.plural)

    def is_head(self, place: int) -> bool:
        """Tell whether the word at a place is one for a convention."""
        return self.grammar.convention.fullmatch(self.plain[place]) is not None

    def tail(self, end: int, name: str) -> int:
        """Return where a name ends when the rest of a long title is counted in."""
        tail = self.book.tails.get(name, frozenset())
        stop = min(len(self.lemmas), end + _LONGEST_TITLE) if tail else end
        for place in range(end, stop):
            if self.lemmas[place] in tail:
                end = place + 1
            elif self.plain[place] not in _IN_TITLES:
                break
        return end

    def _starts(self, topics: Phrases) -> dict[int, Found]:
        return {one.start: one for one in topics.find(self.lemmas)}
