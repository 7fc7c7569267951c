"""Text as Typst's fonts can show it; what they cannot show is written out, never lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

_FONT = "Libertinus Serif"
"""The font of pictures, which is that of the page."""

_PICTURE_FONT = re.compile(r'font-family="[^"]*"')
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters that make text around them run the other way, which could pose as other text."""


def legible(content: Any) -> dict[str, Any]:
    """Return content whose texts stand on one line each, with pictures in the page's font."""
    made: dict[str, Any] = _in_font(_each_text(content, _on_one_line))
    return made


def written_out(content: dict[str, Any], missing: Collection[str]) -> dict[str, Any]:
    """Return content in which some characters are their numbers, as in ``[U+6F22]``.

    Args:
        content: The content.
        missing: The characters, or groups of those that are shown as one.
    """
    single = {one for text in missing for one in text if not one.isascii()}
    changed = _with_numbers(content, missing)
    return changed if changed != content else _with_numbers(content, single)


def _with_numbers(content: dict[str, Any], texts: Collection[str]) -> dict[str, Any]:
    if not texts:
        return content
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    made: dict[str, Any] = _each_text(content, lambda text: pattern.sub(_numbers, text))
    return made


def _numbers(found: re.Match[str]) -> str:
    return "".join(f"[U+{ord(character):04X}]" for character in found[0])


def _on_one_line(text: str) -> str:
    return _TURNING.sub(_numbers, _SPACES.sub(" ", text))


def _in_font(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _PICTURE_FONT.sub(f'font-family="{_FONT}"', one, count=1)
            if name == "drawn"
            else _in_font(one)
            for name, one in value.items()
        }
    return [_in_font(one) for one in value] if isinstance(value, list) else value


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _each_text(one, change) for name, one in value.items()}
    return [_each_text(one, change) for one in value] if isinstance(value, list) else value
