"""What Typst says is wrong, in the words of the program."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from anbefal.documents.formats.failing import failed_at
from anbefal.errors import TemplateFailed

if TYPE_CHECKING:
    from typst import TypstError

_MISSING = re.compile(r'the text `"(.*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_PLACE = re.compile(r"^\s*┌─ (.*):(\d+):\d+$", re.MULTILINE)
_REASONS = {
    r".*(failed to download package|package not found).*": "it asks for a package",
    r".*(would escape the project root|file not found|failed to load).*": (
        "it asks for a file that templates/ does not hold"
    ),
    r"PDF/UA-1 error: ": "not everyone could read it (PDF/UA-1): ",
}
"""What is said instead of what Typst says of this machine, or in words of its own."""


def missing_characters(error: TypstError) -> set[str]:
    """Return the texts, mostly of one character each, that no font can show, if that is wrong."""
    return {_ESCAPED.sub(_unescaped, text) for text in _MISSING.findall(error.diagnostic)}


def typst_failed(error: TypstError, template: str, files: Collection[str]) -> TemplateFailed:
    """Return what is wrong with a template, with its file and line where Typst knows them.

    Args:
        error: What Typst said.
        template: The document's template.
        files: The paths of all that templates may read.
    """
    place = _PLACE.search(error.diagnostic)
    if place is None:
        return failed_at(template, None, _reason(error))
    path = place[1].replace("\\", "/")
    named = [name for name in files if path == name or path.endswith(f"/{name}")]
    return failed_at(max(named, key=len, default=template), int(place[2]), _reason(error))


def _reason(error: TypstError) -> str:
    said = error.message
    for pattern, reason in _REASONS.items():
        said = re.sub(f"^{pattern}", reason, said, flags=re.DOTALL)
    return said


def _unescaped(found: re.Match[str]) -> str:
    code, letter = found.groups()
    return chr(int(code, 16)) if code else _NAMED.get(letter, letter)
