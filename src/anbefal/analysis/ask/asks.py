"""What a text asks, as it is read."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.analysis.ask.words import AskLanguage

DO = "do"
"""The strength of what is asked for without a word that weakens it."""

SIGNS = {"instruments": "@", "subjects": "#", "groups": "&"}
"""What stands before the id of a phrase among the words of an ask."""


@dataclass(frozen=True, slots=True)
class Part:
    """One ask of a text.

    Attributes:
        strength: How strongly it is asked: an id of the word list ``strengths``, or ``do``.
        deed: What is to be done: an id of the word list ``verbs``, or an empty text.
        actions: What kinds of thing are to be done, in the order of the text, each once.
        instruments: Treaties and bodies that it is about, in the order of the text, each once.
        references: Treaties and bodies that it only refers to.
        groups: Whom it concerns.
        subjects: What it is about.
        core: What is asked for, as words: phrases made into their ids, with a sign in front
            (``@`` instrument, ``#`` subject, ``&`` group), and stems of other words.
        details: Why, how or for instance, as words of the same kind.
    """

    strength: str
    deed: str
    actions: tuple[str, ...]
    instruments: tuple[str, ...]
    references: tuple[str, ...]
    groups: frozenset[str]
    subjects: frozenset[str]
    core: tuple[str, ...]
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a text asks.

    Attributes:
        parts: Its asks, the main one first; at least one.
        words: Its words in small letters, without articles.
        numbers: Numbers and years among them.
        language: The language that it was read in.
    """

    parts: tuple[Part, ...]
    words: tuple[str, ...]
    numbers: frozenset[str]
    language: AskLanguage

    @property
    def main(self) -> Part:
        """The main ask: the first."""
        return self.parts[0]
