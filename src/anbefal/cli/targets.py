"""The record that a command changes, by the name that the user gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.cli.session import require_readable
from anbefal.errors import Misuse, UnknownName

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset, Key
    from anbefal.model.kinds import Kind


def find_target(dataset: Dataset, name: str, kind: str | None = None) -> Key:
    """Return the record with an id, among all kinds or one.

    Raises:
        UnknownName: There is none; the nearest id is suggested.
        DataHasErrors: Its file has a mistake.
        Misuse: Records of several kinds have the id, and none of the kinds was named.
    """
    from anbefal.model.dataset import Key
    from anbefal.model.kinds import KINDS
    from anbefal.model.names import composed, nearest

    kinds = [one.name for one in KINDS if kind in {None, one.name}]
    wanted = composed(name)
    found = [key for one in kinds if (key := Key(one, wanted)) in dataset.by_key]
    if not found:
        ids = sorted({key.name for key in dataset.by_key if key.kind in kinds})
        for one in kinds:
            require_readable(dataset, one, wanted)
        raise UnknownName(kind or "record", name, nearest(wanted, ids), ids)
    if len(found) > 1:
        several = ", ".join(one.kind for one in found)
        message = f"{name!r} is the id of several records: {several}."
        raise Misuse(message, f"Say which one with --kind {found[0].kind}.")
    return found[0]


def kind_named(name: str) -> Kind:
    """Return the kind with a name."""
    from anbefal.model.kinds import KINDS

    return next(kind for kind in KINDS if kind.name == name)
