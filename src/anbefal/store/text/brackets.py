"""Adding to and removing from collections in brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from anbefal.store.text import layout
from anbefal.store.text.draft import Draft
from anbefal.store.text.spans import Node


def hold_comment(draft: Draft, node: Node) -> bool:
    """Return whether a node is a pair of brackets with a comment in it."""
    return node.is_flow and draft.has_comment(node.start + len(node.anchor), node.end)


def fill(draft: Draft, node: Node, text: str) -> None:
    """Write what stands in the brackets of a text into brackets that hold only comments."""
    start = node.start + len(node.anchor) + 1
    draft.put(start, start, text[1:-1])


def add(draft: Draft, node: Node, at: int | None, added: Any) -> None:
    """Add pairs or items after the one with the number ``at``, or before the first.

    Args:
        draft: Where they are to stand.
        node: The collection.
        at: A number, or ``None``.
        added: A mapping of what comes into a mapping, a list of what comes into a list.
    """
    text = layout.flow(added)[1:-1]
    pieces = node.pieces()
    if at is None:
        start = pieces[0][0]
        draft.put(start, start, f"{text}, ")
    else:
        end = pieces[at][1]
        draft.put(end, end, f", {text}")


def remove(draft: Draft, node: Node, kept: Sequence[int]) -> None:
    """Remove the pairs or items that are not kept, with the commas that part them from others.

    Args:
        draft: Where they stand.
        node: The collection.
        kept: The numbers of those that stay, rising; at least one.
    """
    pieces = node.pieces()
    staying = set(kept)
    has_comma = False  # whether the comma before the piece still stands
    for number, (start, end) in enumerate(pieces):
        if number in staying:
            has_comma = True
            continue
        before = pieces[number - 1][1] if has_comma else start
        if before < start and draft.on_one_line(before, start):
            draft.put(before, end, "")
            continue
        after = pieces[number + 1][0] if number + 1 < len(pieces) else node.end
        _remove_with_comma_after(draft, start, end, after)
        has_comma = False


def _remove_with_comma_after(draft: Draft, start: int, end: int, after: int) -> None:
    """Remove a piece with the comma behind it, and its lines where it stands alone on them.

    Args:
        draft: Where it stands.
        start: Where it begins.
        end: Where it ends.
        after: Where the next piece begins, or the brackets end.
    """
    comma = _comma(draft, end)
    if comma is not None and comma < after:
        if draft.on_one_line(end, after):
            draft.put(start, min(after, comma + 1 + _spaces(draft, comma + 1)), "")
            return
        if not draft.has_comment(end, comma):
            end = comma + 1
        else:
            draft.put(comma, comma + 1, "")
    rest = draft.text[end : draft.line_stop(end)].strip(" \t")
    if draft.is_first(start) and (not rest or rest.startswith("#")):
        draft.remove_lines(start, end)
    else:
        draft.put(start, end, "")


def _comma(draft: Draft, offset: int) -> int | None:
    """Return where the next comma stands that parts pieces."""
    commas = draft.spans.commas
    found = bisect_left(commas, offset)
    return commas[found] if found < len(commas) else None


def _spaces(draft: Draft, offset: int) -> int:
    rest = draft.text[offset : draft.line_stop(offset)]
    return len(rest) - len(rest.lstrip(" \t"))
