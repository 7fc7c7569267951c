"""The tokens and events of a YAML text, with the places where they stand.

PyYAML's wheels carry libyaml, whose rules the reader of values follows too, and which is some
twenty times faster than ruamel.yaml. Where PyYAML came without it, ruamel.yaml does the same work.
Tokens, events and marks have the same names in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from anbefal.diagnostics import Position

DEEPEST = 300
"""Lists and mappings inside each other that are followed; beyond, libyaml takes ever longer."""

_STEPS = {
    "SequenceStartEvent": 1,
    "MappingStartEvent": 1,
    "SequenceEndEvent": -1,
    "MappingEndEvent": -1,
    "BlockSequenceStartToken": 1,
    "BlockMappingStartToken": 1,
    "BlockEndToken": -1,
    "FlowSequenceStartToken": 1,
    "FlowMappingStartToken": 1,
    "FlowSequenceEndToken": -1,
    "FlowMappingEndToken": -1,
}


class NotUnderstood(Exception):
    """The text is no YAML.

    Attributes:
        position: Where that shows; ``None`` where it is not known.
        too_deep: Whether it is for lists and mappings inside each other without end.
    """

    def __init__(self, position: Position | None, *, too_deep: bool = False) -> None:
        super().__init__(position)
        self.position = position
        self.too_deep = too_deep


def scan(text: str) -> Iterator[Any]:
    """Yield the tokens of a text.

    Raises:
        NotUnderstood: The text is no YAML; what comes before that place has been yielded.
    """
    return _careful("scan", text)


def parse(text: str) -> Iterator[Any]:
    """Yield the events of a text.

    Raises:
        NotUnderstood: The text is no YAML; what comes before that place has been yielded.
    """
    return _careful("parse", text)


def position(mark: Any) -> Position:
    """Return a mark as line and column from 1."""
    return Position(mark.line + 1, mark.column + 1)


def _careful(work: str, text: str) -> Iterator[Any]:
    """Yield what a library finds, as deep as is worth following, its errors as our own."""
    depth = 0
    for one in _translated(work, text):
        depth += _STEPS.get(type(one).__name__, 0)
        if depth > DEEPEST:
            raise NotUnderstood(position(one.start_mark), too_deep=True)
        yield one


def _translated(work: str, text: str) -> Iterator[Any]:
    try:
        yield from _fast(work, text) if _has_libyaml() else _slow(work, text)
    except (RecursionError, ValueError) as error:
        raise NotUnderstood(None) from error
    except Exception as error:
        if not _is_refusal(error):
            raise
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise NotUnderstood(position(mark) if mark else None) from error


@cache
def _has_libyaml() -> bool:
    import yaml

    return bool(yaml.__with_libyaml__)


def _fast(work: str, text: str) -> Iterator[Any]:
    import yaml

    found: Iterator[Any] = getattr(yaml, work)(text, Loader=yaml.CSafeLoader)
    return found


def _slow(work: str, text: str) -> Iterator[Any]:
    """Yield what ruamel.yaml finds.

    It refuses tabs that the others take for spaces: after a colon, before a comment.
    """
    from ruamel.yaml import YAML

    yield from getattr(YAML(typ="safe", pure=True), work)(text.replace("\t", " "))


def _is_refusal(error: Exception) -> bool:
    """Return whether a library says that a text is no YAML; both have their own class for it."""
    return any(base.__name__ == "YAMLError" for base in type(error).__mro__)
