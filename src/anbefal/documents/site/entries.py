"""A record as one entry of a list: where it stands, what it says, how far follow-up has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from anbefal.analysis.followup import grades_of, in_order, is_looked_into, perhaps_last_said
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.page import Link
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Grade, Recommendation, RecommendationKind, Update

_LONGEST = 320
"""Characters of what a record says that a list shows; its own page has all of them."""

_KINDS: dict[RecommendationKind, str] = {
    "recommendation": "kind_recommendation",
    "concern": "kind_concern",
    "follow-up-request": "kind_request",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and the words at it.

    Attributes:
        label: The label.
        told: The words.
    """

    label: str
    told: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list.

    Attributes:
        id: Its id.
        place: Where it stands, which leads to its page.
        kind: What it is, where it is no recommendation; else empty.
        unverified: The mark of what nobody has compared with the official document, or empty.
        whose: Whether the words are ours or official, as a label.
        said: What it says, or how it begins.
        is_official: Whether that is the official wording.
        facts: Who answers, and what was said last on each of the two tracks.
        same: The label before the other records of the same ask; empty where there are none.
        others: Those records, in short.
    """

    id: str
    place: Link
    kind: str
    unverified: str
    whose: str
    said: Run
    is_official: bool
    facts: tuple[Fact, ...]
    same: str
    others: tuple[Link, ...]


def entry_of(voice: Voice, record: Recommendation) -> Entry:
    """Return a record as an entry of a list; it is made once for all pages of a language."""
    return voice.kept(Entries).of(record)


class Entries:
    """Makes entries in one language, and keeps what it made.

    Args:
        voice: The words of the language.
    """

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._words = voice.words("site_entry")
        self._status = voice.words("status")
        self._unverified = voice.words("site").label["unverified_mark"]
        self._made: dict[str, Entry] = {}
        self._places: dict[str, Link] = {}
        self._reported: dict[str, str] = {}
        self._assessed: dict[str, str] = {}

    def of(self, record: Recommendation) -> Entry:
        """Return a record as an entry."""
        made = self._made.get(record.id)
        if made is None:
            made = self._made[record.id] = self._entry(record)
        return made

    def place(self, record: Recommendation) -> Link:
        """Return where a record stands, which leads to its page."""
        if record.id not in self._places:
            self._places[record.id] = self._voice.record(record)
        return self._places[record.id]

    def kind(self, record: Recommendation) -> str:
        """Return what a record is: a recommendation, a concern or a request for follow-up."""
        return self._words.label[_KINDS[record.kind]]

    def kind_beside(self, record: Recommendation) -> str:
        """Return what a record is among others, where it is no recommendation; else nothing."""
        return "" if record.kind == "recommendation" else self.kind(record)

    def whose(self, *, is_official: bool) -> str:
        """Return the label of words that are official, or of ours."""
        return self._words.label["official" if is_official else "ours"]

    def unverified(self, record: Recommendation) -> str:
        """Return the mark of what nobody has compared with the official document, or nothing."""
        return "" if record.provenance.verified else self._unverified

    def said(self, record: Recommendation, longest: int = _LONGEST) -> tuple[Run, bool]:
        """Return what a record says on one line, and whether that is the official wording.

        Args:
            record: The record.
            longest: How many characters of it are shown at most.
        """
        text, is_official = record.words_for(self._voice.language)
        said = self._voice.said(text)
        return replace(said, text=shortened(said.text, longest)), is_official

    def answers(self, record: Recommendation) -> str:
        """Return the short names of the ministries that answer, or that none is recorded."""
        names = self._voice.places.ministries([record])
        return ", ".join(names) or self._words.say("not_recorded")

    def reported(self, record: Recommendation) -> str:
        """Return what the state said last, that nobody found a report, or that nothing is known."""
        if record.id not in self._reported:
            log = _last_reported(record) if record.status else ()
            told = self.updates(log) or self._status.say("nothing")
            self._reported[record.id] = told
        return self._reported[record.id]

    def assessed(self, record: Recommendation) -> str:
        """Return what others found last, and the newest grade of the committee in its own words."""
        if record.id not in self._assessed:
            told = [self.found(record)]
            told += [self.grade(record, grade) for grade in grades_of(record)[-1:]]
            known = "; ".join(filter(None, told))
            self._assessed[record.id] = known or self._status.say("nothing")
        return self._assessed[record.id]

    def found(self, record: Recommendation) -> str:
        """Return what others found last, without the committee's grades; empty without any."""
        return self.updates(perhaps_last_said(record.status, "assessed")) if record.status else ""

    def updates(self, log: Iterable[Update]) -> str:
        """Return who said what, and when, of each entry."""
        return "; ".join(map(self.update, log))

    def update(self, update: Update) -> str:
        """Return who said what, and when."""
        by, date = self._voice.short(update.by).text, self._voice.date(update.date)
        return self._status.say("update", by=by, date=date, value=self._status.status[update.value])

    def grade(self, record: Recommendation, grade: Grade) -> str:
        """Return a committee's grade in its own words, with its name and the date."""
        by = self._voice.short(record.source.body).text
        if grade.date is None:
            return self._words.say("grade_undated", by=by, value=grade.value)
        date = self._voice.date(grade.date)
        return self._words.say("grade", by=by, date=date, value=grade.value)

    def others(self, record: Recommendation) -> tuple[Link, ...]:
        """Return the other records of the same ask, each as body and year, or as its whole place.

        Where several are of the same body and year, it is the whole place.
        """
        known, places = self._voice.site.dataset.recommendations, self._voice.places
        family = self._voice.site.dataset.links.family(record.id)
        found = [known[one] for one in family if one != record.id]
        if not found:
            return ()
        short = [places.body_and_year(one) for one in found]
        often = Counter(short)
        return tuple(
            Link(
                words if often[words] == 1 else places.place(one),
                self._voice.path("recommendation", one.id),
            )
            for words, one in zip(short, found, strict=True)
        )

    def _entry(self, record: Recommendation) -> Entry:
        said, is_official = self.said(record)
        others = self.others(record)
        return Entry(
            id=record.id,
            place=self.place(record),
            kind=self.kind_beside(record),
            unverified=self.unverified(record),
            whose=self.whose(is_official=is_official),
            said=said,
            is_official=is_official,
            facts=tuple(self._facts(record)),
            same=self._words.label["same"] if others else "",
            others=others,
        )

    def _facts(self, record: Recommendation) -> Iterator[Fact]:
        label = self._words.label
        yield Fact(label["answers"], self.answers(record))
        yield Fact(label["reported"], self.reported(record))
        yield Fact(label["assessed"], self.assessed(record))


def shortened(said: str, longest: int) -> str:
    """Return words on one line, cut between two of them where there are more characters."""
    line = " ".join(said.split())
    if len(line) <= longest:
        return line
    whole = line[: longest + 1].rsplit(" ", 1)[0]
    return f"{whole[:longest].rstrip(' ,;:-')} …"


def _last_reported(record: Recommendation) -> tuple[Update, ...]:
    """Return what the state said last, else the newest finding that nobody reports.

    Such a finding counts on whichever track it stands: it is about reports.
    """
    said = perhaps_last_said(record.status, "reported")
    if said or not is_looked_into(record.status):
        return said
    return tuple(one for one in in_order(record.status) if one.value == "no-report")[-1:]
