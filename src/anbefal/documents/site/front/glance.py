"""What the front page says at a glance: how much there is, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.analysis.progress import Progress
from anbefal.documents.site.lines import counted_words
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that matters, and what it counts."""

    number: str
    label: str


def newest_first(voice: Voice) -> tuple[Recommendation, ...]:
    """Return the records that have a date, the newest first; a month counts as its last day."""
    dated = [(one.source.date, one) for one in voice.site.records if one.source.date]
    dated.sort(key=lambda one: (one[0].last, one[0].first), reverse=True)
    return tuple(record for _, record in dated)


def lead(voice: Voice, known: Progress) -> str:
    """Return how many recommendations there are, from how many bodies, on how many themes."""
    words, site = voice.words("site_front"), voice.site
    number = counted_words(words, "records", known.total - _others(voice))
    told = words.say(
        "lead",
        records=_with_others(voice, number),
        country=words.country(site.dataset.settings.country),
        bodies=counted_words(words, "bodies", len(site.by_body)),
        themes=counted_words(words, "themes", len(site.by_theme)),
    )
    newest = voice.kept(newest_first)[:1]
    for record in newest:
        assert record.source.date  # noqa: S101 - those without one are not among them
        date = voice.date(record.source.date)
        told += " " + words.say("newest", date=voice.places.marked(record, "date", date))
    return told


def explained(voice: Voice, known: Progress) -> tuple[str, ...]:
    """Return what must be known of the numbers."""
    return tuple(_explained(voice, known))


def _explained(voice: Voice, known: Progress) -> Iterator[str]:
    words, site = voice.words("site_front"), voice.site
    numbers = {
        "total": words.number(known.total),
        "reported": words.number(known.with_report),
        "assessed": words.number(known.with_assessment),
        "silent": words.number(known.silent),
    }
    yield words.say("followed_up", **numbers)
    others = _others(voice)
    if others:
        yield counted_words(words, "others", others)
    if len(site.asks) < known.total - others:
        asks, number = len(site.asks), words.number(known.total - others)
        yield words.say("counted_once", n=number, asks=counted_words(words, "different", asks))
    yield words.say("incomplete")


def key_figures(voice: Voice, known: Progress) -> tuple[KeyFigure, ...]:
    """Return the numbers that matter most."""
    words, site = voice.words("site_front"), voice.site
    label = words.label
    numbers = (
        (_with_others(voice, label["records"]), known.total - _others(voice)),
        (label["bodies_count"], len(site.by_body)),
        (label["themes_count"], len(site.by_theme)),
        (label["has_report"], known.with_report),
        (label["has_assessment"], known.with_assessment),
        (label["silent"], known.silent),
    )
    return tuple(KeyFigure(words.number(number), told) for told, number in numbers)


def _others(voice: Voice) -> int:
    """Return how many records are no recommendations: concerns and requests for follow-up."""
    return sum(one.kind != "recommendation" for one in voice.site.records)


def _with_others(voice: Voice, recommendations: str) -> str:
    """Return words for the recommendations with how many other statements there are."""
    words, others = voice.words("site_front"), _others(voice)
    if not others:
        return recommendations
    told = counted_words(words, "other_statements", others)
    return words.say("and_others", records=recommendations, others=told)
