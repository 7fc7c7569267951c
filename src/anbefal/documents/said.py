"""What records say at length, as the lines of a document, and whom they name."""

from __future__ import annotations

from dataclasses import replace

from anbefal.documents.content.blocks import Line, Run
from anbefal.documents.content.lines import foreign_line, line, text_line
from anbefal.model.base import Language, Text
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Participant
from anbefal.wording import Wording


def paragraphs(said: str, language: Language, words: Wording) -> tuple[Line, ...]:
    """Return words of a record, a line for each of theirs.

    Args:
        said: The words.
        language: The language that they are in, which is named after the last of them where it is
            not the document's.
        words: The document's language.
    """
    *others, last = filter(None, map(str.strip, said.splitlines()))
    foreign = None if language == words.language else language
    return (*((Run(one, language=foreign),) for one in others), foreign_line(last, language, words))


def text_paragraphs(text: Text, words: Wording) -> tuple[Line, ...]:
    """Return a text, a line for each of its own, in the language that fits best."""
    language, said = text.choose(words.language)
    return paragraphs(said, language, words)


def strong_text(text: Text, words: Wording) -> Line:
    """Return a text that stands out; what language it is in does not."""
    first, *rest = text_line(text, words)
    return (replace(first, strong=True), *rest)


def participant_line(dataset: Dataset, one: Participant, words: Wording) -> Line:
    """Return who takes part: the organisation, the person where one is needed, and the role."""
    name = dataset.full_name_of_actor(one.actor, words.language)
    person = f" ({one.person})" if one.person else ""
    role = foreign_line(one.role, dataset.settings.language, words) if one.role else ()
    return line(name, person, ", " if role else "", role)
