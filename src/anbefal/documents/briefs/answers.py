"""What the state answered to an ask in the UPR, each answer once with those it was given to."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.analysis.asks import Ask
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.content.blocks import Line
from anbefal.documents.content.lines import line
from anbefal.documents.content.sentences import sentence
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import PositionValue, Recommendation
from anbefal.wording import wording
from anbefal.wording.asked_by import states_in_words

Answer = tuple[PositionValue, PartialDate | None]


def answers(subject: Subject, ask: Ask) -> tuple[Line, ...]:
    """Return what the state answered to an ask, with the sources of the answers."""
    given: dict[Answer, list[Recommendation]] = {}
    for record in ask.records:
        if record.state_position:
            answer = (record.state_position.value, record.state_position.date)
            given.setdefault(answer, []).append(record)
    return tuple(
        _told(subject, answer, records, is_to_all=len(records) == len(ask.records))
        for answer, records in given.items()
    )


def _told(
    subject: Subject, answer: Answer, records: Sequence[Recommendation], *, is_to_all: bool
) -> Line:
    words, (value, date) = subject.words, answer
    said = wording(words.language, "status").position[value]
    if date:
        said = words.say("dated", told=said, date=words.date(date))
    cited = line(said, *_sources(subject, records))
    if is_to_all:
        return sentence(words, "answer", said=cited)
    return sentence(words, "answer_to", who=_who(subject, records), said=cited)


def _who(subject: Subject, records: Sequence[Recommendation]) -> str:
    """Return the states whose recommendations were answered, or the places of these."""
    if all(record.source.recommended_by for record in records):
        states = {state for record in records for state in record.source.recommended_by}
        return states_in_words(states, subject.words.language)
    return subject.words.listed([subject.citer.short(record) for record in records])


def _sources(subject: Subject, records: Sequence[Recommendation]) -> list[Line]:
    told = subject.words.say("answer_source")
    found = {r.state_position.source: None for r in records if r.state_position}
    return [subject.citer.address(told, one) for one in found]
