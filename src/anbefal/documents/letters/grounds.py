"""Why a meeting is asked for, as far as the data tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from anbefal.analysis.asks import Ask
from anbefal.analysis.meeting_year import other_requests
from anbefal.analysis.prioritisation import rank_themes
from anbefal.documents.content.blocks import Block, Bullets, Line, Paragraph, Section
from anbefal.documents.content.lines import line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.letters.occasion import Occasion
from anbefal.documents.said import text_paragraphs
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Recommendation, Update

MOST = 3
"""Asks that the letter quotes, so that it stays a letter."""


def grounds_of(occasion: Occasion) -> Section | None:
    """Return why the meeting is asked for: its own reason, then what the data tells."""
    reason = occasion.meeting.reason
    blocks: list[Block] = [
        *map(Paragraph, text_paragraphs(reason, occasion.words) if reason else ())
    ]
    if occasion.asks:
        told = " ".join([*_scope(occasion), *_progress(occasion), *_deadlines(occasion)])
        blocks.append(Paragraph(line(told)))
        blocks += _shown(occasion)
    for sentences in (_rank(occasion), _earlier(occasion)):
        if told := " ".join(sentences):
            blocks.append(Paragraph(line(told)))
    if occasion.asks:
        blocks.append(Paragraph(line(" ".join(_caveats(occasion))), small=True))
    return (
        Section("background", occasion.words.label["background"], tuple(blocks)) if blocks else None
    )


def quoted(occasion: Occasion) -> tuple[Ask, ...]:
    """Return the asks that the letter quotes, of :func:`_in_view` those that most bodies make."""
    ordered = sorted(_in_view(occasion), key=lambda ask: (-_bodies(ask), ask.ids))
    return tuple(ordered[:MOST])


def _records(occasion: Occasion) -> list[Recommendation]:
    return [record for ask in occasion.asks for record in ask.records]


def _scope(occasion: Occasion) -> Iterator[str]:
    words, records = occasion.words, _records(occasion)
    dataset, language = occasion.dataset, words.language
    bodies = list(dict.fromkeys(body for ask in occasion.asks for body in ask.reach.bodies))
    names = sorted(dataset.name_of_actor(body, language) for body in bodies)
    years = sorted({record.source.date.year for record in records if record.source.date})
    told = {
        "country": words.country(dataset.settings.country),
        "recommendations": words.counted("recommendation", len(records)),
        "bodies": words.counted("body", len(bodies)),
        "names": words.listed(names),
    }
    if years:
        key = "years_one" if len(years) == 1 else "years_other"
        span = words.say(key, first=years[0], last=years[-1])
        yield words.say("scope_years", years=span, **told)
    else:
        yield words.say("scope", **told)
    yield from _uncertain(occasion, records)
    if len(occasion.asks) < len(records):
        yield words.say("asks", asks=words.counted("ask", len(occasion.asks)))


def _uncertain(occasion: Occasion, records: Sequence[Recommendation]) -> Iterator[str]:
    """Yield how many recommendations may be later than the letter, and how many have no date."""
    dated = [record.source.date for record in records if record.source.date]
    yield from _perhaps_later(occasion, "later", dated)
    if dated and len(dated) < len(records):
        yield occasion.words.counted("undated", len(records) - len(dated))


def _perhaps_later(occasion: Occasion, key: str, days: Iterable[PartialDate]) -> Iterator[str]:
    found, words = [day for day in days if occasion.may_be_later(day)], occasion.words
    if found:
        dates = [
            words.date(one) for one in sorted(set(found), key=lambda day: (day.last, day.first))
        ]
        yield words.counted(key, len(found), dates=words.listed(dates))


def _progress(occasion: Occasion) -> Iterator[str]:
    records = _records(occasion)
    # Of each record the report that is surest to be earlier than the letter.
    logs = [[u.date for u in one.status if _is_report(u)] for one in records]
    reported = [min(log, key=lambda day: day.last) for log in logs if log]
    key = "reported" if reported else "unreported"
    yield occasion.words.say(key, reported=len(reported), total=len(records))
    yield from _perhaps_later(occasion, "reported_later", reported)


def _is_report(update: Update) -> bool:
    return update.track == "reported" and update.value != "no-report"


def _caveats(occasion: Occasion) -> Iterator[str]:
    """Yield that more may have been said, and how much of what is counted nobody verified."""
    words, records = occasion.words, _records(occasion)
    yield words.say("incomplete")
    unverified = sum(not record.provenance.verified for record in records)
    if unverified:
        key = "unverified_all" if unverified == len(records) else "unverified"
        yield words.say(key, n=unverified, total=len(records))


def _deadlines(occasion: Occasion) -> Iterator[str]:
    """Yield what the committees follow up themselves, and by when they want to hear."""
    words, today = occasion.words, occasion.dataset.reference_date
    picked = [record.follow_up for record in _records(occasion) if record.follow_up]
    dues = sorted((one.due for one in picked if one.due), key=lambda due: due.last)
    passed = [due for due in dues if due.is_over(today)]
    coming = [due for due in dues if not due.is_over(today)]
    if passed:
        yield words.counted("deadline_passed", len(passed), date=words.date(passed[-1]))
    if coming:
        yield words.say("deadline_next", date=words.date(coming[0]))
    unknown = sum(one.due is None for one in picked)
    if unknown:
        yield words.counted("deadline_unknown", unknown)


def _shown(occasion: Occasion) -> Iterator[Block]:
    number = len(_in_view(occasion))
    if number:
        all_of_them, some = (
            ("chosen", "chosen_more") if occasion.chosen else ("shared", "shared_more")
        )
        key = some if number > MOST else all_of_them
        yield Paragraph(line(occasion.words.counted(key, number)))
        yield Bullets(tuple(_quoted(occasion, ask) for ask in quoted(occasion)))


def _in_view(occasion: Occasion) -> tuple[Ask, ...]:
    """Return the asks that the meeting names, else those that several bodies make."""
    return occasion.chosen or tuple(ask for ask in occasion.asks if _bodies(ask) > 1)


def _bodies(ask: Ask) -> int:
    return len({asking.body for asking in ask.asked_by})


def _quoted(occasion: Occasion, ask: Ask) -> Line:
    """Return an ask in our words or in the official ones, with everyone who makes it."""
    words, shown = occasion.words, ask.shown
    said, is_official = shown.words_for(words.language)
    (first, *rest) = text_paragraphs(said, words)
    return sentence(
        words,
        "shared_ask_official" if is_official else "shared_ask",
        wording=line(first, *(line(" ", one) for one in rest)),
        asked_by=occasion.citer.asked_by(ask.asked_by),
        cited=occasion.citer.cite(shown),
    )


def _earlier(occasion: Occasion) -> Iterator[str]:
    """Yield when the same was asked for before, without an answer on record."""
    words = occasion.words
    asked = [one.requested_on for one in other_requests(occasion.dataset, occasion.meeting)]
    dates = [words.when(one) for one in asked if one]
    if dates:
        yield words.counted("earlier", len(dates), dates=words.listed(dates))


def _rank(occasion: Occasion) -> Iterator[str]:
    """Yield the theme's place among all, where it rests on what somebody really meant."""
    dataset, words = occasion.dataset, occasion.words
    if dataset.criteria is None:
        return
    themes = rank_themes(dataset, dataset.criteria, words.language)
    item = themes.item(occasion.meeting.theme)
    if themes.example or item is None or item.rank is None:
        return
    is_shared = [other.rank for other in themes.items].count(item.rank) > 1
    key = "rank_shared" if is_shared else "rank"
    yield words.say(key, rank=item.rank, ranked=len(themes.ranked))
    if dataset.criteria.adopted is None:
        yield words.say("rank_proposal")
