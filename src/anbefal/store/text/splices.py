"""The characters of a text that must change for its value to become another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from anbefal.errors import CannotEdit
from anbefal.store.text import blocks, brackets, layout
from anbefal.store.text.comparison import aligned, same
from anbefal.store.text.draft import Draft, Place, Splice
from anbefal.store.text.replacing import replace
from anbefal.store.text.spans import Node

__all__ = ["same", "splices"]


def splices(text: str, old: Any, new: Any) -> list[Splice]:
    """Return what must change in a text, in order of places.

    Args:
        text: A document whose value is ``old``.
        old: Its value.
        new: The value that it is to have.

    Raises:
        CannotEdit: The text cannot be changed piece by piece.
    """
    draft = Draft(text)
    _change(draft, draft.spans.root, old, new, Place(-1))
    return sorted(draft.found, key=lambda splice: (splice.start, splice.end))


def _change(draft: Draft, node: Node, old: Any, new: Any, place: Place) -> None:
    """Collect what makes one value another."""
    if same(old, new):
        return
    if node.kind == "mapping" and isinstance(new, dict) and old.keys() & new.keys():
        _change_mapping(draft, node, old, new, place)
    elif node.kind == "sequence" and isinstance(new, list) and new and old:
        _change_sequence(draft, node, old, new, place)
    elif not old and new and isinstance(new, type(old)) and brackets.hold_comment(draft, node):
        brackets.fill(draft, node, layout.flow(new))
    else:
        replace(draft, node, new, place)


def _change_mapping(
    draft: Draft, node: Node, old: dict[Any, Any], new: dict[Any, Any], place: Place
) -> None:
    _must_match(len(node.keys), len(old))
    numbers = {key: number for number, key in enumerate(old)}
    flow = place.flow or node.is_flow
    inner = Place(draft.column(node.keys[0].start), flow)
    for key, number in numbers.items():
        if key in new and not same(old[key], new[key]):
            _write_colon(draft, node.keys[number], node.items[number])
            _change(draft, node.items[number], old[key], new[key], inner)
    for at, keys in _added((key, numbers.get(key)) for key in new):
        _add(draft, node, at, {key: new[key] for key in keys}, inner)
    _remove(draft, node, [number for key, number in numbers.items() if key in new], flow=flow)


def _write_colon(draft: Draft, key: Node, item: Node) -> None:
    """Write the colon of a key in brackets that stands alone."""
    if not draft.spans.has_colon(key, item):
        draft.put(key.end, key.end, ":")
        item.start = item.end = item.mark = key.end


def _change_sequence(
    draft: Draft, node: Node, old: list[Any], new: list[Any], place: Place
) -> None:
    _must_match(len(node.items), len(old))
    flow = place.flow or node.is_flow
    inner = Place(place.indent if flow else draft.column(node.dashes[0]), flow, item=True)
    pairs = list(aligned(old, new))
    for number, value in pairs:
        if number is not None:
            _change(draft, node.items[number], old[number], value, inner)
    for at, items in _added((value, number) for number, value in pairs):
        _add(draft, node, at, items, inner)
    _remove(draft, node, [number for number, _ in pairs if number is not None], flow=flow)


def _added(steps: Iterable[tuple[Any, int | None]]) -> Iterator[tuple[int | None, list[Any]]]:
    """Yield what is new in one go, with the number of the old one that it follows.

    Args:
        steps: What is to be, each with its number in the old value if it has one.
    """
    at: int | None = None
    waiting: list[Any] = []
    for step, number in steps:
        if number is None:
            waiting.append(step)
            continue
        if waiting:
            yield at, waiting
        at, waiting = number, []
    if waiting:
        yield at, waiting


def _add(draft: Draft, node: Node, at: int | None, added: Any, place: Place) -> None:
    """Add pairs or items after the one with the number ``at``, or before the first."""
    if place.flow:
        brackets.add(draft, node, at, added)
    else:
        blocks.add(draft, node, at, layout.collection(added, place.indent, draft.step))


def _remove(draft: Draft, node: Node, kept: Sequence[int], *, flow: bool) -> None:
    """Remove the pairs or items that are not kept."""
    if flow:
        brackets.remove(draft, node, kept)
    else:
        blocks.remove(draft, node, kept)


def _must_match(found: int, expected: int) -> None:
    if found != expected:
        message = "The file is written in a way that cannot be changed piece by piece."
        raise CannotEdit(message, "Change it in an editor.")
