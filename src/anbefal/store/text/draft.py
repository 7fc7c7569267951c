"""A text with its nodes, and the characters in it that are to change."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from anbefal.store.text import layout
from anbefal.store.text.spans import Node, Spans

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
_KEEPS = re.compile(r"[|>]\d?\+")


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters to put in the place of others.

    Attributes:
        start: Offset of the first character that goes.
        end: Offset after the last.
        text: What comes instead.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands.

    Attributes:
        indent: Column of the key or hyphen that it belongs to; negative for the whole document.
        flow: Whether it stands in brackets.
        item: Whether it follows a hyphen.
    """

    indent: int
    flow: bool = False
    item: bool = False


class Draft:
    """Collects the splices of one text, and knows its lines.

    Args:
        text: The text.

    Raises:
        CannotEdit: The text is written in a way that we cannot follow.

    Attributes:
        text: The text, as it was.
        spans: Its nodes.
        found: What is to change, in no order.
        step: How many spaces this text indents what stands below a key.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = Spans(text)
        self.found: list[Splice] = []
        ends = list(_LINE_END.finditer(text))
        self._line_end = ends[0][0] if ends else "\n"
        self._starts = [0, *(end.end() for end in ends)]
        self._stops = [*(end.start() for end in ends), len(text)]
        self._keeps = _KEEPS.search(text) is not None
        self.step = self._own_step()

    def put(self, start: int, end: int, text: str) -> None:
        """Replace the characters from one offset to another."""
        self.found.append(Splice(start, end, text))

    def add_before(self, start: int, lines: list[str]) -> None:
        """Add lines before what begins at an offset."""
        line_start = self.line_start(start)
        if self.is_first(start):
            self.put(line_start, line_start, self.joined([*lines, ""]))
            return
        indent = " " * (start - line_start)
        self.put(start, start, self.joined([lines[0].lstrip(" "), *lines[1:], indent]))

    def add_after(self, node: Node, lines: list[str]) -> None:
        """Add lines below the line that a node ends on."""
        stop = self.next_line(_last_end(node))
        ended = self.text[stop - 1 : stop] in {"\r", "\n"}
        self.put(stop, stop, self.joined([*lines, ""] if ended else ["", *lines, ""]))

    def remove_lines(self, start: int, end: int) -> None:
        """Remove whole lines, with a comment that ends the last of them.

        In a file with ``|+`` the blank lines below go too, or the text above would take them in.
        """
        stop = self.next_line(end)
        blank = _BLANK.match(self.text, stop) if self._keeps else None
        self.put(self.line_start(start), blank.end() if blank else stop, "")

    def joined(self, lines: Sequence[str]) -> str:
        """Return lines parted as those of this text are."""
        return self._line_end.join(lines)

    def ended(self, lines: Sequence[str], stop: int) -> str:
        """Return lines that reach to an offset; at the end of the text the last is ended too."""
        return self.joined([*lines, ""] if stop == len(self.text) else lines)

    def is_first(self, offset: int) -> bool:
        """Return whether only spaces stand before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self._starts[self._line(offset)]

    def line_stop(self, offset: int) -> int:
        """Return where the line of an offset ends, before its line break."""
        return self._stops[self._line(offset)]

    def next_line(self, end: int) -> int:
        """Return where the line begins that follows what ends at an offset."""
        if end and self.text[end - 1] in "\r\n":  # a text with |+ ends with its line breaks
            return end
        line = self._line(end) + 1
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def on_one_line(self, start: int, end: int) -> bool:
        """Return whether no line ends between two offsets."""
        return self._line(start) == self._line(end)

    def column(self, offset: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return offset - self.line_start(offset)

    def has_comment(self, start: int, end: int) -> bool:
        """Return whether a comment stands between two offsets outside of any value."""
        return "#" in self.text[start:end]

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _own_step(self) -> int:
        root = self.spans.root
        if root.kind == "mapping" and not root.is_flow:
            for key, item in zip(root.keys, root.items, strict=True):
                if item.kind == "mapping" and not item.is_flow and item.keys:
                    step = self.column(item.keys[0].start) - self.column(key.start)
                    return step if step > 0 else layout.STEP
        return layout.STEP


def _last_end(node: Node) -> int:
    while node.items and not node.is_flow:
        node = node.items[-1]
    return node.end
