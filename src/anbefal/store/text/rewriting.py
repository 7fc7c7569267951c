"""Changing a file's value and nothing else in its text."""

from __future__ import annotations

from typing import Any

from anbefal.errors import CannotEdit
from anbefal.model.names import composed
from anbefal.store.reading.reader import MAX_BYTES, parse
from anbefal.store.text.comparison import same
from anbefal.store.text.layout import document
from anbefal.store.text.splices import splices


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
    value = _composed(value)
    if not text:
        return _confirmed(document(value), value, text)
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
    return _confirmed("".join([*pieces, text[end:]]), value, text)


def _composed(value: Any) -> Any:
    """Return a value with its letters composed, as the reader gives them."""
    if isinstance(value, dict):
        return {_composed(key): _composed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return composed(value) if isinstance(value, str) else value


def _confirmed(text: str, value: Any, before: str) -> str:
    read = parse("", text.encode())
    if len(text.encode()) > MAX_BYTES:
        message = f"The file would be larger than {MAX_BYTES:,} bytes."
        raise CannotEdit(message, "Split it: a data file is what a person wrote.")
    if read.findings or not same(read.value, value):
        raise _not_alone(before)
    return text


def _not_alone(text: str) -> CannotEdit:
    message = "The value cannot be changed without touching other lines."
    if "&" in text and "*" in text:
        message = "The value cannot be changed alone: an alias (*name) may repeat it elsewhere."
    return CannotEdit(message, "Change it in an editor.")
