"""What a merge must know of the data: who an item of a list is, and what belongs together.

Everything here names keys of the data model. The merge itself knows only mappings and lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from anbefal.model.recommendation import Links

Same = Callable[[Any, Any], bool]
Place = tuple[str | int, ...]

ACTORS_IN = {"participants": ("actor",), "scores": ("theme", "recommendation")}
"""Lists whose items are known by another key than ``id``, and by which."""

FREE_TEXTS = {"internal", "enclosures", "evidence"}
"""Lists of texts, not of names: a changed text is a change, not one gone and another come."""

LED = {"themes", "ministries"}
"""Lists whose first item is the main theme, or the ministry that leads."""

MERGED_WHERE_BOTH_ADD = {"scores"}
"""Lists where two people may add the same item, each with keys of their own."""

SAYING = ("date", "track", "by", "value")
"""Keys of an entry of a log that tell who said what, and when."""

WHEN, _, WHO, WHAT = SAYING

STATEMENTS = (
    SAYING,
    ("value", "note"),
    ("body", "document", "paragraph", "proposal"),
    ("date", "scale", "value"),
    ("value", "date", "source"),
    ("state", "date"),
    ("min", "max"),
    ("source", "seen"),
)
"""Keys that make one statement together, such as who said what when, or a citation.

Of each, a merge takes what one of the sides wrote: half of one and half of the other would be a
statement that nobody made.
"""

EXAMPLE: Place = ("example",)
"""The one seal that says something by being taken away, too."""

SEALS: tuple[tuple[Place, tuple[str, ...]], ...] = (
    (("provenance", "verified"), ("source", "text", "summary")),
    (("adopted",), ("criteria", "scale")),
    (EXAMPLE, ("scores",)),
)
"""Keys that vouch for other keys: one side's seal does not cover what the other side changed."""

LINKS = tuple(Links.model_fields)
"""Lists of links, of which a record stands in one."""


def identity(place: Place, item: Any) -> Any:
    """Return what an item of the list at ``place`` is known by, or ``None`` where by its place."""
    key = last_key(place)
    if not isinstance(item, dict):
        plain = not isinstance(item, list) and key not in FREE_TEXTS
        return item if plain else None
    for name in ACTORS_IN.get(key, ("id",)):
        if isinstance(item.get(name), str):
            return name, item[name]
    return None


def last_key(place: Place) -> str:
    """Return the innermost key of a place, or an empty text at the top."""
    return next((step for step in reversed(place) if isinstance(step, str)), "")


def contradicting_additions(ours: Any, theirs: Any) -> bool:
    """Return whether two new items of a log say different things for the same speaker and day."""
    if not isinstance(ours, dict) or not isinstance(theirs, dict):
        return False
    spoke = all(ours.get(key) == theirs.get(key) for key in SAYING if key != WHAT)
    return WHO in ours and spoke and ours.get(WHAT) != theirs.get(WHAT)


def torn_statements(same: Same, ours: Any, theirs: Any, merged: Any) -> Iterator[tuple[str, ...]]:
    """Yield the statements in a merged mapping that neither side made."""
    for keys in STATEMENTS:
        made = [{key: side.get(key) for key in keys} for side in (merged, ours, theirs)]
        if not same(made[0], made[1]) and not same(made[0], made[2]):
            yield keys


def wrong_first(same: Same, base: list[Any], sides: list[list[Any]], merged: list[Any]) -> bool:
    """Return whether the first of a led list is not what the side that changed it put there."""
    before = base[:1]
    wanted = [side[:1] for side in sides if not same(side[:1], before)] or [before]
    return any(not same(merged[:1], first) for first in wanted)


def broken_seals(same: Same, base: Any, ours: Any, theirs: Any) -> Iterator[Place]:
    """Yield the seals that one side set, on content that the other side changed."""
    for seal, covered in SEALS:
        for sealing, other in ((ours, theirs), (theirs, ours)):
            set_now = bool(at(sealing, seal) or seal == EXAMPLE) and not same(
                at(sealing, seal), at(base, seal)
            )
            changed = any(
                not same(at(other, (key,)), at(base, (key,)))
                and not same(at(other, (key,)), at(sealing, (key,)))
                for key in covered
            )
            if set_now and changed:
                yield seal


def contradicting_links(ours: Any, theirs: Any, merged: Any) -> Iterator[str]:
    """Yield the ids that the sides linked in different ways."""
    links = [_links(side) for side in (merged, ours, theirs)]
    for name in sorted(set().union(*links[0].values())):
        kinds = [{kind for kind in LINKS if name in side[kind]} for side in links]
        if len(kinds[0]) > 1 and kinds[0] not in kinds[1:]:
            yield name


def _links(record: Any) -> dict[str, set[str]]:
    return {
        kind: {name for name in _listed(at(record, ("links", kind))) if isinstance(name, str)}
        for kind in LINKS
    }


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def at(value: Any, place: Place) -> Any:
    """Return what stands at a place, list indexes included, or ``None`` where nothing does."""
    for step in place:
        if isinstance(value, list):
            inside = isinstance(step, int) and step < len(value)
            value = value[step] if inside else None  # type: ignore[index]
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value
