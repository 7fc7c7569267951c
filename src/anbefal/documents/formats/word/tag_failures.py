"""What is wrong with a tag of a Word template, as a sentence with its paragraph."""

from __future__ import annotations

import re
from typing import Any

from anbefal.documents.formats.failing import failed_at
from anbefal.documents.formats.word.hazards import PLACES, place_of

FAILURES = (
    TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError,
    MemoryError, AssertionError,
)  # fmt: skip
"""What a template's own expressions can raise, and what docxtpl makes of tags in wrong places."""

_CODE = re.compile(r"<[^>]*>")


def where_is(part: Any) -> str:
    """Return how a part is named to people; nothing for the text."""
    kind = str(part.content_type).removesuffix("+xml").rpartition(".")[2]
    return PLACES.get(kind, "")


def tag_failed(name: str, where: str, source: str, error: Exception) -> Exception:
    """Return what is wrong with a tag, and in which paragraph it stands.

    Args:
        name: The name of the template's file.
        where: What part it is in, as :func:`where_is` tells it.
        source: The part as Jinja has read it, each paragraph in a line of its own.
        error: What was raised.
    """
    line = _line(error)
    words = source.split("\n")[line - 1] if line else ""
    # The first line holds what stands before the paragraphs.
    place = place_of(line - 1, _CODE.sub("", words), where) if line else where or "its text"
    return failed_at(name, place, reason(error))


def reason(error: Exception) -> str:
    """Return what was raised as the end of a sentence."""
    from jinja2 import TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return f"it asks for {error.name or ''!r}, but a Word template takes in no other file"
    if isinstance(error, MemoryError):
        return "it needs more memory than a template may use"
    if isinstance(error, RecursionError):
        return "it calls itself without an end, or is nested too deeply"
    return str(error) or type(error).__name__


def _line(error: Exception) -> int:
    """Return the line of a template in which an error came up; 0 where that is not known."""
    from traceback import walk_tb

    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    lines = [
        line
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename == "<template>"
    ]
    return lines[-1] if lines else 0
