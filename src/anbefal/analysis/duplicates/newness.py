"""Which recommendations came after a moment, as far as comparing them goes."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.ask.words import AskLanguage
from anbefal.analysis.duplicates.differing import telling_words
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation

Content = tuple[object, ...]


def newly_there(old: Dataset, new: Dataset) -> frozenset[str]:
    """Return the ids of recommendations that could not be compared before, and can be now.

    That is a record whose id was not there, unless it is one with the same words and place that got
    another id; a record that could not be read; and one that got a text, a summary or a language
    that it did not have, or of which most words are others. Who mends a word in an old record is
    not asked about it again.

    Args:
        old: The records before; those of files that differ suffice.
        new: The records after, likewise.
    """
    before, after = old.recommendations, new.recommendations
    renamed = {_content(one) for name, one in before.items() if name not in after}
    return frozenset(
        name
        for name, record in after.items()
        if (_says_more(before[name], record) if name in before else _content(record) not in renamed)
    )


def _content(record: Recommendation) -> Content:
    source = record.source
    return (record.text, record.summary, source.body, source.document, source.paragraph)


def _says_more(old: Recommendation, new: Recommendation) -> bool:
    was = dict(_written(old))
    return any(
        place not in was or _is_another(was[place], words, place[1])
        for place, words in _written(new)
    )


def _is_another(old: str, new: str, language: str) -> bool:
    """Return whether two texts share fewer than half of the words that tell something."""
    if old == new:
        return False
    spoken: AskLanguage = "en" if language == "en" else "nb"
    was, now = telling_words(old, spoken), telling_words(new, spoken)
    return 4 * len(was & now) < len(was) + len(now)


def _written(record: Recommendation) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield field and language of all that a record says, with its words."""
    for field, text in (("text", record.text), ("summary", record.summary)):
        for language, words in text or ():
            if words:
                yield (field, language), words
