"""The words that the program itself writes for people: one folder a language, one file a use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from anbefal.model.base import FALLBACK, Language
from anbefal.model.dates import PartialDate

LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")
"""The languages that have a folder here."""

_AFTER_DAY: dict[Language, str] = {"en": ""}
"""What stands after the number of a day where that is not a point, as in Norwegian."""

_LISTS: dict[Language, str] = {"en": "en_GB"}
"""Whose lists a language has: no comma stands before the last "and" or "or"."""

_ONE_PERCENT = 0.01
_FIRST_PARTED = 1000
"""The first number whose thousands are parted from the rest."""


class Wording:
    """Words and sentences of one language, for one use.

    Args:
        language: A language that has a folder here.
        words: Group to key to sentence; a sentence's ``{names}`` are filled in by :meth:`say`.
    """

    def __init__(self, language: Language, words: Mapping[str, Mapping[str, str]]) -> None:
        self.language = language
        self.label = words.get("label", {})
        self.status = words.get("status", {})
        self.position = words.get("position", {})
        self.meeting = words.get("meeting", {})
        self._sentence = words.get("sentence", {})

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its names filled in."""
        return self._sentence[key].format(**values)

    def counted(self, key: str, number: int, **values: object) -> str:
        """Return a number with its noun, or a sentence with both, in singular or plural."""
        form = "one" if number == 1 else "other"
        return self._sentence[f"{key}_{form}"].format(n=number, **values)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a number with so many decimals, rounded half to even: 76,8 or 76.8."""
        if isinstance(value, int) and not decimals and 0 <= value < _FIRST_PARTED:
            return str(value)  # a site says a hundred thousand of these
        shape = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, shape, locale=self.language)

    def plain(self, value: float) -> str:
        """Return a number with as few of six decimals as tell it: 3, or 2,5."""
        return format_decimal(value, "0.######", locale=self.language)

    def percent(self, share: float, under: str = "<", over: str = ">") -> str:
        """Return a share in whole percent; 0 and 100 only where they are exact.

        Args:
            share: From 0 to 1.
            under: What stands before one percent where it is less than that.
            over: What stands before 99 percent where it is more than that, but not all.
        """
        if 0 < share < _ONE_PERCENT:
            return under + format_percent(_ONE_PERCENT, locale=self.language)
        if 1 - _ONE_PERCENT < share < 1:
            return over + format_percent(1 - _ONE_PERCENT, locale=self.language)
        return format_percent(share, locale=self.language)

    def date(self, value: PartialDate) -> str:
        """Return a date as it is written out: a day, a month or a year."""
        if value.month is None:
            return str(value.year)
        month = f"{_month(self.language, value.month)} {value.year}"
        if value.day is None:
            return month
        return f"{value.day}{_AFTER_DAY.get(self.language, '.')} {month}"

    def when(self, value: PartialDate) -> str:
        """Return a date as it stands in a sentence that tells when: 3. mai 2022, i mai 2022."""
        date = self.date(value)
        return date if value.day else self.say("in_month_or_year", date=date)

    def name_of_language(self, language: Language) -> str:
        """Return the name of a language in this one."""
        return str(Locale(self.language).languages.get(language, language))

    def country(self, code: str) -> str:
        """Return the name of a country, or the code where Babel knows none (ISO 3166)."""
        return str(Locale(self.language).territories.get(code, code))

    def listed(self, words: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
        """Return words as a list in a sentence: one, two and three.

        Args:
            words: The words.
            style: "or" for a choice: one, two or three.
        """
        return format_list(list(words), style, _LISTS.get(self.language, self.language))


@cache
def _month(language: Language, month: int) -> str:
    """Return the name of a month as it stands in a date; Babel takes long for a whole date."""
    return format_date(date(2000, month, 1), "MMMM", locale=language)


@lru_cache
def wording(language: Language, use: str) -> Wording:
    """Return the words for a use, in a language or in the next best that has any.

    Args:
        language: The reader's language.
        use: The name of a file in a language's folder, such as ``brief``.
    """
    known = next(one for one in FALLBACK[language] if one in LANGUAGES)
    file = files("anbefal.wording") / known / f"{use}.toml"
    content: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    return Wording(known, content)
