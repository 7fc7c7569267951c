"""Sentences of official prose, without a word of them changed."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z])|\n+")  # noqa: RUF001
_SHORT = re.compile(
    r"(?:^|[\s(])(?:arts?|paras?|nos?|st|dr|mr|mrs|ms|cf|e\.g|i\.e|vols?|pp?|sects?|chaps?|op|ibid|"
    r"al|rev|add|corr|vs?|approx|U\.S|U\.K|[A-Z])\.$",
    re.IGNORECASE,
)

_LONGEST_SHORT = 10
"""Letters that tell whether a word is an abbreviation."""


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text; the end of a line ends one as well."""
    found = (text[begin:end].strip() for begin, end in _spans(text))
    return [sentence for sentence in found if sentence]


def lead_in(text: str) -> tuple[str, str]:
    """Return what stands before the last sentence, and the last sentence, which leads in items."""
    begin = max((at for at, end in _spans(text) if text[at:end].strip()), default=0)
    return text[:begin].strip(), text[begin:].strip()


def _spans(text: str) -> list[tuple[int, int]]:
    spans, begin = [], 0
    for found in _END.finditer(text):
        is_abbreviated = found[0][0] == "." and _SHORT.search(
            text[max(begin, found.start() - _LONGEST_SHORT) : found.start() + 1]
        )
        if not is_abbreviated:
            spans.append((begin, found.end()))
            begin = found.end()
    return [*spans, (begin, len(text))]
