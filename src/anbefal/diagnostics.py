"""One type for every finding, whether of syntax, schema or meaning."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

_LINE_BREAK = re.compile(r"\r\n?|\n")


Steps = tuple[str | int, ...]
"""A place in a record: keys and list indexes (from 0) from its top, with the keys as they stand in
the file. Where a person names the place, an item of a list may be named by its id instead."""


def dotted(steps: Steps) -> str:
    """Return a place as people write it: ``source.paragraph``."""
    return ".".join(str(step) for step in steps)


class Severity(StrEnum):
    """How much a finding weighs: an error fails validation, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file; line and column count from 1, in characters."""

    line: int
    column: int


class Lines:
    """Tells line and column of characters in a text.

    Args:
        text: The whole text. Its lines are counted at the first question.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self._text))]

    def position(self, offset: int) -> Position:
        """Return line and column of the character at ``offset``."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Path:
    """A place in a record, as keys and list indexes from its top.

    Attributes:
        steps: Keys (text or whole numbers) and list indexes (from 0), outermost first.
        at_key: Whether the key itself is meant, not the value it holds.
    """

    steps: Steps = ()
    at_key: bool = False


TOP = Path()
"""The top of a record."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place in one file.

    Attributes:
        code: The rule's name, such as ``unknown-key``.
        severity: Error or warning.
        file: Path relative to the repository, with forward slashes, in composed Unicode.
        message: What is wrong, one sentence.
        hint: What to do, or an empty text.
        record: The id of the record concerned, where there is one.
        position: Line and column; ``None`` until the store has located ``path``.
        path: Where in the record, for findings that were made on values.
        secret: Whether the line of the file must not be shown, for what it holds.
    """

    code: str
    severity: Severity
    file: str
    message: str
    hint: str = ""
    record: str | None = None
    position: Position | None = None
    path: Path = TOP
    secret: bool = False

    def at(self, position: Position) -> Diagnostic:
        """Return the same finding with its place in the file."""
        return replace(self, position=position)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of findings in every output: file, line, column, code, message."""
        place = self.position or Position(1, 1)
        return (self.file, place.line, place.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """What a code means: the page of a finding in the manual.

    Attributes:
        code: The name of the finding.
        severity: Error or warning.
        title: One line, for lists and SARIF.
        manual: The page, in Markdown, with a right and a wrong example.
    """

    code: str
    severity: Severity
    title: str
    manual: str
