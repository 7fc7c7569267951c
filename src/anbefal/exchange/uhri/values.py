"""What the cells of an export mean."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from anbefal.exchange.cells import NotFit
from anbefal.exchange.cleaning import clean
from anbefal.exchange.finding import date_in, paragraph_in, split_number
from anbefal.exchange.states import code_of
from anbefal.exchange.tables.rows import Field
from anbefal.exchange.upr.matrix_cells import position_in
from anbefal.model.dates import FIRST_YEAR, LAST_YEAR, PartialDate, parse_date
from anbefal.model.recommendation import RecommendationKind
from anbefal.model.symbols import bodies_of, mended

_DASH = re.compile(r"^\s*-\s+|^\s*-(?=\S)")
_SDG = re.compile(
    r"(?:(?:SDG|Goal|Target)\s*)?([0-9]{1,2})(?:\.([0-9]{1,2}|[a-d]))?(?![0-9.])", re.IGNORECASE
)
_LAST_GOAL = 17
_SERIAL = re.compile(r"[0-9]{4,6}(?:\.[0-9]+)?")
_ISO = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})(?:[T ][0-9:.,]*(?:Z|[+-][0-9:]+)?)?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: .*)?")
_NO_DATE = "0001-01-01"
"""How the database writes a day that it does not know."""
_MONTHS = 12
_WITH_PARAGRAPH = re.compile(r"\s*[-–,;]?\s*\(?((?i:paras?|paragraphs?)\b.*)$")  # noqa: RUF001
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:recommends?|recommended|should|urges?|calls? (?:up)?on|encourages?|invites?|requests?|"
    r"reiterates its recommendation)\b",
    re.IGNORECASE,
)
_OBSERVES = re.compile(
    r"\b(?:concern(?:s|ed)?|regrets?|notes?|deplores?|observes?|alarmed|welcomes?|appreciates?)\b",
    re.IGNORECASE,
)
_MOST_SHOWN = 60


class Cited(NamedTuple):
    """A document as an export cites it.

    Attributes:
        symbol: Its symbol; empty where it has none.
        paragraph: The paragraph that stands with it; empty where none does.
    """

    symbol: str
    paragraph: str


class Annotation(NamedTuple):
    """A text apart from what stands before it.

    Attributes:
        text: The official wording.
        paragraph: The number of its paragraph; empty where it is not known.
        heading: The heading that it stands under; empty where there is none.
        is_inferred: Whether the number was put together from two places, such as ``(r)`` in the
            text and ``Para. 22`` beside the symbol. One that stands at the head of the text is seen
            there, and not concluded.
    """

    text: str
    paragraph: str
    heading: str
    is_inferred: bool


def items_in(field: Field | None) -> tuple[str, ...]:
    """Return the values in a cell, one a line, each with or without a dash."""
    if field is None:
        return ()
    lines = (line for item in field.items for line in item.splitlines())
    bare = map(_label, lines)
    return tuple(dict.fromkeys(one for one in bare if one and one != "-"))


@lru_cache(maxsize=4096)
def _label(line: str) -> str:
    """Return what stands in a line of a cell, without the dash of a list."""
    return " ".join(clean(_DASH.sub("", line)).split())


def label_in(field: Field | None) -> str:
    """Return the only value of a cell, on one line; an empty text where there is none."""
    return " ".join(items_in(field))


def cited(field: Field | None) -> Cited:
    """Return the document that a cell cites, as ``A/HRC/42/3 - Para. 140``."""
    words = label_in(field)
    paragraph = ""
    if found := _WITH_PARAGRAPH.search(words):
        paragraph = paragraph_in(found[1]) or ""
        words = words[: found.start()].strip()
    if words and not bodies_of(words) and bodies_of(mended(words)):
        words = mended(words)
    return Cited(words, paragraph)


def day_in(field: Field | None, counts_from: date) -> PartialDate | None:
    """Return the day in a cell: a day of Excel's, its serial number, or a text.

    Raises:
        NotFit: It holds something else.
    """
    words = label_in(field)
    if not words or words.startswith(_NO_DATE):
        return None
    try:
        if found := _ISO.fullmatch(words):
            return parse_date(found[1])
        if _SERIAL.fullmatch(words):
            day = counts_from + timedelta(days=int(float(words)))
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return PartialDate(day.year, day.month, day.day)
        if found := _SLASHED.fullmatch(words):
            return _slashed(int(found[1]), int(found[2]), int(found[3]))
        if day_found := date_in(words):
            return day_found
    except (ValueError, OverflowError):
        pass
    message = f"{words[:_MOST_SHOWN]!r} is no date that can be read in one way only."
    raise NotFit(message, "Write it as 2026-06-01.")


def kind_in(field: Field | None, text: str, *, is_upr: bool) -> tuple[RecommendationKind, bool]:
    """Return whether a text is a recommendation or a concern, and whether that was concluded.

    Args:
        field: What the export says; a few thousand records have nothing, or an id.
        text: The text.
        is_upr: Whether it is of the Universal Periodic Review, where states only recommend.

    Raises:
        NotFit: Neither the export nor the text tells it.
    """
    told = [one for one in items_in(field) if not _UUID.fullmatch(one)]
    plain = " ".join(told).casefold()
    if "recommendation" in plain:
        return "recommendation", False
    if "concern" in plain or "observation" in plain:
        return "concern", False
    if told:
        message = f"The type {told[0][:_MOST_SHOWN]!r} is not known."
        raise NotFit(message, "Write Recommendations or Concerns/Observations.")
    if is_upr or _ASKS.search(text):
        return "recommendation", True
    if _OBSERVES.search(text):
        return "concern", True
    message = "The row does not say whether it is a recommendation, and its text does not tell."
    raise NotFit(message, "Write Recommendations or Concerns/Observations.")


def goals_in(field: Field | None) -> list[str]:
    """Return the codes of goals and targets in a cell: ``5``, ``16.3``, ``16.a``.

    Raises:
        NotFit: One of them has no code.
    """
    codes = []
    for one in items_in(field):
        found = _SDG.match(one)
        if not found or not 1 <= int(found[1]) <= _LAST_GOAL:
            message = f"{one[:_MOST_SHOWN]!r} does not begin with the number of a goal or target."
            raise NotFit(message, "Write its number first: 16.3 - Rule of law.")
        codes.append(f"{int(found[1])}.{found[2].lower()}" if found[2] else str(int(found[1])))
    return list(dict.fromkeys(codes))


def position_of(field: Field | None) -> str | None:
    """Return what the state answered; ``None`` where the cell is empty.

    Raises:
        NotFit: It is not known, or there are several answers.
    """
    told = items_in(field)
    values = {position_in(one) for one in told}
    if not told:
        return None
    if len(values) == 1 and (value := values.pop()):
        return value
    message = f"The position {', '.join(told)[:_MOST_SHOWN]!r} is not known."
    raise NotFit(message, "Write Supported, Noted or another of the answers.")


def states_in(field: Field | None) -> list[str]:
    """Return the codes of the states in a cell, and their names where there is no code."""
    return list(dict.fromkeys(code for one in items_in(field) for code in codes_in(one)))


def codes_in(words: str) -> list[str]:
    """Return the code of a state, or of several with commas between them; else the words."""
    if code := code_of(words):
        return [code]
    codes = [code_of(one) for one in re.split("[,;]", words)]
    known = [code for code in codes if code]
    return known if len(known) == len(codes) else [words]


def annotation_in(field: Field | None, paragraph: str, *, is_upr: bool) -> Annotation:
    """Return a text without its number and heading.

    Args:
        field: The text as it stands.
        paragraph: The paragraph that stands with the symbol. In the UPR it holds all
            recommendations, so that it is only a part of a recommendation's own number.
        is_upr: Whether it is of the Universal Periodic Review.

    Raises:
        NotFit: It has no words.
    """
    text = clean(field.text) if field else ""
    if not text:
        raise NotFit("The row has no text.", "Fill it in, or delete the row.")
    own = "" if is_upr and paragraph.isdecimal() else paragraph
    found = split_number(text)
    number = found.number
    if number.startswith("(") or (is_upr and paragraph.isdecimal() and number.isdecimal()):
        number = _joined(paragraph, number)
    if not number:
        return Annotation(text, own, "", is_inferred=False)
    return Annotation(found.rest, number, found.heading, is_inferred=number != own)


def _joined(paragraph: str, number: str) -> str:
    """Return a number that is only a part, such as ``(r)``, with the paragraph that it lies in."""
    if number.startswith("("):
        return f"{paragraph}{number}" if paragraph and "(" not in paragraph else ""
    return number if number == paragraph else f"{paragraph}.{number}"


def _slashed(first: int, second: int, year: int) -> PartialDate:
    """Return a day with slashes, where only one of the two orders is possible.

    Raises:
        ValueError: Both are, or none.
    """
    if first != second and first <= _MONTHS and second <= _MONTHS:
        msg = "day and month may be either"
        raise ValueError(msg)
    day, month = (first, second) if second <= _MONTHS else (second, first)
    return parse_date(f"{year}-{month:02d}-{day:02d}")
