"""What was said last on the two tracks, in a line: what the state reported, what others found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.analysis.followup import grades_of, in_order, is_unsure, standing
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Grade, Recommendation, Track, Update

Log = tuple[Update, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and the words at it.

    Attributes:
        label: The label.
        told: The words.
    """

    label: str
    told: str


class Tracks:
    """Says in one language what was said last of records and measures.

    That nobody reports is a finding. It stands on the state's track where the state itself says so;
    where others found it, it stands for itself: it is neither a report nor a judgement.

    Args:
        voice: The words of the language.
    """

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._words = voice.words("site_entry")
        self._status = voice.words("status")
        self._nothing = self._status.say("nothing")

    def reported(self, log: Log) -> str:
        """Return what was reported last, or that nothing is recorded."""
        return self.said(log, "reported") or self._nothing

    def assessed(self, record: Recommendation) -> str:
        """Return what others found last, and the newest grade of the committee in its own words."""
        told = [self.said(record.status, "assessed"), self.graded(record)]
        return "; ".join(filter(None, told)) or self._nothing

    def said(self, log: Log, track: Track) -> str:
        """Return what was said last on a track, the newest first; empty without anything.

        Where it is not sure what was said last, that is told with all that may be.
        """
        if not log:
            return ""
        found = [
            one
            for one in reversed(standing(log, track))
            if track == "reported" or one.value != "no-report"
        ]
        told = "; ".join(map(self.update, found))
        if len(found) > 1 and is_unsure(log, track):
            return self._words.say("unsure", told=told)
        return told

    def looked(self, log: Log) -> Iterator[Fact]:
        """Yield the newest finding of others that nobody reports, unless somebody has since."""
        found = [one for one in log if one.value == "no-report" and one.track == "assessed"]
        for one in in_order(tuple(found))[-1:]:
            if not any(one.date.surely_before(report.date) for report in _reports(log)):
                by, date = self._voice.short(one.by).text, self._voice.date(one.date)
                label = self._words.say("looked_into_by", by=by, date=date)
                yield Fact(label, self._status.status[one.value])

    def looked_told(self, log: Log) -> str:
        """Return that finding in one line, or nothing."""
        return "; ".join(f"{one.label}: {one.told}" for one in self.looked(log))

    def graded(self, record: Recommendation) -> str:
        """Return the newest grade of a committee, or nothing."""
        return "; ".join(self.grade(record, one) for one in grades_of(record)[-1:])

    def update(self, update: Update) -> str:
        """Return who said what, and when; that nobody reports is told as what was looked into."""
        by, date = self._voice.short(update.by).text, self._voice.date(update.date)
        value = self._status.status[update.value]
        words = self._words if update.value == "no-report" else self._status
        key = "looked" if update.value == "no-report" else "update"
        return words.say(key, by=by, date=date, value=value)

    def grade(self, record: Recommendation, grade: Grade) -> str:
        """Return a committee's grade in its own words, with its name and the date."""
        by = self._voice.short(record.source.body).text
        if grade.date is None:
            return self._words.say("grade_undated", by=by, value=grade.value)
        date = self._voice.date(grade.date)
        return self._words.say("grade", by=by, date=date, value=grade.value)


def _reports(log: Log) -> Iterator[Update]:
    return (one for one in log if one.track == "reported" and one.value != "no-report")
