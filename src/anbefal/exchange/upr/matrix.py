"""The matrix of recommendations that OHCHR publishes for every state under review."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from anbefal.exchange.fixed_words import fixed_word
from anbefal.exchange.goals import MEND_GOAL
from anbefal.exchange.states import code_of
from anbefal.exchange.tables.rows import Rows
from anbefal.exchange.upr.attribution import attributed
from anbefal.exchange.upr.matrix_cells import Ask, Labels, ask_in, labels_in
from anbefal.exchange.upr.matrix_rows import MatrixRow, Role, rows_in, rows_of
from anbefal.exchange.upr.sessions import session_name, year_in
from anbefal.exchange.wanted import Wanted
from anbefal.exchange.word.blocks import WordDocument
from anbefal.model.dates import PartialDate
from anbefal.model.incoming import Incoming, Reading, Skipped, SourceLabels, Unread
from anbefal.model.labels import Vocabulary
from anbefal.model.recommendation import InferredField

_HEAD = re.compile(
    r"UPR\s+of\s+(?P<country>.+?)\s*\(\s*[0-9]\w{0,2}\s+cycle\b"
    r"(?:\s*[-–—,:]?\s*(?P<session>[0-9]{1,3}\s?\w{0,2})\s+session)?",  # noqa: RUF001
    re.IGNORECASE,
)
_MOST_PARAGRAPHS = 20
"""How many paragraphs may hold what the page's header should."""
_LONGEST_HEAD = 1_000
_BODY = "UPR"
REVIEW = "Review"
"""The heading of the column that has the words of the page header, in rows to be mended."""


@dataclass(frozen=True, slots=True)
class MatrixHead:
    """What the head of the page says of a matrix; ``None`` for what it does not.

    Attributes:
        country: The state under review: its code, or its name where there is no code.
        session: The session, such as ``20th session``.
        words: What the head says, as it stands there; empty where there is none.
    """

    country: str | None = None
    session: str | None = None
    words: str = field(default="", compare=False)

    @property
    def year(self) -> int | None:
        """The year of the session."""
        return year_in(self.session) if self.session else None


def about(document: WordDocument) -> MatrixHead:
    """Return what a document's page headers, or else its first paragraphs, say of it."""
    firsts = [one.text for one in document.paragraphs[:_MOST_PARAGRAPHS]]
    told = (_head_in(words) for words in (*document.heads, *firsts))
    return next((head for head in told if head.words), MatrixHead())


def _head_in(words: str) -> MatrixHead:
    found = _HEAD.search(" ".join(words[:_LONGEST_HEAD].split()))
    if not found:
        return MatrixHead()
    session = found["session"]
    return MatrixHead(
        country=code_of(found["country"]) or found["country"],
        session=session_name(session) if session else None,
        words=found[0],
    )


def read_matrix(
    document: WordDocument, wanted: Wanted, vocabulary: Vocabulary
) -> Iterator[Reading]:
    """Yield what became of every row of a matrix in Word; rows that head others are none.

    Args:
        document: The document.
        wanted: Which rows are asked for.
        vocabulary: The repository's words.

    Raises:
        Unreadable: It has no table with the headings of a matrix.
    """
    head = about(document)
    for one in _read(rows_in(document), head, wanted, vocabulary):
        yield one if isinstance(one, Skipped) else replace(one, raw=_with_head(one.raw, head))


def _with_head(raw: Mapping[str, str], head: MatrixHead) -> dict[str, str]:
    """Return a row with what the page header says, which it has not where it is mended."""
    return {**raw, REVIEW: head.words} if head.words else dict(raw)


def read_matrix_rows(
    rows: Rows, wanted: Wanted, vocabulary: Vocabulary, name: str = "The file"
) -> Iterator[Reading]:
    """Yield the same of a matrix in a table file, such as one with rows that were mended.

    Args:
        rows: The table. Instead of a page header it may have the column :data:`REVIEW`.
        wanted: Which rows are asked for.
        vocabulary: The repository's words.
        name: What the file is called, for messages.

    Raises:
        Unreadable: It has not the headings of a matrix, or is damaged.
    """
    yield from _read(rows_of(rows, name), MatrixHead(), wanted, vocabulary)


