"""The letter that asks a ministry for a meeting: short, and open where nothing is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.documents.content.blocks import (
    Block,
    Bullets,
    Document,
    Line,
    Paragraph,
    Point,
    Points,
    Section,
)
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.letters.grounds import grounds_of, quoted
from anbefal.documents.letters.head import blank, head_of, names_of_ministries, sender
from anbefal.documents.letters.occasion import Occasion, occasion_of
from anbefal.documents.origin import sources_of
from anbefal.documents.said import participant_line
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import AgendaItem


def build_request(dataset: Dataset, meeting: str, *, language: Language = "nb") -> Document:
    """Return the letter that asks for a meeting.

    It is made from the public part of the dataset alone. Where it is dated, it tells what was
    recorded by that day. What the letter needs and nobody recorded is a blank in brackets, and
    the letter is then marked as a draft.

    Args:
        dataset: The repository.
        meeting: Id of the meeting.
        language: A language that ``anbefal/wording/`` has.

    Raises:
        Misuse: The meeting was cancelled.
    """
    occasion = occasion_of(dataset.without_internal(), meeting, language)
    words, sent = occasion.words, occasion.meeting.requested_on
    cited = [ask.shown for ask in quoted(occasion)]
    found = (
        _opening(occasion),
        grounds_of(occasion),
        _proposal(occasion),
        _agenda(occasion),
        _questions(occasion),
        _closing(occasion),
        _enclosures(occasion),
        sources_of(occasion.dataset, words.language, occasion.citer, cited),
    )
    return Document(
        kind="request",
        language=words.language,
        title=words.say("title", theme=occasion.theme),
        title_language=None,
        subtitle="",
        marking=words.label["draft"] if _has_blanks(occasion) else "",
        author=sender(occasion),
        day=sent.first if sent else None,
        head=(head_of(occasion),),
        sections=tuple(section for section in found if section),
    )


def _has_blanks(occasion: Occasion) -> bool:
    meeting = occasion.meeting
    is_dated = meeting.requested_on is not None and meeting.requested_on.day is not None
    needed = (sender(occasion), meeting.ministries, meeting.proposed_dates, meeting.participants)
    return not (is_dated and all(needed))


def _opening(occasion: Occasion) -> Section:
    words = occasion.words
    names = names_of_ministries(occasion)
    first, others = line(names[0] if names else blank(occasion, "blank_to")), names[1:]
    told = [sentence(words, "asks_for", ministry=first, theme=occasion.theme)]
    if others:
        told.append(line(" ", words.say("asks_others", others=words.listed(others))))
    return Section("opening", "", (Paragraph(line(*told)),))


def _proposal(occasion: Occasion) -> Section:
    """Return when we propose to meet, and who comes."""
    words = occasion.words
    dates = [words.date(one) for one in occasion.meeting.proposed_dates]
    when = line(words.listed(dates, "or") or blank(occasion, "blank_dates"))
    blocks: list[Block] = [Paragraph(sentence(words, "dates", dates=when))]
    participants = [
        participant_line(occasion.dataset, one, words) for one in occasion.meeting.participants
    ]
    if participants:
        blocks += [Paragraph(line(words.say("participants"))), Bullets(tuple(participants))]
    else:
        unknown = line(blank(occasion, "blank_participants"))
        blocks.append(Paragraph(sentence(words, "participants_blank", participants=unknown)))
    return Section("proposal", words.label["proposal"], tuple(blocks))


def _agenda(occasion: Occasion) -> Section | None:
    return _listed(occasion, "agenda", [_item(occasion, one) for one in occasion.meeting.agenda])


def _item(occasion: Occasion, one: AgendaItem) -> Line:
    """Return a point of the agenda, with who speaks and how long."""
    words = occasion.words
    who = occasion.dataset.full_name_of_actor(one.actor, words.language) if one.actor else ""
    long = words.say("minutes", n=one.minutes) if one.minutes else ""
    about = ", ".join(part for part in (who, long) if part)
    return line(text_line(one.title, words), f" ({about})" if about else "")


def _questions(occasion: Occasion) -> Section | None:
    words = occasion.words
    lines = [text_line(question, words) for question in occasion.meeting.questions]
    return _listed(occasion, "questions", lines)


def _listed(occasion: Occasion, name: str, lines: Sequence[Line]) -> Section | None:
    if not lines:
        return None
    points = tuple(Point(number, (one,)) for number, one in enumerate(lines, start=1))
    return Section(name, occasion.words.label[name], (Points(points, name),))


def _closing(occasion: Occasion) -> Section:
    words = occasion.words
    signed = line(sender(occasion) or blank(occasion, "blank_from"))
    lines = (line(words.say("answer")), line(words.say("regards")), signed)
    return Section("closing", "", tuple(map(Paragraph, lines)))


def _enclosures(occasion: Occasion) -> Section:
    words = occasion.words
    brief = line(words.say("enclosed_brief", theme=occasion.theme))
    return Section("enclosures", words.label["enclosures"], (Bullets((brief,)),))
