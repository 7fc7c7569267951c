"""What differs in the lists that records hold: logs, promises, grades, memos, links, scores."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from anbefal.analysis.changes import Change, How, What
from anbefal.analysis.pairing import Difference, differences, is_reordered, pairs, words
from anbefal.model.assessment import Assessment, ScoreEntry
from anbefal.model.dataset import Key
from anbefal.model.meeting import Measure, Report
from anbefal.model.recommendation import Grade, Links, Update

NOT_GIVEN = "not assessed"
"""How a value that is null is told; one that is absent is no value at all."""


def statuses(
    record: Key, old: tuple[Update, ...], new: tuple[Update, ...], part: str | None = None
) -> Iterator[Change]:
    """Yield what differs in a log.

    An entry of the same day, track and speaker that says something else was corrected.

    Args:
        record: The record that holds the log.
        old: The log before.
        new: The log after.
        part: The promise or measure whose log it is.
    """
    for was, now in pairs(old, new, _of_update):
        one = now or was
        assert one is not None  # noqa: S101 - a pair has at least one side
        said: dict[str, Any] = {
            "part": part,
            "date": str(one.date),
            "by": one.by,
            "track": one.track,
        }
        if was is None or now is None:
            values = _come_or_gone(was, one.value)
            yield Change(record, "status", note=one.note, evidence=one.evidence, **values, **said)
        elif was != now:
            for difference in differences(was, now):
                yield _corrected(record, "status", difference, said)
    if is_reordered(old, new, _of_update):
        yield Change(record, "status", "reordered", part=part)


def _of_update(update: Update) -> Hashable:
    return update.date, update.track, update.by


def _come_or_gone(was: Any, told: str | None) -> dict[str, Any]:
    """Return how, old and new of something that one side lacks."""
    if was is None:
        return {"how": "added", "new": told}
    return {"how": "removed", "old": told}


def _corrected(record: Key, what: What, difference: Difference, said: dict[str, Any]) -> Change:
    path, old, new = difference
    if path == "internal":
        what = "internal"
    return Change(record, what, "changed", field=path, old=old, new=new, **said)


def grades(record: Key, old: tuple[Grade, ...], new: tuple[Grade, ...]) -> Iterator[Change]:
    """Yield what differs in a committee's grades, told on the committee's own scale."""
    for was, now in pairs(old, new, _of_grade):
        one = now or was
        assert one is not None  # noqa: S101 - a pair has at least one side
        said: dict[str, Any] = {"date": str(one.date) if one.date else None, "by": one.scale}
        if was is None or now is None:
            values = _come_or_gone(was, one.value)
            yield Change(record, "grade", note=one.document, **values, **said)
        else:
            for difference in differences(was, now):
                yield _corrected(record, "grade", difference, said)
    if is_reordered(old, new, _of_grade):
        yield Change(record, "grade", "reordered")


def _of_grade(grade: Grade) -> Hashable:
    return grade.date, grade.scale


def measures(
    record: Key, what: What, old: tuple[Measure, ...], new: tuple[Measure, ...]
) -> Iterator[Change]:
    """Yield what differs in promises or measures and in their logs."""
    for was, now in pairs(old, new, _id):
        one = now or was
        assert one is not None  # noqa: S101 - a pair has at least one side
        if was is None or now is None:
            due = f"due {one.due}" if one.due else None
            by = ", ".join(one.responsible) or None
            values = _come_or_gone(was, words(one.text))
            yield Change(record, what, part=one.id, by=by, note=due, **values)
        else:
            for difference in differences(was, now, frozenset({"updates"})):
                yield _corrected(record, what, difference, {"part": one.id})
        yield from statuses(record, was.updates if was else (), now.updates if now else (), one.id)
    if is_reordered(old, new, _id):
        yield Change(record, what, "reordered")


def reports(record: Key, old: tuple[Report, ...], new: tuple[Report, ...]) -> Iterator[Change]:
    """Yield what differs in the heads of memos."""
    for was, now in pairs(old, new, _id):
        one = now or was
        assert one is not None  # noqa: S101 - a pair has at least one side
        said: dict[str, Any] = {"part": one.id, "date": str(one.date)}
        if was is None or now is None:
            told = words(one.subject) or one.id
            yield Change(record, "report", **_come_or_gone(was, told), **said)
        else:
            for difference in differences(was, now):
                yield _corrected(record, "report", difference, said)
    if is_reordered(old, new, _id):
        yield Change(record, "report", "reordered")


def _id(part: Measure | Report) -> Hashable:
    return part.id


def links(record: Key, old: Links, new: Links) -> Iterator[Change]:
    """Yield the links that a person made or took away."""
    for name in Links.model_fields:
        before, after = getattr(old, name), getattr(new, name)
        for was, now in pairs(before, after, lambda one: one):
            if was is None or now is None:
                yield Change(record, "link", field=name, **_come_or_gone(was, now or was))
        if is_reordered(before, after, lambda one: one):
            yield Change(record, "link", "reordered", field=name)


def scores(record: Key, was: Assessment | None, now: Assessment | None) -> Iterator[Change]:
    """Yield the values that an assessor gave, took back or changed, by item and criterion."""
    one = now or was
    assert one is not None  # noqa: S101 - a pair has at least one side
    said: dict[str, Any] = {
        "by": one.assessor,
        "date": str(one.date),
        "example": any(side.example for side in (was, now) if side),
    }
    old, new = was.scores if was else (), now.scores if now else ()
    for before, after in pairs(old, new, _item):
        if before != after:
            yield from _entry(record, before, after, said)
    if is_reordered(old, new, _item):
        yield Change(record, "score", "reordered", **said)


def _item(entry: ScoreEntry) -> Hashable:
    return entry.theme, entry.recommendation


def _entry(
    record: Key, was: ScoreEntry | None, now: ScoreEntry | None, said: dict[str, Any]
) -> Iterator[Change]:
    one = now or was
    assert one is not None  # noqa: S101 - a pair has at least one side
    said = {**said, "part": one.theme or one.recommendation}
    old, new = _values(was), _values(now)
    if not old and not new and (was is None or now is None):
        yield Change(record, "score", **_come_or_gone(was, None), **said)
    for criterion in sorted({*old, *new}):
        before, after = old.get(criterion), new.get(criterion)
        if before != after:
            how: How = "added" if before is None else "removed" if after is None else "changed"
            field = f"values.{criterion}"
            yield Change(record, "score", how, field=field, old=before, new=after, **said)
    if was is None or now is None:
        return
    for path, before, after in differences(was, now, frozenset({"values"})):
        what: What = "internal" if path == "internal" else "score"
        secret = what == "score"
        yield Change(
            record, what, "changed", field=path, old=before, new=after, withheld=secret, **said
        )


def _values(entry: ScoreEntry | None) -> dict[str, str]:
    values = entry.values if entry else {}
    return {name: words(value) or NOT_GIVEN for name, value in values.items()}
