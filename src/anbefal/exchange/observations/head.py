"""What the head of concluding observations tells: who, which document, when, about whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from anbefal.exchange.dates import date_in
from anbefal.exchange.finding import symbols_in
from anbefal.exchange.observations.pieces import pieces_of
from anbefal.exchange.states import code_of_name, code_of_symbol
from anbefal.exchange.word.blocks import Paragraph, WordDocument
from anbefal.exchange.word.pages import is_note
from anbefal.model.dates import PartialDate, parse_date
from anbefal.model.symbols import BODY_NAMES, bodies_of

_COUNCIL_OF_EUROPE = {
    "GREVIO": ("GREVIO", "Group of Experts on Action against Violence against Women"),
    "GRETA": ("GRETA", "Group of Experts on Action against Trafficking in Human Beings"),
    "ECRI": ("ECRI", "European Commission against Racism and Intolerance"),
    "CPT": ("CPT", "European Committee for the Prevention of Torture"),
}
_PREFIXES = {"GREVIO": "GREVIO", "GRETA": "GRETA", "CRI": "ECRI", "CPT": "CPT"}
_EUROPEAN = re.compile(
    r"\b(?P<body>GREVIO|GRETA|CRI|CPT)(?:/Inf)? ?\([0-9]{4}\) ?[0-9]{1,3}(?:/[A-Z]+)?\b"
)
_OBSERVATIONS = re.compile(r"/(?:CO|CC)/|^CCPR/CO/|^E/C\.12/1/|^CAT/C/CR/")
_DAY = r"(?:[0-9]{1,2}\.? [^\W\d_]{3,12} [0-9]{4}|[^\W\d_]{3,12} [0-9]{1,2}, [0-9]{4})"
_DISTRIBUTED = re.compile(
    rf"\bDistr\w{{0,12}}\.?\s*:?\s*(?:[A-Z][A-Za-z]{{1,20}})?\W{{0,4}}(?P<day>{_DAY})"
)
_PUBLISHED = re.compile(
    rf"(?i:\bpublished on|\bpublication date:?|\bpublié le|\bdate:)\s*(?P<day>{_DAY})"
)
_ADOPTED = re.compile(rf"\badopted\b[^.]{{0,300}}?\bon\s+(?P<day>{_DAY})", re.IGNORECASE)
_SESSION = re.compile(
    r"\bat its (?P<session>(?:[a-z]+-?[a-z]*|[0-9]+(?:st|nd|rd|th))(?: [a-z]+)? session)\b"
    r"(?:,? held)?(?: ?\((?P<days>[^()]{6,60})\)|,? from (?P<from>[^.()]{6,60}))?"
)
_TITLE = re.compile(
    r"\b(?:reports?|observations)\b[^.\n]{0,60}?\b(?:of|by|on|concerning)(?: the)? (?=[A-Z])"
)
_LONGEST_NAME = 8
"""Words in the longest name of a state."""
_LONGEST_LETTERS = 200
"""Letters of those words."""
_MOST_TITLES = 50
"""How many words that may be those of a title are looked at."""
_LOOKED_AT = 20_000
"""Characters of a head; it is longer only where a document has no numbers at all."""
_FIRST_PARAGRAPHS = 12
"""Paragraphs that tell of the session, where no footnote does."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of a document; it wins over what stands in it.

    Attributes:
        body: Who wrote it: a name, a short name or an id.
        document: Its symbol.
        date: Its date.
        session: The session at which it was adopted.
        language: The language that it is written in.
    """

    body: str = ""
    document: str = ""
    date: PartialDate | None = None
    session: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself.

    Attributes:
        body: What the one who wrote it is called, short; empty where it is not known.
        symbol: Its symbol; empty where it has none.
        date: Its date; ``None`` where it has none.
        is_date_inferred: Whether the date was concluded from the session.
        session: The session that adopted it, as it is written; empty where it is not known.
        country: Two letters of the state that it is about; ``None`` where it is not known.
    """

    body: str = ""
    symbol: str = ""
    date: PartialDate | None = None
    is_date_inferred: bool = False
    session: str = ""
    country: str | None = None


