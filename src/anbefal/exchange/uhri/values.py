"""What the cells of an export mean."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from anbefal.exchange.cells import NotFit
from anbefal.exchange.cleaning import clean
from anbefal.exchange.dates import date_in, date_of
from anbefal.exchange.finding import paragraph_in, split_number
from anbefal.exchange.fixed_words import fixed_word
from anbefal.exchange.states import code_of
from anbefal.exchange.tables.items import known_parts, list_items
from anbefal.exchange.tables.rows import Field
from anbefal.exchange.upr.attribution import attributed
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import RecommendationKind
from anbefal.model.symbols import bodies_of, mended

_NO_DATE = "0001-01-01"
"""How the database writes a day that it does not know."""
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
_NO_NAMES = {
    "boolean": "a truth value",
    "number": "a number",
    "date": "a date",
    "time": "a time",
}
"""Kinds of cells that hold no name."""


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


def label_in(field: Field | None) -> str:
    """Return the only value of a cell, on one line; an empty text where there is none."""
    return " ".join(list_items(field))


def body_in(field: Field | None) -> str:
    """Return what a cell calls the body; each on a line of its own where it names several.

    Raises:
        NotFit: It holds something else than a name.
    """
    if field and field.kind in _NO_NAMES:
        message = f"{field.text[:_MOST_SHOWN]!r} is {_NO_NAMES[field.kind]}, and no body."
        raise NotFit(message, "Write the name of the body.")
    return "\n".join(list_items(field))


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
        return date_of(words, counts_from)
    except ValueError:
        if day := date_in(words):
            return day
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
    told = [one for one in list_items(field) if not _UUID.fullmatch(one)]
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


def position_of(field: Field | None) -> str | None:
    """Return what the state answered; ``None`` where the cell is empty.

    Raises:
        NotFit: It is not known, or there are several answers.
    """
    told = list_items(field)
    values = {fixed_word("position", one) for one in told}
    if not told:
        return None
    if len(values) == 1 and (value := values.pop()):
        return value
    message = f"The position {', '.join(told)[:_MOST_SHOWN]!r} is not known."
    raise NotFit(message, "Write Supported, Noted or another of the answers.")


def states_in(field: Field | None) -> list[str]:
    """Return the codes of the states in a cell, and their names where there is no code."""
    return list(dict.fromkeys(code for one in list_items(field) for code in codes_in(one)))


def codes_in(words: str) -> list[str]:
    """Return the code of a state, or of several with commas between them; else the words."""
    return [code_of(one) or one for one in known_parts(words, code_of)]


def apart_from_states(text: str, states: list[str]) -> tuple[str, list[str]]:
    """Return a text of the UPR without the states at its end, and who recommends.

    Args:
        text: The text.
        states: The states in the column for them, which win over those in the text. Where there
            are some, a name that nobody knows, and that is none of them, belongs to the text.
    """
    told = attributed(text)
    if not states:
        return told.text, list(told.states)
    names = {one for one in told.states if code_of(one) != one}
    return (told.text if names <= set(states) else text), states


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
    number, is_inferred = found.number, False
    if number.startswith("(") or (is_upr and paragraph.isdecimal() and number.isdecimal()):
        number, is_inferred = _joined(paragraph, number), True
    if not number:
        return Annotation(text, own, "", is_inferred=False)
    return Annotation(found.rest, number, found.heading, is_inferred=is_inferred)


def _joined(paragraph: str, number: str) -> str:
    """Return a number that is only a part, such as ``(r)``, with the paragraph that it lies in."""
    if number.startswith("("):
        return f"{paragraph}{number}" if paragraph and "(" not in paragraph else ""
    return number if number == paragraph else f"{paragraph}.{number}"
