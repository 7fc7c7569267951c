"""Talking points: the strongest facts on the asks that the questions single out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anbefal.analysis.asks import Ask
from anbefal.analysis.followup import grades_of, standing
from anbefal.documents.briefs.answers import answers
from anbefal.documents.briefs.asks import NumberedAsk
from anbefal.documents.briefs.clock import due_told
from anbefal.documents.briefs.questions import singled_out
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.briefs.tracks import (
    Promise,
    grade_line,
    measure_named,
    number_line,
    promises,
    reports_on_promises,
)
from anbefal.documents.content.blocks import Bullets, Line, Paragraph, Run, Section
from anbefal.documents.content.lines import joined, line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.updates import told
from anbefal.model.recommendation import Track, Update

_TRACKS: dict[Track, str] = {"reported": "fact_reported", "assessed": "fact_assessed"}


def talking(subject: Subject, asks: Sequence[NumberedAsk]) -> Section:
    """Return what can be said of each ask that has a question of its own, with its sources."""
    words = subject.words
    promised = tuple(promises(subject, asks))
    reported = reports_on_promises(promised)
    lines = tuple(_point(subject, one, promised) for one in singled_out(asks, reported))
    none = (Paragraph(line(words.say("no_talking"))),)
    return Section("talking", words.label["talking"], (Bullets(lines),) if lines else none)


def _point(subject: Subject, one: NumberedAsk, promised: Sequence[Promise]) -> Line:
    who = tuple(Run(run.text, strong=True, target=run.target) for run in number_line(subject, one))
    made = [promise for promise in promised if one.number in promise.asks]
    facts = joined(_facts(subject, one.ask, made), ". ")
    return sentence(subject.words, "attributed", who=who, said=line(facts, "."))


def _facts(subject: Subject, ask: Ask, promised: Sequence[Promise]) -> Iterator[Line]:
    words = subject.words
    if len(ask.asked_by) > 1:
        yield line(words.say("fact_asked", bodies=subject.citer.asked_by(ask.asked_by)))
    yield subject.citer.cite(ask.shown)
    yield from answers(subject, ask)
    for one in promised:
        what = measure_named(subject, one.held.measure)
        yield sentence(words, "fact_promised", what=what, made=one.made)
        if reported := _told(subject, one.held.measure.updates, "reported"):
            yield sentence(words, "fact_promise_reported", said=joined(reported, "; "))
    for record in ask.records:
        if record.follow_up:
            yield line(words.say("fact_due", told=due_told(subject, record.follow_up)))
    for track, key in _TRACKS.items():
        if said := _said(subject, ask, track):
            yield sentence(words, key, said=joined(said, "; "))
        elif track == "assessed" or not reports_on_promises(promised):
            yield line(words.say(f"{key}_none"))


def _said(subject: Subject, ask: Ask, track: Track) -> tuple[Line, ...]:
    """Return what was said last of each record on a track, each once."""
    found = [one for record in ask.records for one in _told(subject, record.status, track)]
    if track == "assessed":
        found += [grade_line(subject, r, grade) for r in ask.records for grade in grades_of(r)]
    return tuple(dict.fromkeys(found))


def _told(subject: Subject, log: tuple[Update, ...], track: Track) -> list[Line]:
    language = subject.words.language
    return [
        line(told(subject.dataset, language, update), subject.citer.evidence(update))
        for update in standing(log, track)
    ]
