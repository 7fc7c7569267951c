"""Bodies and ministries by the names that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.errors import UnknownName

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset


def body_named(dataset: Dataset, name: str) -> str:
    """Return the id of the body that is called so: its id, name, short name or convention.

    Raises:
        UnknownName: There is none; the nearest id is suggested.
    """
    from anbefal.model.labels import BODY_KINDS, Vocabulary, plain_label

    found = Vocabulary(dataset).body(name) if plain_label(name) else None
    if found is None:
        bodies = [one for one in dataset.actors.values() if one.kind in BODY_KINDS]
        wanted = plain_label(name)
        by_convention = [
            one.id for one in bodies if one.convention and plain_label(one.convention) == wanted
        ]
        if wanted and len(by_convention) == 1:
            return by_convention[0]
        raise _unknown("body", name, [one.id for one in bodies])
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
