"""Paragraphs, symbols and dates where a list has them together, or only in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anbefal.exchange.cells import NotFit
from anbefal.exchange.cleaning import clean
from anbefal.exchange.dates import date_in
from anbefal.exchange.finding import paragraph_in, split_number, symbols_in

_LED = re.compile(
    r"(?:(?:paragraphs?|paras?|avsnitt|punkt|pkt|nr|no)\b\.?|(?<!§)§+)\s*(?=[0-9])", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?(?:\((?:[a-z]{1,2}|[ivx]{1,5})\))*")
_MENTION = re.compile(r"\b(?:paragraphs?|paras?|avsnitt|punkt|pkt)\b|§", re.IGNORECASE)

LONGEST_CELL = 500
"""Characters of the longest cell that may name a document, a paragraph or a day."""
_LOOKED_AT = 10_000
"""Characters of a text in which a symbol is looked for; longer ones are no recommendations."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a text tells about where it stands.

    Attributes:
        document: The symbol.
        paragraph: The number of the paragraph.
        date: The document's day, ``YYYY-MM-DD``.
        heading: The section heading.
        rest: The text without the number and the heading at its head.
    """

    document: str | None = None
    paragraph: str | None = None
    date: str | None = None
    heading: str | None = None
    rest: str = ""


def must_be_short(text: str, longest: int = LONGEST_CELL) -> None:
    """Make sure that a cell holds no more than such a cell does.

    Raises:
        NotFit: It holds more.
    """
    if len(text) > longest:
        message = f"The cell holds {len(text):,} characters; at most {longest} can be right here."
        raise NotFit(message, "Look whether the columns are shifted, and shorten what stands here.")


def paragraph_from(text: str) -> str:
    """Return the number in a cell for paragraphs as we write it: ``22 (a).`` is ``22(a)``.

    Raises:
        NotFit: The cell is too long for a number.
    """
    must_be_short(text)
    words = " ".join(clean(text).split())
    if mentioned := paragraph_in(words):
        return mentioned
    compact = _LED.sub("", words, count=1).replace(" ", "").rstrip(".")
    return compact if _NUMBER.fullmatch(compact) else words


def document_from(text: str) -> tuple[str, str | None]:
    """Return the document and the paragraph that a cell for documents holds.

    Raises:
        NotFit: It names several documents, or is too long to name one.
    """
    must_be_short(text)
    words = " ".join(clean(text).split())
    symbols = symbols_in(words)
    if len(symbols) > 1:
        message = f"The cell names several documents: {', '.join(symbols[:4])}."
        raise NotFit(message, "Write one row for each of them.")
    mention = _MENTION.search(words)
    named = words[: mention.start()].rstrip(" ,;:(") if mention else words
    document = symbols[0] if symbols else named
    return document or words, paragraph_in(words)


def reference_in(text: str) -> Reference:
    """Return what can be read in only one way of a text about where it stands.

    The number at its head; a symbol, if it is the only one, and the paragraph and the date that
    stand beside it, inside the same brackets or on the same line.
    """
    numbered = split_number(text)
    number = numbered.number if not numbered.number.startswith("(") else ""
    heading = numbered.heading if number else ""
    rest = numbered.rest if number else text
    looked_at = text[:_LOOKED_AT]
    if looked_at != text:
        looked_at = looked_at.rpartition(" ")[0]  # half a symbol would be another one
    symbols = symbols_in(looked_at)
    if len(symbols) != 1:
        return Reference(None, number or None, None, heading or None, rest)
    beside = _beside(looked_at, symbols[0])
    day = date_in(beside)
    return Reference(
        symbols[0],
        number or paragraph_in(beside),
        str(day) if day else None,
        heading or None,
        rest,
    )


def _beside(text: str, symbol: str) -> str:
    """Return the brackets, or else the line, in which a symbol stands."""
    at = text.index(symbol)
    opens, closes = text.rfind("(", 0, at), text.find(")", at + len(symbol))
    between = text[opens : closes + 1] if 0 <= opens < closes else ""
    if between and between.find(")") == len(between) - 1:
        return between
    begins = text.rfind("\n", 0, at) + 1
    ends = text.find("\n", at)
    return text[begins:] if ends < 0 else text[begins:ends]
