"""What the pages of all recommendations say alike, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from anbefal.documents.content.blocks import Run
from anbefal.documents.said import paragraphs
from anbefal.documents.site.entries import Entries
from anbefal.documents.site.lines import outside
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.voice import Voice, without_targets
from anbefal.model.base import Language
from anbefal.model.recommendation import InferredField, Recommendation

_FIRST_WORDS = 160
"""Characters of another record that are shown."""


@dataclass(frozen=True, slots=True)
class Item:
    """Another record, or what is known of it.

    Attributes:
        place: Where it stands, which leads to its page; its id where there is no such record.
        kind: What it is, where it is no recommendation; else empty.
        said: How it begins; ``None`` where there is no such record.
        is_official: Whether that is the official wording.
        unverified: The mark of what nobody has compared with the official document, or empty.
    """

    place: Link | Run
    kind: str = ""
    said: Run | None = None
    is_official: bool = False
    unverified: str = ""


class Telling:
    """Says in one language what records say, and keeps what it said.

    Args:
        voice: The words of the language.

    Attributes:
        voice: The same.
        entries: The same records as entries of lists.
        words: The words of the pages of records.
        label: The labels among them.
        status: The words for what logs say.
    """

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.entries = voice.kept(Entries)
        self.words = voice.words("site_record")
        self.label = self.words.label
        self.status = voice.words("status")
        self.dataset = voice.site.dataset
        self.own_language: Language = self.dataset.settings.language
        self.inferred = voice.words("place").say("inferred", told="")
        self.name_of_language = cache(self.words.name_of_language)
        self._items: dict[str, Item] = {}

    def own(self, words: str) -> Run:
        """Return words of a field without languages, which are in that of the repository."""
        language = self.own_language
        return Run(words, language=None if language == self.voice.language else language)

    def word(self, word: str) -> Run:
        """Return what readers are shown for a group or a kind of measure."""
        language, name = self.dataset.name_of_word(word, self.voice.language)
        return Run(name, language=None if language == self.voice.language else language)

    def note(self, note: str | None) -> tuple[SiteLine, ...]:
        """Return a note paragraph by paragraph; its language is named where it is another."""
        if not note:
            return ()
        told = paragraphs(note, self.own_language, self.words)
        return tuple(without_targets(one) for one in told)

    def source(self, source: str) -> Link | Run:
        """Return an address on the web as a link, and anything else as the words that it is."""
        return outside(source, source) or self.own(source)

    def mark(self, record: Recommendation, field: InferredField) -> str:
        """Return the mark of an inferred field, or nothing."""
        return self.inferred if field in record.provenance.inferred else ""

    def item(self, record_id: str) -> Item:
        """Return another record with its first words, or the id of one that is not there."""
        if record_id not in self._items:
            self._items[record_id] = self._item(record_id)
        return self._items[record_id]

    def _item(self, record_id: str) -> Item:
        record = self.dataset.recommendations.get(record_id)
        if record is None:
            return Item(Run(record_id))
        said, is_official = self.entries.said(record, _FIRST_WORDS)
        return Item(
            place=self.entries.place(record),
            kind=self.entries.kind_beside(record),
            said=said,
            is_official=is_official,
            unverified=self.entries.unverified(record),
        )
