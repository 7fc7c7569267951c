"""What was promised at a meeting, and what is still open of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from anbefal.analysis.followup import is_looked_into, standing
from anbefal.analysis.measures import is_contested, is_done
from anbefal.documents.content.blocks import (
    Block,
    Cell,
    Line,
    Paragraph,
    Point,
    Points,
    Section,
    Table,
)
from anbefal.documents.content.lines import line, text_line
from anbefal.documents.content.sentences import listed_lines, sentence
from anbefal.documents.measures import due_words
from anbefal.documents.minutes.held import Held, cited_with_words
from anbefal.documents.said import strong_text
from anbefal.documents.updates import entry_lines, nothing_reported
from anbefal.model.meeting import Measure
from anbefal.model.recommendation import Track, Update

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
    """Return what is still to be done or disputed, and what was taken up without a promise."""
    if not held.meeting.commitments:
        return None
    waiting = _points(held, lambda measure: not is_done(measure))
    contested = _points(held, is_contested)
    blocks = [*_promises(held, waiting, contested), *_unaddressed(held)]
    return Section("open", held.words.label["open"], tuple(blocks))


def _points(held: Held, is_so: Callable[[Measure], bool]) -> tuple[Point, ...]:
    numbered = enumerate(held.meeting.commitments, start=1)
    return tuple(_waiting(held, number, one) for number, one in numbered if is_so(one))


def _row(held: Held, number: int, measure: Measure) -> tuple[Cell, ...]:
    words, unknown = held.words, line(held.words.say("not_recorded"))
    who = tuple(
        line(held.dataset.full_name_of_actor(one, words.language)) for one in measure.responsible
    )
    due = line(words.date(measure.due)) if measure.due else unknown
    text = text_line(measure.text, words)
    return ((line(str(number)),), (text,), who or (unknown,), (due,), _addressed(held, measure))


def _addressed(held: Held, measure: Measure) -> Cell:
    """Return where the recommendations stand; what they say too where no paragraph is known."""
    return tuple(
        held.citer.cite(one)
        if one.source.paragraph or one.source.proposal
        else cited_with_words(held, one)
        for one in held.known(measure.addresses)
    )


def _promises(
    held: Held, waiting: tuple[Point, ...], contested: tuple[Point, ...]
) -> Iterator[Block]:
    words, day = held.words, held.dataset.told_date
    if day and (waiting or contested or held.dataset.as_of):
        yield Paragraph(line(words.say("as_of", date=words.date(day))))
    yield Points(waiting, "promise") if waiting else Paragraph(line(words.say("all_done")))
    if contested:
        yield Paragraph(line(words.say("contested")))
        yield Points(contested, "promise")


def _waiting(held: Held, number: int, measure: Measure) -> Point:
    """Return a promise by its number, with its deadline and what was said of it since."""
    words = held.words
    due = due_words(measure, held.dataset.reference_date, words.language)
    lines = (
        strong_text(measure.text, words),
        *([line(f"{words.label['due']}: {due}")] if due else []),
        *_reported(held, measure),
        *_said(held, measure, "assessed"),
    )
    return Point(number, lines)


def _reported(held: Held, measure: Measure) -> tuple[Line, ...]:
    said = _said(held, measure, "reported")
    if said or is_looked_into(measure.updates):
        return said
    return (nothing_reported(held.words.language),)


def _said(held: Held, measure: Measure, track: Track) -> tuple[Line, ...]:
    return tuple(one for update in standing(measure.updates, track) for one in _entry(held, update))


def _entry(held: Held, update: Update) -> tuple[Line, ...]:
    """Return who says what, with the words of it, and the numbers of what shows it."""
    language = held.words.language
    by = held.dataset.name_of_actor(update.by, language)
    *first, last = entry_lines(held.dataset, language, update, by)
    return *first, line(last, held.citer.evidence(update))


def _unaddressed(held: Held) -> Iterator[Block]:
    """Yield the recommendations that were taken up and that no promise is about."""
    addressed = {one for measure in held.meeting.commitments for one in measure.addresses}
    left = [one for one in held.known(held.meeting.recommendations) if one.id not in addressed]
    if left:
        cited = listed_lines([held.citer.cite(one) for one in left], held.words)
        yield Paragraph(sentence(held.words, "unaddressed", cited=cited))
