"""The entries of a YAML text: its keys and list items with their values, and their comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from anbefal.store.text.spans import Node


@dataclass(slots=True)
class Entry:
    """A key with its value, an item of a list, or the whole document.

    Attributes:
        node: Where the value stands.
        value: The value.
        start: Offset of its key, hyphen or first character.
        end: Offset after its last character.
        key: Its key, or ``None`` for an item and for the document.
        key_node: Where its key stands, or ``None``.
        parent: The entry whose value it belongs to, or ``None`` for the document.
        entries: What its value holds.
        above: The comments on lines of their own before it; an empty text is a blank line.
        beside: The comments at the ends of its lines.
    """

    node: Node
    value: Any
    start: int
    end: int
    key: Any = None
    key_node: Node | None = None
    parent: Entry | None = None
    entries: list[Entry] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[Entry]:
        """Yield what it holds, in the order of the text."""
        for entry in self.entries:
            yield entry
            yield from entry.walk()

    def has_comments(self) -> bool:
        """Return whether a comment belongs to anything that it holds."""
        return any(entry.beside or any(entry.above) for entry in self.walk())


def entries_of(root: Node, value: Any) -> Entry:
    """Return the entry of a whole document.

    Args:
        root: The node of the document.
        value: Its value.
    """
    return _filled(Entry(root, value, root.start, root.end))


def _filled(entry: Entry) -> Entry:
    node, value = entry.node, entry.value
    if node.kind not in {"mapping", "sequence"}:
        return entry
    pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    keys: list[Node | None] = [*node.keys] or [None] * len(node.items)
    for (key, item), key_node, place, child in zip(
        pairs, keys, node.pieces(), node.items, strict=True
    ):
        entry.entries.append(_filled(Entry(child, item, *place, key, key_node, entry)))
    return entry
