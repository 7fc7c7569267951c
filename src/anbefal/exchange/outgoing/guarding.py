"""Text in a CSV file that every spreadsheet leaves as it is.

A spreadsheet takes ``=1+1`` in a CSV file for a formula, ``140.10`` for a number and ``5-6`` for a
day in June, quotes or not; of ``5 %``, ``kr 5``, ``(5)``, ``SANN`` and ``juni 5`` it makes numbers,
days and truth values likewise. An apostrophe before them makes them text in all of them. It also
stands before a text that begins with one, so that taking it away gives every text back.
"""

from __future__ import annotations

import re
from functools import cache

from anbefal.wording import LANGUAGES

GUARD = "'"
_SIGNS = tuple("=+-@'\uff1d\uff0b\uff0d\uff20")
"""What formulas begin with, in characters of usual and of full width, and the guard itself."""
_DIGIT = re.compile(r"\d")
_TAKEN_FOR_NUMBER = re.compile(r"\d+(?:[.,/:\-]\d+)+|0\d+|\d{12,}|\d+[eE]\d+", re.ASCII)
_CURRENCY = r"(?:[$€£¥]|kr|nok|sek|dkk|eur|usd|gbp|chf)\.?"
_AMOUNT = re.compile(
    rf"[(\[]?\s*(?:{_CURRENCY}\s*)?[(−–]?\s*[.,]?\d+(?:[\s.,'’/]\d+)*"  # noqa: RUF001
    rf"[.,½¼¾]?-?\s*(?:[%‰½¼¾]|{_CURRENCY})?\s*[)\]]?",
    re.IGNORECASE,
)
"""A number by itself, with a sign, a currency or a percent sign, in parentheses or with a point."""
_LONGEST_AMOUNT = 40
_TRUTH = frozenset({"true", "false", "sann", "usann", "sant", "usant"})
_IN_DATE = re.compile(r"[^\W\d_]+|\d+")
_NOT_IN_DATE = re.compile(r"[^\w\s.,/\-]")
_MOST_IN_DATE = 4
"""Day, month, year and the name of the day."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
"""A spreadsheet makes a day of it, and that day can be read again."""


def guarded(text: str) -> str:
    """Return a text as it stands in a CSV file."""
    return GUARD + text if text and _needs_guard(text) else text


def unguarded(text: str) -> str:
    """Return the text that :func:`guarded` made this of."""
    return text.removeprefix(GUARD)


def _needs_guard(text: str) -> bool:
    if text.startswith("\t") or text.lstrip().startswith(_SIGNS):
        return True
    word = text.strip()
    if not _DIGIT.search(word):
        return word.casefold() in _TRUTH
    if _DAY.fullmatch(text):
        return False
    if len(word) > _LONGEST_AMOUNT:
        return bool(_TAKEN_FOR_NUMBER.fullmatch(word))
    is_number = _TAKEN_FOR_NUMBER.fullmatch(word) or _is_amount(word)
    return bool(is_number) or word.casefold() in _TRUTH or _is_date(word)


def _is_amount(word: str) -> bool:
    return not word.isdecimal() and bool(_AMOUNT.fullmatch(word))


def _is_date(word: str) -> bool:
    """Return whether words are a date with the name of its month: ``5. juni``, ``Jun 2018``."""
    parts = _IN_DATE.findall(word.casefold())
    words = [one for one in parts if not one.isdecimal()]
    if _NOT_IN_DATE.search(word) or not len(words) < len(parts) <= _MOST_IN_DATE:
        return False
    return any(one in _months() for one in words) and all(one in _in_dates() for one in words)


@cache
def _months() -> frozenset[str]:
    return _names("months")


@cache
def _in_dates() -> frozenset[str]:
    return _months() | _names("days") | {"st", "nd", "rd", "th", "of"}


def _names(what: str) -> frozenset[str]:
    """Return the names of months or days, long and short, in our languages."""
    from babel import Locale

    found = set()
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            names = getattr(Locale(language), what)["format"][width]
            found |= {one.casefold().rstrip(".") for one in names.values()}
    return frozenset(found)
