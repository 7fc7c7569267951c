"""What was promised, what the state reports and what others find, side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from anbefal.analysis.asks import Ask
from anbefal.analysis.followup import grades_of, in_order, latest_said, standing
from anbefal.analysis.measures import HeldMeasure, held_measures
from anbefal.documents.briefs.answers import answers
from anbefal.documents.briefs.asks import NumberedAsk, asks_named, numbers_of, said_of
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.content.blocks import Block, Cell, Line, Paragraph, Section, Table
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.measures import due_words
from anbefal.documents.updates import told_line
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Grade, Recommendation, Track, Update

_WIDTHS = (5, 4, 5, 5)
_TRACKS: tuple[Track, Track] = ("reported", "assessed")


@dataclass(frozen=True)
class Promise:
    """A measure that somebody promised or planned, as the brief tells of it.

    Attributes:
        held: The measure, and the meeting or plan that it stands in.
        made: Where and when, in words, with its source.
        asks: Numbers of the asks that it answers.
    """

    held: HeldMeasure
    made: Line
    asks: tuple[int, ...]


def tracks(
    subject: Subject, asks: Sequence[NumberedAsk], concerns: Sequence[NumberedAsk]
) -> Section:
    """Return what was promised, reported and assessed, and on which asks nothing is recorded."""
    words = subject.words
    promised = tuple(promises(subject, [*asks, *concerns]))
    answered = {number for one in promised for number in one.asks}
    rows = [_promise(subject, one) for one in promised]
    rows += [_row(subject, one, answered) for one in (*asks, *concerns) if not one.ask.is_silent]
    head = tuple(words.label[one] for one in ("what", "promised", "reported", "assessed"))
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(words.label["tracks"], head, tuple(rows), _WIDTHS))
    silent = silent_asks(asks, promised)
    if silent and len(silent) == len(asks):
        blocks.append(Paragraph(line(words.say("silent_all"))))
    elif silent:
        blocks.append(Paragraph(said_of(silent, "silent", words)))
    return Section("tracks", words.label["tracks"], tuple(blocks))


def promises(subject: Subject, asks: Iterable[NumberedAsk]) -> Iterator[Promise]:
    """Yield what was promised at meetings on the theme or on its asks, then what plans hold."""
    numbers = numbers_of(asks)
    for held in held_measures(subject.dataset):
        answered = {numbers[one] for one in held.measure.addresses if one in numbers}
        if answered or _is_on_theme(subject, held):
            yield Promise(held, _made(subject, held.holder), tuple(sorted(answered)))


def silent_asks(asks: Iterable[NumberedAsk], promised: Iterable[Promise]) -> list[int]:
    """Return the numbers of asks of which nothing is recorded, nor of what was promised on them."""
    spoken = {number for one in promised if one.held.measure.updates for number in one.asks}
    return [one.number for one in asks if one.ask.is_silent and one.number not in spoken]


def reports_on_promises(promised: Iterable[Promise]) -> dict[int, Update]:
    """Return number of an ask to the newest report on what was promised or planned on it."""
    found: dict[int, Update] = {}
    for one in promised:
        if said := latest_said(one.held.measure.updates, "reported"):
            for number in one.asks:
                found[number] = in_order((found.get(number, said), said))[-1]
    return found


def _is_on_theme(subject: Subject, held: HeldMeasure) -> bool:
    return isinstance(held.holder, Meeting) and held.holder.theme == subject.theme


def _made(subject: Subject, holder: Meeting | Plan) -> Line:
    """Return where something was promised, with its source."""
    words = subject.words
    if isinstance(holder, Meeting):
        key = "made_at_meeting" if holder.date else "made_at_meeting_undated"
        date = words.when(holder.date) if holder.date else ""
        source = subject.citer.whence(words.say("about_meeting"), holder.provenance)
        return line(words.say(key, date=date), source)
    title = text_line(holder.title, words)
    source = subject.citer.whence(holder.title.within(words.language), holder.provenance)
    if holder.decided is None:
        return line(title, source)
    return line(title, words.say("decided", date=words.date(holder.decided)), source)


def _promise(subject: Subject, promise: Promise) -> tuple[Cell, ...]:
    words, measure = subject.words, promise.held.measure
    what = [text_line(measure.text, words)]
    if promise.asks:
        what.append(said_of(promise.asks, "on_asks", words))
    promised = [promise.made]
    if measure.responsible:
        names = words.listed([subject.name(one) for one in measure.responsible])
        promised.append(line(words.say("responsible", names=names)))
    if measure.due:
        due = due_words(measure, subject.today, words.language)
        promised.append(line(words.say("due", date=due)))
    both = (_log(subject, in_order(measure.updates, track)) for track in _TRACKS)
    return tuple(what), tuple(promised), *(one or _nothing(subject) for one in both)


def _row(subject: Subject, one: NumberedAsk, answered: Collection[int]) -> tuple[Cell, ...]:
    ask = one.ask
    what = line(number_line(subject, one), f" ({subject.citer.body_and_year(ask.shown)})")
    promised = (line(subject.words.say("see_above")),) if one.number in answered else ()
    reported = _of_records(subject, ask, lambda record: _said(subject, record, "reported"))
    assessed = _of_records(subject, ask, lambda record: _judged(subject, record))
    nothing = _nothing(subject)
    # An answer to a recommendation is no promise: it stands beside what it answers.
    return (
        (what, *answers(subject, ask)),
        promised or nothing,
        reported or nothing,
        assessed or nothing,
    )


def number_line(subject: Subject, one: NumberedAsk) -> Line:
    """Return the number of an ask or a concern, which leads to it."""
    key = "ask_number" if one.ask.shown.kind == "recommendation" else "concern_number"
    return sentence(subject.words, key, number=asks_named([one.number], subject.words))


def _of_records(subject: Subject, ask: Ask, lines_of: Callable[[Recommendation], Cell]) -> Cell:
    """Return what was said of an ask, each once, and of which records where not of all."""
    said: dict[Line, list[Recommendation]] = {}
    for record in ask.records:
        for one in lines_of(record):
            said.setdefault(one, []).append(record)
    found: list[Line] = []
    for one, records in said.items():
        if len(records) == len(ask.records):
            found.append(one)
        else:
            who = subject.words.listed([subject.citer.short(record) for record in records])
            found.append(sentence(subject.words, "attributed", who=who, said=one))
    return tuple(found)


def _said(subject: Subject, record: Recommendation, track: Track) -> Cell:
    return _log(subject, standing(record.status, track))


def _log(subject: Subject, log: Iterable[Update]) -> Cell:
    return tuple(
        line(
            told_line(subject.dataset, subject.words.language, update),
            subject.citer.evidence(update),
        )
        for update in log
    )


def _judged(subject: Subject, record: Recommendation) -> Cell:
    grades = (grade_line(subject, record, grade) for grade in grades_of(record))
    return (*_said(subject, record, "assessed"), *grades)


def grade_line(subject: Subject, record: Recommendation, grade: Grade) -> Line:
    """Return a committee's grade in its own words."""
    words = subject.words
    by = subject.citer.body(record)
    told = words.say("dated", told=by, date=words.date(grade.date)) if grade.date else by
    source = subject.citer.address(told, grade.document)
    return line(words.say("grade", by=told, value=grade.value), source)


def measure_named(subject: Subject, measure: Measure) -> Line:
    """Return what is to be done as words within a sentence: without the point at its end."""
    first, *mark = text_line(measure.text, subject.words)
    return (replace(first, text=first.text.rstrip().removesuffix(".")), *mark)


def _nothing(subject: Subject) -> Cell:
    return (line(subject.words.say("not_recorded")),)
