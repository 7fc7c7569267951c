"""What stands on every page of a text that was pasted from one: symbols, page numbers, notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from anbefal.exchange.finding import symbols_in
from anbefal.exchange.word.marks import looks_like_heading

_PAGE = re.compile(
    r"[-–—|\s]*(?:(?:page|side|p\.)\s*)?[0-9]{1,3}(?:\s*(?:of|/|av|\|)\s*[0-9]{1,3})?[-–—|\s]*|"  # noqa: RUF001
    r"[0-9]{1,3}\s*\|\s*(?:P\s?a\s?g\s?e|page)",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:[0-9]{1,3}\s+)?(?:GE|V)\.[0-9]{2}-[0-9]{4,6}(?:\s*\([A-Z]\))?(?:\s+[0-9]+)*(?:\s+\([A-Z]\))?"
    r"|\*\s?[0-9]{6,8}\s?\*|Please recycle.{0,20}|[_=*\-–—]{3,}",  # noqa: RUF001
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?:\s|^)(?:page\s+)?[0-9]{1,3}(?=\s|$)", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:\*{1,3}|†|‡|[0-9]{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*"
    r"(?:Adopted by|The present|Previously issued|Reissued|Issued|Published as|See |Ibid|http|"
    r"www\.|General Assembly resolution|Official Records|In accordance with|Late submission|"
    r"(?:CAT|CCPR|CEDAW|CERD|CRC|CRPD|CED|CMW|HRI)/|[AE]/[A-Z0-9])"
)
_TYPED_NOTE = re.compile(
    r"(?:\*{1,3}|†|‡)\s*(?:Adopted by|The present|Previously issued|Reissued|Issued|Published as|"
    r"Late submission)\b|[-–—]\s*Adopted by\b|"  # noqa: RUF001
    r"Adopted by the [^.]{0,80}\bat its [^.]{0,60}\bsession\b"
)
_ANNEX = re.compile(
    r"\[?(?:annex|appendix|annexes|appendices)(?: (?:[ivx]{1,5}|[0-9]{1,2}|[a-z]))?[.\]]?"
    r"(?:\s*[:–—-]\s*(?P<title>\S.*))?",  # noqa: RUF001
    re.IGNORECASE,
)
_LONGEST_NOTE = 12
"""Lines of the longest footnote; what follows is text again."""
_LONGEST_OF_PAGE = 200
"""Characters of the longest line that belongs to a page."""
_TIMES = 3
"""How often a line stands beside page numbers that belongs to the pages."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text itself.

    Attributes:
        at: Its number in the file, from 1.
        text: Its words.
        after_gap: Whether an empty line stands before it.
        after_page: Whether the end of a page stands before it.
    """

    at: int
    text: str
    after_gap: bool = False
    after_page: bool = False


@dataclass(frozen=True, slots=True)
class Parted:
    """A text apart from what stands on every page.

    Attributes:
        lines: The lines of the text itself that are not empty.
        heads: Lines with the document's symbol, each once.
        notes: Footnotes.
    """

    lines: tuple[Line, ...]
    heads: tuple[str, ...]
    notes: tuple[str, ...]


def is_of_page(text: str) -> bool:
    """Return whether a line belongs to a page: its number, a symbol, a job number, a rule."""
    text = text.strip()
    if not text or len(text) > _LONGEST_OF_PAGE:
        return False
    if _PAGE.fullmatch(text) or _PRINTED.fullmatch(text):
        return True
    symbols = symbols_in(text) if "/" in text else ()
    return len(symbols) == 1 and not _NUMBERS.sub(" ", text.replace(symbols[0], " ")).strip()


def is_note(text: str) -> bool:
    """Return whether a text is a note that was typed: ``* Adopted by the Committee at its …``."""
    return bool(_TYPED_NOTE.match(text.lstrip()))


def begins_annex(text: str) -> bool:
    """Return whether a text is the heading of an annex, with or without its title."""
    found = _ANNEX.fullmatch(text.strip()) if len(text) <= _LONGEST_OF_PAGE else None
    return found is not None and (not found["title"] or looks_like_heading(found["title"]))


def parted(lines: list[str]) -> Parted:
    """Return the lines of a text apart from those that belong to its pages."""
    texts = [line.strip(" \t\f\v\ufeff\xa0") for line in lines]
    belongs = [is_of_page(text) for text in texts]
    for index in _repeated(texts, belongs):
        belongs[index] = True
    kept: list[Line] = []
    notes: list[list[str]] = []
    heads: dict[str, None] = {}
    gap = page = in_note = False
    for index, text in enumerate(texts):
        if not text:
            gap, in_note = True, False
        elif belongs[index]:
            heads |= dict.fromkeys(symbols_in(text))
            page, in_note = True, False
        elif _NOTE.match(text) or is_note(text):
            notes.append([text])
            in_note = page = True
        elif in_note and not notes[-1][-1].endswith(".") and len(notes[-1]) < _LONGEST_NOTE:
            notes[-1].append(text)
        else:
            kept.append(Line(index + 1, text, gap, page))
            gap = page = in_note = False
    return Parted(tuple(kept), tuple(heads), tuple(" ".join(note) for note in notes))


def _repeated(texts: list[str], belongs: list[bool]) -> list[int]:
    """Return the lines that stand several times, each time beside one that belongs to a page."""
    told = [index for index, text in enumerate(texts) if text]
    beside = {
        index
        for before, index, after in zip([-1, *told], told, [*told[1:], -1], strict=False)
        if (before >= 0 and belongs[before]) or (after >= 0 and belongs[after])
    }
    times = Counter(texts[index] for index in told)
    besides = Counter(texts[index] for index in beside)
    return [
        index
        for index in beside
        if times[texts[index]] >= _TIMES and times[texts[index]] == besides[texts[index]]
    ]
