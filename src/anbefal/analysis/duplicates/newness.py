"""Which recommendations came after a moment, as far as comparing them goes."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation

Content = tuple[object, ...]


def newly_there(old: Dataset, new: Dataset) -> frozenset[str]:
    """Return the ids of recommendations that could not be compared before, and can be now.

    That is a record whose id was not there, unless it is one with the same words and place that got
    another id; and a record that got a text, a summary or a language that it did not have. Who
    mends a word in an old record is not asked about it again.

    Args:
        old: The records before; those of files that differ suffice.
        new: The records after, likewise.
    """
    before, after = old.recommendations, new.recommendations
    renamed = {_content(one) for name, one in before.items() if name not in after}
    return frozenset(
        name
        for name, record in after.items()
        if (_has_more(before[name], record) if name in before else _content(record) not in renamed)
        and not (name not in before and old.may_hold("recommendation", name))
    )


def _content(record: Recommendation) -> Content:
    source = record.source
    return (record.text, record.summary, source.body, source.document, source.paragraph)


def _has_more(old: Recommendation, new: Recommendation) -> bool:
    return not set(_written(new)) <= set(_written(old))


def _written(record: Recommendation) -> Iterator[tuple[str, str]]:
    """Yield field and language of all that a record says."""
    for field, text in (("text", record.text), ("summary", record.summary)):
        for language, words in text or ():
            if words:
                yield field, language
