"""What stands in the cells of a matrix, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from anbefal.analysis.followup import in_order
from anbefal.analysis.matrix import About, Matrix, MatrixRow
from anbefal.analysis.measures import HeldMeasure
from anbefal.model.recommendation import Grade, Recommendation, Update
from anbefal.report.overview.telling import Telling

CellName = Literal[
    "ask",
    "answers",
    "position",
    "reported",
    "assessed",
    "follow_up",
    "elsewhere",
    "measures",
    "source",
    "note",
]
LABELS: dict[CellName, str] = {
    "ask": "cell_ask",
    "answers": "cell_answers",
    "position": "cell_position",
    "reported": "cell_reported",
    "assessed": "cell_assessed",
    "follow_up": "cell_follow_up",
    "elsewhere": "cell_elsewhere",
    "measures": "cell_measures",
    "source": "cell_source",
    "note": "cell_note",
}
"""The cells of a row beside its place, in their order, each with the word for its label."""
CELLS = tuple(LABELS)

Cells = dict[CellName, tuple[str, ...]]
"""What stands in a row: the lines of each cell, none where nothing is recorded."""


def shown_cells(found: Matrix) -> tuple[CellName, ...]:
    """Return the cells that are shown.

    The state's answer to the UPR and notes on sources are left out where there are none at all.
    """
    records = [row.record for row in found.rows]
    is_there = {
        "position": any(record.state_position for record in records),
        "note": any(record.provenance.note for record in records),
    }
    return tuple(one for one in CELLS if is_there.get(one, True))


def cells_of(telling: Telling, row: MatrixRow) -> Cells:
    """Return what stands in a row."""
    record = row.record
    return {
        "ask": tuple(_ask(telling, record)),
        "answers": tuple(_answers(telling, record)),
        "position": tuple(_position(telling, record)),
        "reported": tuple(_updates(telling, row, row.reported)),
        "assessed": tuple(_updates(telling, row, row.assessed)),
        "follow_up": (*_deadline(telling, record), *_grades(telling, row)),
        "elsewhere": tuple(_elsewhere(telling, row)),
        "measures": tuple(line for one in row.measures for line in _measure(telling, row, one)),
        "source": tuple(_source(telling, record)),
        "note": (telling.note(record.provenance.note),) if record.provenance.note else (),
    }


def _ask(telling: Telling, record: Recommendation) -> Iterator[str]:
    """Yield the official wording and our own words, each marked as what it is."""
    say = telling.words.say
    told = []
    if record.text:
        told.append(say("official", text=telling.text(record.text)))
    if record.summary:
        told.append(say("own_words", text=telling.text(record.summary)))
    if not record.provenance.verified:
        told[-1] = say("marked_unverified", told=told[-1])
    yield from told


def _answers(telling: Telling, record: Recommendation) -> Iterator[str]:
    if record.ministries:
        yield telling.marked(record, "ministries", telling.names(record.ministries))


def _position(telling: Telling, record: Recommendation) -> Iterator[str]:
    position = record.state_position
    if position is None:
        return
    told = telling.position(position.value)
    if position.date:
        told = telling.words.say("dated", told=told, date=telling.day(position.date))
    if position.source:
        told = telling.words.say("with_source", told=told, source=position.source)
    yield told


def _updates(telling: Telling, row: MatrixRow, log: Iterable[About[Update]]) -> Iterator[str]:
    for one in log:
        yield about(telling, row, one.record, _update(telling, one.said))


def _update(telling: Telling, update: Update) -> str:
    say = telling.words.say
    told = telling.update(update)
    if update.note:
        told = say("with_note", told=told, note=telling.note(update.note))
    if update.evidence:
        told = say("with_source", told=told, source="; ".join(update.evidence))
    return told


def about(telling: Telling, row: MatrixRow, record: Recommendation, told: str) -> str:
    """Return what is recorded, and on which record where that is not the row's own."""
    if record.id == row.record.id:
        return told
    return telling.words.say("about_same", place=telling.place(record), told=told)


def _deadline(telling: Telling, record: Recommendation) -> Iterator[str]:
    follow_up, say = record.follow_up, telling.words.say
    if follow_up is None:
        return
    if follow_up.due:
        yield say("picked", due=telling.day(follow_up.due))
    else:
        yield say("picked_undated")
    if follow_up.note:
        yield telling.note(follow_up.note)


def _grades(telling: Telling, row: MatrixRow) -> Iterator[str]:
    for one in row.grades:
        yield about(telling, row, one.record, _grade(telling, one))


def _grade(telling: Telling, one: About[Grade]) -> str:
    told = telling.grade(one.record, one.said)
    if one.said.document is None:
        return told
    return telling.words.say("with_source", told=told, source=one.said.document)


def _elsewhere(telling: Telling, row: MatrixRow) -> Iterator[str]:
    say = telling.words.say
    for key, records in (("repeats", row.repeats), ("repeated_by", row.repeated_by)):
        if records:
            yield say(key, places="; ".join(map(telling.place, records)))
    if row.elsewhere:
        bodies = telling.places.asked_by(row.elsewhere, states=True)
        yield say("asked_elsewhere", bodies=bodies)


def _measure(telling: Telling, row: MatrixRow, one: HeldMeasure) -> Iterator[str]:
    say, measure = telling.words.say, one.measure
    told = telling.measure(one)
    addressed = [telling.dataset.recommendations.get(other) for other in measure.addresses]
    is_own = row.record.id in measure.addresses
    others = [] if is_own else [telling.place(record) for record in addressed if record]
    yield say("about_same", place="; ".join(others), told=told) if others else told
    log = in_order(measure.updates)
    for update in log:
        track = telling.words.label[update.track]
        yield say("tracked", track=track, told=_update(telling, update))
    if not log:
        yield say("measure_silent")


def _source(telling: Telling, record: Recommendation) -> Iterator[str]:
    origin = record.provenance
    yield telling.document(record)
    if record.source.url:
        yield telling.marked(record, "url", record.source.url)
    if origin.source and origin.source != record.source.url:
        key = "seen_via" if origin.seen is None else "seen_via_dated"
        date = telling.day(origin.seen) if origin.seen else ""
        yield telling.words.say(key, source=origin.source, date=date)
    yield f"{telling.words.label['ids']}: {record.id}"
