"""What a rule finds: a diagnostic but for the code and severity, which are the rule's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from anbefal.diagnostics import TOP, Path, Position, Steps
from anbefal.model.dataset import Entry


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach of a rule.

    Attributes:
        file: Path relative to the repository.
        message: What is wrong, one sentence.
        hint: What to do, or an empty text.
        record: The id of the record concerned, where there is one.
        path: Where in the file's values, for a rule that reads values.
        position: Line and column, for a rule that reads the text.
    """

    file: str
    message: str
    hint: str = ""
    record: str | None = None
    path: Path = TOP
    position: Position | None = None


def problem(
    entry: Entry[Any], steps: Steps, message: str, hint: str = "", *, at_key: bool = False
) -> Problem:
    """Return a problem with a value, or with its key, of an entry's record."""
    return Problem(
        entry.file,
        message,
        hint,
        record=getattr(entry.record, "id", None),
        path=Path((*entry.base, *steps), at_key=at_key),
    )
