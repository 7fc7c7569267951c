"""A meeting and a plan as the page of meetings shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from anbefal.analysis.measures import promises_of
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.lines import capital, listed, outside, own_words, site_sentence
from anbefal.documents.site.meetings.measures import ShownMeasure, record_links, shown_measure
from anbefal.documents.site.meetings.state import state_line
from anbefal.documents.site.page import SiteLine
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Provenance


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A meeting: nothing of its minutes, its case, its agenda or its persons.

    Attributes:
        id: Its id, which leads to it.
        title: What it is about.
        mark: The mark of what nobody has compared with what it is from, or nothing.
        state: How far it has come, and when it was or is to be.
        facts: Labels and what stands at them.
        questions: What the ministries are asked.
        promises: What was promised, where it was held.
        missing: What is not recorded of a meeting that was held; empty where nothing is missing.
        origin: Where we have it from; empty where that is not recorded.
    """

    id: str
    title: SiteLine
    mark: str
    state: str
    facts: tuple[tuple[str, SiteLine], ...]
    questions: tuple[Run, ...]
    promises: tuple[ShownMeasure, ...]
    missing: str
    origin: SiteLine


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan for following up.

    Attributes:
        id: What leads to it.
        title: What it is called.
        mark: The mark of what nobody has compared with the document it is from, or nothing.
        told: Whose it is and when it was decided.
        mandate: Why there is a plan; ``None`` where that is not recorded.
        parts: Headings of the plan with the measures under them; a heading may be missing.
        missing: That no measures are recorded; empty where some are.
        origin: Where we have it from; empty where that is not recorded.
    """

    id: str
    title: Run
    mark: str
    told: SiteLine
    mandate: Run | None
    parts: tuple[tuple[Run | None, tuple[ShownMeasure, ...]], ...]
    missing: str
    origin: SiteLine


def shown_meeting(voice: Voice, meeting: Meeting) -> ShownMeeting:
    """Return a meeting as the page shows it."""
    words = voice.words("site_meetings")
    theme, state = voice.theme(meeting.theme), state_line(voice, meeting)
    missing = missing_of(voice, meeting)
    return ShownMeeting(
        id=meeting.id,
        title=site_sentence(voice.words("site"), "meeting", theme=theme),
        mark=_mark(voice, meeting.provenance),
        state=capital(state),
        facts=tuple((label, line) for label, line in _facts(voice, meeting) if line),
        questions=tuple(map(voice.said, meeting.questions)),
        promises=tuple(shown_measure(voice, one) for one in promises_of(meeting)),
        missing=words.say("missing", what=missing) if missing else "",
        origin=_origin(voice, meeting.provenance),
    )


def participants_of(voice: Voice, meeting: Meeting) -> SiteLine:
    """Return the organisations that take part, each once."""
    actors = dict.fromkeys(one.actor for one in meeting.participants)
    return listed([voice.actor(one) for one in actors], voice.words("site_meetings"))


def ministries_of(voice: Voice, meeting: Meeting) -> SiteLine:
    """Return the ministries that are asked, the one that leads first."""
    return listed([voice.actor(one) for one in meeting.ministries], voice.words("site_meetings"))


def proposed_days(voice: Voice, meeting: Meeting) -> str:
    """Return the days that were proposed for a meeting without a date that waits for an answer."""
    if meeting.state != "requested" or meeting.date:
        return ""
    days = [voice.date(one) for one in meeting.proposed_dates]
    return voice.words("site_meetings").listed(days, "or")


def _facts(voice: Voice, meeting: Meeting) -> Iterator[tuple[str, SiteLine]]:
    words = voice.words("site_meetings")
    yield words.label["ministries"], ministries_of(voice, meeting)
    is_held, asked = meeting.state == "held", meeting.requested_on
    who = words.label["participants" if is_held else "invited"]
    yield who, participants_of(voice, meeting)
    if asked and meeting.state != "requested":
        yield words.label["requested_on"], (Run(voice.date(asked)),)
    days = proposed_days(voice, meeting)
    yield words.label["proposed"], (Run(days),) if days else ()
    taken_up = words.label["recommendations" if is_held else "scheduled"]
    yield taken_up, record_links(voice, meeting.recommendations)


def missing_of(voice: Voice, meeting: Meeting) -> str:
    """Return what is not recorded of a meeting that was held, as a list; empty without any."""
    if meeting.state != "held":
        return ""
    words = voice.words("site_meetings")
    parts = {
        "missing_participants": meeting.participants,
        "missing_recommendations": meeting.recommendations,
        "missing_questions": meeting.questions,
        "missing_promises": meeting.commitments,
    }
    return words.listed([words.say(key) for key, part in parts.items() if not part])


def _mark(voice: Voice, origin: Provenance) -> str:
    return "" if origin.verified else voice.words("site").label["unverified_mark"]


def source_of(voice: Voice, origin: Provenance) -> SiteLine:
    """Return where we have something from; empty where that is not recorded."""
    if not origin.source:
        return ()
    link = outside(origin.source, origin.source)
    return (link,) if link else own_words(voice, origin.source)


def _origin(voice: Voice, origin: Provenance) -> SiteLine:
    """Return where we have something from as a sentence; empty where that is not recorded."""
    words, source = voice.words("site_meetings"), source_of(voice, origin)
    if not source:
        return ()
    if origin.seen is None:
        return site_sentence(words, "origin", source=source)
    return site_sentence(words, "origin_seen", source=source, date=voice.date(origin.seen))


def shown_plan(voice: Voice, plan: Plan) -> ShownPlan:
    """Return a plan as the page shows it."""
    words = voice.words("site_meetings")
    parts = groupby(plan.measures, key=lambda one: one.heading)
    return ShownPlan(
        id=f"plan-{plan.id}",
        title=voice.said(plan.title),
        mark=_mark(voice, plan.provenance),
        told=_told(voice, plan),
        mandate=voice.said(plan.mandate) if plan.mandate else None,
        parts=tuple(
            (voice.said(heading) if heading else None, _measures(voice, group))
            for heading, group in parts
        ),
        missing="" if plan.measures else words.say("no_measures"),
        origin=_origin(voice, plan.provenance),
    )


def _measures(voice: Voice, group: Iterator[Measure]) -> tuple[ShownMeasure, ...]:
    return tuple(shown_measure(voice, one) for one in group)


def _told(voice: Voice, plan: Plan) -> SiteLine:
    words = voice.words("site_meetings")
    date = voice.date(plan.decided) if plan.decided else words.label["no_date"]
    if plan.owner is None:
        return site_sentence(words, "plan_of", date=date)
    return site_sentence(words, "plan_owned", date=date, owner=voice.actor(plan.owner))
