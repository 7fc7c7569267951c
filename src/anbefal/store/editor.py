"""Changing a file's value and nothing else in its text."""

from __future__ import annotations

from typing import Any

from anbefal.errors import CannotEdit
from anbefal.store.layout import document
from anbefal.store.reader import parse
from anbefal.store.splices import same, splices


def rewrite(text: str, value: Any) -> str:
    """Return the text with another value: only the lines that the change concerns differ.

    Comments, order, quoting, blank lines and line ends stay. The result is read again, and
    returned only if its value is the one that was asked for.

    Args:
        text: One YAML document, or an empty text for a new file.
        value: Mappings, lists, text, numbers, true, false, null.

    Raises:
        CannotEdit: The text cannot be read, or cannot be given the value without touching what
            the change does not concern: where an alias repeats the changed value, for example.
    """
    if not text:
        return _confirmed(document(value), value)
    old = parse("", text.encode())
    if old.findings:
        raise CannotEdit("The file has mistakes, so it cannot be changed.", "Mend them first.")
    if same(old.value, value):
        return text
    pieces = []
    end = 0
    for splice in splices(text, old.value, value):
        if splice.start < end:
            raise _not_alone(text)
        pieces += [text[end : splice.start], splice.text]
        end = splice.end
    return _confirmed("".join([*pieces, text[end:]]), value)


def _confirmed(text: str, value: Any) -> str:
    read = parse("", text.encode())
    if read.findings or not same(read.value, value):
        raise _not_alone(text)
    return text


def _not_alone(text: str) -> CannotEdit:
    message = "The value cannot be changed without touching other lines."
    if "&" in text and "*" in text:
        message = "The value cannot be changed alone: an alias (*name) may repeat it elsewhere."
    return CannotEdit(message, "Change it in an editor.")
