"""The record that a command changes, by the name that the user gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.errors import Misuse, UnknownName

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Target
    from anbefal.model.kinds import Kind


def find_target(dataset: Dataset, name: str, kind: str | None = None) -> Target:
    """Return the record with an id, among all kinds or one.

    Raises:
        UnknownName: There is none; the nearest id is suggested.
        Misuse: Records of several kinds have the id, and none of the kinds was named.
    """
    from anbefal.model.names import composed, nearest
    from anbefal.store.applying import known_targets

    known = [one for one in known_targets(dataset) if kind in {None, one.kind}]
    wanted = composed(name)
    found = [one for one in known if one.id == wanted]
    if not found:
        ids = sorted({one.id for one in known})
        raise UnknownName(kind or "record", name, nearest(wanted, ids), ids)
    if len(found) > 1:
        kinds = ", ".join(one.kind for one in found)
        message = f"{name!r} is the id of several records: {kinds}."
        raise Misuse(message, f"Say which one with --kind {found[0].kind}.")
    return found[0]


def kind_named(name: str) -> Kind:
    """Return the kind with a name."""
    from anbefal.model.kinds import KINDS

    return next(kind for kind in KINDS if kind.name == name)
