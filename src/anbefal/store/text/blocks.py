"""Adding to and removing from collections that stand one entry a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from anbefal.store.text.draft import Draft
from anbefal.store.text.spans import Node


def add(draft: Draft, node: Node, at: int | None, lines: list[str]) -> None:
    """Add lines after the entry with the number ``at``, or before the first."""
    if at is None:
        draft.add_before(node.pieces()[0][0], lines)
    else:
        draft.add_after(node.items[at], lines)


def remove(draft: Draft, node: Node, kept: Sequence[int]) -> None:
    """Remove the entries that are not kept.

    Args:
        draft: Where they stand.
        node: The collection.
        kept: The numbers of those that stay, rising; at least one.
    """
    pieces = node.pieces()
    staying = set(kept)
    first = kept[0]
    done = 0
    if first and not draft.is_first(pieces[0][0]) and not _parted(draft, pieces[: first + 1]):
        draft.put(pieces[0][0], pieces[first][0], "")  # the first that stays moves to the hyphen
        done = first
    for number, (start, end) in enumerate(pieces):
        if number >= done and number not in staying:
            _remove_entry(draft, start, end)


def _parted(draft: Draft, pieces: Sequence[tuple[int, int]]) -> bool:
    """Return whether a comment stands between two of several entries."""
    return any(draft.has_comment(one[1], other[0]) for one, other in pairwise(pieces))


def _remove_entry(draft: Draft, start: int, end: int) -> None:
    before = draft.text[draft.line_start(start) : start].strip(" ")
    if before in {"", "?"}:  # a key may be announced by a question mark
        draft.remove_lines(start, end)
        return
    end = start + len(draft.text[start:end].rstrip("\r\n"))
    rest = draft.text[end : draft.line_stop(end)]
    draft.put(start, end + len(rest) - len(rest.lstrip(" \t")), "")
