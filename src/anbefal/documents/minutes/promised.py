"""What was promised at a meeting, and what is still open of it."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.followup import standing
from anbefal.documents.content.blocks import Block, Bullets, Cell, Line, Paragraph, Section, Table
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.content.sentences import listed_lines, sentence
from anbefal.documents.measures import due_words, is_open
from anbefal.documents.minutes.held import Held
from anbefal.documents.said import full_name
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Measure
from anbefal.model.recommendation import Track

_WIDTHS = (1, 6, 4, 2, 4)


def promised_of(held: Held) -> Section | None:
    """Return what was promised, in the words of the record, by whom and by when."""
    if not held.meeting.commitments:
        return None
    label = held.words.label
    head = (label["number"], label["promise"], label["who"], label["due"], label["addresses"])
    numbered = enumerate(held.meeting.commitments, start=1)
    rows = tuple(_row(held, number, measure) for number, measure in numbered)
    return Section("promised", label["promised"], (Table(label["promised"], head, rows, _WIDTHS),))


def open_of(held: Held) -> Section | None:
    """Return what is still to be done, and what was taken up without a promise."""
    measures = held.meeting.commitments
    if not measures:
        return None
    numbered = enumerate(measures, start=1)
    waiting = [_waiting(held, number, one) for number, one in numbered if is_open(one)]
    blocks = [*_promises(held, waiting), *_unaddressed(held)]
    return Section("open", held.words.label["open"], tuple(blocks))


def _row(held: Held, number: int, measure: Measure) -> tuple[Cell, ...]:
    words, unknown = held.words, line(held.words.say("not_recorded"))
    who = tuple(line(full_name(held.dataset, one, words.language)) for one in measure.responsible)
    due = line(words.date(measure.due)) if measure.due else unknown
    cited = tuple(held.citer.cite(one) for one in held.known(measure.addresses))
    text = text_line(measure.text, words)
    return ((line(str(number)),), (text,), who or (unknown,), (due,), cited)


def _promises(held: Held, waiting: list[Line]) -> Iterator[Block]:
    words = held.words
    as_of, newest = held.dataset.as_of, held.dataset.newest_date
    day = PartialDate(as_of.year, as_of.month, as_of.day) if as_of else newest
    if not waiting:
        yield Paragraph(line(words.say("all_done")))
        return
    if day:
        yield Paragraph(line(words.say("as_of", date=words.date(day))))
    yield Bullets(tuple(waiting))


def _waiting(held: Held, number: int, measure: Measure) -> Line:
    """Return by when a promise was to be kept, and what was said of it since."""
    words = held.words
    due = due_words(measure, held.dataset.reference_date, words)
    parts = [
        words.say("promise_open", number=number),
        words.say("due_by", date=due) if due else "",
        words.say("reported", told=_told(held, measure, "reported") or words.say("nothing")),
    ]
    assessed = _told(held, measure, "assessed")
    parts += [words.say("assessed", told=assessed)] if assessed else []
    return line(" ".join(part for part in parts if part))


def _told(held: Held, measure: Measure, track: Track) -> str:
    words = held.words
    entries = [
        words.say(
            "said_by",
            value=held.statuses.status[update.value],
            by=held.dataset.name_of_actor(update.by, words.language),
            date=words.date(update.date),
        )
        for update in standing(measure.updates, track)
    ]
    return "; ".join(entries)


def _unaddressed(held: Held) -> Iterator[Block]:
    """Yield the recommendations that were taken up and that no promise is about."""
    addressed = {one for measure in held.meeting.commitments for one in measure.addresses}
    left = [one for one in held.known(held.meeting.recommendations) if one.id not in addressed]
    if left:
        cited = listed_lines([held.citer.cite(one) for one in left], held.words)
        yield Paragraph(sentence(held.words, "unaddressed", cited=cited))
