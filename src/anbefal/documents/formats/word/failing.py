"""How it is told that a template cannot be used."""

from __future__ import annotations

from anbefal.errors import TemplateFailed
from anbefal.markup import visible

MEND = "Mend it in Word, or remove it so that the program's own is used."
ANEW = "Open it in Word and save it anew as a Word document (.docx)."
LONGEST = 300
"""Characters of what went wrong that a message shows."""


def failed(name: str, wrong: str, hint: str = MEND) -> TemplateFailed:
    """Return that a template cannot be used.

    Args:
        name: The name of its file.
        wrong: What is wrong with it, as the rest of a sentence that begins with its name.
        hint: What to do about it.
    """
    return TemplateFailed(f"The template {name} {visible(wrong)[:LONGEST]}.", hint)


def failed_at(name: str, place: str, wrong: str, hint: str = MEND) -> TemplateFailed:
    """Return that a template cannot be used, and where: a paragraph or a page header."""
    return failed(name, f"failed in {place}: {wrong}", hint)
