"""The words of a recommendation that are compared with another's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from anbefal.model.base import Language
from anbefal.model.recommendation import Recommendation

_TOGETHER = {"nb": ("nb", "nn"), "nn": ("nb", "nn")}
"""Languages that are read with the same word lists, in the order in which they are taken."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Words of a recommendation.

    Attributes:
        words: The words.
        language: Their language.
        official: Whether they are the official wording, not our own summary.
    """

    words: str
    language: Language
    official: bool


def compared(record: Recommendation, language: str) -> Compared:
    """Return what a recommendation says in a language: the official wording, else our own summary.

    Bokmål and nynorsk stand for each other. Where it says nothing in the language, any other does.
    """
    for one in _TOGETHER.get(language, (language,)):
        for text, official in ((record.text, True), (record.summary, False)):
            words = getattr(text, one, None)
            if words:
                return Compared(words, cast("Language", one), official)
    text = record.text or record.summary
    assert text is not None  # noqa: S101 - the model demands one of them
    found, words = text.choose(cast("Language", language))
    return Compared(words, found, text is record.text)
