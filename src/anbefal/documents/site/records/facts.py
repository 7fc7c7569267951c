"""The facts of a recommendation: where it stands, whom it concerns, who answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.lines import outside
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.records.telling import Telling
from anbefal.model.recommendation import Recommendation
from anbefal.wording.asked_by import states_in_words


@dataclass(frozen=True, slots=True)
class SiteFact:
    """A label and what stands at it, value by value."""

    label: str
    values: tuple[SiteLine, ...]


def facts_of(telling: Telling, record: Recommendation) -> tuple[SiteFact, ...]:
    """Return what is known of a record; what matters and is not known is told as that."""
    return (*_place(telling, record), *_subject(telling, record), *_answer(telling, record))


def _place(telling: Telling, record: Recommendation) -> Iterator[SiteFact]:
    source, label, unknown = record.source, telling.label, telling.label["not_known"]
    yield _fact(label["body"], telling.voice.actor(source.body))
    yield SiteFact(label["document"], _document(telling, record))
    if source.date:
        told = telling.voice.date(source.date) + telling.mark(record, "date")
        yield _fact(label["date"], Run(told))
    else:
        yield _fact(label["date"], Run(unknown))
    paragraph = (source.paragraph or "") + telling.mark(record, "paragraph")
    if source.paragraph or not source.proposal:
        yield _fact(label["paragraph"], Run(paragraph if source.paragraph else unknown))
    if source.proposal:
        yield _fact(label["proposal"], Run(source.proposal))
    if source.session:
        yield _fact(label["session"], Run(source.session))
    if source.heading:
        yield _fact(label["heading"], Run(source.heading))
    if source.recommended_by:
        states = states_in_words(source.recommended_by, telling.voice.language)
        yield _fact(label["states"], Run(states + telling.mark(record, "recommended_by")))


def _document(telling: Telling, record: Recommendation) -> tuple[SiteLine, ...]:
    """Return the symbol, which leads to its address; any other address stands as it is."""
    source, mark = record.source, telling.mark(record, "document")
    symbol = source.document + mark if source.document else telling.label["not_known"]
    link = outside(source.url, symbol) if source.document else outside(source.url, source.url or "")
    at_url = telling.mark(record, "url")
    if link is None:
        literal = ((Run(source.url + at_url),),) if source.url else ()
        return (Run(symbol),), *literal
    addressed: SiteLine = (link, Run(at_url)) if at_url else (link,)
    return (addressed,) if source.document else ((Run(symbol),), addressed)


def _subject(telling: Telling, record: Recommendation) -> Iterator[SiteFact]:
    voice, label = telling.voice, telling.label
    mark = telling.mark(record, "ministries")
    answers = _first(record.ministries, voice.actor, telling.words.say("leads"), mark)
    yield SiteFact(label["ministries"], answers or ((Run(label["not_recorded"]),),))
    if record.themes:
        main = telling.words.say("main_theme")
        yield SiteFact(label["themes"], _first(record.themes, voice.theme, main))
    for key, words in (("groups", record.groups), ("measure_types", record.measure_types)):
        if words:
            yield SiteFact(label[key], tuple((telling.word(one),) for one in words))
    if record.levels:
        levels = (label["state" if one == "state" else "municipal"] for one in record.levels)
        yield SiteFact(label["levels"], tuple((Run(one),) for one in levels))
    for key, names in (("articles", record.articles), ("sdgs", record.sdgs)):
        if names:
            yield _fact(label[key], Run(", ".join(names)))


def _answer(telling: Telling, record: Recommendation) -> Iterator[SiteFact]:
    position = record.state_position
    if position is None:
        return
    lines: list[SiteLine] = [(Run(telling.entries.position(record)),)]
    if position.source:
        lines.append((telling.source(position.source),))
    yield SiteFact(telling.label["position"], tuple(lines))


def _fact(label: str, value: Link | Run) -> SiteFact:
    return SiteFact(label, ((value,),))


def _first(
    ids: Iterable[str], named: Callable[[str], Link | Run], first: str, mark: str = ""
) -> tuple[SiteLine, ...]:
    """Return names, each with its mark; of several, the first is said to be that."""
    ids = tuple(dict.fromkeys(ids))
    lines: list[SiteLine] = []
    for number, one in enumerate(ids):
        more = (first if number == 0 and len(ids) > 1 else "") + mark
        lines.append((named(one), Run(more)) if more else (named(one),))
    return tuple(lines)
