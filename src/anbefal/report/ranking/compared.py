"""What a supposition changes, against the group's own ranking."""

from __future__ import annotations

from anbefal.report.ranking.telling import Telling
from anbefal.report.sections import Line


def what_it_changes(telling: Telling) -> list[Line]:
    """Return who would come on or off the shortlist, and whose rank would change."""
    found, words = telling.found, telling.words
    if not found.query.what_if:
        return []
    places = found.shortlist.places
    now = {item.id: item.rank for item in found.ranking.items}
    before = {item.id: item.rank for item in found.stored.items}
    inside = {one for one, rank in now.items() if rank and rank <= places}
    was_inside = {one for one, rank in before.items() if rank and rank <= places}
    changes = {"compared_in": inside - was_inside, "compared_out": was_inside - inside}
    lines = [
        Line(words.say(key, names=telling.listed([telling.item(one) for one in sorted(items)])))
        for key, items in changes.items()
        if items
    ]
    lines = lines or [Line(words.say("compared_same"))]
    moved = [one for one, rank in now.items() if rank != before[one]]
    lines += [Line(_moved(telling, one, before[one], now[one]), inner=True) for one in moved]
    return lines if moved else [*lines, Line(words.say("compared_none"))]


def _moved(telling: Telling, item: str, before: int | None, now: int | None) -> str:
    none = telling.words.label["not_assessed"]
    return telling.words.say(
        "compared_moved", name=telling.item(item), before=before or none, now=now or none
    )
