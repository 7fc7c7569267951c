"""Numbers and letters at the head of a paragraph, typed or automatic: ``14.``, ``(a)``, ``(i)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["number", "item", "heading", "bullet"]

_LETTERS = r"(?:(?P<{0}>[a-z])(?P={0})?|[ivxl]{{1,7}})"
_NUMBER = "[1-9][0-9]{0,2}"
"""A paragraph has three digits at most; four are a year."""

_REFERS_ON = re.compile(
    r"\s*(?:(?:and|or|to|through|[,–-])\s*\([a-z]{1,5}\)|above\b|below\b|[,.;)])"  # noqa: RUF001
)

_TYPED: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("number", re.compile(rf"(?P<mark>{_NUMBER})(?:\.\s*(?=[^\d\s])|\)\s*(?=\S)|\t\s*(?=\S))")),
    ("number", re.compile(rf"\((?P<mark>{_NUMBER})\)\s*(?=\S)")),
    ("number", re.compile(rf"(?P<mark>{_NUMBER}\.[1-9][0-9]?)\.?\s+(?=[A-Z])")),
    ("item", re.compile(rf"\((?P<mark>{_LETTERS.format('one')})\)\s*(?=\S)")),
    ("item", re.compile(r"(?P<mark>[a-z]|[ivx]{1,5})(?:\)\s*|\.\s+)(?=\S)")),
    ("heading", re.compile(r"(?P<mark>[A-Z]|[IVX]{1,5})\.\s*(?=[A-Z“\"])")),
    ("bullet", re.compile(r"(?P<mark>[•·▪◦‣–—*-])\s+(?=\S)")),  # noqa: RUF001
)
_AUTOMATIC: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("number", re.compile(rf"\(?(?P<mark>{_NUMBER}(?:\.[1-9][0-9]?)?)[.):]*")),
    ("item", re.compile(rf"\(?(?P<mark>{_LETTERS.format('one')})[.):]*")),
    ("heading", re.compile(r"\(?(?P<mark>[A-Z]|[IVX]{1,5})[.):]*")),
)

_LONGEST_HEADING = 160
_NO_HEADING = re.compile(
    r"[.;:,]$|(?<!\bart)(?<!\barts)(?<!para)(?<!paras)(?<!\bNo)[.;]\s|"
    r"\b(?:recommends|should|urges|calls upon|is concerned|regrets|requests)\b"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What numbers a paragraph.

    Attributes:
        kind: ``number`` of a paragraph, ``item`` for a letter or a roman numeral, ``heading`` for
            the capital of a part, ``bullet`` for what does not count.
        value: It without dots and parentheses: ``14``, ``a``, ``iv``, ``A``; a bullet as it is.
    """

    kind: MarkKind
    value: str


def typed_mark(text: str) -> tuple[Mark | None, str]:
    """Return what numbers a text at its head, and the text without it.

    ``(a) and (b) above`` refers to items and is none; neither is ``14.5 per cent``.
    """
    for kind, pattern in _TYPED:
        found = pattern.match(text)
        if found is None:
            continue
        rest = text[found.end() :]
        if kind == "item" and is_reference(text[found.end("mark") + 1 :]):
            return None, text
        return Mark(kind, found["mark"]), rest
    return None, text


def automatic_mark(number: str) -> Mark | None:
    """Return what an automatic number says; ``None`` where there is no number."""
    shown = number.strip()
    for kind, pattern in _AUTOMATIC:
        if found := pattern.fullmatch(shown):
            return Mark(kind, found["mark"])
    return Mark("bullet", shown) if shown else None


def looks_like_heading(text: str) -> bool:
    """Return whether words have the shape of a heading: short, and no sentence."""
    is_short = 0 < len(text) <= _LONGEST_HEADING
    return is_short and not text[0].islower() and not _NO_HEADING.search(text)


def is_finished(text: str) -> bool:
    """Return whether a text ends as a sentence or an item ends."""
    return text.rstrip('"”’)] ').endswith((".", "!", "?", ";", ":"))  # noqa: RUF001


def is_reference(following: str) -> bool:
    """Return whether a letter in parentheses refers to an item, by what follows it."""
    return bool(_REFERS_ON.match(following))
