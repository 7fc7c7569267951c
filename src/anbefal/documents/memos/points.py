"""The measures of a plan as numbered points: what was decided, by whom, and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from anbefal.analysis.followup import in_order, is_looked_into
from anbefal.documents.content.blocks import (
    Block,
    Line,
    Paragraph,
    Point,
    Points,
    Section,
    Subheading,
)
from anbefal.documents.content.lines import line, plain_text, strong, text_line
from anbefal.documents.content.sentences import listed_lines
from anbefal.documents.measures import due_words
from anbefal.documents.memos.basis import Basis
from anbefal.documents.said import strong_text, text_paragraphs
from anbefal.documents.updates import entry_lines, nothing_reported
from anbefal.model.meeting import Measure, Remark
from anbefal.model.recommendation import Track, Update

ANCHOR = "point"
"""The anchor of the points."""


def points_of(basis: Basis) -> Section:
    """Return the measures, under the headings of the plan."""
    blocks: list[Block] = []
    number = 1
    remarks = list(_remarks(basis))
    for heading, group in groupby(basis.plan.measures, key=lambda measure: measure.heading):
        measures = list(group)
        if heading:
            blocks.append(Subheading(plain_text(text_line(heading, basis.words))))
            blocks += _told(basis, [one for one in remarks if one.heading == heading])
            remarks = [one for one in remarks if one.heading != heading]
        points = (_point(basis, n, one) for n, one in enumerate(measures, start=number))
        blocks.append(Points(tuple(points), ANCHOR))
        number += len(measures)
    if not basis.plan.measures:
        blocks.append(Paragraph(line(basis.words.say("no_measures"))))
    return Section("points", basis.words.label["points"], tuple(blocks))


def remarks_of(basis: Basis) -> Section | None:
    """Return what the report says of no part of the plan that has measures."""
    headings = [measure.heading for measure in basis.plan.measures]
    remarks = [one for one in _remarks(basis) if not (one.heading and one.heading in headings)]
    if not remarks:
        return None
    return Section("remarks", basis.words.label["remarks"], _told(basis, remarks))


def _remarks(basis: Basis) -> Iterable[Remark]:
    return basis.report.remarks if basis.report else ()


def _told(basis: Basis, remarks: Iterable[Remark]) -> tuple[Block, ...]:
    """Return remarks as paragraphs, with who makes them before the first of each."""
    blocks: list[Block] = []
    for by, group in groupby(remarks, key=lambda remark: remark.by):
        name = basis.dataset.full_name_of_actor(by, basis.words.language) if by else ""
        for place, remark in enumerate(group):
            lead = line(strong(f"{name}:"), " ") if name and place == 0 else ()
            first, *rest = text_paragraphs(remark.text, basis.words)
            blocks += [Paragraph(line(lead, first)), *map(Paragraph, rest)]
    return tuple(blocks)


def _point(basis: Basis, number: int, measure: Measure) -> Point:
    lines = (
        strong_text(measure.text, basis.words),
        *_circumstances(basis, measure),
        *_said(basis, measure, "reported"),
        *_said(basis, measure, "assessed"),
    )
    return Point(number, lines)


def _circumstances(basis: Basis, measure: Measure) -> Iterator[Line]:
    label, language = basis.words.label, basis.words.language
    names = [basis.dataset.full_name_of_actor(one, language) for one in measure.responsible]
    if names:
        yield line(f"{label['responsible']}: ", basis.words.listed(names))
    due = due_words(measure, basis.today, language)
    if due:
        yield line(f"{label['due']}: {due}")
    known = basis.dataset.recommendations
    cited = [basis.citer.cite(known[one]) for one in measure.addresses if one in known]
    if cited:
        yield line(f"{label['addresses']}: ", listed_lines(cited, basis.words))


def _said(basis: Basis, measure: Measure, track: Track) -> Iterator[Line]:
    entries = in_order(measure.updates, track)
    for update in entries:
        yield from _entry(basis, update)
    if not entries and track == "reported" and not is_looked_into(measure.updates):
        yield nothing_reported(basis.words.language)


def _entry(basis: Basis, update: Update) -> Iterator[Line]:
    """Yield who says so and what, with the words of it, then what shows it."""
    words, dataset = basis.words, basis.dataset
    by = dataset.full_name_of_actor(update.by, words.language)
    yield from entry_lines(dataset, words.language, update, by)
    if update.evidence:
        yield line(f"{words.label['evidence']}: ", "; ".join(update.evidence))
