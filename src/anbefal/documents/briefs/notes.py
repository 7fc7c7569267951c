"""The secretariat's internal notes on what a brief is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anbefal.documents.briefs.asks import NumberedAsk
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.briefs.tracks import promises
from anbefal.documents.content.blocks import Bullets, Section
from anbefal.documents.content.lines import foreign_line
from anbefal.documents.content.sentences import sentence
from anbefal.model.base import Record


def notes(subject: Subject, asks: Sequence[NumberedAsk]) -> Section | None:
    """Return every internal note on the theme, the meeting, the asks and what was promised."""
    words, language = subject.words, subject.dataset.settings.language
    lines = tuple(
        sentence(words, "attributed", who=where, said=foreign_line(note, language, words))
        for where, record in _records(subject, asks)
        for note in _notes(record)
    )
    return Section("notes", words.label["notes"], (Bullets(lines),)) if lines else None


def _records(subject: Subject, asks: Sequence[NumberedAsk]) -> Iterator[tuple[str, Record]]:
    yield subject.theme, subject.dataset.themes[subject.theme]
    if subject.meeting:
        yield subject.meeting.id, subject.meeting
    for promise in promises(subject, asks):
        yield promise.held.measure.id, promise.held.measure
    for record in sorted((r for one in asks for r in one.ask.records), key=lambda one: one.id):
        yield record.id, record


def _notes(record: Record) -> tuple[str, ...]:
    held = record.internal
    return (held,) if isinstance(held, str) else held or ()
