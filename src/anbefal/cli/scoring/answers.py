"""What an assessor types at a question, understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from anbefal.cli.stopping import LONGEST

if TYPE_CHECKING:
    from anbefal.model.vocabulary import Scale


_DASH = r"[-\u2012-\u2015\u2212]"
_VALUE = re.compile(
    rf"(?P<number>(?:\+|{_DASH})?[0-9]+(?:[.,][0-9]+)?)"
    rf"(?:\s*(?P<away>{_DASH})|(?:\s*(?:[:;,.]|{_DASH}))?\s+(?P<reason>.*))?"
)
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Characters that no text of a record may hold: what keys without a letter send to a program."""


class Command(Enum):
    """What is no answer but asks for something."""

    NOTHING = ""
    BACK = "b"
    NEXT = "n"
    TAKE_AWAY = "-"
    HELP = "?"
    STOP = "q"


class Unclear(Enum):
    """Why words cannot be an answer."""

    NO_VALUE = "no value"
    OFF_SCALE = "off the scale"
    NO_WORDS = "no words"
    UNFIT = "unfit characters"
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class GivenValue:
    """A value, perhaps with its reason.

    Attributes:
        number: The value.
        reason: The reason; an empty text takes it away, ``None`` says nothing of it.
    """

    number: float
    reason: str | None = None


def understood_value(line: str, scale: Scale) -> GivenValue | Command | Unclear:
    """Return what a line says at a criterion.

    A number, with a decimal comma or point, may be followed by its reason: ``3 only one body``.
    ``3 -`` takes the reason away.

    Args:
        line: What was typed.
        scale: The scale that values lie on.
    """
    words = _tidy(line)
    plain = _command_or_unfit(words)
    if plain is not None:
        return plain
    match = _VALUE.fullmatch(words)
    if match is None:
        return Unclear.NO_VALUE
    number = float(re.sub(_DASH, "-", match["number"].replace(",", ".")))
    if not scale.min <= number <= scale.max:
        return Unclear.OFF_SCALE
    reason = "" if match["away"] else match["reason"]
    return Unclear.NO_VALUE if reason and not _has_letter(reason) else GivenValue(number, reason)


def understood_text(line: str) -> str | Command | Unclear:
    """Return what a line says at a question for a text."""
    words = _tidy(line)
    plain = _command_or_unfit(words)
    if plain is not None:
        return plain
    return words if _has_letter(words) else Unclear.NO_WORDS


def _tidy(line: str) -> str:
    """Return words with single spaces between them, as their letters are composed in records."""
    from anbefal.model.names import composed

    return composed(" ".join(line.split()))


def _command_or_unfit(words: str) -> Command | Unclear | None:
    if len(words) > LONGEST:
        return Unclear.TOO_LONG
    if _UNFIT.search(words):
        return Unclear.UNFIT
    return next((one for one in Command if words.casefold() == one.value), None)


def _has_letter(words: str) -> bool:
    return any(letter.isalpha() for letter in words)
