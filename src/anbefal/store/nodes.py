"""The slow reader: a file's text as a tree of nodes that know their line and column.

ruamel.yaml reads a hundred times slower than the fast reader, so it looks only at files that
have findings or are suspect.
"""

from __future__ import annotations

import warnings
from typing import Any

from anbefal.diagnostics import Path, Position


def compose(text: str) -> Any | None:
    """Return the root node of the text, or ``None`` where the slow reader cannot read it."""
    from ruamel.yaml.error import YAMLError

    try:
        return _compose(with_spaces(text))
    except (YAMLError, RecursionError, ValueError):
        return None


def with_spaces(text: str) -> str:
    """Return the text as the slow reader takes it, with every character in its place.

    It refuses tabs that the fast reader takes for spaces: after a colon, before a comment.
    """
    return text.replace("\t", " ")


def _compose(text: str) -> Any:
    from ruamel.yaml import YAML

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of an anchor that is used twice, which is allowed
        return YAML().compose(text)


def problem_position(text: str) -> Position | None:
    """Return where the slow reader stops understanding the text, if it does and knows where."""
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        _compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _position(mark) if mark else None
    except (YAMLError, RecursionError, ValueError):
        return None
    return None


def first_token(text: str, *names: str, skip: int = 0) -> Position | None:
    """Return where the first token of one of the named classes begins, after ``skip`` of them."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        for token in YAML().scan(with_spaces(text)):
            if type(token).__name__ in names:
                if skip == 0:
                    return _position(token.start_mark)
                skip -= 1
    except (YAMLError, RecursionError, ValueError):
        return None
    return None


def expanded_size(text: str, limit: int) -> int:
    """Return how many values the text holds once aliases are written out.

    Counting stops at the first subtree over ``limit``. An alias inside its own anchor has no
    end and counts as over the limit; a text that cannot be read counts as 0.
    """
    root = compose(text)
    return 0 if root is None else _size(root, {}, limit)


def _size(node: Any, known: dict[int, int], limit: int) -> int:
    if id(node) in known:
        return known[id(node)]
    known[id(node)] = limit + 1  # what a node that contains itself comes to
    total = 1
    for child in _children(node):
        total += _size(child, known, limit)
        if total > limit:
            break
    known[id(node)] = total
    return total


def _children(node: Any) -> list[Any]:
    if isinstance(node.value, str):
        return []
    return [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]


class Locator:
    """Finds the line and column of places in one file.

    Args:
        text: The file's text. It is read at the first question.
    """

    def __init__(self, text: str) -> None:
        self._root: Any = compose(text)

    def find(self, path: Path) -> Position:
        """Return the place of a path, or of its nearest existing ancestor."""
        node: Any = self._root
        if node is None:
            return Position(1, 1)
        place = _position(node.start_mark)
        for number, step in enumerate(path.steps):
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            last = number == len(path.steps) - 1
            marked = key if key is not None and path.at_key and last else node
            place = _position(marked.start_mark)
        return place

    def duplicate_key(self) -> tuple[str, Position] | None:
        """Return the first key that stands twice in a mapping, and its second place."""
        waiting = [self._root] if self._root is not None else []
        seen_nodes: set[int] = set()
        while waiting:
            node = waiting.pop()
            if id(node) in seen_nodes:
                continue
            seen_nodes.add(id(node))
            seen: set[tuple[str, str]] = set()
            for key in _keys(node):
                name = (key.tag, key.value)
                if name in seen:
                    return key.value, _position(key.start_mark)
                seen.add(name)
            waiting.extend(reversed(_children(node)))
        return None


def _keys(node: Any) -> list[Any]:
    pairs = (
        [item for item in node.value if isinstance(item, tuple)]
        if not isinstance(node.value, str)
        else []
    )
    return [key for key, _ in pairs if isinstance(key.value, str)]


def _child(node: Any, step: str | int) -> tuple[Any | None, Any] | None:
    if isinstance(node.value, str):
        return None
    for index, item in enumerate(node.value):
        if isinstance(item, tuple):
            key, value = item
            if key.value == str(step):
                return key, value
        elif index == step:
            return None, item
    return None


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)