def _read(
    rows: Iterable[MatrixRow | Unread], head: MatrixHead, wanted: Wanted, vocabulary: Vocabulary
) -> Iterator[Reading]:
    """Yield the readings of all rows, those that repeat each other made one.

    A matrix names a recommendation under every theme that it concerns; the first row then has the
    labels of all.
    """
    readings: list[Reading | _Found] = []
    first: dict[tuple[str | None, str], _Found] = {}
    for row in rows:
        found = row if isinstance(row, Unread) else _found(row)
        before = first.get(found.key) if isinstance(found, _Found) else None
        if isinstance(found, Unread) or before is None:
            readings.append(found)
            if isinstance(found, _Found):
                first[found.key] = found
        else:
            readings.append(_repeated(found, before))
    for one in readings:
        yield _reading(one, head, wanted, vocabulary) if isinstance(one, _Found) else one


@dataclass(slots=True)
class _Found:
    """A recommendation as one or several rows give it."""

    row: MatrixRow
    ask: Ask
    position: str
    labels: Labels

    @property
    def key(self) -> tuple[str | None, str]:
        return self.ask.report, self.ask.number

    def add(self, labels: Labels) -> None:
        """Add the labels of another row."""
        both = zip(self.labels, labels, strict=True)
        self.labels = Labels(*(tuple(dict.fromkeys((*mine, *its))) for mine, its in both))


def _found(row: MatrixRow) -> _Found | Unread:
    ask = ask_in(row.cells.get("recommendation", ""))
    position = fixed_word("position", row.cells.get("position", ""))
    labels = labels_in(row.cells.get("themes", ""), row.cells.get("sdgs", ""))
    if not ask.number:
        return row.unread(
            "recommendation",
            "No number of a paragraph stands before this recommendation.",
            "Put it at the beginning of the cell, such as 140.7.",
        )
    if not ask.text:
        return row.unread(
            "recommendation", f"{ask.number} has no text.", "Write it after the number."
        )
    if position is None:
        told = " ".join(row.cells.get("position", "").split())[:60]
        message = f"The position {told!r} of {ask.number} is not known."
        message = message if told else f"{ask.number} has no position."
        return row.unread("position", message, "Write Supported, Noted or another of the answers.")
    if labels.unknown:
        role: Role = "sdgs" if row.cells.get("sdgs") else "themes"
        message = f"{labels.unknown[0][:60]!r} does not begin with the number of a goal or target."
        return row.unread(role, message, MEND_GOAL)
    if row.group:
        named = labels_in(row.group, "").themes
        labels = labels._replace(themes=tuple(dict.fromkeys((*named, *labels.themes))))
    return _Found(row, ask, position, labels)


def _repeated(found: _Found, before: _Found) -> Skipped | Unread:
    """Return that a row repeats one, whose labels it adds to, or that it contradicts it."""
    number, place = found.ask.number, before.row.place
    if (found.ask.text, found.position) != (before.ask.text, before.position):
        is_same_text = found.ask.text == before.ask.text
        role: Role = "position" if is_same_text else "recommendation"
        told = "another position" if is_same_text else "another text"
        message = f"{number} stands in {place} already, with {told}."
        return found.row.unread(role, message, "See which one is right, and mend or delete this.")
    before.add(found.labels)
    return Skipped(found.row.place, "repeats an earlier row", f"{number}, {place}")


def _reading(found: _Found, head: MatrixHead, wanted: Wanted, vocabulary: Vocabulary) -> Reading:
    place, report = found.row.place, found.ask.report
    head = head if head.words else _head_in(found.row.raw.get(REVIEW, ""))
    day = PartialDate(head.year) if head.year else None
    countries = [head.country] if head.country else []
    body = vocabulary.body(_BODY, report)
    if unwanted := wanted.unwanted(place, countries, body, _BODY, day):
        return unwanted
    told = attributed(found.ask.text)
    inferred: dict[InferredField, Any] = {"document": report, "date": day}
    fields = {
        "source.document": report,
        "source.paragraph": found.ask.number,
        "source.session": head.session,
        "source.date": str(day) if day else None,
        "source.recommended_by": list(told.states),
        "text.en": told.text,
        "sdgs": list(found.labels.sdgs),
        "state_position": _state_position(found),
    }
    return Incoming(
        place,
        {name: value for name, value in fields.items() if value},
        SourceLabels(body=_BODY, themes=found.labels.themes, groups=found.labels.groups),
        frozenset(name for name, value in inferred.items() if value),
        found.row.raw,
    )


def _state_position(found: _Found) -> dict[str, str]:
    told = {"value": found.position, "source": found.ask.source}
    return {name: value for name, value in told.items() if value}
