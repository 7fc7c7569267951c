"""The comments of a YAML text, and the entries that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from anbefal.store.text.entries import Entry
from anbefal.store.text.spans import Node

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER = re.compile(r"[|>][^\r\n#]*(?P<comment>#[^\r\n]*)?")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment or a blank line.

    Attributes:
        start: Offset of its first character.
        text: The comment with its ``#``, without spaces behind it; empty for a blank line.
        own_line: Whether it has the line for itself.
    """

    start: int
    text: str
    own_line: bool


@dataclass(slots=True)
class Outside:
    """Comments that belong to the file.

    Attributes:
        head: Those before the first entry; an empty text is a blank line.
        foot: Those after the last.
    """

    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


def comments(text: str, root: Node) -> list[Comment]:
    """Return the comments and blank lines of a text, in order."""
    found: list[Comment] = []
    place = 0
    for start, end, node in _written(root):
        found += _between(text, place, start)
        if node.style in {"|", ">"}:
            header = _HEADER.match(text, node.body)
            if header and header["comment"]:
                comment = header["comment"].rstrip()
                found.append(Comment(header.start("comment"), comment, own_line=False))
        place = end
    return [*found, *_between(text, place, len(text))]


def attach(text: str, document: Entry) -> Outside:
    """Give each comment to the entry that it belongs to, and return those that belong to none.

    A comment on a line of its own belongs to what follows, one at the end of a line to what
    stands before it on that line.
    """
    outside = Outside()
    entries = list(document.walk())
    starts = [entry.start for entry in entries]
    for comment in comments(text, document.node):
        following = bisect_right(starts, comment.start)
        last = entries[following - 1] if following else None
        if last is None and entries:
            outside.head.append(comment.text)
        elif not comment.own_line and (owner := _beside(last, comment.start)):
            owner.beside.append(comment.text)
        elif last and comment.start < last.end and not last.entries:
            last.above += [comment.text] if comment.text else []
        elif following < len(entries):
            entries[following].above.append(comment.text)
        else:
            outside.foot.append(comment.text)
    return outside


def _beside(entry: Entry | None, place: int) -> Entry | None:
    """Return what a comment at the end of a line belongs to: a bracket's, once it is closed."""
    while entry and entry.parent and entry.parent.node.is_flow and place >= entry.parent.node.end:
        entry = entry.parent
    return entry if entry and entry.parent else None


def _written(node: Node) -> Iterator[tuple[int, int, Node]]:
    """Yield where scalars, aliases and anchors stand, in which a ``#`` begins no comment."""
    if node.kind in {"mapping", "sequence"}:
        if node.anchor:
            yield node.start, node.start + len(node.anchor.rstrip()), node
        for number, item in enumerate(node.items):
            for child in (*node.keys[number : number + 1], item):
                yield from _written(child)
    else:
        yield node.start, node.end, node


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    """Yield the comments and blank lines between two values."""
    place = start
    while place < end:
        line = _LINE.match(text, place)
        stop = min(line.end(), end) if line else end
        yield from _on_line(text, place, stop)
        place = stop


def _on_line(text: str, start: int, stop: int) -> Iterator[Comment]:
    is_whole = start == 0 or text[start - 1] in "\r\n"
    found = _COMMENT.search(text, start, stop)
    if found:
        own_line = is_whole and not text[start : found.start()].strip(" \t")
        yield Comment(found.start(), found[0].rstrip(), own_line)
    elif is_whole and not text[start:stop].strip() and text[start:stop].endswith(("\r", "\n")):
        yield Comment(start, "", own_line=True)
