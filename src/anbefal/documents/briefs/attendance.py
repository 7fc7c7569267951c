"""Who meets whom about a theme, and how long each speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.analysis.meeting_year import other_requests
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.content.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    Line,
    Paragraph,
    Section,
    Table,
)
from anbefal.documents.content.lines import foreign_line, line, text_line
from anbefal.model.meeting import AgendaItem, Meeting, Participant

_WIDTHS = (5, 4, 2)


def attendance(subject: Subject) -> Section:
    """Return who takes part in the meeting, and its agenda; of one that is over, who met."""
    words, meeting = subject.words, subject.meeting
    if meeting is None:
        blocks = (Paragraph(line(words.say("no_meeting"))), Facts((_ministries(subject),)))
        return Section("attendance", words.label["attendance"], blocks)
    return Section("attendance", words.label["attendance"], tuple(_of_meeting(subject, meeting)))


def _of_meeting(subject: Subject, meeting: Meeting) -> list[Block]:
    words, agenda = subject.words, meeting.agenda
    blocks: list[Block] = [Paragraph(_state(subject, meeting))]
    if subject.own_meeting is None:
        return [*blocks, Facts((_ministries(subject),))]
    facts = [_ministries(subject), _participants(subject, meeting)]
    if not agenda:
        facts.append(Fact(words.label["agenda"], (line(words.say("not_recorded")),)))
    blocks.append(Facts(tuple(facts)))
    if agenda:
        blocks.append(_agenda(subject, agenda))
    return blocks


def is_invited(subject: Subject) -> bool:
    """Return whether the ministries are those of a meeting that was not cancelled."""
    meeting = subject.meeting
    return meeting is not None and meeting.state != "cancelled" and bool(meeting.ministries)


def _state(subject: Subject, meeting: Meeting) -> Line:
    """Return how far the meeting has come."""
    words = subject.words
    needed = meeting.requested_on if meeting.state == "requested" else meeting.date
    undated = meeting.state in {"requested", "confirmed", "held"} and needed is None
    state = meeting.state if subject.own_meeting else "last_held"
    sentence = words.meeting[f"{state}_undated" if undated else state]
    told = sentence.format(date=words.when(needed) if needed else "")
    asked = [one.requested_on for one in other_requests(subject.dataset, meeting)]
    if dates := [words.when(one) for one in asked if one]:
        told = f"{told} {words.say('other_requests', dates=words.listed(dates))}"
    source = subject.citer.whence(words.say("about_meeting"), meeting.provenance)
    new = "" if subject.own_meeting else f" {words.say('no_new_meeting')}"
    return line(told, source, new)


def _ministries(subject: Subject) -> Fact:
    words, meeting = subject.words, subject.meeting
    if meeting and is_invited(subject):
        note = "" if subject.own_meeting else words.say("were_there")
        named = meeting.ministries
    else:
        named, note = subject.dataset.themes[subject.theme].ministries, words.say("not_invited")
    listed = [subject.full_name(actor) for actor in named]
    if len(listed) > 1:
        listed[0] = words.say("leads", name=listed[0])
    told = "; ".join(listed) if listed else words.say("not_recorded")
    return Fact(words.label["ministries"], _lines(told, note if listed else ""))


def _lines(*told: str) -> tuple[Line, ...]:
    return tuple(line(one) for one in told if one)


def _participants(subject: Subject, meeting: Meeting) -> Fact:
    words = subject.words
    lines = tuple(_participant(subject, one) for one in meeting.participants)
    return Fact(words.label["participants"], lines or _lines(words.say("not_recorded")))


def _participant(subject: Subject, one: Participant) -> Line:
    name = subject.full_name(one.actor)
    if one.role is None:
        return line(name)
    language = subject.dataset.settings.language
    return line(name, ", ", foreign_line(one.role, language, subject.words))


def _agenda(subject: Subject, agenda: Sequence[AgendaItem]) -> Table:
    """Return the agenda with the minutes of each point and their sum."""
    words = subject.words
    rows = [*(_point(subject, one) for one in agenda), _sum(subject, agenda)]
    head = (words.label["point"], words.label["speaker"], words.label["minutes"])
    return Table(words.label["agenda"], head, tuple(rows), _WIDTHS)


def _point(subject: Subject, one: AgendaItem) -> tuple[Cell, ...]:
    who = line(subject.full_name(one.actor)) if one.actor else ()
    minutes = line(str(one.minutes)) if one.minutes else line(subject.words.say("not_recorded"))
    return (text_line(one.title, subject.words),), _cell(who), (minutes,)


def _sum(subject: Subject, agenda: Iterable[AgendaItem]) -> tuple[Cell, ...]:
    words = subject.words
    timed = [one.minutes for one in agenda if one.minutes]
    key = "minutes_in_all" if len(timed) == len(tuple(agenda)) else "minutes_in_all_of_known"
    return (line(words.say(key)),), (), (line(str(sum(timed))),)


def _cell(one: Line) -> Cell:
    return (one,) if one else ()
