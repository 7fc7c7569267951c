"""Comparing two datasets: what came, what went, what was promised and said in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from anbefal.analysis.changes import Change
from anbefal.analysis.comparison_parts import grades, links, measures, reports, scores, statuses
from anbefal.analysis.pairing import differences, pairs
from anbefal.model.assessment import Assessment
from anbefal.model.base import Record
from anbefal.model.dataset import Dataset, Key
from anbefal.model.meeting import Measure, Meeting, Plan
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Theme

_ELSEWHERE: Mapping[type[Record], frozenset[str]] = {
    Recommendation: frozenset({"status", "links", "follow_up", "state_position"}),
    Meeting: frozenset({"commitments", "state"}),
    Plan: frozenset({"measures", "reports"}),
    Assessment: frozenset({"scores"}),
}
"""Fields that have words of their own for what changed in them."""

_WORDING = frozenset({"text", "summary"})


def compare(old: Dataset, new: Dataset) -> tuple[Change, ...]:
    """Return what differs between two datasets, in the data's own terms.

    Of a record that came or went, what it says is told as well: its log, promises, grades and
    scores. Where the files of a record lie is no part of it. A record that one side may hold, but
    that could not be read there, is passed over: nothing is known of how it changed.

    Args:
        old: The dataset before.
        new: The dataset after.

    Returns:
        The changes, sorted by kind of record and id; within a record as the file has them. None
        where the datasets say the same; at least one for every record that does not.
    """
    before, after = _by_key(old), _by_key(new)
    found: list[Change] = []
    for key in sorted({*before, *after}, key=lambda key: (key.kind, key.name)):
        matched = pairs(before.get(key, ()), after.get(key, ()), lambda _: None)
        for was, now in matched:
            if _is_known(old, key, was) and _is_known(new, key, now):
                found += _within(_Pair(key, was, now), old, new)
    return tuple(found)


def shown(
    changes: Iterable[Change], theme: str | None = None, *, internal: bool = False
) -> tuple[Change, ...]:
    """Return the changes that an answer shows.

    Args:
        changes: What :func:`compare` returned.
        theme: Only those that concern this theme.
        internal: Whether the answer is for the secretariat; otherwise minority views, reasons and
            persons keep their words to themselves.
    """
    return tuple(
        change if internal else change.public()
        for change in changes
        if theme is None or theme in change.themes
    )


def _is_known(dataset: Dataset, key: Key, record: Record | None) -> bool:
    name = key.name.rpartition("/")[2]  # of an assessment that cannot be read, its file's name
    return record is not None or not dataset.may_hold(key.kind, name)


def _by_key(dataset: Dataset) -> dict[Key, list[Record]]:
    groups: defaultdict[Key, list[Record]] = defaultdict(list)
    for entry in sorted(dataset.entries, key=lambda entry: entry.file):
        groups[entry.key].append(entry.record)
    return groups


@dataclass(frozen=True, slots=True)
class _Pair:
    """A record before and after; ``None`` on the side that lacks it."""

    key: Key
    old: Any
    new: Any

    @property
    def any(self) -> Any:
        return self.new if self.new is not None else self.old

    def change(self, **values: Any) -> Change:
        return Change(self.key, **values)

    def both(self, field: str, empty: Any = ()) -> tuple[Any, Any]:
        """Return a field before and after; ``empty`` on the side that lacks the record."""
        old, new = (getattr(one, field) if one else empty for one in (self.old, self.new))
        return old, new


def _within(pair: _Pair, old: Dataset, new: Dataset) -> Iterator[Change]:
    if pair.old == pair.new:
        return
    themes = _Themes(old, new)
    for change in _told(pair):
        yield replace(change, themes=themes.of(pair, change))


def _told(pair: _Pair) -> Iterator[Change]:
    if pair.old is None or pair.new is None:
        yield pair.change(what="record", how="added" if pair.old is None else "removed")
    match pair.any:
        case Recommendation():
            yield from _recommendation(pair)
        case Meeting():
            yield from _meeting_state(pair)
            yield from measures(pair.key, "promise", *pair.both("commitments"))
        case Plan():
            yield from measures(pair.key, "measure", *pair.both("measures"))
            yield from reports(pair.key, *pair.both("reports"))
        case Assessment():
            yield from scores(pair.key, pair.old, pair.new)
    if pair.old is not None and pair.new is not None:
        yield from _fields(pair)


def _fields(pair: _Pair) -> Iterator[Change]:
    """Yield what differs in fields that need no words of their own."""
    skip = _ELSEWHERE.get(type(pair.any), frozenset())
    inferred = frozenset(pair.new.provenance.inferred if _is_recommendation(pair) else ())
    for path, was, now in differences(pair.old, pair.new, skip):
        first, last = path.partition(".")[0], path.rpartition(".")[2]
        what = "internal" if last == "internal" else "field"
        if _is_recommendation(pair) and first in _WORDING:
            what = "wording"
        yield pair.change(
            what=what,
            how=_how(was, now),
            field=path,
            old=was,
            new=now,
            inferred=path.removeprefix("source.") in inferred,
            withheld=last == "person",
        )


def _is_recommendation(pair: _Pair) -> bool:
    return isinstance(pair.new, Recommendation)


def _how(old: str | None, new: str | None) -> str:
    return "added" if old is None else "removed" if new is None else "changed"


def _recommendation(pair: _Pair) -> Iterator[Change]:
    yield from statuses(pair.key, *pair.both("status"))
    was, now = pair.both("follow_up", None)
    yield from _follow_up(pair, was, now)
    yield from grades(pair.key, was.grades if was else (), now.grades if now else ())
    yield from _state_position(pair)
    if pair.old is not None and pair.new is not None:
        yield from links(pair.key, pair.old.links, pair.new.links)


def _follow_up(pair: _Pair, was: Any, now: Any) -> Iterator[Change]:
    if was is None or now is None:
        if was is not now:
            one = now or was
            told = f"due {one.due}" if one.due else "picked, deadline not known as a date"
            old, new = (None, told) if was is None else (told, None)
            note = one.note
            yield pair.change(what="follow-up", how=_how(old, new), old=old, new=new, note=note)
        return
    for path, old, new in differences(was, now, frozenset({"grades"})):
        yield pair.change(what="follow-up", how=_how(old, new), field=path, old=old, new=new)


def _state_position(pair: _Pair) -> Iterator[Change]:
    was, now = pair.both("state_position", None)
    if was == now:
        return
    if was is None or now is None:
        one = now or was
        old, new = (None, one.value) if was is None else (one.value, None)
        dated = str(one.date) if one.date else None
        yield pair.change(
            what="state-position", how=_how(old, new), old=old, new=new, date=dated, note=one.source
        )
        return
    dated = str(now.date) if now.date else None
    for path, old, new in differences(was, now):
        yield pair.change(
            what="state-position", how=_how(old, new), field=path, old=old, new=new, date=dated
        )


def _meeting_state(pair: _Pair) -> Iterator[Change]:
    old, new = pair.both("state", None)
    if old != new:
        meeting: Meeting = pair.any
        when = meeting.date or meeting.requested_on
        dated = str(when) if when else None
        yield pair.change(what="meeting-state", how=_how(old, new), old=old, new=new, date=dated)


class _Themes:
    """The themes that a change concerns, before and after."""

    def __init__(self, old: Dataset, new: Dataset) -> None:
        self._sides = (new, old)

    def of(self, pair: _Pair, change: Change) -> tuple[str, ...]:
        """Return the themes, those after before those that were."""
        found: list[str] = []
        for record in (pair.new, pair.old):
            match record:
                case Recommendation():
                    found += record.themes
                case Meeting():
                    found.append(record.theme)
                    found += self._addressed(record.commitments, change.part)
                case Plan():
                    whole = None if change.what == "report" else change.part
                    found += self._addressed(record.measures, whole, all_without=True)
                case Assessment() if change.part:
                    found += self._scored(record, change.part)
                case Theme():
                    found.append(record.id)
        return tuple(dict.fromkeys(found))

    def _addressed(
        self, measures: tuple[Measure, ...], part: str | None, *, all_without: bool = False
    ) -> Iterator[str]:
        """Yield the themes that a measure is about; of all of them, where no measure is named."""
        for measure in measures:
            if measure.id == part or (part is None and all_without):
                for one in measure.addresses:
                    yield from self._of_recommendation(one)

    def _scored(self, record: Assessment, item: str) -> Iterator[str]:
        if any(entry.theme == item for entry in record.scores):
            yield item
        if any(entry.recommendation == item for entry in record.scores):
            yield from self._of_recommendation(item)

    def _of_recommendation(self, name: str) -> tuple[str, ...]:
        found = (side.recommendations.get(name) for side in self._sides)
        return next((one.themes for one in found if one), ())
