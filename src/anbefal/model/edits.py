"""Changes to a repository, as values: what is to be set, added or taken away, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Steps = tuple[str | int, ...]
"""Keys and list places from the top of a record. A place in a list is its number (from 0), or the
id of the item that stands there."""


@dataclass(frozen=True, slots=True)
class Target:
    """A record.

    Attributes:
        kind: Name of its kind, such as ``recommendation``.
        id: Its id; of an assessment ``ROUND/ASSESSOR``; of criteria and settings the kind's name.
    """

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a field a value; mappings on the way to it are made.

    Attributes:
        target: The record.
        steps: The field.
        value: A plain value; ``None`` takes the field away.
    """

    target: Target
    steps: Steps
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item at the end of a list, which is made where it is missing.

    Attributes:
        target: The record.
        steps: The list.
        value: A plain value. One that the list already holds is not added again, but for the
            entries of a log.
    """

    target: Target
    steps: Steps
    value: Any


@dataclass(frozen=True, slots=True)
class Discard:
    """Take an item out of a list; the list goes where it was the last.

    Attributes:
        target: The record.
        steps: The list.
        value: A plain value that the list holds.
    """

    target: Target
    steps: Steps
    value: Any


@dataclass(frozen=True, slots=True)
class Create:
    """Make a new record.

    Attributes:
        target: The record; nothing of its kind has the id yet.
        value: Its content, a plain mapping.
    """

    target: Target
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a record away; see :func:`anbefal.model.references.named_by` for who names it."""

    target: Target


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a record another id, in its file's name and wherever records name it.

    Attributes:
        target: The record.
        new: The new id.
    """

    target: Target
    new: str


Edit = SetValue | Append | Discard | Create | Delete | Rename
