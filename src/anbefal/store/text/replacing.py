"""Putting another value in the place of one that goes."""

from __future__ import annotations

import re
from typing import Any

from anbefal.store.text import layout
from anbefal.store.text.draft import Draft, Place
from anbefal.store.text.scalars import inline
from anbefal.store.text.spans import Node

_HEADER = re.compile(r"[|>][^\r\n#]*?(?P<comment>[ \t]+#[^\r\n]*)?(?=[\r\n]|\Z)")
_BEFORE_A_GAP = frozenset(":-,")


def replace(draft: Draft, node: Node, new: Any, place: Place) -> None:
    """Put a value in the place of a node."""
    if place.flow:
        _replace_in_brackets(draft, node, new)
    elif place.indent < 0 and node.kind in {"mapping", "sequence"}:
        _replace_document(draft, node, new)
    else:
        _replace_in_block(draft, node, new, place)


def _replace_in_brackets(draft: Draft, node: Node, new: Any) -> None:
    text = layout.flow(new)
    if isinstance(new, str):
        text = inline(new, flow=True, style=node.style if node.style in {"'", '"'} else "")
    draft.put(node.start, node.end, _gap(draft, node) + _anchor(node) + text)


def _replace_document(draft: Draft, node: Node, new: Any) -> None:
    if node.is_flow:
        draft.put(node.start, node.end, layout.flow(new))
        return
    start, stop = draft.line_start(node.start), draft.next_line(node.end)
    draft.put(start, stop, draft.joined(layout.document(new).split("\n")))


def _replace_in_block(draft: Draft, node: Node, new: Any, place: Place) -> None:
    column = draft.column(node.mark)
    indent = max(place.indent, 0)
    below = not draft.on_one_line(node.mark, node.start)
    if below and isinstance(new, dict | list) and new:
        first, more = "", layout.collection(new, indent + draft.step, draft.step)
    elif isinstance(new, str):
        style = node.style if node.kind == "scalar" else ""
        first, *more = layout.text(new, style, column, indent, draft.step)
    elif place.item and isinstance(new, dict) and new:
        whole = layout.item(new, indent, draft.step)
        first, more = whole[0].lstrip(" ")[2:], whole[1:]
    else:
        first, *more = layout.after(new, column, indent, draft.step)
    if below:
        _put_below(draft, node, first, more, is_text=isinstance(new, str))
    elif more:
        _put_lines(draft, node, first, more)
    else:
        _put_inline(draft, node, first)


def _put_inline(draft: Draft, node: Node, text: str) -> None:
    """Write a value that takes one line where it stood, on the line of its colon or hyphen."""
    written = _gap(draft, node) + _anchor(node) + text + _header_comment(draft, node)
    if draft.text[node.start : node.end].endswith(("\r", "\n")):  # its blank lines go with it
        written += draft.joined(["", ""])
    draft.put(node.start, node.end, written)


def _put_lines(draft: Draft, node: Node, first: str, more: list[str]) -> None:
    """Write a value that goes on below the line of its colon or hyphen.

    A comment at the end of the old value's last line comes to stand behind ``first``.
    """
    head = f" {_anchor(node)}{first}".rstrip(" ")
    header = _header_comment(draft, node)
    if draft.text[node.end - 1] in "\r\n":
        draft.put(node.mark, node.end, _with(head, header) + draft.joined(["", *more, ""]))
        return
    stop = draft.line_stop(node.end)
    comment = header or draft.text[node.end : stop].rstrip()
    draft.put(node.mark, stop, _with(head, comment) + draft.ended(["", *more], stop))


def _with(head: str, comment: str) -> str:
    """Return a line with its comment; behind a bare hyphen the fast reader takes no tab."""
    words = comment.lstrip(" \t")
    if not head and "\t" in comment[: len(comment) - len(words)]:
        return f" {words}"
    return head + comment


def _put_below(draft: Draft, node: Node, first: str, more: list[str], *, is_text: bool) -> None:
    """Write a value for one that begins below the line of its colon or hyphen."""
    start, stop = draft.line_start(node.start), draft.next_line(node.end)
    if not more:
        draft.put(node.mark, node.mark, f" {_anchor(node)}{first}")
        draft.put(start, stop, "")
    elif is_text and draft.has_comment(node.mark, start):
        # the comments above it would become part of it
        lines = [" " * draft.column(node.start) + _anchor(node) + first, *more]
        draft.put(start, stop, draft.joined([*lines, ""]))
    else:
        head = f" {first}" if first else ""
        draft.put(node.mark, node.mark, head)
        draft.put(start, stop, draft.joined([*more, ""]))


def _anchor(node: Node) -> str:
    """Return the anchor that stays: others may stand for a text, but not for what replaces it."""
    return node.anchor if node.kind == "scalar" else ""


def _gap(draft: Draft, node: Node) -> str:
    """Return the space that must part a value from its colon where none was written."""
    nothing = node.start == node.mark
    return " " if nothing and draft.text[node.mark - 1 : node.mark] in _BEFORE_A_GAP else ""


def _header_comment(draft: Draft, node: Node) -> str:
    """Return the comment on the line of a ``|`` or ``>``, with the space before it."""
    if node.style not in {"|", ">"}:
        return ""
    found = _HEADER.match(draft.text, node.body)
    return (found["comment"] or "") if found else ""
