"""The one style of data files, with every comment kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from anbefal.errors import CannotEdit
from anbefal.store.reading.reader import parse
from anbefal.store.text import comments
from anbefal.store.text.comparison import same
from anbefal.store.text.entries import entries_of
from anbefal.store.text.key_order import put_in_order
from anbefal.store.text.spans import Node, Spans
from anbefal.store.text.styling import styled

if TYPE_CHECKING:
    from anbefal.model.kinds import Kind

_MODE_LINE = "# yaml-language-server:"


def canonical(text: str, kind: Kind | None = None) -> str:
    """Return a file's text in the style of the house, with the same value and all comments.

    Args:
        text: One YAML document.
        kind: What its records are, which orders their keys; without it, the order stays.

    Raises:
        CannotEdit: The text cannot be read, or not be written anew without losing a comment.
    """
    old = parse("", text.encode())
    if old.findings:
        raise CannotEdit("The file has mistakes, so it cannot be formatted.", "Mend them first.")
    spans = Spans(old.text)
    document = entries_of(spans.root, old.value)
    outside = comments.attach(old.text, document)
    if kind is not None and not _has_alias(spans.root):
        put_in_order(document, kind.model)
    outside.head.sort(key=lambda line: not line.startswith(_MODE_LINE))
    result = styled(old.text, document, outside)
    _check(old.text, spans.root, old.value, result)
    return result


def _check(before: str, root: Node, value: object, after: str) -> None:
    """Raise ``CannotEdit`` unless the value is the same and every comment is there."""
    new = parse("", after.encode())
    if new.findings or not same(new.value, value):
        message = "The file is written in a way that cannot be formatted."
        raise CannotEdit(message, "Write it more simply, in an editor.")
    if _counted(before, root) != _counted(after, Spans(after).root):
        message = "Formatting the file would lose a comment."
        raise CannotEdit(message, "Move its comments to lines of their own, between keys.")


def _counted(text: str, root: Node) -> Counter[str]:
    return Counter(one.text for one in comments.comments(text, root) if one.text)


def _has_alias(node: Node) -> bool:
    """Return whether an alias stands anywhere: its anchor must stay before it."""
    return node.kind == "alias" or any(map(_has_alias, [*node.keys, *node.items]))
