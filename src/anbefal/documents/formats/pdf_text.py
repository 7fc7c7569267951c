"""Text as Typst's fonts can show it; what they cannot show is written out, never lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any
from unicodedata import category

from anbefal.documents.formats.spacing import spaced

_FONT = "Libertinus Serif"
"""The font of pictures, which is that of the page."""

_PICTURE_FONT = re.compile(r'font-family="[^"]*"')
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters that make text around them run the other way, which could pose as other text."""

_MOST_GROUPS = 100
"""As many are looked for one by one; of more, each character is written out by itself."""

_ACCENTS = re.compile(r"(?<=[\u0530-\u1dff\u2c00-\U0010ffff])[\u0300-\u036f]+")
"""Accents on letters that are neither Latin, Greek nor Cyrillic: Typst would set them alone."""


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
    groups = {one for one in missing if len(one) > 1}
    single = {one for one in missing if len(one) == 1 and not _is_plain(one)}
    changed = _with_groups(_with_numbers(content, single), groups)
    if changed != content:
        return changed
    return _with_numbers(content, {one for text in groups for one in text if not _is_plain(one)})


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text in content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


def _with_numbers(content: dict[str, Any], characters: Collection[str]) -> dict[str, Any]:
    """Return content without some characters, and without the accents that stand on them."""
    if not characters:
        return content
    told = re.compile(f"[{re.escape(''.join(sorted(characters)))}]")
    made: dict[str, Any] = _each_text(
        content, lambda text: _each_numbered(text, told) if told.search(text) else text
    )
    return made


def _each_numbered(text: str, told: re.Pattern[str]) -> str:
    made, on_number = [], False
    for one in text:
        on_number = bool(told.match(one)) or (on_number and category(one).startswith("M"))
        made.append(_number(one) if on_number else one)
    return "".join(made)


def _with_groups(content: dict[str, Any], texts: Collection[str]) -> dict[str, Any]:
    if not texts:
        return content
    if len(texts) > _MOST_GROUPS:
        return _with_numbers(content, {one for text in texts for one in text if not _is_plain(one)})
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    made: dict[str, Any] = _each_text(content, lambda text: pattern.sub(_numbers, text))
    return made


def _is_plain(character: str) -> bool:
    return character.isascii() and character.isprintable()


def _number(character: str) -> str:
    return f"[U+{ord(character):04X}]"


def _numbers(found: re.Match[str]) -> str:
    return "".join(map(_number, found[0]))


def _on_one_line(text: str) -> str:
    return _ACCENTS.sub(_numbers, _TURNING.sub(_numbers, spaced(text)))


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
