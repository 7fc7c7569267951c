"""A file's text as a tree of nodes that know their line and column.

This takes longer than reading the values, so it is done only for files that have findings or are
suspect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from anbefal.diagnostics import Path, Position
from anbefal.store.reading.events import NotUnderstood, parse, position, scan


@dataclass(slots=True, eq=False)
class PlacedNode:
    """A value in a text, and where it begins.

    Attributes:
        position: Line and column of its first character.
        value: The words of a scalar; empty for others.
        is_plain: Whether it is a scalar without quotes.
        items: The values of a sequence, or of a mapping.
        keys: The keys of a mapping, one for each of ``items``; ``None`` in a sequence or scalar.
    """

    position: Position
    value: str = ""
    is_plain: bool = False
    items: list[PlacedNode] = field(default_factory=list)
    keys: list[PlacedNode] | None = None


def compose(text: str) -> PlacedNode | None:
    """Return the root node of a text, or ``None`` where the text is no YAML.

    An alias is the node that it repeats, so that a node may be reached in several ways.
    """
    try:
        return _composed(parse(text))
    except NotUnderstood:
        return None


def _composed(events: Iterator[Any]) -> PlacedNode | None:
    """Put events together, without recursion: a hostile text nests without end."""
    top = PlacedNode(Position(1, 1))
    open_nodes = [top]
    anchors: dict[str, PlacedNode] = {}
    for event in events:
        name = type(event).__name__
        if name in {"SequenceEndEvent", "MappingEndEvent"}:
            open_nodes.pop()
        elif name == "AliasEvent":
            _add(open_nodes[-1], anchors.get(event.anchor, top))
        elif name in {"ScalarEvent", "SequenceStartEvent", "MappingStartEvent"}:
            node = PlacedNode(position(event.start_mark))
            if event.anchor:
                anchors[event.anchor] = node
            _add(open_nodes[-1], node)
            if name == "ScalarEvent":
                node.value, node.is_plain = event.value, not event.style
            else:
                node.keys = [] if name == "MappingStartEvent" else None
                open_nodes.append(node)
    return top.items[0] if top.items else None


def _add(parent: PlacedNode, node: PlacedNode) -> None:
    keys = parent.keys
    if keys is not None and len(keys) == len(parent.items):
        keys.append(node)
    else:
        parent.items.append(node)


def problem_position(text: str) -> Position | None:
    """Return where a text stops being YAML, if it does and that is known."""
    try:
        for _ in parse(text):
            pass
    except NotUnderstood as error:
        return error.position
    return None


def too_deep(text: str) -> Position | None:
    """Return where lists and mappings stand too deep inside each other, if they do."""
    try:
        for _ in parse(text):
            pass
    except NotUnderstood as error:
        return error.position if error.too_deep else None
    return None


def first_token(text: str, *names: str, skip: int = 0) -> Position | None:
    """Return where the first token of one of the named classes begins, after ``skip`` of them."""
    try:
        for token in scan(text):
            if type(token).__name__ in names:
                if skip == 0:
                    return position(token.start_mark)
                skip -= 1
    except NotUnderstood:
        return None
    return None


def expanded_size(text: str, limit: int) -> int:
    """Return how many values the text holds once aliases are written out.

    Counting stops at the first subtree over ``limit``. An alias inside its own anchor has no
    end and counts as over the limit; a text that cannot be read counts as 0.
    """
    root = compose(text)
    try:
        return 0 if root is None else _size(root, {}, limit)
    except RecursionError:
        return limit + 1


def _size(node: PlacedNode, known: dict[int, int], limit: int) -> int:
    if id(node) in known:
        return known[id(node)]
    known[id(node)] = limit + 1  # what a node that contains itself comes to
    total = 1
    for child in (*(node.keys or ()), *node.items):
        total += _size(child, known, limit)
        if total > limit:
            break
    known[id(node)] = total
    return total


class Locator:
    """Finds the line and column of places in one file.

    Args:
        text: The file's text.
    """

    def __init__(self, text: str) -> None:
        self._root = compose(text)
        self._numbers: dict[int, dict[str, int]] = {}

    def find(self, path: Path) -> Position:
        """Return the place of a path, or of its nearest existing ancestor."""
        node = self._root
        if node is None:
            return Position(1, 1)
        place = node.position
        for number, step in enumerate(path.steps):
            found = self._child(node, step)
            if found is None:
                break
            key, node = found
            last = number == len(path.steps) - 1
            marked = key if key is not None and path.at_key and last else node
            place = marked.position
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
            seen: set[tuple[str, bool]] = set()
            for key in node.keys or ():
                if key.items:
                    continue
                name = (key.value, key.is_plain and not _is_text(key.value))
                if name in seen:
                    return key.value, key.position
                seen.add(name)
            waiting.extend(reversed([*(node.keys or ()), *node.items]))
        return None

    def _child(
        self, node: PlacedNode, step: str | int
    ) -> tuple[PlacedNode | None, PlacedNode] | None:
        if node.keys is None:
            inside = isinstance(step, int) and step < len(node.items)
            return (None, node.items[int(step)]) if inside else None
        number = self._number(node, str(step))
        return None if number is None else (node.keys[number], node.items[number])

    def _number(self, node: PlacedNode, key: str) -> int | None:
        """Return the number of a key, from an index that is made once a mapping."""
        if id(node) not in self._numbers:
            names = [one.value for one in node.keys or ()]
            self._numbers[id(node)] = {name: n for n, name in reversed(list(enumerate(names)))}
        return self._numbers[id(node)].get(key)


def _is_text(value: str) -> bool:
    """Return whether a key without quotes is text, as most are, and no number or such."""
    return value[:1].isalpha() and value not in {"true", "false", "null"}
