"""What stands before all else: whose document it is, of which day, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.documents.briefs.asks import NumberedAsk
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.content.blocks import Block, Notice, Paragraph
from anbefal.documents.content.lines import line, text_line
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Recommendation


def head(subject: Subject, asks: Sequence[NumberedAsk]) -> tuple[Block, ...]:
    """Return the head; the citations must have been made, since it explains their marks."""
    blocks: list[Block] = []
    told = " ".join(part for part in (_from(subject), _as_of(subject)) if part)
    if told:
        blocks.append(Paragraph(line(told)))
    description = subject.dataset.themes[subject.theme].description
    if description:
        blocks.append(Paragraph(text_line(description, subject.words)))
    if caveats := _caveats(subject, asks):
        blocks.append(Notice(tuple(line(one) for one in caveats)))
    if legend := subject.citer.legend():
        blocks.append(Paragraph(line(" ".join(legend)), small=True))
    return tuple(blocks)


def _from(subject: Subject) -> str:
    name = subject.dataset.name_of_secretariat(subject.words.language)
    return subject.words.say("from", name=name) if name else ""


def _as_of(subject: Subject) -> str:
    asked, newest = subject.dataset.as_of, subject.dataset.newest_date
    if asked:
        date = subject.words.date(PartialDate.of(asked))
        return subject.words.say("as_of", date=date)
    return subject.words.say("as_of_data", date=subject.words.date(newest)) if newest else ""


def _caveats(subject: Subject, asks: Sequence[NumberedAsk]) -> list[str]:
    """Return what the reader must know first: examples, proposals, what was not verified."""
    say = subject.words.say
    records = _shown(asks)
    unverified = sum(not record.provenance.verified for record in records)
    found = []
    if subject.ranking.example:
        found.append(say("caveat_example"))
    if subject.criteria.adopted is None and subject.ranking.round:
        found.append(say("caveat_proposal"))
    if unverified:
        key = "caveat_unverified_all" if unverified == len(records) else "caveat_unverified"
        found.append(say(key, n=unverified, total=len(records)))
    return found


def _shown(asks: Sequence[NumberedAsk]) -> list[Recommendation]:
    """Return every record that the asks cite, each once."""
    found = {r.id: r for one in asks for r in (*one.ask.records, *one.ask.repeated)}
    return list(found.values())
