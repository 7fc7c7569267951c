"""A record as one entry of a list: where it stands, what it says, how far follow-up has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.page import Link
from anbefal.documents.site.tracks import Fact, Tracks
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation, RecommendationKind

_LONGEST = 320
"""Characters of what a record says that a list shows; its own page has all of them."""

_KINDS: dict[RecommendationKind, str] = {
    "recommendation": "kind_recommendation",
    "concern": "kind_concern",
    "follow-up-request": "kind_request",
}


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
        facts: Who answers, what the state answered, what was said last on each of the two tracks,
            and the committee's deadline where it is near or has passed.
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
        self._tracks = voice.kept(Tracks)
        self._unverified = voice.words("site").label["unverified_mark"]
        self._made: dict[str, Entry] = {}
        self._places: dict[str, Link] = {}
        self._answers: dict[str, str] = {}

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
        """Return the short names of the ministries that answer, or that none is recorded.

        Of several, the first is said to lead.
        """
        if record.id not in self._answers:
            first, *rest = self._voice.places.ministries([record]) or (
                self._words.say("not_recorded"),
            )
            leads = [self._words.say("leads", ministry=first)] if rest else [first]
            self._answers[record.id] = ", ".join(leads + rest)
        return self._answers[record.id]

    def position(self, record: Recommendation) -> str:
        """Return what the state answered, and when; empty where that is not recorded."""
        position = record.state_position
        if position is None:
            return ""
        told = self._voice.words("status").position[position.value]
        if position.date is None:
            return told
        return self._words.say("dated", told=told, date=self._voice.date(position.date))

    def deadline(self, record: Recommendation) -> str:
        """Return the committee's deadline where it is near, or has passed and nothing came."""
        due = record.follow_up.due if record.follow_up else None
        state = self._voice.site.deadlines.get(record.id)
        if due is None or state not in {"near", "passed"}:
            return ""
        date = self._voice.date(due)
        return date if state == "near" else self._words.say("deadline_passed", date=date)

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
        label, log = self._words.label, record.status
        yield Fact(label["answers"], self.answers(record))
        if record.state_position:
            yield Fact(label["position"], self.position(record))
        yield Fact(label["reported"], self._tracks.reported(log))
        yield Fact(label["assessed"], self._tracks.assessed(record))
        yield from self._tracks.looked(log)
        deadline = self.deadline(record) if record.follow_up else ""
        if deadline:
            yield Fact(label["deadline"], deadline)


def shortened(said: str, longest: int) -> str:
    """Return words on one line, cut between two of them where there are more characters."""
    line = " ".join(said.split())
    if len(line) <= longest:
        return line
    whole = line[: longest + 1].rsplit(" ", 1)[0]
    return f"{whole[:longest].rstrip(' ,;:-')} …"
