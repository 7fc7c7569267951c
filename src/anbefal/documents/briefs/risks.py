"""What may embarrass those who use a brief, and what the repository does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from anbefal.analysis.followup import latest_said
from anbefal.documents.briefs.asks import NumberedAsk, asks_named, said_of
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.briefs.tracks import measure_named, promises, silent_asks
from anbefal.documents.content.blocks import Bullets, Line, Paragraph, Section
from anbefal.documents.content.lines import line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.updates import time_to
from anbefal.model.recommendation import Recommendation

_REFUSING = {"not-accepted", "no-longer-relevant", "contrary"}
_NOT_SUPPORTING = {"noted", "not-supported"}


def risks(
    subject: Subject, asks: Sequence[NumberedAsk], concerns: Sequence[NumberedAsk]
) -> Section | None:
    """Return what may embarrass: what is made up, unsure, old, refused or said to be done."""
    lines = [*_of_ranking(subject), *_of_meeting(subject), *_of_asks(subject, asks, concerns)]
    lines += _of_promises(subject, [*asks, *concerns])
    if not lines:
        return None
    return Section("risks", subject.words.label["risks"], (Bullets(tuple(lines)),))


def gaps(subject: Subject, asks: Sequence[NumberedAsk], concerns: Sequence[NumberedAsk]) -> Section:
    """Return what the repository does not know, and the ids of its records by number."""
    words, both = subject.words, (*asks, *concerns)
    tests: dict[str, Callable[[Recommendation], bool]] = {
        "gap_document": lambda record: not record.source.document,
        "gap_paragraph": lambda record: not (record.source.paragraph or record.source.proposal),
        "gap_date": lambda record: record.source.date is None,
        "gap_inferred": lambda record: bool(record.provenance.inferred),
        "gap_ministries": lambda record: not record.ministries,
    }
    lines = [one for key, holds in tests.items() for one in _named(subject, key, both, holds)]
    meeting = subject.own_meeting
    if meeting and not meeting.participants:
        lines.append(line(words.say("gap_participants")))
    if meeting and not meeting.agenda:
        lines.append(line(words.say("gap_agenda")))
    ids = "; ".join(f"{one.number}: {', '.join(r.id for r in one.ask.records)}" for one in both)
    blocks = [Bullets(tuple(lines))] if lines else []
    told = [Paragraph(line(words.say("ids", ids=ids)), small=True)] if ids else []
    return Section("gaps", words.label["gaps"], (*blocks, *told))


def _of_ranking(subject: Subject) -> Iterator[Line]:
    if subject.themes.example:
        yield line(subject.words.say("risk_example"))
    elif subject.themes.round and subject.criteria.adopted is None:
        yield line(subject.words.say("risk_proposal"))


def _of_meeting(subject: Subject) -> Iterator[Line]:
    meeting, today = subject.meeting, subject.today
    if meeting and meeting.state == "requested" and meeting.requested_on and today:
        when = time_to(meeting.requested_on.last, today, subject.words.language)
        yield line(subject.words.say("risk_unanswered", when=when))


def _of_asks(
    subject: Subject, asks: Sequence[NumberedAsk], concerns: Sequence[NumberedAsk]
) -> Iterator[Line]:
    both = (*asks, *concerns)
    yield from _named(subject, "risk_implemented", both, lambda r: _reports(r) == "implemented")
    yield from _named(subject, "risk_refused", both, _is_refused)
    days = str(subject.dataset.settings.stale_after_days)
    yield from _named(subject, "risk_stale", both, lambda r: _is_stale(subject, r), days=days)
    unverified = [one.number for one in both if not one.ask.shown.provenance.verified]
    if unverified:
        numbers = asks_named(unverified, subject.words)
        yield sentence(subject.words, "risk_unverified", numbers=numbers)
    yield from _named(subject, "risk_date", both, lambda r: "date" in r.provenance.inferred)
    silent = silent_asks(asks, promises(subject, asks))
    if silent:
        yield said_of(silent, "risk_silent", subject.words)


def _of_promises(subject: Subject, asks: Sequence[NumberedAsk]) -> Iterator[Line]:
    for one in promises(subject, asks):
        measure, due = one.held.measure, one.held.measure.due
        if due and due.is_over(subject.today) and not latest_said(measure.updates, "reported"):
            what, date = measure_named(subject, measure), subject.words.when(due)
            yield sentence(subject.words, "risk_promise", what=what, date=date)


def _named(
    subject: Subject,
    key: str,
    asks: Sequence[NumberedAsk],
    holds: Callable[[Recommendation], bool],
    **parts: str,
) -> Iterator[Line]:
    """Yield a sentence that names the asks with a record of which something holds."""
    found = [one.number for one in asks if any(holds(record) for record in one.ask.records)]
    if found:
        yield sentence(subject.words, key, numbers=asks_named(found, subject.words), **parts)


def _reports(record: Recommendation) -> str | None:
    said = latest_said(record.status, "reported")
    return said.value if said else None


def _is_refused(record: Recommendation) -> bool:
    answered = record.state_position
    return _reports(record) in _REFUSING or bool(answered and answered.value in _NOT_SUPPORTING)


def _is_stale(subject: Subject, record: Recommendation) -> bool:
    """Return whether the newest entry of a record's log is older than the repository allows."""
    if not record.status or subject.today is None:
        return False
    newest = max(update.date.last for update in record.status)
    return newest < subject.today - timedelta(days=subject.dataset.settings.stale_after_days)