def read_head(document: WordDocument, given: Given = Given()) -> Head:
    """Return what the head of a document tells, with what a person says of it in its place.

    Args:
        document: The document.
        given: What a person says.
    """
    top = _top(document)[:_LOOKED_AT]
    first = _beginning(document)[:_LOOKED_AT]
    symbol = given.document or _symbol(top)
    session, days = _session(first)
    adopted = _day(_ADOPTED, first)
    date = given.date or _day(_DISTRIBUTED, top) or _day(_PUBLISHED, top)
    concluded = None if date else _month(adopted or _last_day(days))
    return Head(
        body=given.body or _body(symbol, top),
        symbol=symbol,
        date=date or concluded,
        is_date_inferred=concluded is not None,
        session=given.session or session,
        country=code_of_symbol(symbol) or _country(top),
    )


def _top(document: WordDocument) -> str:
    """Return the page headers and what stands before the first numbered paragraph."""
    pieces = pieces_of(document.paragraphs)
    first = next((one.at for one in pieces if one.number and not one.is_heading), None)
    lines = [line for head in document.heads for line in head.split("\n")]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if first is not None and block.at >= first:
                break
            lines += [block.text]
        else:
            lines += [cell for row in block.rows for cell in row.cells]
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _beginning(document: WordDocument) -> str:
    """Return the footnotes, typed or not, and the first paragraphs, which tell of the session."""
    typed = [one.text for one in document.paragraphs if is_note(one.text)]
    first = [one.text for one in document.paragraphs[: _FIRST_PARAGRAPHS * 2]]
    return "\n".join(" ".join(one.split()) for one in (*document.notes, *typed, *first))


def _symbol(top: str) -> str:
    """Return the document's own symbol: others that stand there are of the reports before it."""
    found = [one for one in symbols_in(top) if bodies_of(one) and _OBSERVATIONS.search(one)]
    if found:
        return found[0]
    european = _EUROPEAN.search(top)
    return " ".join(european[0].split()) if european else ""


def _body(symbol: str, top: str) -> str:
    """Return the short name of who wrote a document, by its symbol, else by the name at its top."""
    if bodies := bodies_of(symbol) if symbol else []:
        return BODY_NAMES[bodies[0]][0]
    if european := _EUROPEAN.search(symbol):
        return _PREFIXES[european["body"]]
    names = {short: names for short, *names in BODY_NAMES.values()}
    names |= {short: list(its) for short, its in _COUNCIL_OF_EUROPE.items()}
    found = {
        short
        for short, its in names.items()
        for name in its
        if len(name) > 4 and name in top  # noqa: PLR2004
    }
    return found.pop() if len(found) == 1 else _by_line(top, names)


def _by_line(top: str, names: dict[str, list[str]]) -> str:
    """Return the body whose name, or short name, stands alone on a line."""
    lines = {line.strip(" *") for line in top.split("\n")}
    found = {short for short, its in names.items() if lines & {short, *its}}
    return found.pop() if len(found) == 1 else ""


def _day(pattern: re.Pattern[str], text: str) -> PartialDate | None:
    found = pattern.search(text)
    return date_in(found["day"]) if found else None


def _session(text: str) -> tuple[str, str]:
    """Return the session and its days; a session that reviewed another report is left."""
    for found in _SESSION.finditer(text):
        if re.search(
            r"\badopted\b", text[max(0, found.start() - 160) : found.start()], re.IGNORECASE
        ):
            return found["session"], found["days"] or found["from"] or ""
    return "", ""


def _last_day(days: str) -> PartialDate | None:
    """Return the last day of ``23 April–18 May 2018``."""  # noqa: RUF002
    found = re.findall(_DAY, days)
    return date_in(found[-1]) if found else None


def _month(day: PartialDate | None) -> PartialDate | None:
    return parse_date(f"{day.year:04d}-{day.month:02d}") if day and day.month else day


def _country(top: str) -> str | None:
    """Return the state in the title: ``Concluding observations on the … report of Norway``."""
    words = " ".join(top.split())
    for found in islice(_TITLE.finditer(words), _MOST_TITLES):
        name = words[found.end() : found.end() + _LONGEST_LETTERS].split()[:_LONGEST_NAME]
        for length in range(len(name), 0, -1):
            if code := code_of_name(" ".join(name[:length]).rstrip("*.,;:† ")):
                return code
    return None
