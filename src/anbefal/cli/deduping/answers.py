"""What somebody types about a pair, understood."""

from __future__ import annotations

from enum import Enum


class Answer(Enum):
    """An answer, or what else somebody may want."""

    SAME = "same_as"
    REPEATS = "repeats"
    RELATED = "related"
    DISTINCT = "distinct_from"
    LATER = "later"
    BACK = "back"
    HELP = "help"
    STOP = "stop"


_LETTERS = {
    Answer.SAME: "s",
    Answer.REPEATS: "rg",
    Answer.RELATED: "ea",
    Answer.DISTINCT: "du",
    Answer.LATER: "l",
    Answer.BACK: "b",
    Answer.HELP: "?",
    Answer.STOP: "q",
}
"""English and Norwegian letters, all of them good in every language: none means two things."""

LINKS = (Answer.SAME, Answer.REPEATS, Answer.RELATED, Answer.DISTINCT)
"""The answers that are written as links."""


def understood(line: str) -> Answer | None:
    """Return what a line says; an empty one leaves the pair for later, ``None`` is not clear."""
    word = line.strip().casefold()
    if not word:
        return Answer.LATER
    return next((one for one, letters in _LETTERS.items() if word in tuple(letters)), None)
