"""Bodies and ministries by the names that people use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from anbefal.errors import UnknownName

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset


def bodies_named(dataset: Dataset, names: Iterable[str] | None) -> tuple[str, ...]:
    """Return the ids of the bodies that are called so; see :func:`body_named`."""
    return tuple(body_named(dataset, name) for name in names or ())


def ministries_named(dataset: Dataset, names: Iterable[str] | None) -> tuple[str, ...]:
    """Return the ids of the ministries that are called so; see :func:`ministry_named`."""
    return tuple(ministry_named(dataset, name) for name in names or ())


def body_named(dataset: Dataset, name: str) -> str:
    """Return the id of the body that is called so: its id, name, short name or convention.

    Raises:
        UnknownName: There is none; the nearest id is suggested.
    """
    from anbefal.model.labels import BODY_KINDS, Vocabulary, plain_label
    from anbefal.model.names import composed

    bodies = {one.id: one for one in dataset.actors.values() if one.kind in BODY_KINDS}
    if composed(name) in bodies:
        return composed(name)
    wanted = plain_label(name)
    found = Vocabulary(dataset).body(name) if wanted else None
    if found is None:
        by_convention = [
            one.id
            for one in bodies.values()
            if wanted and one.convention and plain_label(one.convention) == wanted
        ]
        found = by_convention[0] if len(by_convention) == 1 else None
    if found is None:
        raise _unknown("body", name, list(bodies))
    return found


def ministry_named(dataset: Dataset, name: str) -> str:
    """Return the id of the ministry that is called so: its id, name, former or short name.

    Raises:
        UnknownName: There is none; the nearest id is suggested.
    """
    from anbefal.model.labels import Vocabulary

    found = Vocabulary(dataset).ministry(name)
    if found is None:
        known = [one.id for one in dataset.actors.values() if one.kind == "ministry"]
        raise _unknown("ministry", name, known)
    return found


def _unknown(kind: str, name: str, known: list[str]) -> UnknownName:
    from anbefal.model.names import nearest

    return UnknownName(kind, name, nearest(name, known), sorted(known))
