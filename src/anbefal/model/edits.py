"""Changes to a repository, as values: what is to be set, added or taken away, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from anbefal.diagnostics import Steps
from anbefal.model.dataset import Key


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a field a value; mappings on the way to it are made. A new id renames the record.

    Attributes:
        target: The record.
        steps: The field.
        value: A plain value; ``None`` takes the field away.
    """

    target: Key
    steps: Steps
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item at the end of a list, which is made where it is missing.

    Attributes:
        target: The record.
        steps: The list.
        value: A plain value. A text that the list already holds is not added again.
    """

    target: Key
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

    target: Key
    steps: Steps
    value: Any


@dataclass(frozen=True, slots=True)
class Create:
    """Make a new record.

    Attributes:
        target: The record; nothing of its kind has the id yet.
        value: Its content, a plain mapping.
    """

    target: Key
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a record away; see :func:`anbefal.model.references.named_by` for who names it."""

    target: Key


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a record another id, in its file's name and wherever records name it.

    Attributes:
        target: The record.
        new: The new id.
    """

    target: Key
    new: str


Edit = SetValue | Append | Discard | Create | Delete | Rename
