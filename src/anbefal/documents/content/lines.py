"""Making lines: of the program's own words, and of what stands in records."""

from __future__ import annotations

from collections.abc import Iterable

from anbefal.documents.content.blocks import Line, Run
from anbefal.model.base import Language, Text
from anbefal.wording import Wording, wording


def line(*parts: str | Run | Line) -> Line:
    """Return a line of words, runs and other lines, one after the other, without empty words."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            runs += [Run(part)] if part else []
        elif isinstance(part, Run):
            runs.append(part)
        else:
            runs += part
    return tuple(runs)


def strong(text: str) -> Run:
    """Return words that stand out."""
    return Run(text, strong=True)


def joined(lines: Iterable[Line], between: str) -> Line:
    """Return lines as one, with words between them."""
    made: list[Run] = []
    for number, one in enumerate(lines):
        made += [*([Run(between)] if number else []), *one]
    return tuple(made)


def text_line(text: Text, words: Wording) -> Line:
    """Return a text in the document's language, or in the next best one, which is then named."""
    language, said = text.choose(words.language)
    return foreign_line(said, language, words)


def foreign_line(said: str, language: Language, words: Wording) -> Line:
    """Return words of a record in a language, which is named where it is not the document's."""
    if language == words.language:
        return (Run(said),)
    named = wording(words.language, "document")
    mark = named.say("in_language", language=words.name_of_language(language))
    return (Run(said, language=language), Run(f" ({mark})"))


def plain_text(one: Line) -> str:
    """Return the words of a line alone."""
    return "".join(run.text for run in one)
