"""The minutes of a meeting: who met, what was said and asked, what was promised and is open."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.documents.content.blocks import (
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    Facts,
    Notice,
    Paragraph,
    Point,
    Points,
    Section,
    Table,
)
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.minutes.held import Held, cited_with_words, held_meeting
from anbefal.documents.minutes.promised import open_of, promised_of
from anbefal.documents.origin import sources_of
from anbefal.documents.said import participant_line, text_paragraphs
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import AgendaItem
from anbefal.model.recommendation import Recommendation

_WIDTHS = (5, 4, 2)


def build_minutes(dataset: Dataset, meeting: str, *, language: Language = "nb") -> Document:
    """Return the minutes of a meeting, made from the public part of the dataset alone.

    What is not recorded is named as that at the top, and has no part of its own.

    Args:
        dataset: The repository; where it has a day of its own, the minutes speak of that day.
            Deadlines are measured from its reference date.
        meeting: Id of the meeting.
        language: A language that ``anbefal/wording/`` has.

    Raises:
        Misuse: The meeting was not held, or not yet on that day.
    """
    held = held_meeting(dataset.without_internal(), meeting, language)
    words = held.words
    found = (
        _agenda(held),
        _recommendations(held),
        _said(held),
        _questions(held),
        promised_of(held),
        open_of(held),
        sources_of(held.dataset, words.language, held.citer, _cited(held), held.meeting.provenance),
    )
    return Document(
        kind="minutes",
        language=words.language,
        title=words.say("title", theme=held.theme),
        title_language=None,
        subtitle="",
        marking="",
        author=held.dataset.name_of_secretariat(words.language),
        day=held.meeting.date.first if held.meeting.date else None,
        head=tuple(_head(held)),
        sections=tuple(section for section in found if section),
    )


def _head(held: Held) -> Iterator[Block]:
    yield Facts(tuple(_facts(held)))
    missing = [words for is_there, words in _parts(held) if not is_there]
    if missing:
        told = held.words.say("missing", what=held.words.listed(missing))
        yield Notice((line(told),))


def _parts(held: Held) -> Iterator[tuple[bool, str]]:
    """Yield what minutes have, whether it is recorded, and what it is called."""
    meeting, say = held.meeting, held.words.say
    yield bool(meeting.participants), say("missing_participants")
    yield bool(meeting.agenda), say("missing_agenda")
    yield bool(meeting.questions), say("missing_questions")
    yield meeting.minutes is not None, say("missing_said")
    yield bool(meeting.commitments), say("missing_promised")


def _facts(held: Held) -> Iterator[Fact]:
    label, meeting, words = held.words.label, held.meeting, held.words
    yield Fact(label["theme"], (line(held.theme),))
    if meeting.date:
        yield Fact(label["date"], (line(words.date(meeting.date)),))
    yield Fact(label["state"], (line(words.say("held")),))
    ministries = [
        held.dataset.full_name_of_actor(one, words.language) for one in meeting.ministries
    ]
    if ministries[1:]:
        ministries[0] = words.say("leads", name=ministries[0])
    if ministries:
        yield Fact(label["ministries"], tuple(map(line, ministries)))
    participants = [participant_line(held.dataset, one, words) for one in meeting.participants]
    if participants:
        yield Fact(label["participants"], tuple(participants))
    if meeting.case:
        yield Fact(label["case"], (line(meeting.case),))
    if secretariat := held.dataset.name_of_secretariat(words.language):
        yield Fact(label["from"], (line(secretariat),))


def _agenda(held: Held) -> Section | None:
    if not held.meeting.agenda:
        return None
    label = held.words.label
    head = (label["point"], label["speaker"], label["minutes"])
    rows = tuple(_row(held, one) for one in held.meeting.agenda)
    return Section("agenda", label["agenda"], (Table(label["agenda"], head, rows, _WIDTHS),))


def _row(held: Held, one: AgendaItem) -> tuple[Cell, ...]:
    words = held.words
    who = (line(held.dataset.full_name_of_actor(one.actor, words.language)),) if one.actor else ()
    return (text_line(one.title, words),), who, (line(str(one.minutes)),) if one.minutes else ()


def _recommendations(held: Held) -> Section | None:
    taken = held.known(held.meeting.recommendations)
    if not taken:
        return None
    lines = tuple(cited_with_words(held, one) for one in taken)
    return Section("recommendations", held.words.label["recommendations"], (Bullets(lines),))


def _said(held: Held) -> Section | None:
    if held.meeting.minutes is None:
        return None
    lines = text_paragraphs(held.meeting.minutes, held.words)
    return Section("said", held.words.label["said"], tuple(map(Paragraph, lines)))


def _questions(held: Held) -> Section | None:
    if not held.meeting.questions:
        return None
    numbered = enumerate(held.meeting.questions, start=1)
    points = tuple(Point(number, (text_line(one, held.words),)) for number, one in numbered)
    return Section("questions", held.words.label["questions"], (Points(points, "question"),))


def _cited(held: Held) -> list[Recommendation]:
    measures = held.meeting.commitments
    named = [one for measure in measures for one in measure.addresses]
    return held.known((*held.meeting.recommendations, *named))
