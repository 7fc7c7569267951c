"""Plain values to YAML as a person would lay it out: folded texts, short lists on one line.

A small writer of its own keeps the generated files like those that people write, with comments
and long texts folded, and keeps the generator independent of any library's version.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WIDTH = 100
INDENT = 2

_PLAIN = re.compile(r"[A-Za-zÆØÅæøåČčĐđŊŋŠšŦŧŽžÁá0-9][^#:\n]*(?::[^\s#:\n]+)*")
_DATE = re.compile(r"[12]\d{3}-\d{2}(?:-\d{2})?")
_NUMBER = re.compile(r"[0-9][0-9_.]*(?:[eE][0-9]+)?|0x[0-9a-f]+|[0-9]+(?::[0-9]+)+")
_WORDS_WITH_MEANING = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_BREAKS_A_LINE = set(",[]{}'\"")


def document(record: Mapping[Any, Any], comments: Mapping[str, str] | None = None) -> str:
    """Return one record as the text of a file.

    Args:
        record: Keys and values; empty values are left out.
        comments: Key at the top of the record to the comment that stands above it.
    """
    return "\n".join(_mapping(record, 0, comments or {})) + "\n"


def list_document(records: Sequence[Mapping[Any, Any]]) -> str:
    """Return records as the text of a file that lists them."""
    return "\n".join(line for record in records for line in _item(record, 0)) + "\n"


def _mapping(
    values: Mapping[Any, Any], depth: int, comments: Mapping[str, str] | None = None
) -> Iterator[str]:
    margin = " " * depth
    for key, value in values.items():
        if value is None or value in ((), [], {}):
            continue
        if comments and key in comments:
            yield f"{margin}# {comments[key]}"
        yield from _pair(key, value, depth)


def _pair(key: Any, value: Any, depth: int) -> Iterator[str]:
    head = f"{' ' * depth}{key}:"
    if isinstance(value, Mapping):
        yield head
        yield from _mapping(value, depth + INDENT)
    elif isinstance(value, list | tuple):
        flow = f"{head} {_flow(value)}"
        if all(isinstance(item, str | int | float) for item in value) and len(flow) <= WIDTH:
            yield flow
            return
        yield head
        for item in value:
            yield from _item(item, depth + INDENT)
    elif isinstance(value, str) and ("\n" in value or _is_long(f"{head} {value}", value)):
        yield f"{head} >-"
        yield from _folded(value, depth + INDENT)
    else:
        yield f"{head} {_scalar(value)}"


def _item(item: Any, depth: int) -> Iterator[str]:
    margin = " " * depth
    if not isinstance(item, Mapping):
        yield f"{margin}- {_scalar(item)}"
        return
    for number, line in enumerate(_mapping(item, depth + INDENT)):
        yield f"{margin}- {line[depth + INDENT :]}" if number == 0 else line


def _flow(values: Sequence[Any]) -> str:
    return "[" + ", ".join(_scalar(value, in_flow=True) for value in values) + "]"


def _is_long(line: str, value: str) -> bool:
    return len(line) > WIDTH and " " in value


def _folded(text: str, depth: int) -> Iterator[str]:
    margin = " " * depth
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            yield ""
        yield from textwrap.wrap(
            paragraph,
            WIDTH,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _scalar(value: Any, *, in_flow: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if _is_plain(value) and not (in_flow and _BREAKS_A_LINE.intersection(value)):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(text: str) -> bool:
    if _DATE.fullmatch(text):
        return True
    means_something = text.lower() in _WORDS_WITH_MEANING or _NUMBER.fullmatch(text) is not None
    return not means_something and _PLAIN.fullmatch(text) is not None and text == text.strip()
