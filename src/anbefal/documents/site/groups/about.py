"""What a theme, a ministry or a body is, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.meeting_year import when_of
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.records.facts import SiteFact
from anbefal.documents.site.records.promises import meeting_line
from anbefal.documents.site.records.telling import Telling
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor


def named(voice: Voice, address: Address) -> Link | Run:
    """Return the name of a group in full."""
    return voice.theme(address.key) if address.kind == "theme" else voice.actor(address.key)


def records_of(voice: Voice, address: Address) -> tuple[Recommendation, ...]:
    """Return the records of a group, by id."""
    site = voice.site
    groups = {"theme": site.by_theme, "ministry": site.by_ministry, "body": site.by_body}
    return groups[address.kind].get(address.key, ())


def above(voice: Voice, address: Address) -> tuple[Link, ...]:
    """Return the pages above a group: the front page, and the theme that a theme is a part of."""
    home = Link(voice.words("site").label["home"], voice.path("front"))
    parent = voice.site.dataset.themes[address.key].parent if address.kind == "theme" else None
    wider = voice.theme(parent) if parent else None
    return (home, wider) if isinstance(wider, Link) else (home,)


def description(voice: Voice, address: Address) -> Run | None:
    """Return what belongs to a theme, where that is written down."""
    if address.kind != "theme":
        return None
    theme = voice.site.dataset.themes[address.key]
    return voice.said(theme.description) if theme.description else None


def facts_of(voice: Voice, address: Address) -> tuple[SiteFact, ...]:
    """Return what is recorded of a group itself."""
    if address.kind == "theme":
        return tuple(_of_theme(voice, address.key))
    actor = voice.site.dataset.actors[address.key]
    of_kind = _of_ministry if address.kind == "ministry" else _of_body
    return (*of_kind(voice, actor), *_former_names(voice, actor))


def meetings_of(telling: Telling, address: Address) -> tuple[SiteLine, ...]:
    """Return the meetings on a theme or with a ministry, the newest first."""
    found = [one for one in telling.dataset.meetings.values() if _concerns(one, address)]
    return tuple(meeting_line(telling, one) for one in sorted(found, key=_newest_first))


def _concerns(meeting: Meeting, address: Address) -> bool:
    if address.kind == "theme":
        return meeting.theme == address.key
    return address.kind == "ministry" and address.key in meeting.ministries


def _newest_first(meeting: Meeting) -> tuple[int, str]:
    when = when_of(meeting)
    return -when.last.toordinal() if when else 0, meeting.id


def _of_theme(voice: Voice, key: str) -> Iterator[SiteFact]:
    label, themes = voice.words("site_group").label, voice.site.dataset.themes
    theme = themes[key]
    if theme.parent:
        yield SiteFact(label["parent"], ((voice.theme(theme.parent),),))
    parts = [one.id for one in themes.values() if one.parent == key]
    if parts:
        yield SiteFact(label["parts"], tuple(_counted(voice, one) for one in parts))
    leads = voice.words("site_record").say("leads") if len(theme.ministries) > 1 else ""
    answers: list[SiteLine] = [(voice.actor(one),) for one in theme.ministries]
    if leads:
        answers[0] = (*answers[0], Run(leads))
    nobody: SiteLine = (Run(label["not_recorded"]),)
    yield SiteFact(label["theme_ministries"], tuple(answers) or (nobody,))


def _counted(voice: Voice, theme: str) -> SiteLine:
    """Return a theme, and how many records stand on it."""
    number = len(voice.site.by_theme.get(theme, ()))
    return voice.theme(theme), Run(f" ({voice.words('site_group').number(number)})")


def _of_ministry(voice: Voice, actor: Actor) -> Iterator[SiteFact]:
    label = voice.words("site_group").label
    bodies = (one.id for one in voice.site.bodies if one.coordinated_by == actor.id)
    found = tuple((voice.actor(one),) for one in bodies)
    if found:
        yield SiteFact(label["coordinates"], found)


def _of_body(voice: Voice, actor: Actor) -> Iterator[SiteFact]:
    label = voice.words("site_group").label
    if actor.convention:
        yield SiteFact(label["convention"], ((Run(actor.convention),),))
    if actor.coordinated_by:
        yield SiteFact(label["coordinated_by"], ((voice.actor(actor.coordinated_by),),))
    elif actor.kind == "treaty-body":
        yield SiteFact(label["coordinated_by"], ((Run(label["not_recorded"]),),))


def _former_names(voice: Voice, actor: Actor) -> Iterator[SiteFact]:
    words = voice.words("site_group")
    lines: list[SiteLine] = []
    for one in actor.formerly:
        until = words.say("until", date=voice.date(one.until)) if one.until else ""
        lines.append((voice.said(one.name), Run(until)) if until else (voice.said(one.name),))
    if lines:
        yield SiteFact(words.label["formerly"], tuple(lines))
