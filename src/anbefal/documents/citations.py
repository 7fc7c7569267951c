"""Where a recommendation stands, as a document cites it, and the numbered list of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.model.asking import Asking
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.wording import Wording
from anbefal.wording.asked_by import bodies_and_years, states_in_words


@dataclass(frozen=True, slots=True)
class Citation:
    """One recommendation, cited.

    Attributes:
        id: Its id in the repository.
        body: The body's short name.
        place: Symbol, paragraph and date; what was inferred carries the inferred mark.
        source: Number of the source in the list of sources.
        verified: Whether a person compared it with the official document.
    """

    id: str
    body: str
    place: str
    source: int
    verified: bool


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the list of sources.

    Attributes:
        number: From 1.
        document: What the document is, in words.
        via: Where its content was seen; empty where that is the document itself.
        seen: The day it was seen, in words, or an empty text.
    """

    number: int
    document: str
    via: str
    seen: str


class Citer:
    """Cites recommendations and numbers their sources in the order of first use."""

    def __init__(self, dataset: Dataset, words: Wording) -> None:
        self._dataset = dataset
        self._words = words
        self._numbers: dict[tuple[str, str, str], int] = {}

    def cite(self, record: Recommendation) -> Citation:
        """Return the citation of a record."""
        return Citation(
            id=record.id,
            body=self.body(record),
            place=self._place(record),
            source=self._number(record),
            verified=record.provenance.verified,
        )

    def body(self, record: Recommendation) -> str:
        """Return the short name of the body that a record comes from."""
        return self._dataset.name_of_actor(record.source.body, self._words.language)

    def body_and_year(self, record: Recommendation) -> str:
        """Return body and year, such as ``CAT 2018``; a year that was inferred is marked."""
        date = record.source.date
        if date is None:
            return self.body(record)
        return f"{self.body(record)} {self._marked(record, 'date', str(date.year))}"

    def asked_by(self, askings: Iterable[Asking]) -> str:
        """Return who asks for something as a list of bodies with years, marked as citations are."""
        mark = self._words.label["inferred_mark"]
        return bodies_and_years(self._dataset, askings, self._words.language, mark=mark)

    def short(self, record: Recommendation) -> str:
        """Return body, year and paragraph, enough to tell records of one ask apart."""
        paragraph = record.source.paragraph
        place = [self._words.say("paragraph", paragraph=paragraph)] if paragraph else []
        return " ".join([self.body_and_year(record), *place])

    def sources(self) -> tuple[SourceLine, ...]:
        """Return the sources cited so far, by number."""
        lines = [
            SourceLine(number, document, via, seen)
            for (document, via, seen), number in self._numbers.items()
        ]
        return tuple(lines)

    def _number(self, record: Recommendation) -> int:
        seen = record.provenance.seen
        via = record.source.url or record.provenance.source or ""
        key = (self._document(record), via, self._words.date(seen) if seen else "")
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _document(self, record: Recommendation) -> str:
        symbol = self._marked(record, "document", record.source.document or "")
        parts = [self._full_body(record), symbol or self._words.say("unknown_document")]
        return ", ".join([*parts, *self._date(record)])

    def _full_body(self, record: Recommendation) -> str:
        actor = self._dataset.actors.get(record.source.body)
        return actor.name.within(self._words.language) if actor else record.source.body

    def _place(self, record: Recommendation) -> str:
        source, say = record.source, self._words.say
        parts = [self._marked(record, "document", source.document)] if source.document else []
        if source.paragraph:
            parts.append(
                say("paragraph", paragraph=self._marked(record, "paragraph", source.paragraph))
            )
        elif source.proposal:
            parts.append(say("proposal", proposal=source.proposal))
        else:
            parts.append(say("unknown_place"))
        parts += self._date(record)
        if source.recommended_by:
            states = states_in_words(source.recommended_by, self._words.language)
            parts.append(say("by_states", states=states))
        return ", ".join(parts)

    def _date(self, record: Recommendation) -> list[str]:
        date = record.source.date
        return [self._marked(record, "date", self._words.date(date))] if date else []

    def _marked(self, record: Recommendation, field: str, words: str) -> str:
        inferred = field in record.provenance.inferred
        return words + self._words.label["inferred_mark"] if inferred and words else words
