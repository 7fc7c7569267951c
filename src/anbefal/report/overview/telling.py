"""Names, places and entries of a log as an overview says them, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anbefal.analysis.asks import Ask, Reach
from anbefal.analysis.measures import HeldMeasure
from anbefal.model.base import Language, Text
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Plan
from anbefal.model.recommendation import Grade, InferredField, Recommendation, Update
from anbefal.wording import Wording, wording
from anbefal.wording.place import MARK, Places


class Telling:
    """What an overview says of records.

    Args:
        dataset: The repository, without internal notes.
        words: The words of overviews, in the reader's language.

    Attributes:
        places: Says where records stand.
    """

    def __init__(self, dataset: Dataset, words: Wording) -> None:
        self.dataset = dataset
        self.words = words
        self._values = wording(words.language, "status")
        self._language_mark = wording(words.language, "document")
        self.places = Places(dataset, words.language, mark=MARK)

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.words.language

    def name(self, actor: str) -> str:
        """Return the short name of an actor."""
        return self.dataset.name_of_actor(actor, self.language)

    def names(self, actors: Iterable[str]) -> str:
        """Return short names in the order given, or that nobody is recorded."""
        found = ", ".join(map(self.name, actors))
        return found or self.words.say("nobody_recorded")

    def who(self, reach: Reach) -> str:
        """Return who answers, the one that leads first, with the mark of what was inferred."""
        told = self.names(reach.answers)
        return self.places.inferred(told) if reach.inferred else told

    def themes(self, themes: Iterable[str]) -> str:
        """Return the names of themes."""
        return ", ".join(self.dataset.name_of_theme(one, self.language) for one in themes)

    def text(self, text: Text) -> str:
        """Return a text, marked with its language where that is not the reader's."""
        language, said = text.choose(self.language)
        return said if language == self.language else f"{said} ({self.in_language(language)})"

    def note(self, said: str) -> str:
        """Return words of a field without languages, which are in that of the repository."""
        language = self.dataset.settings.language
        return said if language == self.language else f"{said} ({self.in_language(language)})"

    def in_language(self, language: Language) -> str:
        """Return the mark of a text that is in another language than the reader's."""
        named = self.words.name_of_language(language)
        return self._language_mark.say("in_language", language=named)

    def asked(self, record: Recommendation) -> str:
        """Return our own words for a record, else the official ones, with its mark."""
        told = self.text(record.our_words)
        if record.provenance.verified:
            return told
        return self.words.say("marked_unverified", told=told)

    def asked_by(self, ask: Ask) -> str:
        """Return who makes an ask, and in which years."""
        return self.places.asked_by(ask.asked_by)

    def place(self, record: Recommendation) -> str:
        """Return body, year and paragraph of a record, enough to find it."""
        return self.places.place(record)

    def document(self, record: Recommendation) -> str:
        """Return the document that a record stands in, with its date and the states behind it."""
        told = (self.places.document(record), self.places.states(record))
        return ", ".join(filter(None, told))

    def marked(self, record: Recommendation, field: InferredField, told: str) -> str:
        """Return words of a field, with the mark of what was inferred."""
        return self.places.marked(record, field, told)

    def holder(self, held: HeldMeasure) -> str:
        """Return the name of the plan that a measure stands in, or the meeting's theme and date."""
        if isinstance(held.holder, Plan):
            return held.holder.title.within(self.language)
        theme, date = self.themes([held.holder.theme]), held.holder.date
        if date is None:
            return self.words.say("meeting_undated", theme=theme)
        return self.words.say("meeting", theme=theme, date=self.day(date))

    def measure(self, held: HeldMeasure) -> str:
        """Return a measure, where it stands, who is to do it, and by when."""
        due = held.measure.due
        return self.words.say(
            "measure",
            text=self.text(held.measure.text),
            holder=self.holder(held),
            who=self.names(held.measure.responsible),
            due=self.day(due) if due else self.words.say("nobody_recorded"),
        )

    def value(self, value: str) -> str:
        """Return a status in words."""
        return self._values.status[value]

    def position(self, value: str) -> str:
        """Return the state's answer in the UPR in words."""
        return self._values.position[value]

    def cell(self, update: Update | None) -> str:
        """Return who said what and when, or that nothing is recorded, as a cell has it."""
        return self.update(update) if update else self.words.say("nothing_recorded")

    def update(self, update: Update | None) -> str:
        """Return who said what and when, or that nothing is recorded, within a sentence."""
        if update is None:
            return self.words.say("nothing_said")
        by, date = self.name(update.by), self.words.date(update.date)
        return self.words.say("update", by=by, date=date, value=self.value(update.value))

    def grade(self, record: Recommendation, grade: Grade) -> str:
        """Return a committee's grade in its own words."""
        by = self.name(record.source.body)
        if grade.date is None:
            return self.words.say("grade_undated", by=by, value=grade.value)
        return self.words.say("grade", by=by, date=self.words.date(grade.date), value=grade.value)

    def entry(self, record: Recommendation, said: Update | Grade) -> str:
        """Return an entry of a log, or a grade."""
        return self.update(said) if isinstance(said, Update) else self.grade(record, said)

    def days(self, number: int) -> str:
        """Return a number of days in words, without regard to its sign."""
        told = self.words.number(abs(number))
        return self.words.counted("days", abs(number)).replace(str(abs(number)), told)

    def unverified(self, records: Iterable[Recommendation]) -> Iterator[str]:
        """Yield how many records nobody has compared with the official documents, if any."""
        verified = [record.provenance.verified for record in records]
        if verified and not any(verified):
            yield self.words.say("unverified_all")
        elif number := verified.count(False):
            yield self.words.say("unverified_some", n=number, total=len(verified))

    def day(self, date: PartialDate) -> str:
        """Return a date as it is written out."""
        return self.words.date(date)
