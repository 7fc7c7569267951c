"""The asks and concerns of a theme as numbered points: what is asked, by whom, who answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.analysis.asks import Ask
from anbefal.documents.briefs.answers import answers
from anbefal.documents.briefs.asks import ASK, NumberedAsk
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.content.blocks import Line, Paragraph, Point, Points, Section
from anbefal.documents.content.lines import joined, line, strong, text_line
from anbefal.documents.content.sentences import sentence
from anbefal.model.recommendation import Recommendation


def asked(subject: Subject, asks: Sequence[NumberedAsk]) -> Section:
    """Return what the state is asked to do."""
    words = subject.words
    title = words.say("asks", country=words.country(subject.dataset.settings.country))
    if not asks:
        return Section("asks", title, (Paragraph(line(words.say("no_asks"))),))
    points = Points(tuple(_point(subject, one) for one in asks), ASK)
    return Section("asks", title, (Paragraph(line(_order(subject, asks)), small=True), points))


def concerns(subject: Subject, found: Sequence[NumberedAsk]) -> Section | None:
    """Return what the bodies have taken up besides, numbered on from the asks."""
    if not found:
        return None
    points = tuple(
        Point(one.number, (_said(subject, one.ask.shown), _known(subject, one.ask)))
        for one in found
    )
    return Section("concerns", subject.words.label["concerns"], (Points(points, ASK),))


def _point(subject: Subject, one: NumberedAsk) -> Point:
    return Point(one.number, (*_wording(subject, one.ask.shown), _known(subject, one.ask)))


def _wording(subject: Subject, record: Recommendation) -> Iterable[Line]:
    """Yield the official wording and ours beside it, or ours alone."""
    words = subject.words
    if record.text is None:
        yield _said(subject, record)
        return
    yield line(strong(words.label["official"]), " ", text_line(record.text, words))
    if record.summary:
        yield sentence(words, "own_words", said=text_line(record.summary, words))


def _said(subject: Subject, record: Recommendation) -> Line:
    """Return our words, or the official ones, which are then said to be so."""
    said, is_official = record.words_for(subject.words.language)
    if is_official:
        return line(strong(subject.words.label["official"]), " ", text_line(said, subject.words))
    return text_line(said, subject.words)


def _known(subject: Subject, ask: Ask) -> Line:
    """Return where an ask stands, who else makes it, who answers, and what the state answered."""
    words, cite = subject.words, subject.citer.cite
    parts: list[Line] = [cite(ask.shown)]
    for key, records in (("same", ask.others), ("repeats", ask.repeated)):
        if records:
            parts.append(sentence(words, key, cited=_cited(subject, records)))
    if ministries := subject.citer.ministries(ask.records):
        names = ", ".join(ministries)
        parts.append(line(words.counted("answers", len(ministries), names=names)))
    parts += answers(subject, ask)
    return joined(parts, ". ")


def _cited(subject: Subject, records: Sequence[Recommendation]) -> Line:
    return joined((subject.citer.cite(record) for record in records), "; ")


def _order(subject: Subject, asks: Sequence[NumberedAsk]) -> str:
    """Return how the asks are ordered, and how many were not assessed themselves."""
    words, ranked = subject.words, subject.ranking.items
    incomplete = words.say("incomplete")
    if len(asks) == 1:
        return incomplete
    if not any(item.rank for item in ranked):
        return f"{words.say('order_unassessed')} {incomplete}"
    scored = {item.id for item in ranked if item.score is not None}
    own = {item.id for item in ranked if item.has_own_value}
    groups = [set(one.ask.ids) for one in asks]
    sentences = [words.say("order")]
    inherited = sum(bool(group & scored) and not group & own for group in groups)
    if inherited:
        sentences.append(words.counted("order_inherited", inherited))
    unscored = sum(not group & scored for group in groups)
    if unscored:
        sentences.append(words.counted("order_unscored", unscored))
    return " ".join([*sentences, incomplete])
