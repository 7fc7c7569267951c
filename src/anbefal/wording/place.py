"""Where records stand, in words: CAT 2018, para. 16, from Denmark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.model.asking import Asking
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import InferredField, Recommendation
from anbefal.wording import wording
from anbefal.wording.asked_by import bodies_and_years, states_in_words

MARK = "*"
"""What is put to inferred words where a legend explains it."""


class Places:
    """Says where records stand, and keeps in mind which marks it has put.

    Args:
        dataset: The repository, for names.
        language: The reader's language.
        mark: What is put to words that were inferred; without it, words in brackets say so.
    """

    def __init__(self, dataset: Dataset, language: Language, *, mark: str | None = None) -> None:
        self._dataset = dataset
        self._words = wording(language, "place")
        self._mark = mark
        self._legend: set[str] = set()

    def body(self, record: Recommendation) -> str:
        """Return the short name of the body that a record comes from."""
        return self._dataset.name_of_actor(record.source.body, self._words.language)

    def body_and_year(self, record: Recommendation) -> str:
        """Return body and year, such as ``CAT 2018``, or the body alone."""
        date = record.source.date
        if date is None:
            return self.body(record)
        return f"{self.body(record)} {self.marked(record, 'date', str(date.year))}"

    def paragraph(self, record: Recommendation) -> str:
        """Return the paragraph, or the number in the body's list, or an empty text."""
        source, say = record.source, self._words.say
        if source.paragraph:
            return self.marked(record, "paragraph", say("paragraph", paragraph=source.paragraph))
        if source.proposal:
            return say("proposal", proposal=source.proposal)
        self._legend.add("legend_place")
        return ""

    def in_document(self, record: Recommendation) -> str:
        """Return the paragraph, or that it is not known, and then which record it is."""
        known = self.paragraph(record)
        return known or self._words.say("unknown_paragraph", id=record.id)

    def place(self, record: Recommendation) -> str:
        """Return body, year and paragraph, enough to find a record."""
        return f"{self.body_and_year(record)}, {self.in_document(record)}"

    def document(self, record: Recommendation) -> str:
        """Return the document's symbol, or that it is not known, and its date."""
        source = record.source
        symbol = source.document and self.marked(record, "document", source.document)
        parts = [symbol or self._words.say("unknown_document")]
        if source.date:
            parts.append(self.marked(record, "date", self._words.date(source.date)))
        return ", ".join(parts)

    def states(self, record: Recommendation) -> str:
        """Return the states that recommend it in the UPR, or an empty text."""
        found = record.source.recommended_by
        if not found:
            return ""
        states = states_in_words(found, self._words.language)
        return self.marked(record, "recommended_by", self._words.say("by_states", states=states))

    def ministries(self, records: Sequence[Recommendation]) -> tuple[str, ...]:
        """Return who answers for some records, each once; marked where every naming is inferred."""
        naming: dict[str, list[Recommendation]] = {}
        for record in records:
            for one in record.ministries:
                naming.setdefault(one, []).append(record)
        told = {one: self._dataset.name_of_actor(one, self._words.language) for one in naming}
        return tuple(
            self.inferred(told[one]) if all(map(_infers_ministries, found)) else told[one]
            for one, found in naming.items()
        )

    def asked_by(self, askings: Iterable[Asking], *, states: bool = False) -> str:
        """Return who asks for something as a list of bodies with years.

        Args:
            askings: Who asks, in the order of the list.
            states: Whether to name the states that recommend it in the UPR.
        """
        askings = tuple(askings)
        if any(asking.inferred for asking in askings):
            self._legend.add("legend_inferred")
        language = self._words.language
        return bodies_and_years(self._dataset, askings, language, mark=self._mark, states=states)

    def marked(self, record: Recommendation, field: InferredField, told: str) -> str:
        """Return words of a field, marked where it was inferred."""
        return self.inferred(told) if field in record.provenance.inferred else told

    def inferred(self, told: str) -> str:
        """Return words that were inferred, marked as that."""
        self._legend.add("legend_inferred")
        if self._mark is None:
            return self._words.say("inferred", told=told)
        return told + self._mark

    def legend(self) -> tuple[str, ...]:
        """Return what the marks mean that it has put so far, a sentence each."""
        return tuple(self._words.say(key) for key in sorted(self._legend))

    def legend_of_mark(self) -> str:
        """Return what the mark of what was inferred means."""
        return self._words.say("legend_inferred")


def _infers_ministries(record: Recommendation) -> bool:
    return "ministries" in record.provenance.inferred
