"""Entries and their comments as lines, in the style of the house."""

from __future__ import annotations

from itertools import dropwhile

from anbefal.store.text import layout
from anbefal.store.text.comments import Outside
from anbefal.store.text.entries import Entry
from anbefal.store.text.scalars import inline
from anbefal.store.text.spans import Node


def styled(text: str, document: Entry, outside: Outside) -> str:
    """Return a document as text.

    Args:
        text: The text that it was, for the spelling of numbers.
        document: Its entries, with their comments.
        outside: The comments that belong to none of them.
    """
    page = _Page(text)
    page.add_notes(outside.head, 0)
    if document.entries:
        page.add_entries(document, 0)
    else:
        page.lines.append(page.on_one_line(document))
    page.add_notes(outside.foot, 0)
    while page.lines[-1] == "" and not page.keeps:
        page.lines.pop()
    return "\n".join(page.lines) + "\n"


class _Page:
    """Collects the lines of a document.

    Args:
        text: The text that it was.

    Attributes:
        lines: What is written so far, without line ends.
        keeps: Whether the last line belongs to a text with ``+``, which would take in a blank line.
    """

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self.keeps = False
        self._text = text

    def add_notes(self, notes: list[str], indent: int) -> None:
        """Write comments on lines of their own; of several blank lines, one is left."""
        for note in notes:
            if note:
                self.lines.append(" " * indent + note)
                self.keeps = False
            elif self.lines and self.lines[-1] and not self.keeps:
                self.lines.append("")

    def add_entries(self, parent: Entry, indent: int, lead: str = "") -> None:
        """Write the entries of a collection.

        Args:
            parent: What they belong to.
            indent: How many spaces each begins with.
            lead: What the first of them has instead of these spaces, where it follows a hyphen.
        """
        for number, entry in enumerate(parent.entries):
            self._settle(entry, indent)
            if number == 0 and parent.parent:
                entry.above = _without_first_blanks(entry.above)
            self.add_notes(entry.above, indent)
            self._add_entry(entry, indent, lead if number == 0 else "")

    def on_one_line(self, entry: Entry) -> str:
        """Return a value on one line, collections in brackets."""
        node = entry.node
        if node.kind == "alias":
            return self._source(node)
        if node.kind == "scalar":
            return node.anchor + self._scalar(entry)
        texts = [self._key_in_brackets(one) + self.on_one_line(one) for one in entry.entries]
        opening, closing = "[]" if node.kind == "sequence" else "{}"
        return node.anchor + opening + ", ".join(texts) + closing

    def _key_in_brackets(self, entry: Entry) -> str:
        return "" if entry.key_node is None else f"{self._key(entry, flow=True)}: "

    def _settle(self, entry: Entry, indent: int) -> None:
        """Move comments that have no place on the entry's first line to lines above it."""
        if self._is_led(entry, indent):
            first = entry.entries[0]
            self._settle(first, indent + layout.STEP)
            entry.above += _without_first_blanks(first.above)
            first.above = []
        entry.above += entry.beside[:-1]
        entry.beside = entry.beside[-1:]

    def _add_entry(self, entry: Entry, indent: int, lead: str) -> None:
        start = lead or " " * indent
        head = f"{start}-" if entry.key_node is None else f"{start}{self._key(entry)}:"
        if self._fits(entry, len(head)):
            self._add_leaf(entry, head, indent)
        elif self._is_led(entry, indent):
            self.add_entries(entry, indent + layout.STEP, f"{start}- ")
        else:
            anchor = entry.node.anchor.strip()
            self._add_line(entry, f"{head} {anchor}" if anchor else head)
            self.add_entries(entry, indent + layout.STEP)

    def _add_leaf(self, entry: Entry, head: str, indent: int) -> None:
        node, value = entry.node, entry.value
        more: list[str] = []
        if node.kind == "scalar" and isinstance(value, str):
            column = len(head) + len(node.anchor)
            first, *more = layout.text(value, "", column, indent)
            first = node.anchor + first
        else:
            first = self.on_one_line(entry)
        self._add_line(entry, f"{head} {first}")
        self.lines += more
        self.keeps = bool(more) and value.endswith("\n\n")

    def _add_line(self, entry: Entry, line: str) -> None:
        self.lines.append("  ".join([line, *entry.beside]))
        self.keeps = False

    def _fits(self, entry: Entry, column: int) -> bool:
        """Return whether a value is written without lines for what it holds."""
        if not entry.entries:
            return True
        if entry.has_comments() or not _is_short(entry):
            return False
        return column + 1 + len(self.on_one_line(entry)) <= layout.WIDTH

    def _is_led(self, entry: Entry, indent: int) -> bool:
        """Return whether the first of what an item holds stands on the line of its hyphen."""
        is_bare = entry.key_node is None and not entry.beside and not entry.node.anchor
        return is_bare and not self._fits(entry, indent + 1)

    def _key(self, entry: Entry, *, flow: bool = False) -> str:
        node = entry.key_node
        if node is None or not isinstance(entry.key, str):
            return self._source(node) if node else ""
        if node.kind == "alias":
            return f"{self._source(node)} "
        return node.anchor + inline(entry.key, flow=flow)

    def _scalar(self, entry: Entry) -> str:
        value = entry.value
        if isinstance(value, str | bool | None):
            return inline(value, flow=True)
        return self._text[entry.node.body : entry.node.end]

    def _source(self, node: Node) -> str:
        return self._text[node.start : node.end]


def _without_first_blanks(notes: list[str]) -> list[str]:
    return list(dropwhile(lambda note: not note, notes))


def _is_short(entry: Entry) -> bool:
    """Return whether a value may stand in brackets: a list of words, or what stood so before."""
    node = entry.node
    if not entry.entries:
        return "\n" not in str(entry.value)
    is_list_of_words = node.kind == "sequence" and not any(one.entries for one in entry.entries)
    return (is_list_of_words or node.is_flow) and all(map(_is_short, entry.entries))
