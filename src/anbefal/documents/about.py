"""A theme in a few sentences, and what a reader must know about how the page was made."""

from __future__ import annotations

from collections.abc import Sequence

from anbefal.analysis.followup import is_assessed, is_reported
from anbefal.documents.asks import AskedBy
from anbefal.documents.subject import Subject
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation

MARKED = {"document", "paragraph", "date"}
"""Fields that carry the inferred mark in a citation."""


def about(subject: Subject, asks: Sequence[AskedBy]) -> tuple[str, ...]:
    """Return the theme in a few sentences."""
    words = subject.words
    sentences = [_overview(subject, asks) if asks else words.say("no_asks")]
    subthemes = [t.id for t in subject.dataset.themes.values() if t.parent == subject.theme]
    if subthemes:
        names = [subject.dataset.name_of_theme(one, words.language) for one in subthemes]
        sentences.append(words.say("subthemes", names=words.listed(names)))
    sentences.append(_rank(subject))
    if subject.meeting:
        sentences.append(_meeting(subject, subject.meeting))
    if subject.chosen:
        sentences.append(words.say("chosen"))
    return tuple(sentences)


def caveats(subject: Subject, asks: Sequence[AskedBy]) -> tuple[str, ...]:
    """Return what the reader must know first: examples, proposals, what was not verified."""
    say = subject.words.say
    records = _shown(subject, asks)
    unverified = sum(not record.provenance.verified for record in records)
    found = []
    if subject.ranking.example:
        found.append(say("caveat_example"))
    if subject.criteria.adopted is None and subject.ranking.round:
        found.append(say("caveat_proposal"))
    if unverified:
        key = "caveat_unverified_all" if unverified == len(records) else "caveat_unverified"
        found.append(say(key, n=unverified, total=len(records)))
    return tuple(found)


def order(subject: Subject, asks: Sequence[AskedBy]) -> str:
    """Return how the asks are ordered, and how many were not assessed themselves."""
    words, items = subject.words, subject.ranking.items
    if not asks:
        return ""
    if not any(item.rank for item in items):
        return words.say("order_unassessed")
    scored = {item.id for item in items if item.score is not None}
    own = {item.id for item in items if item.has_own_value}
    groups = [{record.id for record in ask.records} for ask in asks]
    sentences = [words.say("order")]
    inherited = sum(bool(group & scored) and not group & own for group in groups)
    if inherited:
        sentences.append(words.counted("order_inherited", inherited))
    unscored = sum(not group & scored for group in groups)
    if unscored:
        sentences.append(words.counted("order_unscored", unscored))
    return " ".join(sentences)


def legend(subject: Subject, asks: Sequence[AskedBy]) -> tuple[str, ...]:
    """Return what the marks mean that the asks carry."""
    origins = [record.provenance for record in _shown(subject, asks)]
    used = {
        "legend_unverified": any(not origin.verified for origin in origins),
        "legend_inferred": any(MARKED & set(origin.inferred) for origin in origins)
        or any(asking.inferred for one in asks for asking in one.askings),
    }
    return tuple(subject.words.say(key) for key, is_used in used.items() if is_used)


def repeated(subject: Subject, asks: Sequence[AskedBy]) -> tuple[str, ...]:
    """Return who makes the asks that several bodies make, or one body makes again."""
    return tuple(
        subject.words.say("repeated", number=one.ask.number, bodies=one.ask.asked_by)
        for one in asks
        if len(one.askings) > 1
    )


def _shown(subject: Subject, asks: Sequence[AskedBy]) -> list[Recommendation]:
    """Return every record that the asks cite, each once."""
    known, links = subject.dataset.recommendations, subject.dataset.links
    cited = {record.id: record for one in asks for record in one.records}
    earlier = {name for record in cited for name in links.repeats.get(record, ())}
    return [*cited.values(), *(known[n] for n in sorted(earlier - cited.keys()) if n in known)]


def _overview(subject: Subject, asks: Sequence[AskedBy]) -> str:
    words = subject.words
    records = [record for one in asks for record in one.records]
    bodies = sorted({subject.citer.body(record) for record in records})
    years = sorted({r.source.date.year for r in records if r.source.date})
    overview = words.say(
        "overview" if years else "overview_undated",
        recommendations=words.counted("recommendation", len(records)),
        bodies=words.counted("body", len(bodies)),
        names=words.listed(bodies),
        years=_years(subject, years),
    )
    sentences = [overview]
    undated = sum(record.source.date is None for record in records)
    if years and undated:
        sentences.append(words.say("overview_some_undated", n=undated))
    if len(asks) < len(records):
        sentences.append(words.say("overview_asks", asks=words.counted("ask", len(asks))))
    reported = sum(is_reported(record) for record in records)
    sentences.append(_share(subject, "reported", reported, len(records)))
    assessed = sum(is_assessed(record) for record in records)
    sentences.append(_share(subject, "assessed", assessed, len(records)))
    sentences.append(words.say("incomplete"))
    return " ".join(sentences)


def _years(subject: Subject, years: list[int]) -> str:
    if not years:
        return ""
    key = "years_one" if len(years) == 1 else "years_other"
    return subject.words.say(key, first=years[0], last=years[-1])


def _share(subject: Subject, key: str, part: int, total: int) -> str:
    form = "none" if part == 0 else "all" if part == total else "some"
    return subject.words.say(f"{key}_{form}", n=part, total=total)


def _rank(subject: Subject) -> str:
    words, item = subject.words, subject.themes.item(subject.theme)
    if item is None or item.score is None:
        return words.say(
            "rank_none" if subject.themes.round else "rank_nothing", round=subject.themes.round
        )
    ranks = [other.rank for other in subject.themes.items]
    sentence = words.say(
        "rank_shared" if ranks.count(item.rank) > 1 else "rank",
        rank=item.rank,
        ranked=sum(rank is not None for rank in ranks),
        score=f"{item.score:.0f}",
        assessors=words.counted("assessor", item.assessors),
        round=words.say("round", round=subject.themes.round),
    )
    if item.coverage == 1:
        return sentence
    span = words.say("rank_open", low=f"{item.low:.0f}", high=f"{item.high:.0f}")
    return f"{sentence} {span}"


def _meeting(subject: Subject, meeting: Meeting) -> str:
    needed = meeting.requested_on if meeting.state == "requested" else meeting.date
    undated = meeting.state in {"requested", "confirmed", "held"} and needed is None
    sentence = subject.words.meeting[f"{meeting.state}_undated" if undated else meeting.state]
    return sentence.format(date=subject.words.when(needed) if needed else "")
