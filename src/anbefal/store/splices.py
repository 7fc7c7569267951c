"""The characters of a text that must change for its value to become another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from anbefal.errors import CannotEdit
from anbefal.store import layout
from anbefal.store.scalars import inline
from anbefal.store.spans import Node, Spans

_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADER = re.compile(r"[|>][^\r\n#]*?(?P<comment>[ \t]+#[^\r\n]*)?(?=[\r\n]|\Z)")


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
        indent: Column of the key or hyphen that it belongs to.
        flow: Whether it stands in brackets.
        item: Whether it follows a hyphen.
    """

    indent: int
    flow: bool = False
    item: bool = False


def splices(text: str, old: Any, new: Any) -> list[Splice]:
    """Return what must change in a text, in order of places.

    Args:
        text: A document whose value is ``old``.
        old: Its value.
        new: The value that it is to have.

    Raises:
        CannotEdit: The text cannot be changed piece by piece.
    """
    editor = _Editor(text)
    editor.change(editor.spans.root, old, new, Place(-layout.STEP))
    return sorted(editor.found, key=lambda splice: (splice.start, splice.end))


def same(one: Any, other: Any) -> bool:
    """Return whether two plain values are the same, ``1``, ``1.0`` and ``true`` apart."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


class _Editor:
    """Collects the splices of one text.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = Spans(text)
        self.found: list[Splice] = []
        ends = _LINE_END.search(text)
        self._line_end = ends[0] if ends else "\n"
        self._step = self._own_step()

    def change(self, node: Node, old: Any, new: Any, place: Place) -> None:
        """Collect what makes one value another."""
        if same(old, new):
            return
        if node.kind == "mapping" and isinstance(new, dict) and old.keys() & new.keys():
            self._change_mapping(node, old, new, place)
        elif node.kind == "sequence" and isinstance(new, list) and new and old:
            self._change_sequence(node, old, new, place)
        elif node.mark == 0 and not isinstance(old, str | int | float | bool | None):
            self._replace_root(node, new)
        else:
            self._replace(node, new, place)

    # Mappings

    def _change_mapping(
        self, node: Node, old: dict[Any, Any], new: dict[Any, Any], place: Place
    ) -> None:
        self._must_match(len(node.keys), len(old))
        flow = place.flow or node.is_flow
        kept = [number for number, key in enumerate(old) if key in new]
        inner = Place(self._column(node.keys[kept[0]].start), flow)
        if not flow and (node.keys[kept[0]].anchor or inner.indent < 0):
            raise self._cannot()
        for number, (key, value) in enumerate(old.items()):
            if key in new:
                self._colon_where_none_is(node, number, value, new[key])
                self.change(node.items[number], value, new[key], inner)
        at: int | None = None
        added: list[tuple[Any, Any]] = []
        numbers = {key: number for number, key in enumerate(old)}
        for key, value in new.items():
            if key not in old:
                added.append((key, value))
                continue
            self._add_pairs(node, at, added, inner)
            at, added = numbers[key], []
        self._add_pairs(node, at, added, inner)
        pieces = [
            (key.start, max(key.end, item.end))
            for key, item in zip(node.keys, node.items, strict=True)
        ]
        self._remove(pieces, kept, flow=flow)

    def _colon_where_none_is(self, node: Node, number: int, old: Any, new: Any) -> None:
        key, item = node.keys[number], node.items[number]
        if not same(old, new) and not self.spans.has_colon(key, item):
            self._put(key.end, key.end, ":")
            item.start = item.end = item.mark = key.end

    def _add_pairs(
        self, node: Node, at: int | None, added: list[tuple[Any, Any]], place: Place
    ) -> None:
        """Add keys after the pair with the number ``at``, or before the first."""
        if not added:
            return
        if place.flow:
            pieces = [f"{inline(key, flow=True)}: {layout.flow(value)}" for key, value in added]
            ends = [max(k.end, v.end) for k, v in zip(node.keys, node.items, strict=True)]
            self._add_in_brackets(at, pieces, [key.start for key in node.keys], ends)
            return
        lines = [
            line
            for key, value in added
            for line in layout.pair(key, value, place.indent, self._step)
        ]
        if at is None:
            self._add_before(node.keys[0].start, lines)
        else:
            self._add_after(node.items[at], lines)

    # Sequences

    def _change_sequence(self, node: Node, old: list[Any], new: list[Any], place: Place) -> None:
        self._must_match(len(node.items), len(old))
        flow = place.flow or node.is_flow
        inner = Place(self._column(node.dashes[0]) if not flow else place.indent, flow, item=True)
        kept: list[int] = []
        at: int | None = None
        added: list[Any] = []
        for number, value in _aligned(old, new):
            if number is None:
                added.append(value)
                continue
            self._add_items(node, at, added, inner)
            self.change(node.items[number], old[number], value, inner)
            kept.append(number)
            at, added = number, []
        if not kept:
            self._replace(node, new, place)
            return
        self._add_items(node, at, added, inner)
        starts = [item.start for item in node.items] if flow else node.dashes
        self._remove(
            list(zip(starts, (item.end for item in node.items), strict=True)), kept, flow=flow
        )

    def _add_items(self, node: Node, at: int | None, added: list[Any], place: Place) -> None:
        """Add items after the one with the number ``at``, or before the first."""
        if not added:
            return
        if place.flow:
            starts, ends = [i.start for i in node.items], [i.end for i in node.items]
            self._add_in_brackets(at, [layout.flow(value) for value in added], starts, ends)
            return
        lines = [line for value in added for line in layout.item(value, place.indent, self._step)]
        if at is None:
            self._add_before(node.dashes[0], lines)
        else:
            self._add_after(node.items[at], lines)

    # Adding and removing

    def _add_in_brackets(
        self, at: int | None, pieces: list[str], starts: list[int], ends: list[int]
    ) -> None:
        if at is None:
            self._put(starts[0], starts[0], "".join(f"{piece}, " for piece in pieces))
        else:
            self._put(ends[at], ends[at], "".join(f", {piece}" for piece in pieces))

    def _add_before(self, start: int, lines: list[str]) -> None:
        """Add lines before what begins at an offset."""
        line_start = self._line_start(start)
        if not self.text[line_start:start].strip(" "):
            self._put(line_start, line_start, self._joined([*lines, ""]))
            return
        indent = " " * (start - line_start)
        self._put(start, start, self._joined([lines[0].lstrip(" "), *lines[1:], indent]))

    def _add_after(self, node: Node, lines: list[str]) -> None:
        """Add lines below the line that a node ends on."""
        end = _last(node).end
        if node.kind != "alias" and end and self.text[end - 1] in "\r\n":
            self._put(end, end, self._joined([*lines, ""]))
            return
        place = self._line_stop(end)
        self._put(place, place, self._ended(["", *lines], place))

    def _remove(self, pieces: list[tuple[int, int]], kept: Sequence[int], *, flow: bool) -> None:
        """Remove the pairs or items that are not kept.

        Args:
            pieces: Where each begins (at its hyphen, in a block) and ends.
            kept: The numbers of those that stay; at least one.
            flow: Whether they stand in brackets.
        """
        staying = set(kept)
        for number, (start, end) in enumerate(pieces):
            if number in staying:
                continue
            if flow:
                self._remove_in_brackets(pieces, number, kept)
            elif self.text[self._line_start(start) : start].strip(" "):
                after = pieces[number + 1][0] if number + 1 < len(pieces) else end
                self._put(start, after if not self._is_comment(end, after) else end, "")
            else:
                self._remove_lines(start, end)

    def _remove_in_brackets(
        self, pieces: list[tuple[int, int]], number: int, kept: Sequence[int]
    ) -> None:
        """Remove one of several pieces, with the comma that parts it from those that stay."""
        start, end = pieces[number]
        before = number > kept[0]
        if before:
            previous = pieces[number - 1][1]
            comma = next(c for c in self.spans.commas if previous <= c < start)
            if self._is_comment(previous, start):
                self._put(comma, comma + 1, "")
            else:
                start = previous
            self._put(start, end, "")
            return
        following = pieces[number + 1][0]
        comma = next(c for c in self.spans.commas if end <= c < following)
        commented = self._is_comment(end, following)
        self._put(start, comma + 1 if commented else following, "")

    def _remove_lines(self, start: int, end: int) -> None:
        """Remove whole lines, with a comment that ends the last of them."""
        first = self._line_start(start)
        if end > first and self.text[end - 1] in "\r\n":
            self._put(first, end, "")
            return
        stop = self._line_stop(end)
        found = _LINE_END.match(self.text, stop)
        self._put(first, found.end() if found else stop, "")

    def _is_comment(self, start: int, end: int) -> bool:
        return "#" in self.text[start:end]

    # Replacing

    def _replace_root(self, node: Node, new: Any) -> None:
        if node.is_flow:
            self._put(node.start, node.end, layout.flow(new))
            return
        lines = layout.document(new).splitlines()
        start, stop = self._line_start(node.start), self._line_stop(node.end)
        self._put(start, stop, self._joined(lines))

    def _replace(self, node: Node, new: Any, place: Place) -> None:
        """Put another value in the place of a node that stands on its own."""
        style = node.style if node.kind == "scalar" else ""
        if place.flow:
            text = layout.flow(new)
            if isinstance(new, str):
                text = inline(new, flow=True, style=style if style in {"'", '"'} else "")
            gap = " " if node.start == node.mark and self._needs_gap(node.mark) else ""
            self._put(node.start, node.end, gap + (node.anchor if style else "") + text)
            return
        column = node.mark - self._line_start(node.mark)
        indent = max(place.indent, 0)
        if isinstance(new, str):
            first, *more = layout.text(new, style, column, indent, self._step)
        elif place.item and isinstance(new, dict) and new:
            whole = layout.item(new, indent, self._step)
            first, more = whole[0].lstrip(" ")[2:], whole[1:]
        else:
            first, *more = layout.after(new, column, indent, self._step)
        if more:
            self._put_lines(node, first, more)
        else:
            self._put_inline(node, first)

    def _put_inline(self, node: Node, text: str) -> None:
        """Write a value on the line of its colon or hyphen, or where it stood."""
        anchor = node.anchor if node.kind == "scalar" else ""
        header = self._header_comment(node)
        if self._on_marked_line(node):
            gap = " " if node.start == node.mark and self._needs_gap(node.mark) else ""
            end = node.start + len(self.text[node.start : node.end].rstrip("\r\n"))
            self._put(node.start, end, gap + anchor + text + header)
            return
        self._put(node.mark, node.mark, f" {anchor}{text}")
        if self.text[self._line_start(node.start) : node.start].strip(" "):
            self._put(node.start, node.end, "")
        else:
            self._remove_lines(node.start, node.end)

    def _put_lines(self, node: Node, first: str, more: list[str]) -> None:
        """Write a value that goes on below the line of its colon or hyphen."""
        if not self._on_marked_line(node):
            self._put(node.mark, node.mark, f" {first}" if first else "")
            stop = self._line_stop(node.end)
            self._put(self._line_start(node.start), stop, self._ended(more, stop))
            return
        anchor = node.anchor if node.kind == "scalar" else ""
        head = f" {anchor}{first}".rstrip(" ") + self._header_comment(node)
        end = node.end
        if end > node.mark and self.text[end - 1] in "\r\n":
            self._put(node.mark, end, head + self._joined(["", *more, ""]))
            return
        stop = self._line_stop(end)
        comment = self.text[end:stop].rstrip()
        self._put(node.mark, stop, head + comment + self._ended(["", *more], stop))

    def _header_comment(self, node: Node) -> str:
        """Return the comment on the line of a ``|`` or ``>``, with the space before it."""
        if node.style not in {"|", ">"}:
            return ""
        found = _HEADER.match(self.text, node.start + len(node.anchor))
        return (found["comment"] or "") if found else ""

    def _on_marked_line(self, node: Node) -> bool:
        return not _LINE_END.search(self.text, node.mark, node.start)

    def _needs_gap(self, mark: int) -> bool:
        return mark > 0 and self.text[mark - 1] in ":-,"

    # The text

    def _put(self, start: int, end: int, text: str) -> None:
        self.found.append(Splice(start, end, text))

    def _ended(self, lines: Sequence[str], stop: int) -> str:
        """Join lines; at the end of the text the last of them is ended too."""
        return self._joined([*lines, ""] if stop == len(self.text) else lines)

    def _joined(self, lines: Sequence[str]) -> str:
        return self._line_end.join(lines)

    def _line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def _line_stop(self, offset: int) -> int:
        found = _LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)

    def _own_step(self) -> int:
        """Return how far this text indents what stands below a key."""
        root = self.spans.root
        if root.kind == "mapping" and not root.is_flow:
            for key, item in zip(root.keys, root.items, strict=True):
                if item.kind == "mapping" and not item.is_flow and item.keys:
                    step = self._column(item.keys[0].start) - self._column(key.start)
                    return step if step > 0 else layout.STEP
        return layout.STEP

    def _must_match(self, found: int, expected: int) -> None:
        if found != expected:
            raise self._cannot()

    def _cannot(self) -> CannotEdit:
        message = "The file is written in a way that cannot be changed piece by piece."
        return CannotEdit(message, "Change it in an editor.")


