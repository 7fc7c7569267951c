"""The nodes of a YAML text with the characters that each of them stands in.

Events and tokens of a library tell where things begin and end; nothing is parsed here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal

from anbefal.store.text.scanning import starts, tokens_and_events

_ANCHOR = re.compile(r"&\S+")
_GAP = re.compile(r"[ \t]*")
_TRAILING = re.compile(r"[ \t\r\n]*\Z")


@dataclass(slots=True)
class Node:
    """A value in a text.

    Attributes:
        kind: ``alias`` stands for another node's value.
        start: Offset of its first character, its anchor included.
        end: Offset after its last character, without what follows it on the line and without the
            line breaks that only separate it from the next node.
        mark: Offset after the colon, hyphen, comma or bracket that it follows.
        style: How a scalar is written: empty for plain, else a quote, ``|`` or ``>``; ``{`` or
            ``[`` for a flow collection.
        anchor: Its anchor and one space, or an empty text.
        body: Offset of its first character after its anchor.
        items: The values of a sequence, or of a mapping.
        keys: The keys of a mapping, one for each of ``items``.
        dashes: Offsets of the hyphens of a block sequence, one for each of ``items``.
    """

    kind: Literal["scalar", "sequence", "mapping", "alias"]
    start: int
    end: int
    mark: int = 0
    style: str = ""
    anchor: str = ""
    body: int = 0
    items: list[Node] = field(default_factory=list)
    keys: list[Node] = field(default_factory=list)
    dashes: list[int] = field(default_factory=list)

    @property
    def is_flow(self) -> bool:
        """Whether it is a collection in brackets."""
        return self.style in {"[", "{"}

    def pieces(self) -> list[tuple[int, int]]:
        """Return where each pair or item begins (at its hyphen if it has one) and ends."""
        starts = self.dashes or [one.start for one in self.keys or self.items]
        keys = self.keys or self.items
        ends = [max(key.end, item.end) for key, item in zip(keys, self.items, strict=True)]
        return list(zip(starts, ends, strict=True))


class Spans:
    """The nodes and commas of one text.

    Args:
        text: The whole text, one document.

    Raises:
        CannotEdit: The events of the text cannot be read.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        tokens, found = tokens_and_events(text)
        events = iter(found)
        self.commas = starts(tokens, "FlowEntryToken")
        self._dashes = starts(tokens, "BlockEntryToken")
        self._colons = starts(tokens, "ValueToken")
        self._marks = sorted(
            [start + 1 for start in self._dashes + self._colons + self.commas]
            + [one + 1 for one in starts(tokens, "FlowMappingStartToken")]
            + [one + 1 for one in starts(tokens, "FlowSequenceStartToken")]
        )
        self.root = self._node(next(islice(events, 2, None)), events)

    def has_colon(self, key: Node, value: Node) -> bool:
        """Return whether a colon stands between a key and its value."""
        found = bisect_left(self._colons, key.end)
        return found < len(self._colons) and self._colons[found] <= max(value.start, key.end)

    def _node(self, event: Any, events: Iterator[Any]) -> Node:
        name = type(event).__name__
        if name == "MappingStartEvent":
            return self._mapping(event, events)
        if name == "SequenceStartEvent":
            return self._sequence(event, events)
        if name == "AliasEvent":
            node = Node("alias", event.start_mark.index, event.end_mark.index)
        else:
            node = self._scalar(event)
        node.mark = self._mark(node.start)
        return node

    def _scalar(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        anchor = self._anchor(event)
        if start == end:  # nothing is written: it stands after its colon or hyphen
            start = end = self._mark(start)
        if style in {"|", ">"}:
            end = self._block_end(self._body(start, anchor), end)
        return Node(
            "scalar", start, end, style=style, anchor=anchor, body=self._body(start, anchor)
        )

    def _block_end(self, start: int, end: int) -> int:
        """Return where a block scalar's own text ends; with ``+`` its blank lines belong to it."""
        header = self.text[start:end].splitlines()[0] if end > start else ""
        if "+" in header.partition("#")[0]:
            return end
        return start + len(_TRAILING.sub("", self.text[start:end]))

    def _mapping(self, event: Any, events: Iterator[Any]) -> Node:
        node = self._collection("mapping", event)
        for inner in events:
            if type(inner).__name__ == "MappingEndEvent":
                return self._closed(node, inner)
            node.keys.append(self._node(inner, events))
            node.items.append(self._node(next(events), events))
        raise AssertionError  # the library always closes what it opens

    def _sequence(self, event: Any, events: Iterator[Any]) -> Node:
        node = self._collection("sequence", event)
        for inner in events:
            if type(inner).__name__ == "SequenceEndEvent":
                return self._closed(node, inner)
            if not node.is_flow:
                node.dashes.append(self._dashes[self._dash_before(inner)])
            node.items.append(self._node(inner, events))
        raise AssertionError  # the library always closes what it opens

    def _dash_before(self, event: Any) -> int:
        return max(0, bisect_left(self._dashes, event.start_mark.index) - 1)

    def _collection(self, kind: Literal["sequence", "mapping"], event: Any) -> Node:
        flow = ("[" if kind == "sequence" else "{") if event.flow_style else ""
        start = event.start_mark.index
        anchor = self._anchor(event)
        return Node(kind, start, start, self._mark(start), flow, anchor, self._body(start, anchor))

    def _closed(self, node: Node, event: Any) -> Node:
        last = max((child.end for child in node.keys + node.items), default=node.start)
        node.end = event.end_mark.index if node.is_flow else last
        return node

    def _anchor(self, event: Any) -> str:
        found = _ANCHOR.match(self.text, event.start_mark.index) if event.anchor else None
        return f"{found[0]} " if found else ""

    def _body(self, start: int, anchor: str) -> int:
        found = _GAP.match(self.text, start + len(anchor) - 1) if anchor else None
        return found.end() if found else start

    def _mark(self, start: int) -> int:
        found = bisect_left(self._marks, start + 1)
        return self._marks[found - 1] if found else 0
