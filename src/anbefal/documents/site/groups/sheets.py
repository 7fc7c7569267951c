"""The records of a group as a workbook, for reading in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anbefal.analysis.followup import grades_of
from anbefal.documents.site.entries import Entries
from anbefal.documents.site.voice import Voice
from anbefal.model.base import Language, Text
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
    "ministries": 14,
    "position": 16,
    "reported": 26,
    "assessed": 26,
    "grades": 24,
    "same": 22,
    "verified": 14,
    "source": 26,
    "address": 30,
}
"""The columns, by their labels, with their widths in characters."""

_LONGEST = 16_000
"""Characters of a text that a cell has room for whatever they are; the page has all of them."""


def workbook_of(voice: Voice, title: str, records: Iterable[Recommendation]) -> Workbook:
    """Return records as a workbook of one sheet, and one that tells what it rests on.

    Args:
        voice: The words of the language.
        title: What the page is called.
        records: The records, in the order of the page.
    """
    words, records = voice.words("site_group"), tuple(records)
    rows = voice.kept(_Rows)
    about = tuple(_about(voice, records))
    nothing = (words.say("empty"), *("" for _ in range(len(COLUMNS) - 1)))
    sheet = Sheet(
        name=words.label["sheet"],
        title=title,
        headings=tuple(words.label[one] for one in COLUMNS),
        widths=tuple(COLUMNS.values()),
        rows=tuple(map(rows.of, records)) or (nothing,),
    )
    return Workbook(
        title=title,
        author=voice.site.dataset.name_of_secretariat(voice.language),
        lead=words.say("sheet_lead", note=about[0], sheet=words.label["about_sheet"]),
        sheets=(sheet,),
        about_name=words.label["about_sheet"],
        about=about,
        page=words.say("sheet_page"),
    )


def _about(voice: Voice, records: tuple[Recommendation, ...]) -> Iterator[str]:
    """Yield what the rows rest on, and what their words mean."""
    words, dataset = voice.words("site_group"), voice.site.dataset
    if dataset.told_date:
        key = "as_of" if dataset.as_of else "as_of_data"
        yield voice.words("site").say(key, date=voice.date(dataset.told_date))
    yield words.say("incomplete")
    unverified = sum(not one.provenance.verified for one in records)
    if unverified:
        yield words.say("about_unverified", n=words.number(unverified), total=len(records))
    yield words.say("about_words")
    yield voice.words("site_record").say("inferred")
    yield words.say("about_address")


class _Rows:
    """Makes rows of records, and keeps them: one record stands in several workbooks."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._entries = voice.kept(Entries)
        self._words = voice.words("site_group")
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
        label, places = self._words.label, voice.places
        nothing = voice.words("status").say("nothing")
        date = places.marked(record, "date", str(source.date)) if source.date else ""
        symbol = places.marked(record, "document", source.document) if source.document else ""
        return {
            "id": record.id,
            "body": places.body(record),
            "document": symbol or label["not_known"],
            "paragraph": places.paragraph(record) or label["not_known"],
            "date": date or label["not_known"],
            "kind": entries.kind(record),
            "ours": self._text(record.summary),
            "official": self._text(record.text),
            "themes": ", ".join(voice.theme(one).text for one in record.themes),
            "ministries": entries.answers(record),
            "position": self._position(record),
            "reported": entries.reported(record),
            "assessed": entries.found(record) or nothing,
            "grades": "; ".join(entries.grade(record, one) for one in grades_of(record)),
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
        return said if language == self._voice.language else f"{said} ({self._named(language)})"

    def _named(self, language: Language) -> str:
        named = self._words.name_of_language(language)
        return self._voice.words("document").say("in_language", language=named)

    def _position(self, record: Recommendation) -> str:
        position = record.state_position
        if position is None:
            return ""
        told = self._voice.words("status").position[position.value]
        if position.date is None:
            return told
        date = self._voice.date(position.date)
        return self._voice.words("site_record").say("dated", told=told, date=date)