def _last(node: Node) -> Node:
    """Return the node that a node's text ends with."""
    while node.items and not node.is_flow:
        node = node.items[-1]
    return node


def _aligned(old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, Any]]:
    """Yield the items of ``new``, each with the number of the old item that it comes from."""
    matcher = SequenceMatcher(None, [_key(v) for v in old], [_key(v) for v in new], autojunk=False)
    for name, i1, i2, j1, j2 in matcher.get_opcodes():
        if name == "equal":
            yield from zip(range(i1, i2), new[j1:j2], strict=True)
        elif name == "replace":
            yield from _paired(range(i1, i2), old, new[j1:j2])
        else:
            yield from ((None, value) for value in new[j1:j2])


def _paired(numbers: range, old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, Any]]:
    """Pair changed items: by their id where they have one, the others in order."""
    ids = {_id(old[number]): number for number in numbers}
    by_id = {_id(value): ids[_id(value)] for value in new if _id(value) and _id(value) in ids}
    taken = set(by_id.values())
    free = iter([number for number in numbers if number not in taken])
    last = -1
    for value in new:
        number = by_id[_id(value)] if _id(value) in by_id else next(free, None)
        if number is not None and number <= last:
            number = None
        last = last if number is None else number
        yield number, value


def _id(value: Any) -> str | None:
    name = value.get("id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None


def _key(value: Any) -> Any:
    if isinstance(value, dict):
        return frozenset((key, _key(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(map(_key, value))
    return type(value), value
