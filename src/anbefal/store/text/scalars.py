"""Text, numbers and the rest as YAML scalars, in the manner that a place asks for."""

from __future__ import annotations

import json
import re
from typing import Any

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Characters that a data file holds only as escapes: controls, separators, turning marks."""

_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
_LIKE_A_NUMBER = re.compile(r"[-+.]?\d[\d_.,:xobeEXOBa-fA-F+-]*|[-+]?\.(inf|nan)", re.IGNORECASE)
_LIKE_A_WORD = frozenset(("", "~", "=", "<<", "null", "true", "false", "yes", "no", "on", "off"))
_LIKE_A_LETTER = frozenset("yn")
_NUMBERED_ID = re.compile(r"\d+(-[a-z0-9]+)*-[a-z][a-z0-9-]*", re.ASCII)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FLOW_INDICATORS = re.compile(r"[,\[\]{}]|:(?!//)")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Return whether a text needs no quotes.

    It must mean the same to readers of YAML 1.1 and 1.2; a full date is text to both of ours.
    The number of a paragraph or a case is written in quotes whether it needs them or not, so that
    ``"16"`` and ``"16(a)"`` look alike.

    Args:
        text: The text.
        flow: Whether it stands in brackets.
    """
    if text.casefold() in _LIKE_A_WORD or text.casefold() in _LIKE_A_LETTER:
        return False
    if text != text.strip() or text[0] in _INDICATORS or text.startswith("..."):
        return False
    if "\n" in text or "\t" in text or _UNSEEN.search(text):
        return False
    if ": " in text or " #" in text or text.endswith(":"):
        return False
    if flow and _FLOW_INDICATORS.search(text):
        return False
    return bool(_DATE.fullmatch(text)) or not _is_like_a_number(text)


def _is_like_a_number(text: str) -> bool:
    is_numbering = text[0].isdigit() and " " not in text and not _NUMBERED_ID.fullmatch(text)
    return is_numbering or bool(_LIKE_A_NUMBER.fullmatch(text))


def single_quoted(text: str) -> str | None:
    """Return a text in single quotes, or ``None`` where they cannot hold it."""
    if "\n" in text or "\t" in text or _UNSEEN.search(text):
        return None
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Return a text in double quotes, which hold any text."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def inline(value: Any, *, flow: bool = False, style: str = "") -> str:
    """Return a scalar on one line.

    Args:
        value: Text, a number, true, false or ``None``.
        flow: Whether it stands in brackets.
        style: The quotes that a text should have where it can: ``'``, ``"`` or none.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if not isinstance(value, str):
        return repr(value).replace("inf", ".inf").replace("nan", ".nan")
    if style == '"':
        return double_quoted(value)
    if style != "'" and is_plain(value, flow=flow):
        return value
    if style == "'" or '"' in value or "\\" in value:
        return single_quoted(value) or double_quoted(value)
    return double_quoted(value)


def block(text: str, style: str, indent: int, width: int) -> tuple[str, list[str]] | None:
    """Return a text as a block scalar: its header and its lines.

    Args:
        text: The text.
        style: ``|``, which keeps lines, or ``>``, which folds them.
        indent: How many spaces its lines begin with.
        width: The longest line that folding should make, in characters.

    Returns:
        Header and lines without line ends, or ``None`` where the style cannot hold the text.
    """
    body = text.rstrip("\n")
    breaks = len(text) - len(body)
    lines = body.split("\n")
    if not body or _UNSEEN.search(text) or not all(_fits(line, style) for line in lines):
        return None
    if lines[0][:1] in {"", " ", "\t"} or body.startswith(("---", "...")):
        return None
    header = style + ("-" if breaks == 0 else "" if breaks == 1 else "+")
    if style == ">":
        lines = _folded(lines, max(width - indent, 40))
    lines += [""] * max(0, breaks - 1)
    return header, [" " * indent + line if line else "" for line in lines]


def _fits(line: str, style: str) -> bool:
    """Return whether a block scalar can hold a line as it is, and an editor leaves it so."""
    return line == line.rstrip() and (style == "|" or line == line.lstrip())


def _folded(lines: list[str], width: int) -> list[str]:
    folded: list[str] = []
    for number, line in enumerate(lines):
        if number and line:
            folded.append("")  # one break in the text is an empty line when folded
        folded += _wrapped(line, width) if line else [""]
    return folded


def _wrapped(line: str, width: int) -> list[str]:
    """Break a line at single spaces only, so that folding it gives the same text back."""
    lines = [""]
    for piece in re.split(r"(?<=[^ \t]) (?=[^ \t])", line):
        if lines[-1] and len(lines[-1]) + 1 + len(piece) > width:
            lines.append(piece)
        else:
            lines[-1] = f"{lines[-1]} {piece}" if lines[-1] else piece
    return lines
