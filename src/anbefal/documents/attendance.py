"""Who meets whom about a theme, and what was promised when they met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anbefal.analysis.followup import in_order
from anbefal.documents.asks import AskedBy
from anbefal.documents.subject import Subject
from anbefal.documents.updates import told
from anbefal.model.meeting import Measure
from anbefal.model.recommendation import Track


def is_invited(subject: Subject) -> bool:
    """Return whether the ministries are those of a meeting that was not cancelled."""
    meeting = subject.meeting
    return meeting is not None and meeting.state != "cancelled" and bool(meeting.ministries)


def ministries(subject: Subject) -> tuple[str, ...]:
    """Return the ministries of the meeting, else those of the theme; the first leads."""
    if subject.meeting and is_invited(subject):
        named = subject.meeting.ministries
    else:
        named = subject.dataset.themes[subject.theme].ministries
    return tuple(subject.full_name(actor) for actor in named)


def participants(subject: Subject) -> tuple[str, ...]:
    """Return the organisations that take part, with their roles."""
    listed = subject.meeting.participants if subject.meeting else ()
    return tuple(
        f"{subject.full_name(one.actor)}{f', {one.role}' if one.role else ''}" for one in listed
    )


def promises(subject: Subject, asks: Sequence[AskedBy]) -> tuple[str, ...]:
    """Return what was promised at meetings on the theme, and what was said of it since."""
    numbers = {record.id: one.ask.number for one in asks for record in one.records}
    meetings = [
        meeting
        for meeting in subject.dataset.meetings.values()
        if meeting.theme == subject.theme and meeting.state != "cancelled"
    ]
    return tuple(
        _promise(subject, one, numbers) for meeting in meetings for one in meeting.commitments
    )


def _promise(subject: Subject, measure: Measure, numbers: Mapping[str, int]) -> str:
    words = subject.words
    unknown = words.say("not_recorded")
    responsible = [subject.full_name(actor) for actor in measure.responsible]
    addressed = sorted({numbers[one] for one in measure.addresses if one in numbers})
    sentence = words.say(
        "measure",
        text=_sentence(measure.text.within(words.language)),
        responsible=words.listed(responsible) or unknown,
        due=words.date(measure.due) if measure.due else unknown,
        reported=_said(subject, measure, "reported") or unknown,
        assessed=_said(subject, measure, "assessed") or unknown,
    )
    if not addressed:
        return sentence
    listed = words.listed([str(number) for number in addressed])
    return f"{sentence} {words.say('measure_addresses', numbers=listed)}"


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", ":", "»")) else f"{text}."


def _said(subject: Subject, measure: Measure, track: Track) -> str:
    updates = in_order(measure.updates, track)
    return "; ".join(told(subject.dataset, subject.words, update) for update in updates)
