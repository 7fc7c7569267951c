"""The records of a group as a workbook, for reading in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from anbefal.analysis.followup import grades_of
from anbefal.documents.site.books import site_book
from anbefal.documents.site.entries import Entries
from anbefal.documents.site.records.telling import Telling
from anbefal.documents.site.tracks import Tracks
from anbefal.documents.site.voice import Voice
from anbefal.model.base import Text
from anbefal.model.recommendation import Recommendation
from anbefal.sheets import Sheet, Workbook

COLUMNS: dict[str, int] = {
    "id": 16,
    "body": 10,
    "document": 18,
    "paragraph": 10,
    "date": 12,
    "kind": 15,
    "ours": 48,
    "official": 48,
    "themes": 20,
    "ministries": 20,
    "position": 16,
    "reported": 26,
    "assessed": 26,
    "looked": 26,
    "grades": 24,
    "deadline": 20,
    "same": 22,
    "verified": 14,
    "source": 26,
    "address": 30,
}
"""The columns, by their labels, with their widths in characters."""

_LONGEST = 16_000
"""Characters of a text that a cell has room for whatever they are; the page has all of them."""


def workbook_of(
    voice: Voice,
    title: str,
    records: Iterable[Recommendation],
    more: Sequence[Sheet] = (),
    notes: Sequence[str] = (),
) -> Workbook:
    """Return what the page of a group shows as a workbook, the records on its first sheet.

    Without records it is what else the page shows, if anything.

    Args:
        voice: The words of the language.
        title: What the page is called.
        records: The records, in the order of the page.
        more: What else the page shows.
        notes: What must be known of its figures.
    """
    words, records = voice.words("site_group"), tuple(records)
    rows = voice.kept(_Rows)
    nothing = (words.say("empty"), *("" for _ in range(len(COLUMNS) - 1)))
    sheet = Sheet(
        name=words.label["sheet"],
        title=title,
        headings=tuple(words.label[one] for one in COLUMNS),
        widths=tuple(COLUMNS.values()),
        rows=tuple(map(rows.of, records)) or (nothing,),
    )
    sheets = (sheet, *more) if records or not more else more
    about = dict.fromkeys((*notes, *_about(voice)))  # each once
    return site_book(voice, title, sheets, tuple(about))


def _about(voice: Voice) -> Iterator[str]:
    """Yield what the rows rest on, and what their words mean."""
    words = voice.words("site_group")
    yield words.say("incomplete")
    yield words.say("about_words")
    yield voice.words("site_record").say("inferred")
    yield words.say("about_address")


class _Rows:
    """Makes rows of records, and keeps them: one record stands in several workbooks."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._entries = voice.kept(Entries)
        self._tracks = voice.kept(Tracks)
        self._words = voice.words("site_group")
        self._nothing = voice.words("status").say("nothing")
        self._named = voice.kept(Telling).name_of_language
        self._in_language = voice.words("document")
        self._made: dict[str, tuple[str, ...]] = {}

    def of(self, record: Recommendation) -> tuple[str, ...]:
        """Return the row of a record."""
        if record.id not in self._made:
            cells = self._cells(record)
            # A no-break space would keep people from finding the words.
            self._made[record.id] = tuple(cells[one].replace("\u00a0", " ") for one in COLUMNS)
        return self._made[record.id]

    def _cells(self, record: Recommendation) -> dict[str, str]:
        voice, entries, source = self._voice, self._entries, record.source
        label, places, tracks, log = self._words.label, voice.places, self._tracks, record.status
        date = places.marked(record, "date", str(source.date)) if source.date else ""
        symbol = places.marked(record, "document", source.document) if source.document else ""
        return {
            "id": record.id,
            "body": places.body(record),
            "document": symbol or label["not_known"],
            "paragraph": self._paragraph(record) or label["not_known"],
            "date": date or label["not_known"],
            "kind": entries.kind(record),
            "ours": self._text(record.summary),
            "official": self._text(record.text),
            "themes": ", ".join(voice.theme(one).text for one in record.themes),
            "ministries": entries.answers(record),
            "position": entries.position(record),
            "reported": tracks.reported(log),
            "assessed": tracks.said(log, "assessed") or self._nothing,
            "looked": tracks.looked_told(log),
            "grades": "; ".join(tracks.grade(record, one) for one in grades_of(record)),
            "deadline": entries.deadline(record),
            "same": "; ".join(one.text for one in entries.of(record).others),
            "verified": label["is_verified" if record.provenance.verified else "not_verified"],
            "source": source.url or record.provenance.source or label["not_known"],
            "address": voice.path("recommendation", record.id),
        }

    def _text(self, text: Text | None) -> str:
        """Return a text, with its language where that is not the page's; empty without one."""
        if text is None:
            return ""
        language, said = text.choose(self._voice.language)
        if len(said) > _LONGEST:
            said = f"{said[:_LONGEST].rstrip()} …"
        if language == self._voice.language:
            return said
        named = self._in_language.say("in_language", language=self._named(language))
        return f"{said} ({named})"

    def _paragraph(self, record: Recommendation) -> str:
        """Return the paragraph as the page of the record has it, or the number in a list."""
        places, paragraph = self._voice.places, record.source.paragraph
        if paragraph:
            return places.marked(record, "paragraph", paragraph)
        return places.paragraph(record)
