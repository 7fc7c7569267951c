"""How far a meeting has come, in words."""

from __future__ import annotations

from anbefal.documents.site.voice import Voice
from anbefal.model.meeting import Meeting


def state_line(voice: Voice, meeting: Meeting) -> str:
    """Return how far a meeting has come, and when it was, is to be or was asked for."""
    words, date, when = voice.words("site_meetings"), meeting.date, voice.words("site").when
    told = voice.words("meetings").label[meeting.state]
    match meeting.state:
        case "requested":
            asked = meeting.requested_on
            said = words.say("requested", date=when(asked)) if asked else told
            return words.say("unanswered", told=said)
        case "confirmed" if date:
            today = voice.site.dataset.reference_date
            key = "unrecorded" if date.is_over(today) else "confirmed"
            return words.say(key, date=words.date(date))
        case "held" | "planned" | "cancelled" if date:
            return words.say(meeting.state, date=when(date))
        case _:
            return words.say("undated", told=told)
