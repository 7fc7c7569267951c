"""Links to a meeting, told so that two on one theme are not taken for each other."""

from __future__ import annotations

from anbefal.documents.site.page import Link
from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Meeting, Plan


def meeting_link(voice: Voice, meeting: Meeting, *, is_dated: bool = True) -> Link:
    """Return a meeting's theme and date, which lead to where it stands among the others.

    Args:
        voice: The language.
        meeting: The meeting.
        is_dated: Whether to tell when it is or was asked for; not where that stands beside it.
    """
    words, theme = voice.words("site"), voice.theme(meeting.theme).text
    path = f"{voice.path('meetings')}#{meeting.id}"
    if is_dated and meeting.date:
        told = words.say("meeting_dated", theme=theme, date=voice.date(meeting.date))
    elif is_dated and meeting.requested_on:
        told = words.say("meeting_requested", theme=theme, date=words.when(meeting.requested_on))
    else:
        told = words.say("meeting", theme=theme)
    return Link(told, path)


def plan_link(voice: Voice, plan: Plan) -> Link:
    """Return a plan's title, which leads to where it stands among the plans."""
    title, path = voice.said(plan.title), f"{voice.path('meetings')}#plan-{plan.id}"
    return Link(title.text, path, language=title.language)
