"""The head of a memo: who writes to whom, and what the reader must know first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anbefal.documents.content.blocks import Block, Fact, Facts, Line, Notice, Paragraph
from anbefal.documents.content.lines import line
from anbefal.documents.memos.basis import Basis
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Update


def head_of(basis: Basis) -> tuple[Block, ...]:
    """Return the head; what the report's own head lacks is left out."""
    notices = tuple(_notices(basis))
    facts = Facts(tuple(_facts(basis)))
    blocks: list[Block] = [facts] if facts.facts else []
    blocks += [Notice(notices)] if notices else []
    if basis.plan.provenance.source:
        blocks.append(Paragraph(line(basis.words.say("retold")), small=True))
    return tuple(blocks)


def senders(basis: Basis) -> tuple[str, ...]:
    """Return who the memo is from; of a plan without reports, whose plan it is."""
    owner = basis.plan.owner
    names = basis.report.sender if basis.report else (owner,) if owner else ()
    return _named(basis, names)


def _facts(basis: Basis) -> Iterator[Fact]:
    label, report = basis.words.label, basis.report
    if report:
        yield from _fact(label["to"], _named(basis, report.to))
        yield from _fact(label["via"], _named(basis, report.via))
        yield from _fact(label["copy"], _named(basis, report.copy_to))
    yield from _fact(label["from"], senders(basis))
    if report and report.officer:
        yield from _fact(label["officer"], _named(basis, [report.officer]))
    if basis.date:
        yield from _fact(label["date"], [basis.words.date(basis.date)])
    case = report.case if report else basis.plan.case
    if case:
        yield from _fact(label["case"], [case])


def _fact(label: str, said: Iterable[str]) -> Iterator[Fact]:
    lines = tuple(line(one) for one in said)
    if lines:
        yield Fact(label, lines)


def _named(basis: Basis, said: Iterable[str]) -> tuple[str, ...]:
    """Return names; those that are ids of actors as the actors' names."""
    return tuple(basis.dataset.full_name_of_actor(one, basis.words.language) for one in said)


def _notices(basis: Basis) -> Iterator[Line]:
    then, words = basis.then, basis.words
    if then:
        date = words.date(PartialDate.of(then))
        yield line(words.say("stood", date=date))
    if basis.report is None:
        told = [words.say("no_report_then" if then else "no_report"), *_from_plan(basis)]
        yield line(" ".join(told))
    elif any(update.date.first > basis.report.date.last for update in _updates(basis)):
        yield line(words.say("later", date=words.date(basis.report.date)))


def _from_plan(basis: Basis) -> Iterator[str]:
    """Yield a sentence on what the head has from the plan instead, if it has anything."""
    keys = {
        (True, True): "from_plan_both",
        (True, False): "from_plan_sender",
        (False, True): "from_plan_case",
    }
    if key := keys.get((basis.plan.owner is not None, basis.plan.case is not None)):
        yield basis.words.say(key)


def _updates(basis: Basis) -> Iterator[Update]:
    for measure in basis.plan.measures:
        yield from measure.updates
